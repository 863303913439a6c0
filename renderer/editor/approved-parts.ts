import { normaliseWords } from '../../shared/quotes/approval';
import type { Quote } from '../../shared/quotes/model';
import type { Approval, Speaker } from '../../shared/release/model';

/** Between two parts of a split quote: a closing mark, a space, an opening mark. */
const BETWEEN = /(?<=["'”’»])\s(?=["'“‘«])/u;

const isOf = (speaker: Speaker | null, approval: Approval): boolean =>
  speaker !== null && normaliseWords(approval.speaker) === normaliseWords(speaker.name);

/**
 * The approval that a quote which changed is held against: the last one of its speaker, else, where the speaker was
 * changed since, the last one of whoever it was. Undefined where nothing was approved.
 */
export const lastApproval = ({ stored }: Quote): Approval | undefined =>
  stored?.approvals.findLast((each) => isOf(stored.speaker, each)) ?? stored?.approvals.at(-1);

/**
 * The last approved words of a quote cut into one text for each of its ranges, to be put back in their places. Null where
 * its speaker approved nothing, where the words are the approved ones, or where the quote has other parts than it had then.
 */
export const approvedParts = (quote: Quote): readonly string[] | null => {
  const { stored, ranges, words } = quote;
  const last = lastApproval(quote);
  if (!stored || !last || !isOf(stored.speaker, last)) return null;
  const approved = last.words;
  if (normaliseWords(approved) === normaliseWords(words)) return null;
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
