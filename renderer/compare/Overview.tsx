import { type PointerEvent, type RefObject, useLayoutEffect, useState } from 'react';
import type { Layout } from '../../shared/compare/line';
import { scrollerOf } from './scroll';
import { KIND_CLASS } from './Sign';
import './overview.css';

type Props = {
  readonly layout: Layout;
  readonly sheet: RefObject<HTMLElement | null>;
  /** How the text is laid out: another way of it has other places. */
  readonly way: string;
};
type Mark = { readonly change: number; readonly top: number; readonly height: number };
type View = { readonly top: number; readonly height: number };

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

/**
 * Where the changes lie in the whole, and which part of it is in view; pressing goes there. An ornament for the eye and
 * the pointer: the list says the same in words and goes to the same places by key.
 */
export const Overview = ({ layout, sheet, way }: Props) => {
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [view, setView] = useState<View>({ top: 0, height: 1 });
  useLayoutEffect(() => {
    const scroller = scrollerOf(sheet.current);
    if (scroller === null) return;
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      setView({ top: scrollTop / scrollHeight, height: Math.min(1, clientHeight / scrollHeight) });
    };
    const measure = () => {
      const { scrollTop, scrollHeight } = scroller;
      const from = scroller.getBoundingClientRect().top - scrollTop;
      const drawn = [...scroller.querySelectorAll<HTMLElement>('[data-change]')].filter((line) =>
        line.checkVisibility(),
      );
      const found = drawn.map((line) => {
        const { top, height } = line.getBoundingClientRect();
        return { change: Number(line.dataset.change), top: (top - from) / scrollHeight, height: height / scrollHeight };
      });
      setMarks(found);
      look();
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(scroller);
    for (const child of scroller.children) sizes.observe(child);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [sheet, layout, way]);

  const goTo = (event: PointerEvent<HTMLElement>) => {
    const scroller = scrollerOf(sheet.current);
    if (scroller === null || (event.type === 'pointermove' && event.buttons !== 1)) return;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - top) / height;
    scroller.scrollTop = share * scroller.scrollHeight - scroller.clientHeight / 2;
  };
  return (
    <div className="ov" aria-hidden="true" onPointerDown={goTo} onPointerMove={goTo}>
      <div className="vp" style={{ insetBlockStart: percent(view.top), blockSize: percent(view.height) }} />
      {marks.map(({ change, top, height }, index) => (
        <i
          key={index}
          className={KIND_CLASS[layout.changes[change]?.kind ?? 'same']}
          style={{ insetBlockStart: percent(top), blockSize: percent(height) }}
        />
      ))}
    </div>
  );
};
