import type { LexicalEditor } from 'lexical';
import type { Quote } from '../../shared/quotes/model';
import { type Result, failed, ok } from '../../shared/result';
import { announce } from '../ui/announce';
import { $caret } from './caret';
import { spanByMarks, withOther } from './quote-facts';
import { $selectedRanges, settledIn, splitRanges } from './quote-span';
import type { Session } from './session';
import { $toBody } from './to-release';

type Parts = { readonly session: Session; readonly editor: LexicalEditor };

/** What came of it: the key of the quote that is now to be looked at, or why nothing was done. */
export type SpanResult = Result<string, string>;
export type SpanActions = ReturnType<typeof spanActions>;

/** Where a quote begins and ends, said by hand. What is drawn so stays through every later edit, until it is let go. */
export const spanActions = ({ session, editor }: Parts) => {
  const read = <Value>(what: () => Value): Value => editor.getEditorState().read(what);
  const quotes = () => session.state().quotes;
  const done = (key: string, words: string): SpanResult => {
    announce(words);
    return ok(key);
  };
  return {
    /** The selected words become the quote's, or a quote of their own. */
    useSelection: (quote: Quote | null): SpanResult => {
      const ranges = read(() => $selectedRanges($toBody()));
      if (ranges.length === 0) return failed('Select the words in the text first.');
      if (settledIn(ranges, quotes(), quote).length > 0)
        return failed('Some of these words are another quote’s. Merge the two, or select other words.');
      const [id = ''] = session.draw([{ id: quote?.stored?.id ?? null, ranges, change: (fact) => fact }]);
      return done(id, quote === null ? 'A quote' : 'The quote has the selected words');
    },
    /** The quote and the one after it become one. */
    mergeWithNext: (quote: Quote): SpanResult => {
      const all = quotes();
      const next = all[all.findIndex(({ key }) => key === quote.key) + 1];
      if (next === undefined) return failed('No quote follows this one.');
      if (quote.ofTwo === true || next.ofTwo === true)
        return failed('One of these holds the words of two people. Say first who said it.');
      const [one, other] = [quote.stored?.speaker, next.stored?.speaker];
      if (one && other && (one.person ?? one.name) !== (other.person ?? other.name))
        return failed(`The next quote is ${other.name}’s. Set the same speaker first.`);
      const ranges = [...quote.ranges, ...next.ranges];
      const gone = next.stored ? [next.stored.id] : [];
      const [id = ''] = session.draw([{ id: quote.stored?.id ?? null, ranges, change: withOther(next.stored) }], gone);
      return done(id, 'The two quotes are one');
    },
    /** Two quotes come of one, parted where the caret stands; approvals stay with the first. */
    splitAtCaret: (quote: Quote): SpanResult => {
      const parted = read(() => {
        const { blocks, keys } = $toBody();
        const caret = $caret();
        const block = keys.indexOf(caret?.key ?? '');
        return caret && block !== -1 ? splitRanges(blocks, quote.ranges, { block, offset: caret.offset }) : null;
      });
      if (parted === null) return failed('Put the caret into the quote, where the second one is to begin.');
      const speaker = quote.stored?.speaker ?? null;
      const [, second = ''] = session.draw([
        { id: quote.stored?.id ?? null, ranges: parted[0], change: (fact) => fact },
        { id: null, ranges: parted[1], change: (fact) => ({ ...fact, speaker }) },
      ]);
      return done(second, 'The quote is two');
    },
    /** Lets the marks in the text say again where the quote begins and ends. */
    fitToMarks: (quote: Quote): SpanResult => {
      session.settle(quote, spanByMarks, 'as a step');
      return done(quote.key, 'The quote follows its marks');
    },
  };
};
