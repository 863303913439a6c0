import type { QuoteBlock } from './model';

/** What quotation marks may be: without one of these a text has no quote. An apostrophe within a word is none. */
const MARK = /["“”„‟«»‹›]|(?<![\p{L}\p{N}])['‘’‚‛]|['‘’‚‛](?![\p{L}\p{N}])/u;

/** Whether a text has a sign that a quote could begin or end with; a block quote needs none. */
export const mayHoldQuote = ({ text, kind }: QuoteBlock): boolean =>
  MARK.test(text) || (kind === 'block-quote' && text.trim() !== '');
