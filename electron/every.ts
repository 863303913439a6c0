/** Calls again and again without keeping the program from ending; the answer stops it. */
export const every = (milliseconds: number, call: () => void): (() => void) => {
  const timer = setInterval(call, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};
