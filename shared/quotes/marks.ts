import { marksOf, type Family, type Mark } from './mark';
import type { QuoteBlock } from './model';
import { scanSegment, type Segment } from './scanner';

const FAMILIES = ['double', 'single', 'angle'] as const;
const NOTHING: Readonly<Record<Family, number>> = { double: 0, single: 0, angle: 0 };

/** Where two lists of blocks differ: as many are the same at the head and, behind that, at the end. */
export type Difference = { readonly head: number; readonly tail: number };

/** The marks of one block, and of which families some may open or close a quotation for certain. */
type Marked = { readonly marks: readonly Mark[]; readonly families: ReadonlySet<Family> };

const UNMARKED: Marked = { marks: [], families: new Set() };

const marked = ({ text, kind }: QuoteBlock): Marked => {
  const marks = kind === 'heading' ? [] : marksOf(text);
  if (marks.length === 0) return UNMARKED;
  return {
    marks,
    families: new Set(marks.filter((each) => each.role !== 'close-or-apostrophe').map((each) => each.family)),
  };
};

/** The segments of a document as one family cuts it, kept up as the document changes. */
class Cut {
  segments: readonly Segment[] = [];
  weight = 0;

  constructor(private readonly family: Family) {}

  /** Scans what changed. In: the blocks and their marks now, and where they differ from the call before. */
  update(blocks: readonly QuoteBlock[], marks: readonly (readonly Mark[])[], { head, tail }: Difference): void {
    const next: Segment[] = [];
    let at = 0;
    let old = 0;
    let weight = 0;
    const keep = (segment: Segment): void => {
      next.push(segment);
      weight += segment.weight;
      at += segment.blocks;
    };
    for (let each = this.segments[old]; each !== undefined; each = this.segments[(old += 1)]) {
      if (at + each.blocks + each.reach > head) break;
      keep(each);
    }
    // What is left of the segments of before is counted from the end.
    let left = this.segments.slice(old).reduce((sum, each) => sum + each.blocks, 0);
    while (at < blocks.length) {
      const same = blocks.length - at;
      for (let each = this.segments[old]; each !== undefined && left > same; each = this.segments[(old += 1)])
        left -= each.blocks;
      if (same <= tail && left === same) {
        for (let each = this.segments[old]; each !== undefined; each = this.segments[(old += 1)]) keep(each);
        break;
      }
      keep(scanSegment(blocks, marks, this.family, at));
    }
    this.segments = next;
    this.weight = weight;
  }
}

/**
 * The quote marks of a document that changes. The family speech is quoted with is decided over the whole document; a
 * change has only its own blocks scanned again, and those whose quotation it opens or closes. Source of the running
 * convention: the press's, one opening mark a paragraph and one closing mark at the very end.
 */
export class Marks {
  private blocks: readonly QuoteBlock[] = [];
  private marked: readonly Marked[] = [];
  private marks: readonly (readonly Mark[])[] = [];
  private cuts = new Map<Family, Cut>();
  private count: Record<Family, number> = { ...NOTHING };
  private segments: readonly Segment[] = [];

  /** The segments of the blocks, as the family speech is quoted with cuts them. */
  update(blocks: readonly QuoteBlock[]): readonly Segment[] {
    const difference = differenceOf(this.blocks, blocks, isSameBlock);
    const { head, tail } = difference;
    if (head === blocks.length && head === this.blocks.length) return this.segments;
    const gone = this.marked.slice(head, this.marked.length - tail);
    const come = blocks.slice(head, blocks.length - tail).map(marked);
    this.marked = [...this.marked.slice(0, head), ...come, ...this.marked.slice(this.marked.length - tail)];
    this.blocks = blocks;
    for (const { families } of gone) for (const family of families) this.count[family] -= 1;
    for (const { families } of come) for (const family of families) this.count[family] += 1;
    const { marks: old } = this;
    const marks = [...old.slice(0, head), ...come.map((each) => each.marks), ...old.slice(old.length - tail)];
    this.marks = marks;
    const present = FAMILIES.filter((family) => this.count[family] > 0);
    // Double marks go where there are none at all: one family must cut the document.
    const wanted = present.length === 0 ? (['double'] as const) : present;
    for (const [family, cut] of this.cuts)
      if (!wanted.some((each) => each === family)) cut.update(blocks, marks, difference);
    const cuts = wanted.map((family) => this.cutBy(family, blocks, marks, difference));
    this.segments = cuts.reduce((best, cut) => (cut.weight > best.weight ? cut : best)).segments;
    return this.segments;
  }

  private cutBy(
    family: Family,
    blocks: readonly QuoteBlock[],
    marks: readonly (readonly Mark[])[],
    difference: Difference,
  ): Cut {
    const known = this.cuts.get(family);
    const cut = known ?? new Cut(family);
    this.cuts.set(family, cut);
    cut.update(blocks, marks, known === undefined ? { head: 0, tail: 0 } : difference);
    return cut;
  }
}

const isSameBlock = (a: QuoteBlock, b: QuoteBlock): boolean => a === b || (a.text === b.text && a.kind === b.kind);

/** Where two lists differ: how many are the same at the head and at the end, none counted twice. */
export const differenceOf = <T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (a: T, b: T) => boolean,
): Difference => {
  const same = (i: number, k: number): boolean => {
    const [a, b] = [before[i], after[k]];
    return a !== undefined && b !== undefined && isSame(a, b);
  };
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && same(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && same(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  return { head, tail };
};
