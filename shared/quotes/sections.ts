import { type AsQuote, type Candidate, candidateOf, type Judged, type Placed } from './candidate';
import { differenceOf } from './marks';
import type { QuoteBlock } from './model';
import { NOTHING_READ, readBlock, type Reading } from './reading';
import type { Segment } from './scanner';
import type { Stretch } from './tokens';

/** A segment as it was read, with the quotes in it. Blocks count from its own first block. */
export type Section<Kind extends Judged = Candidate> = {
  readonly segment: Segment;
  readonly readings: readonly Reading[];
  readonly placed: readonly Placed<Kind>[];
};

/** What stands beside a segment: the nearest block above that holds words, how far up, and the block below. */
type Beside = { readonly above: Reading; readonly up: number; readonly below: Reading };
type Known = Beside & { readonly section: Section };

const isSame = (a: readonly Stretch[], b: readonly Stretch[]): boolean =>
  a.length === b.length && a.every((each, i) => each.start === b[i]?.start && each.end === b[i]?.end);

/** The stretches in marks of each block of a segment. */
export const stretchesIn = ({ spans, blocks }: Segment): readonly (readonly Stretch[])[] => {
  const all: Stretch[][] = Array.from({ length: blocks }, () => []);
  for (const { ranges } of spans)
    for (const { block, start, end } of ranges) {
      const own = all[block];
      own?.push({ start, end, quote: own.length });
    }
  return all;
};

/** How many readings of one text are kept: as many as there are ways to quote, and one to spare. */
const KEPT = 4;
/** How many texts more than there are blocks may be kept before those no longer there go. */
const SPARE = 200;

const blocksOf = (segments: readonly Segment[]): number => segments.reduce((sum, { blocks }) => sum + blocks, 0);

/** The nearest reading with words above block `at`, and how far up; nothing where there is none. */
export const aboveBlock = (
  read: (index: number) => Reading,
  at: number,
): { readonly above: Reading; readonly up: number } => {
  for (let up = 1; up <= at; up += 1) {
    const above = read(at - up);
    if (above.tokens.length > 0) return { above, up };
  }
  return { above: NOTHING_READ, up: 0 };
};

/** What was read last, as a whole. */
type Last = {
  readonly segments: readonly Segment[];
  readonly readings: readonly Reading[];
  readonly sections: readonly Section[];
};

/** Reads the segments of a document and keeps what it read for as long as the segment, or the text, is there. */
export class Sections {
  /** How each text was read for the stretches found in it. */
  private texts = new Map<string, Reading[]>();
  private readonly readings = new WeakMap<Segment, readonly Reading[]>();
  private readonly known = new WeakMap<Segment, Known>();
  private last: Last = { segments: [], readings: [], sections: [] };

  /** The sections of the segments. It yields after each segment that had to be read anew. */
  *update(blocks: readonly QuoteBlock[], segments: readonly Segment[]): Generator<void, readonly Section[]> {
    const { last } = this;
    if (last.segments === segments) return last.sections;
    const { head, tail } = differenceOf(last.segments, segments, (a, b) => a === b);
    const readings = last.readings.slice(0, blocksOf(segments.slice(0, head)));
    for (const segment of segments.slice(head, segments.length - tail)) {
      const known = this.readings.get(segment);
      const read = known ?? this.read(blocks.slice(readings.length, readings.length + segment.blocks), segment);
      readings.push(...read);
      if (known === undefined) yield;
    }
    const behind = last.readings.length - blocksOf(segments.slice(segments.length - tail));
    for (let i = behind; i < last.readings.length; i += 1) readings.push(last.readings[i] ?? NOTHING_READ);

    // The block below the last of those at the head may be another now.
    const sections = last.sections.slice(0, Math.max(0, head - 1));
    let at = blocksOf(segments.slice(0, sections.length));
    let { above, up } = aboveBlock((index) => readings[index] ?? NOTHING_READ, at);
    for (let i = sections.length; i < segments.length; i += 1) {
      const segment = segments[i];
      if (segment === undefined) break;
      const end = at + segment.blocks;
      const below = readings[end] ?? NOTHING_READ;
      const known = this.known.get(segment);
      const same = segment.spans.length === 0 || (known?.above === above && known.up === up && known.below === below);
      if (known !== undefined && same) sections.push(known.section);
      else {
        const section = weigh(
          blocks.slice(at, end),
          segment,
          readings.slice(at, end),
          { above, up, below },
          candidateOf,
        );
        this.known.set(segment, { section, above, up, below });
        sections.push(section);
        if (segment.spans.length > 0) yield;
      }
      const before = above;
      for (; at < end; at += 1) {
        const reading = readings[at] ?? NOTHING_READ;
        if (reading.tokens.length > 0) [above, up] = [reading, 1];
        else if (up > 0) up += 1;
      }
      // Past words that stood there before, nothing above or below is another.
      if (i >= segments.length - tail && above !== before) {
        for (const each of last.sections.slice(last.sections.length - (segments.length - i - 1), last.sections.length))
          sections.push(each);
        break;
      }
    }
    this.last = { segments, readings, sections };
    return sections;
  }

  /** Lets go of texts that are no longer there. */
  forget(blocks: readonly QuoteBlock[]): void {
    if (this.texts.size <= blocks.length + SPARE) return;
    const there = new Set(blocks.map(({ text }) => text));
    for (const text of this.texts.keys()) if (!there.has(text)) this.texts.delete(text);
  }

  private read(blocks: readonly QuoteBlock[], segment: Segment): readonly Reading[] {
    const stretches = stretchesIn(segment);
    const readings = blocks.map(({ text, kind }, i): Reading => {
      const own = stretches[i] ?? [];
      if (kind === 'heading') return NOTHING_READ;
      const held = this.texts.get(text) ?? [];
      const found = held.find((each) => isSame(each.stretches, own));
      if (found !== undefined) return found;
      const reading = readBlock(text, own);
      this.texts.set(text, [...held.slice(1 - KEPT), reading]);
      return reading;
    });
    this.readings.set(segment, readings);
    return readings;
  }
}

/** The quotes among the spans of a segment, each as `asQuote` has it. */
export const weigh = <Kind extends Judged>(
  blocks: readonly QuoteBlock[],
  segment: Segment,
  own: readonly Reading[],
  { above, up, below }: Beside,
  asQuote: AsQuote<Kind>,
): Section<Kind> => {
  const blank = Array.from({ length: Math.max(0, up - 1) }, () => NOTHING_READ);
  const readings = [...(up > 0 ? [above, ...blank] : []), ...own, below];
  const taken = new Map<number, number>();
  const tokenIn = (block: number): number => {
    const nth = taken.get(block) ?? 0;
    taken.set(block, nth + 1);
    return own[block]?.quotes[nth] ?? -1;
  };
  const placed = segment.spans.flatMap((span): Placed<Kind>[] => {
    const tokens = span.ranges.map(({ block }) => tokenIn(block));
    const first = span.ranges[0]?.block ?? 0;
    const last = span.ranges.at(-1)?.block ?? first;
    const [firstToken, lastToken] = [tokens[0] ?? -1, tokens.at(-1) ?? -1];
    const around = { readings, first: first + up, last: last + up, firstToken, lastToken };
    const candidate = asQuote(blocks, span, around);
    return candidate === null ? [] : [{ candidate, span, first, last }];
  });
  return { segment, readings: own, placed };
};
