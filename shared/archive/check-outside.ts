import { findQuotes } from '../quotes/find';
import type { Quote } from '../quotes/model';
import type { ResolveContext } from '../quotes/resolve';
import { quoteBlocks, wordsOfTexts } from '../quotes/words';
import { firstWords, overrideOf, quoteWordsDigest } from './check-words';
import type { CheckCode, Finding } from './model';
import type { PublicRelease } from './select';

const CODE: CheckCode = 'quote-outside-body';

/**
 * Quotes in the standfirst and in the notes to editors. A speaker and an approval are kept for quotes in the body alone,
 * so one found here is let pass only where the same words stand in the body and are settled (`quotes`: the body's), or
 * by a person.
 */
export const checkOutside = (
  { release, current }: PublicRelease,
  quotes: readonly Quote[],
  { people }: ResolveContext,
): Finding[] => {
  const settled = new Set(
    quotes
      .filter(({ status }) => status === 'approved' || status === 'no approval needed')
      .map(({ words }) => quoteWordsDigest(words)),
  );
  const parts = [
    { blocks: [{ text: release.standfirst, kind: 'text' as const }], where: () => 'in the standfirst' },
    {
      blocks: quoteBlocks(release.notes),
      where: (block: number) => `in paragraph ${block + 1} of the notes to editors`,
    },
  ];
  return parts.flatMap(({ blocks, where }) =>
    findQuotes(blocks, people).flatMap(({ ranges }) => {
      const words = wordsOfTexts(blocks, ranges);
      const digest = quoteWordsDigest(words);
      if (settled.has(digest)) return [];
      const first = firstWords(words);
      return [
        {
          code: CODE,
          release: release.id,
          headline: release.headline,
          message: `The quote “${first}” ${where(ranges[0]?.block ?? 0)} has no speaker and no approval, which are kept for quotes in the body alone.`,
          quote: null,
          words: { digest, all: words, first },
          override: overrideOf(current.overrides, CODE, digest),
        },
      ];
    }),
  );
};
