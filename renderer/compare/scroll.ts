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
    const target = end ?? ends[0];
    if (target !== undefined) bringToMiddle(target, calm);
  }
};

/** Brings a line to the middle of the sheet, by its key; where each side scrolls by itself, on both. */
export const scrollToLine = (sheet: HTMLElement | null, key: string): void => {
  for (const line of sheet?.querySelectorAll<HTMLElement>(`[data-line="${CSS.escape(key)}"]`) ?? [])
    bringToMiddle(line, window.matchMedia('(prefers-reduced-motion: reduce)').matches);
};

// A way this many windows long is not gone through but jumped: on it a long text would be laid out, and the end would move.
const FAR = 2;

const bringToMiddle = (line: HTMLElement, calm: boolean): void => {
  const isFar = Math.abs(line.getBoundingClientRect().top) > FAR * innerHeight;
  line.scrollIntoView({ block: 'center', behavior: calm || isFar ? 'instant' : 'smooth' });
  if (isFar) keepInMiddle(line, FRAMES);
};

// What comes into sight is laid out a frame later, and may be taller or shorter than was thought.
const FRAMES = 4;

const keepInMiddle = (line: HTMLElement, frames: number): void => {
  if (frames === 0) return;
  requestAnimationFrame(() => {
    line.scrollIntoView({ block: 'center', behavior: 'instant' });
    keepInMiddle(line, frames - 1);
  });
};
