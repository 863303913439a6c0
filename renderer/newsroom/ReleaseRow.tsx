import { Lock } from 'lucide-react';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import { STATUS_CLASS, StatusMark, type MarkStatus } from '../ui/StatusMark';
import { counted } from '../ui/dates';
import { rowWords } from './groups';

type Props = {
  readonly row: ReleaseSummary;
  readonly isOpen: boolean;
  readonly isStop: boolean;
  /** Its number among all releases of the list, from 1, and how many those are. */
  readonly place: number;
  readonly of: number;
  /** Where it is drawn: its number in the long list, its distance from the top, and what measures its height. */
  readonly index: number;
  readonly start: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly now: Date;
  readonly zone: string;
  readonly onChoose: () => void;
  /** The second mouse button, or the menu key: `at` is where the menu is to stand. */
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
};

/** One release in the list: headline, state and day, and the quotes still to be settled. */
export const ReleaseRow = (props: Props) => {
  const { row, isOpen, isStop, place, of, index, start, measure, now, zone, onChoose, onMenu } = props;
  const words = rowWords(row, now, zone);
  return (
    <li
      role="option"
      aria-selected={isOpen}
      tabIndex={isStop ? 0 : -1}
      aria-setsize={of}
      aria-posinset={place}
      ref={measure}
      data-release={row.id}
      data-index={index}
      style={{ transform: `translateY(${start}px)` }}
      lang={row.language}
      onClick={onChoose}
      onContextMenu={(event) => {
        event.preventDefault();
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        onMenu(event.button === 2 ? { x: event.clientX, y: event.clientY } : { x: left + 8, y: bottom });
      }}
    >
      {row.headline.trim() === '' ? (
        <b className="ghost" lang="en-GB">
          {row.state === 'removed' ? 'Removed release' : 'No headline yet'}
        </b>
      ) : (
        <b dir="auto">{row.headline}</b>
      )}
      <span className="meta" lang="en-GB">
        {words.startsWith('Until') && (
          <>
            <Lock className="i" aria-hidden="true" />{' '}
          </>
        )}
        {[words, row.who ?? '', row.later === true ? 'By a later Standfirst' : '']
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      <span className="flags" lang="en-GB">
        <Flag status="changed since approval" count={row.quotes?.changed ?? 0} />
        <Flag status="no speaker" count={row.quotes?.noSpeaker ?? 0} />
        <Flag status="needs approval" count={row.quotes?.needsApproval ?? 0} />
      </span>
    </li>
  );
};

const FLAG_WORDS: Readonly<Partial<Record<MarkStatus, string>>> = {
  'changed since approval': 'changed since approval',
  'no speaker': 'without a speaker',
  'needs approval': 'to be approved',
};

const Flag = ({ status, count }: { readonly status: MarkStatus; readonly count: number }) => {
  if (count === 0) return null;
  const words = `${counted(count, 'quote')} ${FLAG_WORDS[status] ?? status}`;
  return (
    <span className={`flag ${STATUS_CLASS[status]}`} title={words}>
      <StatusMark status={status} />
      <span aria-hidden="true">{count}</span>
      <span className="vh">, {words}</span>
    </span>
  );
};
