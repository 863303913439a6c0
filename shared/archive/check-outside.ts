import { normaliseWords } from '../quotes/approval';
import { bareWords, firstWords, standsIn } from '../quotes/excerpt';
import { stoodBefore } from '../quotes/before';
import { givenToAnother } from '../quotes/check-speakers';
import { findQuotes } from '../quotes/find';
import { mayHoldQuote } from '../quotes/may-hold';
import type { Quote, QuoteBlock } from '../quotes/model';
import type { ResolveContext } from '../quotes/resolve';
import type { Block, Release } from '../release/model';
import { blockText } from '../release/text';
import { quoteBlocks, wordsOfTexts } from '../quotes/words';
import { overrideOf, quoteWordsDigest } from './check-words';
import type { CheckCode, Finding } from './model';
import type { PublicRelease } from './select';

const CODE: CheckCode = 'quote-outside-body';

type Part = {
  readonly blocks: readonly QuoteBlock[];
  readonly where: (block: number) => string;
  /** Whether part of a quote in the body may stand here, as headlines have it. */
  readonly excerpts: boolean;
};

/** A text by itself, and whether part of a quote may stand in it. */
const alone = (text: string, where: string, excerpts: boolean): Part => ({
  blocks: [{ text, kind: 'text' }],
  where: () => where,
  excerpts,
});

/** What is read of an image besides its caption, which is a block's text as any other. */
const imageParts = (blocks: readonly Block[], of: string): Part[] =>
  blocks.flatMap((block, index) => {
    if (block.type !== 'image') return [];
    const where = `of the image in paragraph ${index + 1}${of}`;
    return [
      alone(block.alternative, `in the alternative text ${where}`, true),
      alone(block.credit, `in the credit ${where}`, true),
    ];
  });

const partsOf = ({ headline, standfirst, body, notes }: Release, corrections: PublicRelease['corrections']): Part[] => [
  alone(headline, 'in the headline', true),
  alone(standfirst, 'in the standfirst', false),
  ...body.flatMap((block, index) =>
    block.type === 'heading' ? [alone(blockText(block), `in the heading in paragraph ${index + 1}`, true)] : [],
  ),
  {
    blocks: quoteBlocks(notes).map((block) => (block.kind === 'heading' ? { ...block, kind: 'text' } : block)),
    where: (block) => `in paragraph ${block + 1} of the notes to editors`,
    excerpts: false,
  },
  ...imageParts(body, ''),
  ...imageParts(notes, ' of the notes to editors'),
  ...corrections.map(({ note }) => alone(note, 'in the note on a correction', true)),
];

/**
 * Quotes in the headline, in headings, in the standfirst, in the notes to editors, in what is said of images and in notes on
 * corrections. A speaker and an approval are kept for quotes in the body alone, so one found here is let pass only where the
 * same words stand in the body and are settled (`quotes`: the body's; a part of them will do save in the standfirst and the
 * notes), and are not given to another here; or by a person.
 */
export const checkOutside = (
  { release, current, corrections }: PublicRelease,
  quotes: readonly Quote[],
  { people }: ResolveContext,
): Finding[] => {
  const parts = partsOf(release, corrections).filter(({ blocks }) => blocks.some(mayHoldQuote));
  if (parts.length === 0) return [];
  const settled = quotes.filter(({ status }) => status === 'approved' || status === 'no approval needed');
  const isFromBefore = stoodBefore(release);
  return parts.flatMap(({ blocks, where, excerpts }) =>
    findQuotes(blocks, people).flatMap(({ ranges, proposals }) => {
      if (ranges.every(({ block }) => isFromBefore(blocks[block]?.text ?? ''))) return [];
      const words = wordsOfTexts(blocks, ranges);
      const [normal, bare] = [normaliseWords(words), bareWords(words)];
      const same = settled.filter(
        (quote) => normaliseWords(quote.words) === normal || (excerpts && standsIn(bare, bareWords(quote.words))),
      );
      if (same.some(({ stored }) => givenToAnother({ stored, proposals }, people) === null)) return [];
      const digest = quoteWordsDigest(words);
      const first = firstWords(words);
      const speaker = same[0]?.stored?.speaker?.name;
      const why =
        speaker === undefined
          ? 'has no speaker and no approval, which are kept for quotes in the body alone'
          : `is given to ${proposals[0]?.name ?? ''}, and in the body it is settled as said by ${speaker}`;
      return [
        {
          code: CODE,
          release: release.id,
          headline: release.headline,
          message: `The quote “${first}” ${where(ranges[0]?.block ?? 0)} ${why}.`,
          quote: null,
          words: { digest, all: words, first },
          override: overrideOf(current.overrides, CODE, digest),
        },
      ];
    }),
  );
};
