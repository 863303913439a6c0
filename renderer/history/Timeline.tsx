import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Day } from './days';

type Props = {
  readonly days: readonly Day[];
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
};

/** The versions by day, newest first. One stop for Tab; moving through it moves the text beside it. */
export const Timeline = ({ days, chosen, onChoose }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  const rows = days.flatMap((day) => day.rows.map((row) => row.index));
  const stop = chosen !== null && rows.includes(chosen) ? chosen : rows[0];
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    row?.scrollIntoView({ block: 'nearest' });
    if (list.current?.contains(document.activeElement) === true) row?.focus();
  }, [chosen]);

  const onKeys = (event: KeyboardEvent) => {
    const at = stop === undefined ? -1 : rows.indexOf(stop);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = rows[to];
    if (next !== undefined) onChoose(next);
  };

  return (
    <div role="listbox" aria-label="Versions" ref={list} onKeyDown={onKeys}>
      {days.map(({ day, heading, rows: ofDay }) => (
        <ul key={day} role="group" aria-label={heading}>
          <li role="presentation" className="day-name">
            {heading}
          </li>
          {ofDay.map(({ index, line, time, name, about }) => (
            <li
              key={index}
              role="option"
              aria-selected={index === chosen}
              tabIndex={index === stop ? 0 : -1}
              className={line.kind === 'autosave' ? 'quiet' : ''}
              onClick={() => onChoose(index)}
            >
              <span className="meta">{time}</span>
              <b dir="auto">{name}</b>
              {about !== '' && (
                <span className="meta about" dir="auto">
                  {about}
                </span>
              )}
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
};
