import { unreachable } from '../assert';
import type { Block, ImageBlock, Run } from '../release/model';
import { blockText } from '../release/text';
import type { FormattingChange, WordOp } from './model';

/** What a block is, as a reader would call it: the values of a `block type` change. */
export const blockName = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
      return 'paragraph';
    case 'heading':
      return `heading ${block.level}`;
    case 'list-item':
      return `${block.list} list item${block.depth > 0 ? `, level ${block.depth + 1}` : ''}`;
    case 'block-quote':
      return 'block quote';
    case 'image':
      return 'image';
    case 'table-caption':
      return 'table caption';
    case 'table-row':
      return `${block.header ? 'heading row of a table' : 'table row'}${block.rowHeader ? ' with a heading' : ''}`;
    default:
      return unreachable(block);
  }
};

const LOOKS = ['bold', 'italic', 'link', 'language'] as const;
type Look = (typeof LOOKS)[number];

const valueOf = (run: Run, look: Look): string => {
  const value = run[look];
  return value === true ? 'on' : (value ?? (look === 'bold' || look === 'italic' ? 'off' : ''));
};

/** A run and where it ends; `run` is null for the break between two blocks, which has no look. */
type Span = { readonly end: number; readonly run: Run | null };

const spansOf = (blocks: readonly Block[]): readonly Span[] => {
  const spans: Span[] = [];
  let end = 0;
  blocks.forEach((block, index) => {
    if (index > 0) spans.push({ end: (end += 1), run: null });
    for (const run of block.runs) spans.push({ end: (end += run.text.length), run });
  });
  return spans;
};

/**
 * What differs in the look of the words that stayed. In: the blocks of one row on both sides (several where it was
 * split or joined) and the words between their texts joined by `\n`. Out: bold and italic as `on` or `off`, a link's
 * address and a language's tag (empty: none), a block's type by its name; offsets in the after text, joined likewise.
 */
export const diffLooks = (
  before: readonly Block[],
  after: readonly Block[],
  words: readonly WordOp[],
): readonly FormattingChange[] => {
  const changes: FormattingChange[] = [...typeChanges(before, after), ...imageChanges(before, after)];
  const open = new Map<Look, FormattingChange>();
  for (const stretch of stretchesThatStayed(before, after, words)) {
    for (const look of LOOKS) {
      const was = valueOf(stretch.before, look);
      const is = valueOf(stretch.after, look);
      if (was === is) continue;
      const last = open.get(look);
      if (last?.end === stretch.start && last.before === was && last.after === is) {
        open.set(look, { ...last, end: stretch.end });
      } else if (!stretch.isBlank) {
        // How a space alone looks is seen only among words that look the same.
        if (last !== undefined) changes.push(last);
        open.set(look, { what: look, start: stretch.start, end: stretch.end, before: was, after: is });
      }
    }
  }
  changes.push(...open.values());
  return changes.sort((one, other) => one.start - other.start);
};

const typeChanges = (before: readonly Block[], after: readonly Block[]): FormattingChange[] => {
  const changes: FormattingChange[] = [];
  const names = [...new Set(before.map(blockName))];
  if (names.length > 1) {
    // Several blocks of more than one type became one: what each other type became is told of the whole of it.
    const is = after[0] === undefined ? '' : blockName(after[0]);
    const end = after[0] === undefined ? 0 : blockText(after[0]).length;
    return names
      .filter((was) => was !== is)
      .map((was) => ({ what: 'block type', start: 0, end, before: was, after: is }));
  }
  const was = names[0] ?? '';
  let start = 0;
  for (const block of after) {
    const end = start + block.runs.reduce((sum, run) => sum + run.text.length, 0);
    const is = blockName(block);
    if (is !== was) changes.push({ what: 'block type', start, end, before: was, after: is });
    start = end + 1;
  }
  return changes;
};

/** What an image says of itself, by the names a reader knows. */
const imageFields = (image: ImageBlock) =>
  ({
    image: image.file,
    'alternative text': image.decorative ? 'decorative' : image.alternative,
    credit: image.credit,
  }) as const;

/** What differs in an image besides its caption. */
const imageChanges = (before: readonly Block[], after: readonly Block[]): FormattingChange[] => {
  const [was, is] = [before[0], after[0]];
  if (was?.type !== 'image' || is?.type !== 'image') return [];
  const [these, those] = [imageFields(was), imageFields(is)];
  const end = is.runs.reduce((sum, run) => sum + run.text.length, 0);
  return (['image', 'alternative text', 'credit'] as const)
    .filter((what) => these[what] !== those[what])
    .map((what) => ({ what, start: 0, end, before: these[what], after: those[what] }));
};

type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly before: Run;
  readonly after: Run;
  readonly isBlank: boolean;
};

function* stretchesThatStayed(
  before: readonly Block[],
  after: readonly Block[],
  words: readonly WordOp[],
): Generator<Stretch> {
  const left = spansOf(before);
  const right = spansOf(after);
  let [l, r, atBefore, atAfter] = [0, 0, 0, 0];
  for (const { op, text } of words) {
    let rest = text.length;
    while (rest > 0) {
      while ((left[l]?.end ?? Infinity) <= atBefore) l += 1;
      while ((right[r]?.end ?? Infinity) <= atAfter) r += 1;
      const one = left[l];
      const other = right[r];
      if (op !== 'same' || one === undefined || other === undefined) break;
      const length = Math.min(rest, one.end - atBefore, other.end - atAfter);
      if (one.run !== null && other.run !== null) {
        const isBlank =
          text
            .slice(text.length - rest)
            .slice(0, length)
            .trim() === '';
        yield { start: atAfter, end: atAfter + length, before: one.run, after: other.run, isBlank };
      }
      atBefore += length;
      atAfter += length;
      rest -= length;
    }
    if (op !== 'added') atBefore += rest;
    if (op !== 'removed') atAfter += rest;
  }
}
