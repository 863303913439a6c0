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

const NOBODY = { proposals: [], cue: null };

/**
 * The quotes that `findQuotes` finds, in the same order and with the same ranges, types and missing closes, but without a
 * word on who said them: no proposals, and no cue. Only paragraphs with quotes, and those beside them, are read, so that a
 * release takes a small part of the time. For work that goes by what people settled alone.
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
    const section = weigh(blocks.slice(at, end), segment, own, { ...aboveBlock(read, at), below: read(end) });
    return quotesOf(section).map((parts) => ({
      ranges: parts.flatMap(({ span }) => span.ranges.map((range) => ({ ...range, block: range.block + at }))),
      type: parts[0].candidate.type,
      missingClose: (parts.at(-1) ?? parts[0]).span.missingClose,
      ...NOBODY,
    }));
  });
};
