import type { QuoteChange } from '../../shared/compare/model';
import { StatusMark, type MarkStatus } from '../ui/StatusMark';
import { counted } from '../ui/dates';
import { Words } from './Words';
import { aroundChange, plainPieces } from './pieces';

const EFFECTS: Readonly<Record<QuoteChange['approval'], { readonly words: string; readonly mark: MarkStatus | null }>> =
  {
    none: { words: 'No approval is touched', mark: null },
    stands: { words: 'Approval stands', mark: 'approved' },
    lapses: { words: 'Approval lapses', mark: 'changed since approval' },
    returns: { words: 'Approval returns', mark: 'approved' },
  };

const KINDS: Readonly<Record<QuoteChange['kind'], { readonly words: string; readonly look: string }>> = {
  unchanged: { words: '= Unchanged', look: 'fmt' },
  moved: { words: '↕ Moved', look: 'moved' },
  'words changed': { words: '≠ Words changed', look: 'chg' },
  'speaker changed': { words: '≠ Speaker changed', look: 'chg' },
  added: { words: '+ Added', look: 'added' },
  removed: { words: '− Removed', look: 'removed' },
};

/** Whose words changed, and what becomes of each approval. Quotes that stay as they are have one row together. */
export const QuoteTable = ({ quotes }: { readonly quotes: readonly QuoteChange[] }) => {
  const changed = quotes.filter(({ kind }) => kind !== 'unchanged');
  const same = quotes.filter(({ kind }) => kind === 'unchanged');
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
          {changed.map((quote, index) => (
            <tr key={index}>
              <td className={`kind ${KINDS[quote.kind].look}`}>{KINDS[quote.kind].words}</td>
              <td>
                <b>{quote.speaker === '' ? 'No speaker' : quote.speaker}</b>
                {quote.speakerBefore !== undefined && (
                  <span className="meta">{` before: ${quote.speakerBefore === '' ? 'nobody' : quote.speakerBefore}`}</span>
                )}
              </td>
              <td className="ex">
                <Words pieces={plainPieces(aroundChange(quote.words))} />
              </td>
              <td>
                <Effect approval={quote.approval} />
              </td>
            </tr>
          ))}
          {same.length > 0 && (
            <tr>
              <td className="kind fmt">{`${KINDS.unchanged.words}, ${counted(same.length, 'quote')}`}</td>
              <td>{speakers.join(', ')}</td>
              <td className="meta">The same words, in the same place</td>
              <td>
                <Effect approval={same.some(({ approval }) => approval === 'stands') ? 'stands' : 'none'} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
};

const Effect = ({ approval }: { readonly approval: QuoteChange['approval'] }) => {
  const { words, mark } = EFFECTS[approval];
  return (
    <>
      {mark !== null && <StatusMark status={mark} />} {words}
    </>
  );
};
