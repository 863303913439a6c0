import { findQuotes } from '../quotes/find';
import type { FoundQuote } from '../quotes/model';
import { CLOSING } from '../quotes/running';
import { quoteBlocks } from '../quotes/words';
import type { Block, Release, Run } from '../release/model';
import { blockText } from '../release/text';
import { isSame } from '../same';
import { type Side, across, indicesAt } from './merge';
import type { BlockChange } from './model';

type Repair = {
  /** The rows of the comparison of which some were taken, and its two sides. */
  readonly rows: readonly BlockChange[];
  readonly own: Release;
  readonly other: Release;
  /** Which side `own` is. */
  readonly into: Side;
  /** What came of it: its blocks are the very values of one side or the other. */
  readonly result: Release;
};

/**
 * A text with some rows taken over, with the marks of its running quotations put right: each paragraph opens, only the last
 * one closes. In: the rows, both sides, and the text that came of it. Out: that text, the very same where nothing is to be
 * put right.
 *
 * Touched is only what neither writer had so: paragraphs of one running quotation that was whole on one of the sides, and that
 * now stand in another order, or without their last. Where a side has the same paragraphs in a row with all of their
 * quotation, its marks are its writer's. A mark that was missing before stays missing.
 */
export const repairMarks = (repair: Repair): Release => {
  const places = placesOf(repair);
  const { own, other } = repair;
  if (isSame(repair.result.body, own.body) || isSame(repair.result.body, other.body)) return repair.result;
  const [before, after] = repair.into === 'before' ? [own, other] : [other, own];
  const bodies = { before: before.body, after: after.body };
  const quotes = { before: quotesOf(before), after: quotesOf(after) };
  const families = familiesOf(repair.rows, quotes);
  const ends = groupsOf(places, families, repair.result.body).flatMap((group) => {
    const blocks = group.flatMap((index) => repair.result.body[index] ?? []);
    const isWriters = SIDES.some((side) => isAsWritten(blocks, bodies[side], quotes[side]));
    return isWriters ? [] : endsOf(group, places, quotes, repair.result.body);
  });
  if (ends.length === 0) return repair.result;
  const texts = new Map(ends.map((end) => [end.block, end]));
  const body = repair.result.body.map((block, index) => {
    const end = texts.get(index);
    return end === undefined ? block : withEnd(block, end);
  });
  const quotesNow = repair.result.quotes.map((quote) => ({
    ...quote,
    ranges: quote.ranges.map((range) => {
      const end = texts.get(range.block);
      const length = blockText(repair.result.body[range.block] ?? NO_BLOCK).length;
      return end === undefined || range.end < length - end.remove ? range : { ...range, end: lengthWith(end, length) };
    }),
  }));
  return { ...repair.result, body, quotes: quotesNow };
};

const SIDES = ['before', 'after'] as const;

const NO_BLOCK: Block = { type: 'paragraph', runs: [] };

type Place = { readonly side: Side; readonly index: number; readonly row: number };

/** Where each block of the result comes from; undefined for none of the two sides. */
const placesOf = ({ rows, own, other, into, result }: Repair): readonly (Place | undefined)[] => {
  const known = new Map<Block, Place>();
  const rowAt = { before: new Map<number, number>(), after: new Map<number, number>() };
  rows.forEach((row, nth) => {
    for (const side of SIDES) for (const index of indicesAt(row, side)) rowAt[side].set(index, nth);
  });
  const put = (release: Release, side: Side): void =>
    release.body.forEach((block, index) => known.set(block, { side, index, row: rowAt[side].get(index) ?? -1 }));
  put(other, across(into));
  put(own, into);
  return result.body.map((block) => known.get(block));
};

const quotesOf = ({ body }: Release): readonly FoundQuote[] => findQuotes(quoteBlocks(body), []);

type Quotes = Readonly<Record<Side, readonly FoundQuote[]>>;

/** Rows whose blocks are of one quotation, on either side: row to family. Only families with a whole running quotation. */
const familiesOf = (rows: readonly BlockChange[], quotes: Quotes): ReadonlyMap<number, number> => {
  const parent = rows.map((_, row) => row);
  const root = (row: number): number => {
    let at = row;
    for (let up = parent[at]; up !== undefined && up !== at; up = parent[at]) at = up;
    return at;
  };
  const running = new Set<number>();
  for (const side of SIDES) {
    const rowAt = new Map(rows.flatMap((row, nth) => indicesAt(row, side).map((index) => [index, nth] as const)));
    for (const { ranges, missingClose } of quotes[side]) {
      const own = ranges.flatMap(({ block }) => rowAt.get(block) ?? []);
      const [first] = own;
      if (first === undefined) continue;
      for (const row of own) parent[root(row)] = root(first);
      if (!missingClose && new Set(ranges.map(({ block }) => block)).size > 1) running.add(first);
    }
  }
  const whole = new Set([...running].map(root));
  return new Map(rows.flatMap((_, row) => (whole.has(root(row)) ? [[row, root(row)] as const] : [])));
};

/** Whether a block holds no words: a picture without a caption, in the midst of what somebody says. */
const isBlank = (block: Block | undefined): boolean => blockText(block ?? NO_BLOCK).trim() === '';

/** Stretches of the result that are of one family, as indices of its blocks; blank ones lie between them. */
const groupsOf = (
  places: readonly (Place | undefined)[],
  families: ReadonlyMap<number, number>,
  body: readonly Block[],
): readonly (readonly number[])[] => {
  const groups: number[][] = [];
  let last: number | undefined;
  let between: number[] = [];
  places.forEach((place, index) => {
    if (isBlank(body[index])) return void between.push(index);
    const family = place === undefined ? undefined : families.get(place.row);
    if (family !== undefined && family === last) groups.at(-1)?.push(...between, index);
    else if (family !== undefined) groups.push([index]);
    last = family;
    between = [];
  });
  return groups;
};

/** How a block is to end: a mark put there, or so many characters taken away. */
type End = { readonly block: number; readonly remove: number; readonly text: string };

const endsOf = (
  group: readonly number[],
  places: readonly (Place | undefined)[],
  quotes: Quotes,
  body: readonly Block[],
): readonly End[] => {
  const said = group.filter((index) => !isBlank(body[index]));
  const parts = said.map((block, nth) => {
    const text = blockText(body[block] ?? NO_BLOCK);
    const place = places[block];
    const range =
      place && quotes[place.side].flatMap(({ ranges }) => ranges).find((each) => each.block === place.index);
    const isWhole = range?.end === text.length && (range.start === 0 || nth === 0);
    return { block, text, open: isWhole ? text.charAt(range.start) : '' };
  });
  const open = parts[0]?.open ?? '';
  const close = CLOSING[open];
  if (close === undefined || parts.some((part) => part.open !== open)) return [];
  return parts.flatMap(({ block, text }, nth): readonly End[] => {
    const isLast = nth === parts.length - 1;
    if (text.endsWith(close) === isLast) return [];
    return [isLast ? { block, remove: 0, text: close } : { block, remove: close.length, text: '' }];
  });
};

/** Whether a side has just these blocks one after another, with all of every quotation that they are of. */
const isAsWritten = (blocks: readonly Block[], written: readonly Block[], quotes: readonly FoundQuote[]): boolean =>
  written.some((_, from) => {
    if (!blocks.every((block, nth) => isSame(block, written[from + nth]))) return false;
    return quotes.every(({ ranges }) => {
      const within = ranges.filter(({ block }) => from <= block && block < from + blocks.length).length;
      return within === 0 || within === ranges.length;
    });
  });

const lengthWith = ({ remove, text }: End, length: number): number => length - remove + text.length;

const withEnd = (block: Block, { remove, text }: End): Block => {
  const runs = [...block.runs];
  const last = runs.pop();
  if (last === undefined) return block;
  const run: Run = { ...last, text: `${last.text.slice(0, last.text.length - remove)}${text}` };
  return { ...block, runs: run.text === '' ? runs : [...runs, run] };
};
