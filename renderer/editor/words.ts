import type { WordOp } from '../../shared/compare/model';
import { CERTAIN, type Quote, type QuoteStatus } from '../../shared/quotes/model';
import { STATUS_WORDS } from '../../shared/quotes/status-words';
import type { Day } from '../../shared/release/model';

/** Too narrow for the quotes to stand beside the page; editor.css has the same. */
export const NARROW = '(max-width: 50rem)';

/** The last part of a status's class names and colours. */
export const STATUS_CLASS = {
  'no speaker': 'nospeaker',
  'needs approval': 'needs',
  approved: 'approved',
  'changed since approval': 'changed',
  'no approval needed': 'notneeded',
} as const satisfies Readonly<Record<QuoteStatus, string>>;

/** Where a quote begins, in the form of a found quote's key: the same before and after somebody settles it. */
export const placeOf = ({ ranges }: Quote): string => `found:${ranges[0]?.block ?? 0}:${ranges[0]?.start ?? 0}`;

/** The key now of the quote that had this key: one that was found has an id of its own once it is settled. */
export const keyNow = (quotes: readonly Quote[], key: string | null): string | null =>
  quotes.some((quote) => quote.key === key) ? key : (quotes.find((quote) => placeOf(quote) === key)?.key ?? null);

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const inWords = (count: number): string => NUMBERS[count] ?? String(count);

/** Whether somebody still has to do something about a quote. */
export const isToSettle = ({ status }: Quote): boolean => status !== 'approved' && status !== 'no approval needed';

/** The quotes whose speaker is proposed for certain and not accepted yet. One that holds two people's words is looked at alone. */
export const certainOf = (quotes: readonly Quote[]): readonly Quote[] =>
  quotes.filter(
    ({ stored, ofTwo, proposals }) => !stored?.speaker && !ofTwo && (proposals[0]?.confidence ?? 0) >= CERTAIN,
  );

/** “4, two to settle”, “4, all settled”. */
export const countWords = (quotes: readonly Quote[]): string => {
  const open = quotes.filter(isToSettle).length;
  if (quotes.length === 0) return 'none';
  return `${quotes.length}, ${open === 0 ? 'all settled' : `${inWords(open)} to settle`}`;
};

const WORST: readonly QuoteStatus[] = ['changed since approval', 'no speaker', 'needs approval', 'approved'];

/** The status that most wants looking at. */
export const worstStatus = (quotes: readonly Quote[]): QuoteStatus =>
  WORST.find((status) => quotes.some((quote) => quote.status === status)) ?? 'no approval needed';

/** Who said it as shown: set by a person, else proposed with certainty, else nobody. */
export const speakerName = (quote: Quote): string => quote.stored?.speaker?.name ?? '';

/** How many words stay on each side of a change where what is the same goes on for long. */
const AROUND = 7;

/** A comparison of words cut to what is near its changes; an ellipsis stands for what is left out. */
export const nearChanges = (words: readonly WordOp[]): readonly WordOp[] =>
  words.map((word, index) => {
    const parts = word.text.split(/(?<=\s)(?=\S)/u);
    if (word.op !== 'same' || parts.length <= 2 * AROUND + 2) return word;
    const before = index === 0 ? [] : parts.slice(0, AROUND);
    const after = index === words.length - 1 ? [] : parts.slice(-AROUND);
    return { op: 'same', text: `${before.join('').trimEnd()}${before.length > 0 ? ' ' : ''}… ${after.join('')}` };
  });

/** “Quote, Dr Ifeoma Bright, changed since approval”. */
export const quoteInWords = (quote: Quote): string =>
  ['Quote', speakerName(quote), STATUS_WORDS[quote.status].toLowerCase()].filter((part) => part !== '').join(', ');

/** “14:05” on the clock of this computer. */
export const clockTime = (instant: number): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(instant);

/** Today on the calendar of this computer, `YYYY-MM-DD`. */
export const localDay = (): Day => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** “20 November 2026, 16:20”. */
export const dayAndTime = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
    .format(Date.parse(instant))
    .replace(' at ', ', ');
