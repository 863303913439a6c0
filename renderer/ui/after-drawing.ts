/** So long, in milliseconds, a page that is busy puts it off at most. */
const LATEST = 500;

/** Does what the first drawing does not need once the page has time for it; what is given back calls it off. */
export const afterDrawing = (act: () => void): (() => void) => {
  const idle = requestIdleCallback(act, { timeout: LATEST });
  return () => cancelIdleCallback(idle);
};
