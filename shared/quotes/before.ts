import { sha256Hex } from '../digest';
import type { Release } from '../release/model';
import { normaliseWords } from './approval';
import { mayHoldQuote } from './may-hold';
import type { QuoteBlock } from './model';
import { quoteBlocks } from './words';

/**
 * What stood in a release that was published before Standfirst. It binds the words of each text in which a quote may
 * stand, not the quotes: those are found anew by every later Standfirst, perhaps with other ends, and the publication
 * must not come undone by that.
 */

/** SHA-256, 64 lower-case hex digits, of a text's words in the form in which approvals compare them. */
export const beforeDigest = (text: string): string => sha256Hex(normaliseWords(text).trim());

/** The texts of a part in which a quote may stand: those that may hold one, and all between, through which one may run on. */
const inQuotes = (blocks: readonly QuoteBlock[]): readonly string[] =>
  blocks
    .slice(Math.max(0, blocks.findIndex(mayHoldQuote)), blocks.findLastIndex(mayHoldQuote) + 1)
    .map(({ text }) => text);

/** The digests that a release published before Standfirst carries (`Release.before`): sorted, each once. */
export const digestsBefore = ({
  headline,
  standfirst,
  body,
  notes,
}: Pick<Release, 'headline' | 'standfirst' | 'body' | 'notes'>): string[] => {
  const alone = (text: string): QuoteBlock[] => [{ text, kind: 'text' }];
  const said = [...body, ...notes].flatMap((block) =>
    block.type === 'image' ? [alone(block.alternative), alone(block.credit)] : [],
  );
  const parts = [alone(headline), alone(standfirst), quoteBlocks(body), quoteBlocks(notes), ...said];
  return [...new Set(parts.flatMap(inQuotes).map(beforeDigest))].sort();
};

/** Says of a text of a release whether it stood there, in these words, before Standfirst. */
export const stoodBefore = ({ before }: Pick<Release, 'before'>): ((text: string) => boolean) => {
  const known = new Set(before);
  return (text) => known.size > 0 && known.has(beforeDigest(text));
};
