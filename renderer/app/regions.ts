/** The regions that F6 goes round, in the order of the page. A region within another is a stop of its own. */
const REGIONS = '[data-region], .tb, .desk, .desk [contenteditable="true"], .quotes, .sb';
export const STOPS =
  'a[href], button, input, select, textarea, summary, [contenteditable="true"], [tabindex]:not([tabindex="-1"])';

export const isShown = (element: HTMLElement): boolean => element.checkVisibility({ visibilityProperty: true });

/** Where focus goes in a region: itself where it can be written in, else its first stop. */
const stopIn = (region: HTMLElement): HTMLElement | null => {
  if (region.isContentEditable || region.tabIndex >= 0) return region;
  const stops = [...region.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.tabIndex >= 0 && isShown(stop));
  return stops.find((stop) => stop.matches('[aria-selected="true"], [aria-current="true"]')) ?? stops[0] ?? null;
};

/**
 * Moves the focus to the next region (`step` 1) or the one before (-1), round the end. Regions that are hidden, or in which
 * nothing takes focus, are passed over. Where the focus is in no region, the first or last is next.
 */
export const goRound = (root: ParentNode, step: 1 | -1): void => {
  const regions = [...root.querySelectorAll<HTMLElement>(REGIONS)].filter(isShown);
  const focused = document.activeElement;
  const at = regions.findLastIndex((region) => region.contains(focused));
  const next = nextStop(
    regions.map((region) => stopIn(region)),
    at,
    step,
  );
  next?.focus();
};

/** The next of some stops after `at` (-1: none) in a direction, passing over those that are missing, round the end. */
export const nextStop = <Stop>(stops: readonly (Stop | null)[], at: number, step: 1 | -1): Stop | null => {
  const count = stops.length;
  const from = at === -1 && step === -1 ? 0 : at;
  for (let far = 1; far <= count; far += 1) {
    const stop = stops[(((from + far * step) % count) + count) % count];
    if (stop !== null && stop !== undefined) return stop;
  }
  return null;
};
