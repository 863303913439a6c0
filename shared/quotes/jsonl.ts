import type { Range } from '../release/model';
import { findQuotes } from './find';
import type { QuoteBlock } from './model';

/** One quotation of a plain text, as scorers read it: UTF-16 offsets in the whole text, quote marks included. */
export type TextQuote = {
  readonly start: number;
  readonly end: number;
  /** The name where it is known, else the words that stand in the text; null where nobody is proposed. */
  readonly speaker: string | null;
  /** The words that stand in the text for the speaker. */
  readonly mention: string | null;
  /** Where they stand; null where the speaker was carried over from a neighbour. */
  readonly speaker_start: number | null;
  readonly speaker_end: number | null;
  readonly type: 'direct' | 'mixed';
  readonly confidence: number;
};

/** Ranges joined over paragraphs, apart where a quote is split within one. */
const partsOf = (ranges: readonly Range[]): readonly (readonly [Range, Range])[] => {
  const parts: [Range, Range][] = [];
  for (const range of ranges) {
    const last = parts.at(-1);
    if (last !== undefined && last[1].block !== range.block) last[1] = range;
    else parts.push([range, range]);
  }
  return parts;
};

/**
 * Finds the quotes of a plain text whose paragraphs are parted by `\n`. Out: one entry for each part of a split
 * quote, one for a whole running quotation (first mark to last), in order.
 */
export const quotesOfText = (text: string): TextQuote[] => {
  const lines = text.split('\n');
  const offsets: number[] = [];
  let length = 0;
  for (const line of lines) {
    offsets.push(length);
    length += line.length + 1;
  }
  const blocks = lines.map((line): QuoteBlock => ({ text: line, kind: 'text' }));
  return findQuotes(blocks, []).flatMap((quote) => {
    const best = quote.proposals[0];
    const mention = best === undefined || best.mention === '' ? null : best.mention;
    const at = best?.mentionRange ?? null;
    const speaker = best === undefined ? null : best.name || mention;
    return partsOf(quote.ranges).map(([from, to]) => ({
      start: (offsets[from.block] ?? 0) + from.start,
      end: (offsets[to.block] ?? 0) + to.end,
      speaker,
      mention,
      speaker_start: at === null ? null : (offsets[at.block] ?? 0) + at.start,
      speaker_end: at === null ? null : (offsets[at.block] ?? 0) + at.end,
      type: quote.type,
      confidence: best?.confidence ?? 0,
    }));
  });
};
