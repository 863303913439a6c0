import { canonicalJson } from '../canonical';
import { anchorQuotes } from '../quotes/resolve';
import type { Block, Release } from '../release/model';
import { isSame } from '../same';
import { compareTexts } from './compare';
import { type Side, across, indicesAt } from './merge';
import type { BlockChange, Comparison } from './model';
import { repairMarks } from './repair-marks';
import { compareBlocks } from './rows';
import { type ChangePlace, isTakeable, noteRows, takeOver } from './take-over';

/** What is to become of one change of a comparison: the words of which side are taken into the working text. */
export type Taking = { readonly place: ChangePlace; readonly from: Side };

type CarryOut = {
  readonly working: Release;
  /** The comparison that was looked at, and what it was made from. */
  readonly comparison: Pick<Comparison, 'blocks' | 'fields'>;
  readonly before: Release;
  readonly after: Release;
  readonly taken: readonly Taking[];
};

/** Whether two releases hold the same words, looks and fields, whatever their states and the facts on their quotes. */
export const isSameText = (one: Release, next: Release): boolean => textOf(one) === textOf(next);

const textOf = (of: Release): string => {
  const { headline, standfirst, dateline, reference, language, embargo, topics, body, notes, contacts } = of;
  return canonicalJson({ headline, standfirst, dateline, reference, language, embargo, topics, body, notes, contacts });
};

export type CarriedOut = {
  /** The working text with them; the very same value where nothing came in. */
  readonly release: Release;
  /** Those that would have cost words of the working text that neither of the two has: they were not taken. */
  readonly passedOver: readonly ChangePlace[];
};

/**
 * The working text with changes of a comparison taken over into it. In: the working text, a comparison of any two
 * releases, those two, and which changes are taken from which of them. Where the working text is one of the two, their
 * comparison says what is replaced. Where it is neither, each change is looked for in the working text by comparing that
 * with both. What does not stand there is passed over, and told where other words stand in its place. The marks of running
 * quotations that came apart by it are put right.
 */
export const carryOut = ({ working, comparison, before, after, taken }: CarryOut): CarriedOut => {
  const releases = { before, after };
  const { release, passedOver } = (['before', 'after'] as const).reduce<CarriedOut>(
    (sofar, from) => {
      const { release: text } = sofar;
      const places = taken.filter((taking) => taking.from === from).map(({ place }) => place);
      if (places.length === 0) return sofar;
      const into = across(from);
      if (isSameText(text, releases[into])) {
        const sides = { ...releases, [into]: text };
        const result = takeOver({ comparison, ...sides, into, taken: places });
        const own = { rows: comparison.blocks, own: text, other: releases[from], into };
        return { ...sofar, release: repairMarks({ ...own, result }) };
      }
      const toward = compareTexts(text, releases[from]);
      const sides = { before: text, after: releases[from] };
      const { found, passedOver } = placesIn({ places, from, comparison, toward, ...sides, replaced: releases[into] });
      const told = [...sofar.passedOver, ...passedOver];
      if (found.length === 0) return { release: text, passedOver: told };
      const result = takeOver({ comparison: toward, ...sides, into: 'before', taken: found });
      const own = { rows: toward.blocks, own: text, other: sides.after, into: 'before' } as const;
      return { release: repairMarks({ ...own, result }), passedOver: told };
    },
    { release: working, passedOver: [] },
  );
  const isOtherText = release.body !== working.body;
  return { release: isOtherText ? { ...release, quotes: anchorQuotes(release) } : release, passedOver };
};

type Texts = Pick<Comparison, 'blocks' | 'fields'>;

type Search = {
  readonly places: readonly ChangePlace[];
  /** The comparison they are of, and the side they are taken from. */
  readonly comparison: Texts;
  readonly from: Side;
  /** The working text, that side, and their comparison. */
  readonly before: Release;
  readonly after: Release;
  readonly toward: Texts;
  /** The other side: what the changes replace. */
  readonly replaced: Release;
};

/** Where changes of one comparison stand in that of the working text with the side they are taken from. */
const placesIn = ({ places, comparison, from, before, after, toward, replaced }: Search) => {
  const ownFields = new Set(compareTexts(before, replaced).fields.map(({ field }) => field));
  const search = {
    body: rowSearch({
      changes: comparison.blocks,
      chosen: rowsOf(places, 'body'),
      from,
      toward: toward.blocks,
      own: before.body,
      other: after.body,
      replaced: replaced.body,
    }),
    notes: rowSearch({
      changes: noteRows(comparison),
      chosen: rowsOf(places, 'notes'),
      from,
      toward: noteRows(toward),
      own: before.notes,
      other: after.notes,
      replaced: replaced.notes,
    }),
  };
  const found: ChangePlace[] = [];
  const passedOver: ChangePlace[] = [];
  for (const place of places) {
    if (place.in === 'fields') {
      if (!isTakeable(place) || !toward.fields.some(({ field }) => field === place.field)) continue;
      (ownFields.has(place.field) ? passedOver : found).push(place);
    } else {
      const rows = search[place.in](place.row);
      if (rows === 'other words') passedOver.push(place);
      else found.push(...rows.map((row) => ({ in: place.in, row })));
    }
  }
  return { found, passedOver };
};

const rowsOf = (places: readonly ChangePlace[], part: 'body' | 'notes'): readonly number[] =>
  places.flatMap((place) => (place.in === part ? [place.row] : []));

type RowSearch = {
  readonly changes: readonly BlockChange[];
  /** Those of the changes that are taken. */
  readonly chosen: readonly number[];
  readonly from: Side;
  readonly toward: readonly BlockChange[];
  readonly own: readonly Block[];
  readonly other: readonly Block[];
  readonly replaced: readonly Block[];
};

/** Finds a change among the rows toward a side; `other words` where these would take away what only the working text has. */
const rowSearch = ({ changes, chosen, from, toward, own, other, replaced }: RowSearch) => {
  const between = compareBlocks(own, replaced);
  const indicesOf = (row: number, side: Side): ReadonlySet<number> => {
    const change = changes[row];
    return new Set(change === undefined ? [] : indicesAt(change, side));
  };
  /** The blocks of the working text in the place of what a change replaces. */
  const inPlaceOf = (row: number, rows: readonly BlockChange[]): readonly number[] => {
    const unwanted = indicesOf(row, across(from));
    return rows.filter((each) => holds(unwanted, each, 'after')).flatMap((each) => indicesAt(each, 'before'));
  };
  const standing = between.filter((row) => keepsWords(row, own, replaced));
  const goes = new Set(chosen.flatMap((row) => inPlaceOf(row, standing)));
  return (row: number): readonly number[] | 'other words' => {
    const wanted = indicesOf(row, from);
    const alike = new Set(inPlaceOf(row, between));
    const rows = toward.flatMap((each, index) => {
      const touches = holds(wanted, each, 'after') || (each.after === null && holds(alike, each, 'before'));
      return touches && each.kind !== 'same' ? [{ each, index }] : [];
    });
    const isSafe = rows.every(
      ({ each }) => keepsWords(each, own, other) || indicesAt(each, 'before').every((index) => goes.has(index)),
    );
    return isSafe ? rows.map(({ index }) => index) : 'other words';
  };
};

const holds = (set: ReadonlySet<number>, row: BlockChange, side: Side): boolean =>
  indicesAt(row, side).some((index) => set.has(index));

const KEPT: ReadonlySet<BlockChange['kind']> = new Set(['same', 'moved', 'formatting']);

/** Whether a row has the same words on both sides, whatever their place and look; and the same picture. */
const keepsWords = (row: BlockChange, before: readonly Block[], after: readonly Block[]): boolean => {
  const pictures = (blocks: readonly Block[], side: Side): readonly string[] =>
    indicesAt(row, side).flatMap((index) => {
      const block = blocks[index];
      return block?.type === 'image' ? [block.file] : [];
    });
  return KEPT.has(row.kind) && isSame(pictures(before, 'before'), pictures(after, 'after'));
};
