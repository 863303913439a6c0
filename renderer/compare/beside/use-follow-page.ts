import { type RefObject, useEffect } from 'react';
import type { WrittenText } from '../../written-text';

/** The nearest part round an element that scrolls. */
const scrollerRound = (element: HTMLElement): HTMLElement | null => {
  for (let at = element.parentElement; at !== null; at = at.parentElement)
    if (/auto|scroll/u.test(getComputedStyle(at).overflowY)) return at;
  return null;
};

/**
 * Scrolls the version beside the page with the page: the line of the block that stands at the top of the page comes to the top.
 * In: where the lines are, the text, and for each line the block that it shows (null: none).
 */
export const useFollowPage = (
  sheet: RefObject<HTMLElement | null>,
  text: WrittenText,
  places: readonly (number | null)[],
): void => {
  useEffect(() => {
    const first = places.find((place) => place !== null);
    const scroller = first === undefined ? null : scrollerRound(text.elementOf(first ?? 0) ?? document.body);
    if (scroller === null) return;
    let frame = 0;
    const follow = (): void => {
      frame = 0;
      const rows = sheet.current?.children;
      const { top, height } = scroller.getBoundingClientRect();
      // What is read stands a third down the page.
      const line = top + height / 3;
      const nth = places.findLastIndex((place) => {
        const element = place === null ? null : text.elementOf(place);
        return element !== null && element.getBoundingClientRect().top <= line;
      });
      const [row, block] = [rows?.item(nth), places[nth]];
      const element = typeof block === 'number' ? text.elementOf(block) : null;
      if (!(row instanceof HTMLElement) || element === null || sheet.current === null) return;
      const offset = element.getBoundingClientRect().top - row.getBoundingClientRect().top;
      sheet.current.scrollTop -= offset;
    };
    const onScroll = (): void => {
      if (frame === 0) frame = requestAnimationFrame(follow);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [sheet, text, places]);
};
