import { judgedAlone } from './candidate';
import type { FindQuotes } from './find';
import { Marks } from './marks';
import type { FoundQuote, QuoteBlock } from './model';
import { quotesOf } from './propose';
import { NOTHING_READ, type Reading, readTokens } from './reading';
import type { Segment } from './scanner';
import { aboveBlock, stretchesIn, weigh } from './sections';

/** A segment with the index of its first block. */
type Placed = { readonly segment: Segment; readonly at: number };

/** Reads blocks as they are asked for. Each is held for as long as the document is looked at. */
const readerOf = (blocks: readonly QuoteBlock[], segments: readonly Placed[]): ((index: number) => Reading) => {
  const owners: Placed[] = [];
  for (const each of segments) for (let i = 0; i < each.segment.blocks; i += 1) owners.push(each);
  const known = new Map<number, Reading>();
  return (index) => {
    const block = blocks[index];
    const owner = owners[index];
    if (block === undefined || owner === undefined || block.kind === 'heading') return NOTHING_READ;
    const reading = known.get(index) ?? readTokens(block.text, stretchesIn(owner.segment)[index - owner.at] ?? []);
    known.set(index, reading);
    return reading;
  };
};

/**
 * What stands above a segment that begins at block `at`, where that may lead into a quote: the nearest block with words, if
 * it ends with a colon. The others are not read.
 */
const leadAbove = (
  blocks: readonly QuoteBlock[],
  read: (index: number) => Reading,
  at: number,
): ReturnType<typeof aboveBlock> => {
  const isWordless = (index: number): boolean => blocks[index]?.kind === 'heading' || blocks[index]?.text.trim() === '';
  let above = at - 1;
  while (above >= 0 && isWordless(above)) above -= 1;
  return blocks[above]?.text.trimEnd().endsWith(':') ? aboveBlock(read, at) : { above: NOTHING_READ, up: 0 };
};

const NOBODY = { proposals: [], cue: null };

/**
 * The quotes that `findQuotes` finds, in the same order and with the same ranges, types and missing closes, but without a
 * word on who said them: no proposals, and no cue. Only paragraphs with quotes, and those that lead into one by a colon, are
 * read, so that a release takes a small part of the time. For work that goes by what people settled alone.
 */
export const findSpans: FindQuotes = (blocks) => {
  let next = 0;
  const segments = new Marks().update(blocks).map((segment): Placed => {
    const at = next;
    next += segment.blocks;
    return { segment, at };
  });
  const read = readerOf(blocks, segments);
  return segments.flatMap(({ segment, at }): FoundQuote[] => {
    if (segment.spans.length === 0) return [];
    const end = at + segment.blocks;
    const own = blocks.slice(at, end).map((_, index) => read(at + index));
    const beside = { ...leadAbove(blocks, read, at), below: NOTHING_READ };
    const section = weigh(blocks.slice(at, end), segment, own, beside, judgedAlone);
    return quotesOf(section).map((parts) => ({
      ranges: parts.flatMap(({ span }) => span.ranges.map((range) => ({ ...range, block: range.block + at }))),
      type: parts[0].candidate.type,
      missingClose: (parts.at(-1) ?? parts[0]).span.missingClose,
      ...NOBODY,
    }));
  });
};
