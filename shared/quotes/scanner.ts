import type { Range } from '../release/model';
import type { Family, Mark, MarkedSpan } from './mark';
import { closes, closesLater, isApostropheInside, isClauseNext, nestsWell } from './mark-pairs';
import type { QuoteBlock } from './model';

/** A run of blocks with no quotation open at either end. Its spans count blocks from its own first block. */
export type Segment = {
  readonly blocks: number;
  readonly spans: readonly MarkedSpan[];
  /** How much it looks like speech in the family it was scanned for. */
  readonly weight: number;
  /** How many blocks behind it were looked at to tell that it ends there. */
  readonly reach: number;
};

type OpenMark = { readonly family: Family; readonly at: number };

const firstVisible = (text: string): number => text.search(/\S/u);
const trimmedEnd = (text: string): number => text.trimEnd().length;

/** How many paragraphs without marks may stand inside a running quotation before one that closes it. */
const UNMARKED_AHEAD = 3;

class Scanner {
  private readonly spans: MarkedSpan[] = [];
  private furthest = 0;
  private stack: OpenMark[] = [];
  private ranges: Range[] = [];
  private start = 0;

  constructor(
    private readonly blocks: readonly QuoteBlock[],
    private readonly marks: readonly (readonly Mark[])[],
    private readonly outer: Family,
    private readonly from: number,
  ) {}

  run(): Segment {
    let block = this.from;
    if (this.isUnmarked(block)) block = this.scanUnmarked();
    else
      do {
        this.scan(block);
        block += 1;
      } while (this.stack.length > 0 && block < this.blocks.length);
    return {
      blocks: block - this.from,
      spans: this.spans,
      weight: this.spans.reduce((sum, span) => sum + this.weightOf(span), 0),
      reach: Math.max(0, this.furthest - block + 1),
    };
  }

  /** Whether a block is a block quote in which no mark could open or close anything. */
  private isUnmarked(block: number): boolean {
    const { text, kind } = this.blocks[block] ?? { text: '', kind: 'heading' };
    const isBare = (this.marks[block] ?? []).every(({ role }) => role === 'close-or-apostrophe');
    return kind === 'block-quote' && isBare && trimmedEnd(text) > 0;
  }

  /** Block quotes without marks, as many as follow one another, are one stretch. Gives the block behind them. */
  private scanUnmarked(): number {
    let block = this.from;
    const ranges: Range[] = [];
    for (; this.isUnmarked(block); block += 1) {
      const { text } = this.blocks[block] ?? { text: '' };
      ranges.push({ block: block - this.from, start: firstVisible(text), end: trimmedEnd(text) });
    }
    this.furthest = block;
    this.spans.push({ ranges, family: this.outer, primary: true, missingClose: false, unmarked: true });
    return block;
  }

  private scan(block: number): void {
    const { text, kind } = this.blocks[block] ?? { text: '', kind: 'heading' };
    const marks = this.marks[block] ?? [];
    if (kind === 'heading' || (marks.length === 0 && this.stack.length === 0) || trimmedEnd(text) === 0) return;
    let first = 0;
    if (this.stack.length > 0) {
      this.start = firstVisible(text);
      first = this.skipReopening(text, marks);
    }
    for (let i = first; i < marks.length; i += 1) this.take(block, text, marks, i);
    if (this.stack.length > 0) this.endBlock(block, text);
  }

  /** How much a stretch looks like speech: a closed one counts, more where punctuation shows its edges. */
  private weightOf({ ranges, primary, missingClose, unmarked }: MarkedSpan): number {
    const first = ranges[0];
    const last = ranges.at(-1);
    if (!primary || missingClose || unmarked || first === undefined || last === undefined) return 0;
    const before = (this.blocks[this.from + first.block]?.text ?? '').slice(0, first.start).trimEnd();
    const end = this.blocks[this.from + last.block]?.text.charAt(last.end - 2) ?? '';
    return 1 + (before === '' || /[,:]$/u.test(before) ? 1 : 0) + (/[.,?!…]/u.test(end) ? 1 : 0);
  }

  /** Passes over the marks that reopen the quotes open from the paragraph above. */
  private skipReopening(text: string, marks: readonly Mark[]): number {
    const at = firstVisible(text);
    const reopened = marks[0]?.at === at && marks[0].family === this.stack[0]?.family ? 1 : 0;
    const bottom = this.stack[0];
    this.stack = bottom === undefined ? [] : [bottom];
    return reopened;
  }

  private take(block: number, text: string, marks: readonly Mark[], index: number): void {
    const mark = marks[index];
    if (mark === undefined) return;
    const top = this.stack.at(-1);
    if (top === undefined) {
      this.openOuter(block, text, marks, index);
      return;
    }
    if (mark.family === top.family) this.sameFamily(block, text, marks, index);
    else this.otherFamily(block, text, marks, index);
  }

  private openOuter(block: number, text: string, marks: readonly Mark[], index: number): void {
    const mark = marks[index];
    if (mark === undefined || mark.role === 'close' || mark.role === 'close-or-apostrophe') return;
    const { at, family } = mark;
    if (family !== 'angle' && !/\S/u.test(text.charAt(at + 1))) return;
    const closed = closesLater(marks, index + 1, family);
    const atEdge =
      at === firstVisible(text) ||
      text.charAt(at) === '‘' ||
      /[.,:;?!—–-]$/u.test(text.slice(0, at).trimEnd().slice(-1));
    if (!closed && family !== this.outer && !(atEdge && this.continues(block, family))) return;
    if (!closed && family === 'single' && !atEdge) return;
    this.stack.push({ family, at });
    this.start = at;
  }

  private sameFamily(block: number, text: string, marks: readonly Mark[], index: number): void {
    const mark = marks[index];
    if (mark === undefined) return;
    if (mark.role === 'open') {
      if (nestsWell(text, marks, index + 1)) this.stack.push(mark);
      else if (/\n\s*$/u.test(text.slice(0, mark.at))) return;
      else if (this.stack.length === 1) this.breakOff(block, text, marks, index);
      return;
    }
    if (mark.role === 'close-or-apostrophe' && isApostropheInside(text, marks, index)) return;
    if (mark.role === 'close-or-apostrophe' && this.isPluralOwner(block, text, marks, index)) return;
    // "The new one is 20"."": inches before the mark that closes.
    if (!mark.sure && mark.family === 'double' && /^[.,!?]?"(?![\p{L}\p{N}])/u.test(text.slice(mark.at + 1))) return;
    if (
      !mark.sure &&
      mark.family === 'double' &&
      /^\s+\p{Ll}/u.test(text.slice(mark.at + 1)) &&
      closesLater(marks, index + 1, 'double')
    )
      return;
    this.pop(block, mark.at);
  }

  private otherFamily(block: number, text: string, marks: readonly Mark[], index: number): void {
    const mark = marks[index];
    if (mark === undefined) return;
    const below = this.stack.findLastIndex((open) => open.family === mark.family);
    const apostrophe = mark.role === 'close-or-apostrophe';
    if (mark.role === 'open' || (mark.role === 'open-or-close' && below < 0)) {
      if (this.closesInside(marks, index)) this.stack.push(mark);
    } else if (below >= 0 && !apostrophe) {
      const top = this.stack.at(-1);
      if (mark.family === 'single' && top !== undefined && closesLater(marks, index + 1, top.family)) return;
      this.stack.length = below + 1;
      this.pop(block, mark.at);
    } else if (below >= 0 && !/^\s+[\p{L}\p{N}]/u.test(text.slice(mark.at + 1)) && !this.topClosesLater(marks, index)) {
      this.stack.length = below + 1;
      this.pop(block, mark.at);
    }
  }

  private topClosesLater(marks: readonly Mark[], index: number): boolean {
    const top = this.stack.at(-1);
    return top !== undefined && closesLater(marks, index + 1, top.family);
  }

  /** Whether a nested quote closes before the quote around it does. */
  private closesInside(marks: readonly Mark[], index: number): boolean {
    const mark = marks[index];
    const top = this.stack.at(-1);
    for (let i = index + 1; i < marks.length; i += 1) {
      const next = marks[i];
      if (next === undefined || mark === undefined) return false;
      if (next.family === mark.family) return closes(next);
      if (next.family === top?.family && (next.role === 'close' || next.role === 'open-or-close')) return false;
    }
    return false;
  }

  /** "the shareholders’ meeting." where no mark closes behind it and the next paragraph goes on with the quotation. */
  private isPluralOwner(block: number, text: string, marks: readonly Mark[], index: number): boolean {
    const at = marks[index]?.at ?? 0;
    if (!/[sS]$/u.test(text.slice(0, at)) || !/^\s+\p{Ll}/u.test(text.slice(at + 1))) return false;
    if (this.stack.length > 1 || marks.slice(index + 1).some((each) => each.family === 'single')) return false;
    if (isClauseNext(text.slice(at + 1))) return false;
    // A fragment, “the ‘bad angels’ of our nature”, ends here; what has run on over a full stop goes on.
    if (this.ranges.length === 0 && !/[.?!]\s/u.test(text.slice(this.start, at))) return false;
    let next = block + 1;
    while (next < this.blocks.length && trimmedEnd(this.blocks[next]?.text ?? '') === 0) next += 1;
    this.furthest = Math.max(this.furthest, next);
    const first = this.marks[next]?.[0];
    return (
      first?.family === 'single' && first.role === 'open' && first.at === firstVisible(this.blocks[next]?.text ?? '')
    );
  }

  /** The quote that is open never closes and another begins in the same paragraph. */
  private breakOff(block: number, text: string, marks: readonly Mark[], index: number): void {
    const mark = marks[index];
    if (mark === undefined) return;
    if (mark.family === 'single' && !/[.,:;!?]\s+$/u.test(text.slice(0, mark.at))) return;
    const end = trimmedEnd(text.slice(0, mark.at));
    this.finish({ block: block - this.from, start: this.start, end }, true);
    this.openOuter(block, text, marks, index);
  }

  private pop(block: number, at: number): void {
    if (this.stack.length > 1) this.stack.pop();
    else this.finish({ block: block - this.from, start: this.start, end: at + 1 }, false);
  }

  private finish(range: Range, missingClose: boolean): void {
    const family = this.stack[0]?.family ?? this.outer;
    this.spans.push({ ranges: [...this.ranges, range], family, primary: family === this.outer, missingClose });
    this.ranges = [];
    this.stack = [];
  }

  private endBlock(block: number, text: string): void {
    const family = this.stack[0]?.family;
    const range: Range = { block: block - this.from, start: this.start, end: trimmedEnd(text) };
    if (family !== undefined && this.continues(block, family)) this.ranges.push(range);
    else this.finish(range, true);
  }

  /**
   * The convention of the press: the next paragraph reopens; or, where the mark was forgotten, one soon closes, which is
   * believed of the family this document quotes with alone.
   */
  private continues(block: number, family: Family): boolean {
    let unmarked = 0;
    for (let next = block + 1; ; next += 1) {
      this.furthest = Math.max(this.furthest, next);
      const { text, kind } = this.blocks[next] ?? { text: '', kind: 'heading' };
      if (kind === 'heading') return false;
      const at = firstVisible(text);
      if (at < 0) continue;
      const mark = (this.marks[next] ?? []).find(
        (each) => each.family === family && each.role !== 'close-or-apostrophe',
      );
      if (mark !== undefined && mark.at === at && mark.role !== 'close') return unmarked === 0;
      if (family !== this.outer) return false;
      if (mark !== undefined) return mark.role === 'close' && (family !== 'single' || mark.sure);
      unmarked += 1;
      if (unmarked > UNMARKED_AHEAD) return false;
    }
  }
}

/** Scans from block `from`, where no quotation is open, until none is open at the end of a block again. */
export const scanSegment = (
  blocks: readonly QuoteBlock[],
  marks: readonly (readonly Mark[])[],
  outer: Family,
  from: number,
): Segment => new Scanner(blocks, marks, outer, from).run();
