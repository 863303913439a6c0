import { useEffect, useRef, useState } from 'react';
import { diffWords } from '../../shared/compare/words';
import type { ReviewChange } from '../../shared/review/change';
import { Button } from '../ui/Button';
import { announce } from '../ui/announce';
import { counted } from '../ui/dates';
import { TYPED_WORDS } from '../ui/typed-words';
import type { Placed } from './place-remarks';
import { saidBy } from './words';

type Props = {
  readonly placed: readonly Placed[];
  readonly chosen: string | null;
  readonly onChoose: (remark: string) => void;
  readonly mayWrite: boolean;
  /** Whether the text that is shown is the working text, and may be changed. */
  readonly mayUse: boolean;
  readonly nameOf: (placed: Placed) => string;
  readonly onChange: (change: ReviewChange) => Promise<boolean>;
  readonly onUse: (placed: Placed) => void;
  readonly zone: string;
};

/** What was said, as threads in the order of the text. Settled ones are shown when they are asked for. */
export const RemarkList = ({ placed, chosen, onChoose, ...rest }: Props) => {
  const [withSettled, setWithSettled] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const open = placed.filter(({ remark }) => remark.resolved === null);
  const shown = withSettled ? placed : placed.filter(({ remark }) => remark.resolved === null || remark.id === chosen);
  useEffect(() => {
    list.current?.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <aside className="rv-remarks" aria-label="Remarks" data-region="remarks">
      <h2>{open.length === 0 ? 'No open remarks' : counted(open.length, 'open remark')}</h2>
      {placed.length > open.length && (
        <label className="rv-filter">
          <input type="checkbox" checked={withSettled} onChange={(event) => setWithSettled(event.target.checked)} />
          {`Settled ones too (${placed.length - open.length})`}
        </label>
      )}
      {placed.length === 0 && (
        <p className="empty">
          Select words on the page and choose “Remark…”. A review copy brings remarks of people without Standfirst.
        </p>
      )}
      <ul ref={list}>
        {shown.map((each) => (
          <Thread
            key={each.remark.id}
            placed={each}
            isChosen={each.remark.id === chosen}
            onChoose={() => onChoose(each.remark.id)}
            {...rest}
          />
        ))}
      </ul>
    </aside>
  );
};

type ThreadProps = Omit<Props, 'placed' | 'chosen' | 'onChoose'> & {
  readonly placed: Placed;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

const Thread = ({ placed, isChosen, onChoose, mayWrite, mayUse, nameOf, onChange, onUse, zone }: ThreadProps) => {
  const [answer, setAnswer] = useState<string | null>(null);
  const { remark, at, number } = placed;
  const { anchor, proposed, resolved } = remark;
  const send = async (): Promise<void> => {
    const text = answer?.trim() ?? '';
    if (text === '') return;
    if (!(await onChange({ what: 'reply', remark: remark.id, text }))) return;
    setAnswer(null);
    announce('Answer saved');
  };
  const settle = async (isSettled: boolean): Promise<void> => {
    if (await onChange({ what: 'resolve', remark: remark.id, resolved: isSettled }))
      announce(`Remark ${number} ${isSettled ? 'settled' : 'is open again'}`);
  };
  return (
    <li
      className={`${isChosen ? 'chosen' : ''} ${resolved === null ? '' : 'settled'}`}
      aria-current={isChosen ? 'true' : undefined}
    >
      <Button kind="ghost" className="rv-phrase" onClick={onChoose}>
        <span className="rv-no">{number}</span>
        {anchor === null ? (
          <i>On the whole text</i>
        ) : (
          <span dir="auto">{`“${shortened(at?.words ?? anchor.words)}”`}</span>
        )}
      </Button>
      {anchor !== null && at === null && <p className="meta">These words are not in this text.</p>}
      <p className="meta">{`${saidBy(remark, zone)} · on ${nameOf(placed)}`}</p>
      {remark.text !== '' && <p dir="auto">{remark.text}</p>}
      {proposed !== null && (
        <p className="rv-proposed" dir="auto">
          <b>Proposed: </b>
          {proposed === '' ? (
            <del>{anchor?.words}</del>
          ) : (
            diffWords(anchor?.words ?? '', proposed).map(({ op, text }, index) =>
              op === 'added' ? <ins key={index}>{text}</ins> : op === 'removed' ? <del key={index}>{text}</del> : text,
            )
          )}
        </p>
      )}
      {remark.replies.map((reply, index) => (
        <div key={index} className="rv-reply">
          <p className="meta">{saidBy(reply, zone)}</p>
          <p dir="auto">{reply.text}</p>
        </div>
      ))}
      {resolved !== null && <p className="meta">{`Settled by ${resolved.by}`}</p>}
      {mayWrite && answer === null && (
        <div className="acts">
          {resolved === null && (
            <Button onClick={() => setAnswer('')}>
              Answer<span className="vh">{` remark ${number}`}</span>
            </Button>
          )}
          {resolved === null && proposed !== null && at !== null && mayUse && (
            <Button onClick={() => onUse(placed)}>
              Use this wording<span className="vh">{` of remark ${number}`}</span>
            </Button>
          )}
          <Button onClick={() => void settle(resolved === null)}>
            {resolved === null ? 'Settle' : 'Open again'}
            <span className="vh">{` remark ${number}`}</span>
          </Button>
        </div>
      )}
      {answer !== null && (
        <form
          {...(answer.trim() === '' ? {} : { [TYPED_WORDS]: '' })}
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <textarea
            className="f"
            aria-label={`Answer to remark ${number}`}
            rows={2}
            value={answer}
            autoFocus
            onChange={(event) => setAnswer(event.target.value)}
          />
          <div className="acts">
            <Button onClick={() => setAnswer(null)}>Leave it unanswered</Button>
            <button type="submit" className="b p">
              Save answer
            </button>
          </div>
        </form>
      )}
    </li>
  );
};

const shortened = (words: string): string => (words.length <= 80 ? words : `${words.slice(0, 78).trimEnd()}…`);
