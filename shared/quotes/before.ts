import { sha256Hex } from '../digest';
import type { Release } from '../release/model';
import { blockText } from '../release/text';
import { normaliseWords } from './approval';
import { mayHoldQuote } from './may-hold';

/**
 * What stood in a release that was published before Standfirst. It binds the words of each text in which a quote may
 * stand, not the quotes: those are found anew by every later Standfirst, perhaps with other ends, and the publication
 * must not come undone by that.
 */

/** SHA-256, 64 lower-case hex digits, of a text's words in the form in which approvals compare them. */
export const beforeDigest = (text: string): string => sha256Hex(normaliseWords(text).trim());

/** The texts of a part in which a quote may stand: those with a mark, and all between, through which one may run on. */
const inQuotes = (texts: readonly string[]): readonly string[] =>
  texts.slice(Math.max(0, texts.findIndex(mayHoldQuote)), texts.findLastIndex(mayHoldQuote) + 1);

/** The digests that a release published before Standfirst carries (`Release.before`): sorted, each once. */
export const digestsBefore = ({
  headline,
  standfirst,
  body,
  notes,
}: Pick<Release, 'headline' | 'standfirst' | 'body' | 'notes'>): string[] => {
  const said = [...body, ...notes].flatMap((block) =>
    block.type === 'image' ? [[block.alternative], [block.credit]] : [],
  );
  const parts = [[headline], [standfirst], body.map(blockText), notes.map(blockText), ...said];
  return [...new Set(parts.flatMap(inQuotes).map(beforeDigest))].sort();
};

/** Says of a text of a release whether it stood there, in these words, before Standfirst. */
export const stoodBefore = ({ before }: Pick<Release, 'before'>): ((text: string) => boolean) => {
  const known = new Set(before);
  return (text) => known.size > 0 && known.has(beforeDigest(text));
};
