import { useState } from 'react';
import { describeApproval } from '../../shared/compare/describe-approval';
import type { QuoteChange } from '../../shared/compare/model';
import { Button } from '../ui/Button';
import { StatusMark, type MarkStatus } from '../ui/StatusMark';
import { counted, shortInstant } from '../ui/dates';
import { Words } from './Words';
import { aroundChange, plainPieces } from '../../shared/compare/pieces';
import './quote-table.css';

const MARKS: Readonly<Record<QuoteChange['approval'], MarkStatus | null>> = {
  none: null,
  stands: 'approved',
  lapses: 'changed since approval',
  returns: 'approved',
};

const KINDS: Readonly<Record<QuoteChange['kind'], { readonly words: string; readonly look: string }>> = {
  unchanged: { words: '= Unchanged', look: 'fmt' },
  moved: { words: '↕ Moved', look: 'moved' },
  'words changed': { words: '≠ Words changed', look: 'chg' },
  'speaker changed': { words: '≠ Speaker changed', look: 'chg' },
  'role changed': { words: '≠ Role changed', look: 'chg' },
  added: { words: '+ Added', look: 'added' },
  removed: { words: '− Removed', look: 'removed' },
};

type Props = {
  readonly quotes: readonly QuoteChange[];
  /** The quotes that the chosen change is about. */
  readonly current: ReadonlySet<QuoteChange>;
  readonly onShow: (quote: QuoteChange) => void;
  readonly at: { readonly now: Date; readonly zone: string };
};

/** Whose words changed, and what becomes of each approval. Quotes that stay as they are have one row together. */
export const QuoteTable = ({ quotes, current, onShow, at }: Props) => {
  const [sameShown, setSameShown] = useState(false);
  const day = (instant: string): string => shortInstant(instant, at.now, at.zone);
  const changed = quotes.filter(({ kind }) => kind !== 'unchanged');
  const listed = sameShown ? quotes : changed;
  const same = quotes.filter(({ kind }) => kind === 'unchanged');
  // Where they are several, the day of each approval says less than how many there are.
  const sayings = same.map((quote) => describeApproval(quote, same.length > 1 ? null : day));
  const sameEffects = [...new Set(sayings)].flatMap((says) => {
    const quote = same[sayings.indexOf(says)];
    return quote === undefined ? [] : [[says, quote, sayings.filter((each) => each === says).length] as const];
  });
  const speakers = [...new Set(same.map(({ speaker }) => (speaker === '' ? 'nobody named' : speaker)))];
  return (
    <section className="qch" aria-label="Quotes in this comparison" data-region="quotes" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{`Quotes: ${changed.length} of ${quotes.length} affected`}</th>
            <th scope="col">Speaker</th>
            <th scope="col">Words</th>
            <th scope="col">Effect on approval</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((quote, index) => (
            <tr key={index} aria-current={current.has(quote) ? 'true' : undefined}>
              <td className={`kind ${KINDS[quote.kind].look}`}>
                <Button kind="ghost" title="Goes to the quote in the text" onClick={() => onShow(quote)}>
                  {KINDS[quote.kind].words}
                </Button>
                {quote.role !== undefined && quote.kind !== 'role changed' && (
                  <span className="also">Role changed</span>
                )}
              </td>
              <td>
                <b>{quote.speaker === '' ? 'No speaker' : quote.speaker}</b>
                {quote.speakerBefore !== undefined && (
                  <Was before={quote.speakerBefore === '' ? 'nobody' : quote.speakerBefore} />
                )}
                {quote.role !== undefined && (
                  <>
                    <span className="also">{quote.role === '' ? 'no role' : quote.role}</span>
                    <Was
                      before={quote.roleBefore === undefined || quote.roleBefore === '' ? 'no role' : quote.roleBefore}
                    />
                  </>
                )}
              </td>
              <td className="ex" dir="auto">
                <Words pieces={plainPieces(aroundChange(quote.words))} />
              </td>
              <td>
                <Effect approval={quote.approval} says={describeApproval(quote, day)} />
                {quote.approvedBy !== undefined && <span className="meta also">{`Given by ${quote.approvedBy}`}</span>}
              </td>
            </tr>
          ))}
          {same.length > 0 && (
            <tr>
              <td className="kind fmt">{`${KINDS.unchanged.words}, ${counted(same.length, 'quote')}`}</td>
              <td>{speakers.join(', ')}</td>
              <td>
                <Button kind="ghost" aria-expanded={sameShown} onClick={() => setSameShown(!sameShown)}>
                  {sameShown ? 'Fold' : 'Show'}
                  <span className="vh"> the quotes that stay as they are</span>
                </Button>
              </td>
              <td>
                {sameEffects.map(([says, quote, count]) => (
                  <div key={says}>
                    <Effect approval={quote.approval} says={sameEffects.length === 1 ? says : `${count}: ${says}`} />
                  </div>
                ))}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
};

const Was = ({ before }: { readonly before: string }) => <span className="meta also">{`before: ${before}`}</span>;

const Effect = ({ approval, says }: { readonly approval: QuoteChange['approval']; readonly says: string }) => {
  const mark = MARKS[approval];
  return (
    <>
      {mark !== null && <StatusMark status={mark} />} {says}
    </>
  );
};
