import { normaliseWords } from '../../shared/quotes/approval';
import type { Quote } from '../../shared/quotes/model';

/** Between two parts of a split quote: a closing mark, a space, an opening mark. */
const BETWEEN = /(?<=["'”’»])\s(?=["'“‘«])/u;

/**
 * The last approved words of a quote cut into one text for each of its ranges, to be put back in their places. Null where
 * nothing was approved, where the words are the approved ones, or where the quote has other parts than it had then.
 */
export const approvedParts = ({ stored, ranges, words }: Quote): readonly string[] | null => {
  const approved = stored?.approvals.at(-1)?.words;
  if (approved === undefined || normaliseWords(approved) === normaliseWords(words)) return null;
  const counts = new Map<number, number>();
  for (const { block } of ranges) counts.set(block, (counts.get(block) ?? 0) + 1);
  const paragraphs = approved.split('\n');
  if (paragraphs.length !== counts.size) return null;
  const parts = [...counts.values()].map((count, index) => {
    const paragraph = paragraphs[index] ?? '';
    const pieces = count === 1 ? [paragraph] : paragraph.split(BETWEEN);
    return pieces.length === count ? pieces : null;
  });
  return parts.every((each) => each !== null) ? parts.flat() : null;
};
