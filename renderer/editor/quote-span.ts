import { $getSelection, $isRangeSelection } from 'lexical';
import type { Quote } from '../../shared/quotes/model';
import { overlap } from '../../shared/quotes/ranges';
import type { Block, Range } from '../../shared/release/model';
import { blockText } from '../../shared/release/text';
import { $around, $blockOf } from './caret';
import type { Body } from './to-release';

/** A place in the body: the index of a block and an offset in its text. */
export type Spot = { readonly block: number; readonly offset: number };

/** The ranges between two places, one a block, without white space at their ends; headings hold no quotes. */
export const rangesBetween = (blocks: readonly Block[], from: Spot, to: Spot): readonly Range[] =>
  blocks.flatMap((each, block) => {
    if (block < from.block || block > to.block || each.type === 'heading') return [];
    const text = blockText(each);
    const range = {
      block,
      start: block === from.block ? from.offset : 0,
      end: block === to.block ? to.offset : text.length,
    };
    return trimmed(text, range);
  });

const trimmed = (text: string, { block, start, end }: Range): readonly Range[] => {
  const words = text.slice(start, end);
  const bare = words.trim();
  if (bare === '') return [];
  const first = start + words.length - words.trimStart().length;
  return [{ block, start: first, end: first + bare.length }];
};

/** The words that are selected in the body, as ranges. Within an editor's read. */
export const $selectedRanges = ({ blocks, keys }: Body): readonly Range[] => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return [];
  const ends = [selection.anchor, selection.focus];
  const [from, to] = (selection.isBackward() ? ends.toReversed() : ends).map((anchor): Spot | null => {
    const block = keys.indexOf($blockOf({ anchor })?.getKey() ?? '');
    return block === -1 ? null : { block, offset: $around({ anchor }).before.length };
  });
  return from && to ? rangesBetween(blocks, from, to) : [];
};

/**
 * The ranges of a quote parted at a place within it: those before, and those from there on, without the white space
 * between them. Null where the place is not within it, or nothing would be left on one side.
 */
export const splitRanges = (
  blocks: readonly Block[],
  ranges: readonly Range[],
  { block, offset }: Spot,
): readonly [readonly Range[], readonly Range[]] | null => {
  const before: Range[] = [];
  const after: Range[] = [];
  for (const range of ranges) {
    const text = blockText(blocks[range.block] ?? { type: 'paragraph', runs: [] });
    const isCut = range.block === block && range.start < offset && offset < range.end;
    if (isCut) {
      before.push(...trimmed(text, { ...range, end: offset }));
      after.push(...trimmed(text, { ...range, start: offset }));
    } else if (range.block < block || (range.block === block && range.end <= offset)) before.push(range);
    else after.push(range);
  }
  return before.length === 0 || after.length === 0 ? null : [before, after];
};

/** The other quotes on which a person settled something and whose words lie in these ranges. */
export const settledIn = (ranges: readonly Range[], quotes: readonly Quote[], but: Quote | null): readonly Quote[] =>
  quotes.filter((quote) => quote.key !== but?.key && quote.stored !== null && overlap(ranges, quote.ranges) > 0);
