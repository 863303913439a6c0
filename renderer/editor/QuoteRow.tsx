import { memo, useEffect, useRef, useState } from 'react';
import { diffWords } from '../../shared/compare/words';
import { roleSince, sinceWords } from '../../shared/newsroom/register-view';
import type { Person } from '../../shared/people/model';
import { fittingApproval } from '../../shared/quotes/approval';
import { CERTAIN, type Proposal, type Quote } from '../../shared/quotes/model';
import { STATUS_WORDS } from '../../shared/quotes/status-words';
import type { Day, ReleaseId } from '../../shared/release/model';
import { speakerKey } from '../../shared/sheets/sheet';
import { nameAndRole } from '../../shared/sheets/words';
import { StatusMark } from '../ui/StatusMark';
import { ApprovalDialog } from './ApprovalDialog';
import type { SpanActions } from './span-actions';
import { SpanTools } from './SpanTools';
import { SaidBefore } from './SaidBefore';
import { SpeakerDialog } from './SpeakerDialog';
import { approvedParts, lastApproval } from './approved-parts';
import { BesideNow } from './BesideNow';
import type { Paper } from './PaperDialogs';
import { candidates } from './candidates';
import { type QuoteActions, proposedChoice } from './quote-actions';
import type { Said } from './use-said-before';
import { STATUS_CLASS, dayAndTime, localDay } from './words';

type Props = {
  readonly quote: Quote;
  readonly people: readonly Person[];
  /** The release's date: a role is the one held on it. */
  readonly day: Day | '';
  readonly readOnly: boolean;
  readonly isOpen: boolean;
  readonly actions: QuoteActions;
  readonly spans: SpanActions;
  /** Set for the quote that is looked at or written: what its speaker said before. */
  readonly said: Said | null;
  readonly onShow: (id: ReleaseId, quote: string) => void;
  readonly onChoose: (key: string | null) => void;
  readonly onPaper: (paper: Paper) => void;
};

/** One quote in the panel: folded, a summary; open, what there is to do about it. Drawn again only when it changes. */
export const QuoteRow = memo((props: Props) => {
  const { quote, people, day, readOnly, isOpen, actions, spans, said, onShow, onChoose, onPaper } = props;
  const row = useRef<HTMLLIElement>(null);
  const { status, stored, ranges } = quote;
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  // The button that settled something is gone with what it settled: the focus stays on the row.
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (isOpen && lost) row.current?.querySelector<HTMLElement>('.row-button')?.focus();
  }, [isOpen, status, stored?.speaker]);
  const paragraphs = new Set(ranges.map((range) => range.block)).size;
  const first = quote.proposals[0];
  const isDoubtful = !stored?.speaker && first !== undefined && first.confidence < CERTAIN;
  const proposed = first && !isDoubtful ? proposedChoice(first, people, day).role : '';
  const role = stored?.speaker ? stored.speaker.role : proposed;
  const since = stored?.speaker ? roleSince(people, stored.speaker.person, day, localDay()) : null;
  const note = quote.missingClose
    ? 'no closing mark'
    : quote.ofTwo === true
      ? 'words of two people'
      : isDoubtful
        ? 'speaker in doubt'
        : paragraphs > 1
          ? `${paragraphs} paragraphs`
          : quote.before === true
            ? 'published before Standfirst'
            : '';
  return (
    <li
      ref={row}
      className={`qi${isOpen ? ' sel' : ''}`}
      aria-current={isOpen || undefined}
      data-quote={quote.key}
      onKeyDown={(event) => {
        const isSettled = readOnly || stored?.speaker || !first || isDoubtful;
        if (isSettled || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        actions.accept(quote, first);
      }}
    >
      <StatusMark status={status} label="" />
      <button
        type="button"
        className="row-button"
        aria-expanded={isOpen}
        onClick={() => {
          onChoose(isOpen ? null : quote.key);
        }}
      >
        <span className={`lab ${STATUS_CLASS[status]}`}>
          {STATUS_WORDS[status]}
          {note !== '' && <span className="note">{note}</span>}
        </span>
        <span className="nm">{title(quote, isDoubtful)}</span>
        {role !== '' && <span className="rl">{role}</span>}
        {since !== null && <span className="former">{sinceWords(since)}</span>}
        {!(isOpen && status === 'changed since approval') && (
          <span className="ex" dir="auto">
            {quote.words}
          </span>
        )}
      </button>
      {said && <SaidBefore said={said} onShow={onShow} />}
      {isOpen && <Open {...{ quote, people, day, readOnly, actions, spans, isDoubtful, onChoose, onPaper }} />}
    </li>
  );
});
QuoteRow.displayName = 'QuoteRow';

const title = ({ stored, proposals }: Quote, isDoubtful: boolean): string => {
  if (stored?.speaker) return stored.speaker.name;
  const first = proposals[0];
  if (!first) return 'Who said this?';
  return isDoubtful && first.mention !== '' ? `Who is “${first.mention}”?` : `${first.name}?`;
};

const Open = ({
  quote,
  people,
  day,
  readOnly,
  actions,
  spans,
  isDoubtful,
  onChoose,
  onPaper,
}: Omit<Props, 'isOpen' | 'said' | 'onShow'> & { readonly isDoubtful: boolean }) => {
  const [dialog, setDialog] = useState<'speaker' | 'approval' | null>(null);
  const close = (): void => {
    setDialog(null);
  };
  const { stored, status } = quote;
  const first = quote.proposals[0];
  return (
    <div className="row-body">
      {status === 'changed since approval' && <ApprovedBesideNow quote={quote} />}
      {status === 'approved' && <ApprovedBy quote={quote} />}
      {quote.missingClose && (
        <p className="ask">
          Where does this end? Its closing mark is missing, so it is taken to end with its paragraph.
        </p>
      )}
      {quote.ofTwo === true && (
        <p className="ask">Words in it were settled as somebody else’s, so nobody is said to have spoken them all.</p>
      )}
      {!readOnly && (
        <>
          {!stored?.speaker && isDoubtful && <Candidates {...{ quote, people, day, actions }} />}
          <div className="acts">
            {!stored?.speaker && !isDoubtful && first && (
              <button
                type="button"
                className="b p"
                onClick={() => {
                  actions.accept(quote, first);
                }}
              >
                Accept {first.name}
              </button>
            )}
            {stored?.speaker && (status === 'needs approval' || status === 'changed since approval') && (
              <button
                type="button"
                className="b p"
                onClick={() => {
                  setDialog('approval');
                }}
              >
                Record approval…
              </button>
            )}
            {status === 'changed since approval' && approvedParts(quote) && (
              <button
                type="button"
                className="b"
                onClick={() => {
                  actions.restore(quote);
                }}
              >
                Put approved words back
              </button>
            )}
            {stored?.speaker && status !== 'no approval needed' && (
              <button
                type="button"
                className="b"
                onClick={() => {
                  if (stored.speaker) onPaper({ kind: 'sheet', speaker: speakerKey(stored.speaker, people) });
                }}
              >
                Approval sheet…
              </button>
            )}
            <button
              type="button"
              className="b"
              onClick={() => {
                setDialog('speaker');
              }}
            >
              {stored?.speaker || first ? 'Somebody else…' : 'Set speaker…'}
            </button>
            <button
              type="button"
              className="lk"
              onClick={() => {
                actions.deny(quote);
              }}
            >
              Not a quote
            </button>
          </div>
          <SpanTools {...{ quote, onChoose }} actions={spans} />
        </>
      )}
      {dialog === 'speaker' && <SpeakerDialog {...{ quote, people, day, actions }} onClose={close} />}
      {dialog === 'approval' && <ApprovalDialog {...{ quote, actions }} onClose={close} />}
    </div>
  );
};

/** In doubt: the candidates with the reason for each, none picked beforehand. */
const Candidates = ({ quote, people, day, actions }: Pick<Props, 'quote' | 'people' | 'day' | 'actions'>) => {
  const [picked, setPicked] = useState<Proposal | null>(null);
  return (
    <fieldset className="candidates">
      <legend className="vh">Who said this?</legend>
      {candidates(quote, people, day).map((proposal) => (
        <label className="opt" key={keyOf(proposal)}>
          <input
            type="radio"
            name={`speaker of ${quote.key}`}
            checked={picked !== null && keyOf(picked) === keyOf(proposal)}
            onChange={() => {
              setPicked(proposal);
            }}
          />
          <span>
            {proposal.name}
            <span className="meta">{[proposal.role, proposal.reason].filter(Boolean).join(' · ')}</span>
          </span>
        </label>
      ))}
      {picked && (
        <button
          type="button"
          className="b p"
          onClick={() => {
            actions.accept(quote, picked);
          }}
        >
          Accept {picked.name}
        </button>
      )}
    </fieldset>
  );
};

const keyOf = ({ person, name }: Proposal): string => person ?? name;

const ApprovedBesideNow = ({ quote }: Pick<Props, 'quote'>) => {
  const last = lastApproval(quote);
  const speaker = quote.stored?.speaker;
  if (!last || !speaker) return null;
  return (
    <BesideNow
      before={{
        title: `Approved by ${last.approvedBy}, ${last.how}, ${dayAndTime(last.at)}`,
        who: nameAndRole(last),
      }}
      now={{ title: 'Now', who: nameAndRole({ speaker: speaker.name, role: speaker.role }) }}
      words={diffWords(last.words, quote.words)}
    />
  );
};

const ApprovedBy = ({ quote }: Pick<Props, 'quote'>) => {
  const approval = fittingApproval(quote.stored, quote.words);
  if (!approval) return null;
  return (
    <p className="meta">
      Approved by {approval.approvedBy}, {approval.how}, {dayAndTime(approval.at)}. Recorded by {approval.recordedBy}.
    </p>
  );
};
