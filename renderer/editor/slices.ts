/** How long a slice of work may keep the keys waiting, in milliseconds. */
const SLICE = 4;

/**
 * Works in slices, each after what the window has to do. In: how long to wait first, in milliseconds, the work, and
 * what follows once it is done. Out: leaves it off; nothing follows then.
 */
export const workInSlices = (wait: number, begin: () => Iterator<void>, then: () => void): (() => void) => {
  let work: Iterator<void> | null = null;
  let timer = setTimeout(slice, wait);
  function slice(): void {
    work ??= begin();
    const until = performance.now() + SLICE;
    do {
      if (work.next().done === true) {
        then();
        return;
      }
    } while (performance.now() < until);
    timer = setTimeout(slice, 0);
  }
  return () => {
    clearTimeout(timer);
  };
};

/** How long something may wait for the window to be at rest, in milliseconds. */
const REST = 60;

/**
 * Calls back within some milliseconds, where it can be in the last moments of them when the window is at rest: between a
 * key and the frame that shows it nothing else is done. The answer calls it off.
 */
export const afterKeys = (milliseconds: number, call: () => void): (() => void) => {
  let idle: number | null = null;
  const timer = setTimeout(
    () => {
      if (typeof requestIdleCallback === 'undefined') call();
      else idle = requestIdleCallback(call, { timeout: Math.max(1, Math.min(REST, milliseconds)) });
    },
    typeof requestIdleCallback === 'undefined' ? milliseconds : Math.max(0, milliseconds - REST),
  );
  return () => {
    clearTimeout(timer);
    if (idle !== null) cancelIdleCallback(idle);
  };
};
