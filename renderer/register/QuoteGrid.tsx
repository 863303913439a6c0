import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { RegisterRow } from '../../shared/newsroom/register-row';
import { type RegisterOrder, isHeld, roleSince, sinceWords } from '../../shared/newsroom/register-view';
import type { Person } from '../../shared/people/model';
import { HOW_WORDS, STATUS_WORDS } from '../../shared/quotes/status-words';
import { Button } from '../ui/Button';
import { STATUS_CLASS, StatusMark } from '../ui/StatusMark';
import { dayOf, shortDay } from '../ui/dates';

type Props = {
  readonly rows: readonly RegisterRow[];
  readonly people: readonly Person[];
  readonly order: RegisterOrder;
  readonly zone: string;
  readonly chosen: string | null;
  readonly onOrder: (order: RegisterOrder) => void;
  readonly onChoose: (key: string) => void;
  readonly onOpen: (row: RegisterRow) => void;
};

/** So many rows are drawn at once; more on request, or as the arrow keys come to them. */
const STEP = 200;
const PAGE = 10;

/** A row's key among all quotes of the newsroom. */
export const rowKey = ({ release, quote }: RegisterRow): string => `${release}/${quote}`;

const COLUMNS = [
  ['status', 'Status'],
  ['words', 'Words'],
  ['speaker', 'Speaker, role at the time'],
  ['date', 'Release'],
] as const;

/** The quotes as a grid (WAI-ARIA grid pattern): one stop for Tab, arrows between rows, Enter opens the release at the quote. */
export const QuoteGrid = ({ rows, people, order, zone, chosen, onOrder, onChoose, onOpen }: Props) => {
  const [limit, setLimit] = useState(STEP);
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<string | null>(null);
  const drawn = rows.slice(0, limit);
  const stop = drawn.find((row) => rowKey(row) === chosen) ?? drawn[0];
  const today = dayOf(new Date(), zone);

  const focusRow = (key: string | null): void => {
    if (key === null) return;
    table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus();
  };
  // A row that was not drawn yet takes the focus once it is.
  useEffect(() => {
    focusRow(wanted.current);
    wanted.current = null;
  }, [limit]);

  const onKeys = (event: KeyboardEvent): void => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null;
    const at = drawn.findIndex((each) => rowKey(each) === row?.dataset['row']);
    const here = drawn[at];
    if (here === undefined) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: drawn.length - 1,
    };
    const to = steps[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(here);
    } else if (to !== undefined) {
      event.preventDefault();
      const next = rows[Math.max(0, Math.min(to, rows.length - 1))];
      if (next === undefined) return;
      onChoose(rowKey(next));
      wanted.current = rowKey(next);
      if (to >= limit) setLimit(limit + STEP);
      else focusRow(rowKey(next));
    }
  };

  return (
    <div className="reg-scroll">
      <table ref={table} role="grid" aria-label="Quotes" aria-rowcount={rows.length + 1} onKeyDown={onKeys}>
        <thead>
          <tr>
            {COLUMNS.map(([by, name]) => {
              const isBy = order.by === by;
              const Arrow = order.descending ? ArrowDown : ArrowUp;
              return (
                <th
                  key={by}
                  scope="col"
                  className={`col-${by}`}
                  aria-sort={isBy ? (order.descending ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    onClick={() => onOrder({ by, descending: isBy ? !order.descending : by === 'date' })}
                  >
                    {name}
                    {isBy && <Arrow className="i" aria-hidden="true" />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row, index) => {
            const key = rowKey(row);
            const since = roleSince(people, row.person, row.date, today);
            return (
              <tr
                key={key}
                data-row={key}
                aria-rowindex={index + 2}
                aria-selected={key === chosen}
                tabIndex={row === stop ? 0 : -1}
                onClick={() => onChoose(key)}
                onDoubleClick={() => onOpen(row)}
              >
                <td className={STATUS_CLASS[row.status]}>
                  <span className="status">
                    <StatusMark status={row.status} />
                    <b>{STATUS_WORDS[row.status]}</b>
                  </span>
                  {row.how !== '' && (
                    <span className="meta">
                      {HOW_WORDS[row.how]}, {row.approvedBy}
                    </span>
                  )}
                </td>
                <td className="words" dir="auto">
                  {row.words}
                </td>
                <td>
                  <b>{row.speaker === '' ? 'Nobody yet' : row.speaker}</b>
                  {row.role !== '' && <span className="meta">{row.role}</span>}
                  {since !== null && <span className="former">{sinceWords(since)}</span>}
                </td>
                <td>
                  <button type="button" className="lk" tabIndex={-1} onClick={() => onOpen(row)}>
                    {row.headline.trim() === '' ? 'No headline yet' : row.headline}
                  </button>
                  <span className="meta">
                    {[
                      row.date === '' ? '' : shortDay(row.date, new Date()),
                      row.state,
                      isHeld(row, new Date()) ? 'under embargo' : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > limit && (
        <Button className="more" onClick={() => setLimit(limit + 5 * STEP)}>
          Show more quotes
        </Button>
      )}
    </div>
  );
};
