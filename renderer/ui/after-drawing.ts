/** So long, in milliseconds, a page that is busy puts it off at most. */
const LATEST = 500;

/** Does what the first drawing does not need once the page has time for it; what is given back calls it off. */
export const afterDrawing = (act: () => void): (() => void) => {
  const idle = requestIdleCallback(act, { timeout: LATEST });
  return () => cancelIdleCallback(idle);
};

/** Asks after drawing; once it is called off, an answer under way is not heard. */
export const askAfterDrawing = <Answer>(ask: () => Promise<Answer>, hear: (answer: Answer) => void): (() => void) => {
  let isHere = true;
  const callOff = afterDrawing(() => {
    void ask().then((answer) => {
      if (isHere) hear(answer);
    });
  });
  return () => {
    isHere = false;
    callOff();
  };
};
