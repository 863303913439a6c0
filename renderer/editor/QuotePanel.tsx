import { ChevronLeft } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Person } from '../../shared/people/model';
import type { ReleaseId } from '../../shared/release/model';
import { notQuotes } from '../../shared/quotes/resolve';
import type { TextEdit } from '../../shared/quotes/check-model';
import type { Checks } from './checks/use-checks';
import type { Paper } from './PaperDialogs';
import { QuoteChecks } from './QuoteChecks';
import { QuoteRow } from './QuoteRow';
import type { QuoteActions } from './quote-actions';
import { factsInPlace } from './quote-facts';
import './quote-panel.css';
import type { SessionState } from './session';
import type { SpanActions } from './span-actions';
import type { Said } from './use-said-before';
import { certainOf, countWords, placeOf } from './words';

type Props = {
  readonly state: SessionState;
  readonly people: readonly Person[];
  readonly chosen: string | null;
  readonly readOnly: boolean;
  readonly actions: QuoteActions;
  readonly checks: Checks | null;
  readonly onFix: (says: string, edit: TextEdit) => void;
  readonly spans: SpanActions;
  /** What was said before of the quote that is looked at or written. */
  readonly said: Said | null;
  readonly onShow: (id: ReleaseId, quote: string) => void;
  readonly onAcceptInView: () => void;
  readonly onChoose: (key: string | null) => void;
  readonly onPaper: (paper: Paper) => void;
  readonly onBack: () => void;
  /** A step is taken back, or made again, by keys pressed here. */
  readonly onUndo: (again: boolean) => void;
};

/** Every quote of the release in document order, with who said it, its status, and what there is to do. */
export const QuotePanel = ({
  state,
  people,
  chosen,
  readOnly,
  actions,
  checks,
  onFix,
  spans,
  said,
  onShow,
  onAcceptInView,
  onChoose,
  onPaper,
  onBack,
  onUndo,
}: Props) => {
  const { quotes, facts, body } = state;
  const certain = certainOf(quotes);
  const denied = notQuotes({ body: body.blocks, quotes: factsInPlace(facts, body.marks) });
  return (
    <aside
      className="quotes"
      aria-label="Quotes"
      data-region="quotes"
      tabIndex={-1}
      onKeyDown={(event) => {
        const again = undoKey(event);
        if (again === null || readOnly) return;
        event.preventDefault();
        onUndo(again);
      }}
    >
      <div className="ph">
        <button type="button" className="b g back-to-page" onClick={onBack}>
          <ChevronLeft className="i" aria-hidden="true" /> Page
        </button>
        <h2>Quotes</h2>
        <span className="meta">{countWords(quotes)}</span>
      </div>
      {!readOnly && quotes.some(({ stored }) => stored?.speaker) && (
        <div className="paper">
          <button
            type="button"
            className="lk"
            onClick={() => {
              onPaper({ kind: 'sheet', speaker: null });
            }}
          >
            Approval sheet…
          </button>
          <button
            type="button"
            className="lk"
            onClick={() => {
              onPaper({ kind: 'code' });
            }}
          >
            Enter code…
          </button>
        </div>
      )}
      <div className="rows">
        {!readOnly && certain.length > 1 && (
          <div className="accept-all">
            <button type="button" className="b" onClick={onAcceptInView}>
              Accept the certain speakers in view
            </button>
          </div>
        )}
        <ul aria-label="Quotes in this release">
          {quotes.map((quote) => (
            <QuoteRow
              key={placeOf(quote)}
              {...{ quote, people, readOnly, actions, spans, onShow, onChoose, onPaper }}
              said={said?.key === quote.key ? said : null}
              day={state.fields.dateline.date}
              isOpen={chosen === quote.key}
            />
          ))}
        </ul>
        {quotes.length === 0 && (
          <p className="empty">
            {readOnly
              ? 'No quotes stand in this text.'
              : 'Quotes appear here as you type them: who said each, and whether they approved those exact words.'}
          </p>
        )}
        <QuoteChecks {...{ checks, readOnly, onFix }} />
        {denied.length > 0 && (
          <section className="denied" aria-label="Said not to be quotes">
            <h3>Not quotes</h3>
            <ul>
              {denied.map(({ stored, words }) => (
                <li key={stored.id}>
                  <span className="ex" dir="auto">
                    {words}
                  </span>
                  {!readOnly && (
                    <button
                      type="button"
                      className="lk"
                      onClick={() => {
                        actions.quoteAfterAll(stored.id);
                      }}
                    >
                      It is a quote
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </aside>
  );
};

/** Whether a key undoes (false) or does again (true), as in the text; null: neither, or a field has an undo of its own. */
const undoKey = ({ key, ctrlKey, metaKey, shiftKey, altKey, target }: KeyboardEvent): boolean | null => {
  const isField = target instanceof Element && target.closest('input:not([type="radio"]), textarea, .dialog') !== null;
  if (!(ctrlKey || metaKey) || altKey || isField) return null;
  if (key.toLowerCase() === 'z') return shiftKey;
  return key.toLowerCase() === 'y' ? true : null;
};
