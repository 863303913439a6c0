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
