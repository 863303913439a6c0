/** What scrolls the text: the sheet, or, where each side scrolls by itself, the side after. */
export const scrollerOf = (sheet: HTMLElement | null): HTMLElement | null =>
  sheet?.querySelector<HTMLElement>('.own-scroll[data-side="right"]') ?? sheet;

/**
 * Brings a change to the middle of the sheet: the line on which it is decided, else its first end that is seen. Where each
 * side scrolls by itself, on both.
 */
export const scrollToChange = (sheet: HTMLElement | null, change: number): void => {
  const apart = [...(sheet?.querySelectorAll<HTMLElement>('.own-scroll') ?? [])];
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const part of apart.length > 0 ? apart : [sheet]) {
    const ends = [...(part?.querySelectorAll<HTMLElement>(`[data-change="${change}"]`) ?? [])].filter((end) =>
      end.checkVisibility(),
    );
    const isLeft = part?.dataset.side === 'left';
    const end = isLeft
      ? ends.find((each) => each.querySelector('.c:not(.gone)'))
      : (ends.find((each) => each.querySelector('.decide')) ??
        ends.find((each) => each.querySelector('.right:not(.gone)')));
    (end ?? ends[0])?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }
};
