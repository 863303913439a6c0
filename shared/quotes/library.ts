import { blockAbove, candidateOf, type Candidate, type Placed } from './candidate';
import type { Mark } from './mark';
import { marksOfBlock, scanMarks, type MarkedSpan } from './marks';
import type { QuoteBlock } from './model';
import { NOTHING_READ, readBlock, type Reading } from './reading';
import type { Stretch } from './tokens';

const stretchesOf = (spans: readonly MarkedSpan[], blocks: number): readonly (readonly Stretch[])[] => {
  const all: Stretch[][] = Array.from({ length: blocks }, () => []);
  for (const span of spans)
    for (const { block, start, end } of span.ranges) {
      const own = all[block];
      own?.push({ start, end, quote: own.length });
    }
  return all;
};

const isSame = (a: readonly Stretch[], b: readonly Stretch[]): boolean =>
  a.length === b.length && a.every((each, i) => each.start === b[i]?.start && each.end === b[i]?.end);

/** What is kept of a text: its marks, and how it was read for the stretches found in it. */
type KnownText = { readonly marks: readonly Mark[]; readonly readings: Reading[] };

/** A candidate and the readings it was worked out from. */
type KnownCandidate = {
  readonly around: readonly (Reading | undefined)[];
  readonly lastToken: number;
  readonly primary: boolean;
  readonly candidate: Candidate | null;
};

/** The readings of a document by its texts. What the last pass did not need is let go. */
export class Library {
  private texts = new Map<string, KnownText>();
  private candidates = new WeakMap<Reading, Map<number, KnownCandidate>>();

  read(blocks: readonly QuoteBlock[]): { spans: readonly MarkedSpan[]; readings: readonly Reading[] } {
    const next = new Map<string, KnownText>();
    const known = blocks.map((block): KnownText => {
      if (block.kind === 'heading') return { marks: [], readings: [NOTHING_READ] };
      const text = this.texts.get(block.text) ?? { marks: marksOfBlock(block), readings: [] };
      next.set(block.text, text);
      return text;
    });
    this.texts = next;
    const spans = scanMarks(
      blocks,
      known.map((each) => each.marks),
    );
    const stretches = stretchesOf(spans, blocks.length);
    const readings = blocks.map(({ text, kind }, i): Reading => {
      const own = stretches[i] ?? [];
      const { readings: held } = known[i] ?? { readings: [] };
      const found = held.find((each) => isSame(each.stretches, own));
      if (found !== undefined || kind === 'heading') return found ?? NOTHING_READ;
      const reading = readBlock(text, own);
      held.splice(0, held.length, ...held.slice(-3), reading);
      return reading;
    });
    return { spans, readings };
  }

  /** The quotes among the spans, each with the clause it goes by. */
  weigh(blocks: readonly QuoteBlock[], spans: readonly MarkedSpan[], readings: readonly Reading[]): readonly Placed[] {
    const taken = new Map<number, number>();
    const tokenIn = (block: number): number => {
      const nth = taken.get(block) ?? 0;
      taken.set(block, nth + 1);
      return readings[block]?.quotes[nth] ?? -1;
    };
    const placed: Placed[] = [];
    for (const span of spans) {
      const tokens = span.ranges.map(({ block }) => tokenIn(block));
      const first = span.ranges[0]?.block ?? 0;
      const last = span.ranges.at(-1)?.block ?? first;
      const reading = readings[first];
      if (reading === undefined) continue;
      const [firstToken, lastToken] = [tokens[0] ?? -1, tokens.at(-1) ?? -1];
      const above = Math.max(0, blockAbove(readings, first));
      const held = this.candidates.get(reading) ?? new Map<number, KnownCandidate>();
      this.candidates.set(reading, held);
      const known = held.get(firstToken);
      const same =
        known !== undefined &&
        known.lastToken === lastToken &&
        known.primary === span.primary &&
        known.around.length === Math.min(readings.length, last + 2) - above &&
        known.around.every((each, i) => each === readings[above + i]);
      const candidate = same
        ? known.candidate
        : candidateOf(blocks, span, { readings, first, last, firstToken, lastToken });
      const around = same ? known.around : readings.slice(above, last + 2);
      if (!same) held.set(firstToken, { around, lastToken, primary: span.primary, candidate });
      if (candidate !== null) placed.push({ candidate, span, first, last });
    }
    return placed;
  }
}
