import { useId } from 'react';
import { monthName } from '../../shared/archive/dates';
import type { MonthCount } from '../../shared/newsroom/register-view';

type Props = {
  readonly year: string;
  readonly counts: readonly MonthCount[];
  /** The month that is not over yet, `YYYY-MM`. */
  readonly now: string;
};

const BAR = 16;
const STEP = 20;
const HIGH = 56;
const TOP = 16;

const nameOf = (month: string): string => monthName(Number(month.slice(5)));

/** Quotes a month of one year: bars with their numbers on them, and the same as a table for those who do not see it. */
export const MonthChart = ({ year, counts, now }: Props) => {
  const stripes = useId();
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const isNow = counts.some(({ month, count }) => month === now && count > 0);
  return (
    <figure className="months">
      <figcaption>Quotes a month, {year}</figcaption>
      <svg viewBox={`0 0 ${STEP * 12} ${TOP + HIGH + 16}`} aria-hidden="true" focusable="false">
        <defs>
          <pattern id={stripes} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2.5" height="5" fill="currentColor" />
          </pattern>
        </defs>
        {counts.map(({ month, count }, index) => {
          const high = Math.round((count / most) * HIGH);
          const x = index * STEP + (STEP - BAR) / 2;
          const isOver = month !== now;
          return (
            <g key={month}>
              {count > 0 && (
                <>
                  <rect
                    x={x + 0.5}
                    y={TOP + HIGH - high + 0.5}
                    width={BAR - 1}
                    height={Math.max(1, high - 1)}
                    className="bar-of-month"
                    fill={isOver ? 'currentColor' : `url(#${stripes})`}
                  />
                  <text x={x + BAR / 2} y={TOP + HIGH - high - 4} className="number">
                    {count.toLocaleString('en-GB')}
                  </text>
                </>
              )}
              <text x={x + BAR / 2} y={TOP + HIGH + 12} className="letter">
                {nameOf(month).slice(0, 1)}
              </text>
            </g>
          );
        })}
        <path d={`M0 ${TOP + HIGH} H${STEP * 12}`} className="ground" />
      </svg>
      {isNow && <p className="meta">Striped: this month so far</p>}
      <table className="vh">
        <caption>Quotes a month, {year}</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Quotes</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ month, count }) => (
            <tr key={month}>
              <th scope="row">
                {nameOf(month)}
                {month === now ? ', so far' : ''}
              </th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
};
