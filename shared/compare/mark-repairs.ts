import type { Quote } from '../quotes/model';
import { CLOSING } from '../quotes/running';
import type { Release } from '../release/model';
import { blockText } from '../release/text';
import { type Side, indicesAt } from './merge';
import type { BlockChange, MarkRepair } from './model';

type Sides = {
  readonly before: Release;
  readonly after: Release;
  readonly quotesBefore: readonly Quote[];
  readonly quotesAfter: readonly Quote[];
};

/** The quote of a paragraph: whether the paragraph opens and closes it with a mark, and in which blocks it stands. */
type Marked = { readonly opens: boolean; readonly closes: boolean; readonly blocks: readonly number[] };

/**
 * Tells which marks of running quotations came or went in a row: by the convention of the press each paragraph opens with a
 * mark and only the last one closes, so that a paragraph that is split, joined, moved or gone sets marks in others. Out: a
 * function that gives them for a row, none where it is in no running quotation on either side.
 */
export const markRepairs = (sides: Sides): ((row: BlockChange) => readonly MarkRepair[]) => {
  const marked = {
    before: markedBlocks(sides.before, sides.quotesBefore),
    after: markedBlocks(sides.after, sides.quotesAfter),
  };
  /** Whether the quotation of a block closes in one of its other blocks. */
  const closesElsewhere = (side: Side, block: number, { blocks }: Marked): boolean =>
    blocks.some((each) => each !== block && marked[side].get(each)?.closes === true);
  return (row) => {
    const [before, after] = [indicesAt(row, 'before'), indicesAt(row, 'after')];
    const [first, firstNow] = [before[0] ?? -1, after[0] ?? -1];
    const [last, lastNow] = [before.at(-1) ?? -1, after.at(-1) ?? -1];
    const of = (side: Side, block: number): Marked | undefined => marked[side].get(block);
    const all = [
      ...before.flatMap((block) => of('before', block) ?? []),
      ...after.flatMap((block) => of('after', block) ?? []),
    ];
    if (before.length === 0 || after.length === 0 || all.every(({ blocks }) => blocks.length < 2)) return [];

    const repairs: MarkRepair[] = [];
    const [opened, opens] = [of('before', first)?.opens === true, of('after', firstNow)?.opens === true];
    // Where a paragraph was split, its later parts open; where it was joined, they do no more.
    if ((opens && !opened) || after.slice(1).some((block) => of('after', block)?.opens === true))
      repairs.push('opening mark set');
    if ((opened && !opens) || before.slice(1).some((block) => of('before', block)?.opens === true))
      repairs.push('opening mark taken off');
    const [was, is] = [of('before', last), of('after', lastNow)];
    if (is?.closes === true && was?.closes !== true)
      repairs.push(
        was !== undefined && closesElsewhere('before', last, was) ? 'closing mark moved here' : 'closing mark set',
      );
    if (was?.closes === true && is?.closes !== true)
      repairs.push(
        is !== undefined && closesElsewhere('after', lastNow, is) ? 'closing mark moved on' : 'closing mark taken off',
      );
    return repairs;
  };
};

const markedBlocks = ({ body }: Release, quotes: readonly Quote[]): ReadonlyMap<number, Marked> => {
  const found = new Map<number, Marked>();
  for (const { ranges } of quotes) {
    const [head] = ranges;
    if (head === undefined) continue;
    const blocks = [...new Set(ranges.map(({ block }) => block))];
    const texts = new Map(blocks.map((block) => [block, textAt(body, block)]));
    const open = texts.get(head.block)?.charAt(head.start) ?? '';
    const close = CLOSING[open];
    if (close === undefined) continue;
    for (const range of ranges) {
      const text = (texts.get(range.block) ?? '').slice(range.start, range.end);
      const there = found.get(range.block);
      if (there !== undefined && there.blocks.length > 1) continue;
      const closes = text.length > 1 && text.endsWith(close);
      found.set(range.block, { opens: text.startsWith(open), closes, blocks });
    }
  }
  return found;
};

const textAt = (body: Release['body'], index: number): string => {
  const block = body[index];
  return block === undefined ? '' : blockText(block);
};
