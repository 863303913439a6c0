import { useState, type KeyboardEvent } from 'react';
import { CircleCheck, CircleMinus, CircleDashed, CircleQuestionMark } from 'lucide-react';
import { useRows } from '../ui/use-rows';
import { type Reviewed, isReady } from './use-catalogue';

type Props = {
  readonly rows: readonly Reviewed[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onWant: (index: number, isWanted: boolean) => void;
};

/** What is to be said of a page in two or three words, with the sign that goes with it. */
const standing = (reviewed: Reviewed) => {
  if (!reviewed.isWanted) return { words: reviewed.row.isList ? 'Left out: a list' : 'Left out', Icon: CircleMinus };
  const { gaps } = reviewed.judged;
  if (gaps.length > 0) return { words: `To fill in: ${[...new Set(gaps)].join(', ')}`, Icon: CircleDashed };
  return reviewed.row.otherDates.length > 0 && reviewed.fill.date === reviewed.row.date
    ? { words: 'Ready, date in doubt', Icon: CircleQuestionMark }
    : { words: 'Ready', Icon: CircleCheck };
};

/** The pages of the folder. Arrow keys go from one to the next; the space bar leaves one out, or takes it in again. */
export const CatalogueTable = ({ rows, chosen, onChoose, onWant }: Props) => {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [stop, setStop] = useState(0);
  const at = Math.min(stop, Math.max(0, rows.length - 1));
  const list = useRows({
    count: rows.length,
    height: 58,
    scroller,
    keyOf: (index) => String(rows[index]?.row.index ?? index),
    held: at,
  });
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setStop(next);
    onChoose(rows[next]?.row.index ?? 0);
    list.focus(next);
  };
  const onKeys = (event: KeyboardEvent): void => {
    // The row that has the focus, however it came there.
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-index]') : null;
    const here = Number(row?.dataset['index'] ?? at);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + 10,
      PageUp: here - 10,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    const current = rows[here];
    if (to !== undefined) go(to);
    else if (event.key === ' ' && current !== undefined) onWant(current.row.index, !current.isWanted);
    else return;
    event.preventDefault();
  };
  return (
    <div className="cat-rows" ref={setScroller} data-region="pages">
      <div
        role="listbox"
        aria-label="Pages of the folder"
        className="cat-all"
        style={{ height: list.size }}
        onKeyDown={onKeys}
      >
        {list.rows.map(({ index, key, start }) => {
          const reviewed = rows[index];
          if (reviewed === undefined) return null;
          const { row, fill, judged } = reviewed;
          const { words, Icon } = standing(reviewed);
          return (
            <div
              key={key}
              ref={list.measure}
              data-index={index}
              role="option"
              aria-selected={row.index === chosen}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              tabIndex={index === at ? 0 : -1}
              className={isReady(reviewed) ? 'cat-row' : 'cat-row is-not'}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => go(index)}
            >
              <b dir="auto">{fill.headline.trim() === '' ? 'No headline' : fill.headline}</b>
              <span className="cat-standing">
                <Icon className="i" aria-hidden="true" />
                {words}
              </span>
              <span className="meta">
                {fill.date.trim() === '' ? 'no date' : fill.date}
                {' · '}
                {judged.place ?? row.path}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
};
