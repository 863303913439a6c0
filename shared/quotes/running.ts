import { findQuotes } from './find';
import { isMark } from './mark';
import type { QuoteBlock } from './model';

/* The marks of a running quotation by the convention of the press: each paragraph opens, only the last closes. What must
   change in the text so that it stays so when paragraphs are split, joined, deleted or moved. A mark that was missing
   before is nobody's to guess: it stays missing, and is flagged. */

/** The mark that closes what a mark opens. */
export const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  "'": "'",
  '«': '»',
  '‹': '›',
};

/** So many blocks on either side are looked at: enough for the longest quotation, few enough for a key. */
const AROUND = 20;

type Window = { readonly blocks: readonly QuoteBlock[]; readonly from: number };

const windowRound = (blocks: readonly QuoteBlock[], first: number, last = first): Window => {
  const from = Math.max(0, first - AROUND);
  return { blocks: blocks.slice(from, last + AROUND + 1), from };
};

const textAt = (blocks: readonly QuoteBlock[], block: number): string => blocks[block]?.text ?? '';

/**
 * The marks that a paragraph split at `offset` needs: `close` at the end of the first half, `open` at the head of the
 * second. Null where the place is in no quotation, or nothing of it would follow. A full quotation goes on without a
 * closing mark; a partial one (“a shame and a waste”) closes, and the second half opens its own (AP's exception).
 */
export const marksForSplit = (
  blocks: readonly QuoteBlock[],
  block: number,
  offset: number,
): { readonly close: string; readonly open: string } | null => {
  const near = windowRound(blocks, block);
  for (const { ranges, type } of findQuotes(near.blocks, [])) {
    const range = ranges.find((each) => each.block + near.from === block && each.start < offset && offset < each.end);
    const first = ranges[0];
    if (!range || !first) continue;
    const open = textAt(near.blocks, first.block).charAt(first.start);
    const close = CLOSING[open];
    if (close === undefined) return null;
    const text = textAt(blocks, block);
    const said = text.slice(range.start, offset).replace(open, '').trim();
    const rest = text.slice(offset, range.end).trim();
    if (said === '' || rest === '' || rest === close || rest.startsWith(open)) return null;
    return { close: type === 'mixed' ? close : '', open };
  }
  return null;
};

/** Whether the mark at the head of the block after `upper` only says that a quotation goes on: joined, it has no place. */
export const isContinued = (blocks: readonly QuoteBlock[], upper: number): boolean => {
  const near = windowRound(blocks, upper);
  const at = upper - near.from;
  const end = textAt(blocks, upper).trimEnd().length;
  return findQuotes(near.blocks, []).some(({ ranges }) =>
    ranges.some((range, index) => {
      const next = ranges[index + 1];
      const first = ranges[0];
      const open = first ? textAt(near.blocks, first.block).charAt(first.start) : '';
      return (
        range.block === at &&
        range.end === end &&
        next?.block === at + 1 &&
        next.start === 0 &&
        isMark(open) &&
        textAt(near.blocks, at + 1).startsWith(open)
      );
    }),
  );
};

/** A block with what names it through changes. */
export type KeyedBlock = QuoteBlock & { readonly key: string };
/** Put `text` in the place of `remove` characters. */
export type MarkEdit = { readonly key: string; readonly at: number; readonly remove: number; readonly text: string };

/**
 * The closing marks that went with a deleted paragraph: where a running quotation was whole, and its last paragraph is
 * gone, the last one that is left closes. In: the blocks before and after.
 */
export const closesLost = (before: readonly KeyedBlock[], after: readonly KeyedBlock[]): readonly MarkEdit[] => {
  const now = new Map(after.map((each) => [each.key, each]));
  const isGone = ({ key }: KeyedBlock): boolean => (now.get(key)?.text.trim() ?? '') === '';
  const first = before.findIndex(isGone);
  if (first === -1) return [];
  const near = windowRound(before, first, before.findLastIndex(isGone));
  return findQuotes(near.blocks, []).flatMap(({ ranges, missingClose }): readonly MarkEdit[] => {
    const start = ranges[0];
    const close = start ? CLOSING[textAt(near.blocks, start.block).charAt(start.start)] : undefined;
    const places = ranges.map((range) => ({ range, was: before[range.block + near.from] }));
    const last = places.at(-1)?.was;
    if (missingClose || close === undefined || last === undefined || !isGone(last)) return [];
    const left = places.findLast(({ was }) => was !== undefined && !isGone(was));
    const was = left?.was;
    const here = was === undefined ? undefined : now.get(was.key);
    if (left === undefined || was === undefined || here === undefined || !was.text.startsWith(here.text)) return [];
    const end = Math.min(left.range.end, here.text.trimEnd().length);
    if (end <= left.range.start + 1 || here.text.slice(0, end).endsWith(close)) return [];
    return [{ key: here.key, at: end, remove: 0, text: close }];
  });
};

/**
 * The marks of one quote whose paragraphs were put in another order: those within it no longer close, the last one does.
 * In: its blocks as they stand now, one after another, each wholly its own. None where two are alike, or one does not open.
 */
export const marksInOrder = (blocks: readonly KeyedBlock[]): readonly MarkEdit[] => {
  const open = textAt(blocks, 0).charAt(0);
  const close = CLOSING[open];
  if (close === undefined || blocks.length < 2 || !blocks.every(({ text }) => text.startsWith(open))) return [];
  if (new Set(blocks.map(({ text }) => text)).size < blocks.length) return [];
  const closed = blocks.map(({ text }) => text.endsWith(close));
  if (!closed.includes(true)) return [];
  return blocks.flatMap(({ key, text }, index): readonly MarkEdit[] => {
    const isLast = index === blocks.length - 1;
    if (closed[index] === isLast) return [];
    return isLast
      ? [{ key, at: text.length, remove: 0, text: close }]
      : [{ key, at: text.length - close.length, remove: close.length, text: '' }];
  });
};
