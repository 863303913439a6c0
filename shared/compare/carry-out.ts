import { canonicalJson } from '../canonical';
import type { Release } from '../release/model';
import { compareTexts } from './compare';
import { type Side, across, indicesAt } from './merge';
import type { BlockChange, Comparison } from './model';
import { repairMarks } from './repair-marks';
import { type ChangePlace, noteRows, takeOver } from './take-over';

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

/**
 * The working text with changes of a comparison taken over into it. In: the working text, a comparison of any two
 * releases, those two, and which changes are taken from which of them. Where the working text is one of the two, their
 * comparison says what is replaced. Where it is neither, each change is looked for in the working text by comparing that
 * with both; what does not stand there is passed over. The marks of running quotations that came apart by it are put right. Out: the
 * working text; the very same value where nothing came in.
 */
export const carryOut = ({ working, comparison, before, after, taken }: CarryOut): Release => {
  const releases = { before, after };
  return (['before', 'after'] as const).reduce((text, from) => {
    const places = taken.filter((taking) => taking.from === from).map(({ place }) => place);
    if (places.length === 0) return text;
    const into = across(from);
    if (isSameText(text, releases[into])) {
      const sides = { ...releases, [into]: text };
      const result = takeOver({ comparison, ...sides, into, taken: places });
      return repairMarks({ rows: comparison.blocks, own: text, other: releases[from], into, result });
    }
    const toward = compareTexts(text, releases[from]);
    const between = compareTexts(text, releases[into]);
    const found = places.flatMap((place) => placesIn({ place, from, comparison, toward, between }));
    if (found.length === 0) return text;
    const sides = { before: text, after: releases[from] };
    const result = takeOver({ comparison: toward, ...sides, into: 'before', taken: found });
    return repairMarks({ rows: toward.blocks, own: text, other: sides.after, into: 'before', result });
  }, working);
};

type Texts = Pick<Comparison, 'blocks' | 'fields'>;

/** Where a change of one comparison stands in that of the working text with the side it is taken from. */
const placesIn = (ask: {
  readonly place: ChangePlace;
  readonly from: Side;
  readonly comparison: Texts;
  readonly toward: Texts;
  readonly between: Texts;
}): readonly ChangePlace[] => {
  const { place, from, comparison, toward, between } = ask;
  if (place.in === 'fields') return toward.fields.some(({ field }) => field === place.field) ? [place] : [];
  const rowsOf = (texts: Texts): readonly BlockChange[] => (place.in === 'body' ? texts.blocks : noteRows(texts));
  const change = rowsOf(comparison)[place.row];
  if (change === undefined) return [];
  const wanted = new Set(indicesAt(change, from));
  const unwanted = new Set(indicesAt(change, across(from)));
  const holds = (set: ReadonlySet<number>, row: BlockChange, side: Side): boolean =>
    indicesAt(row, side).some((index) => set.has(index));
  // What the other side has in this place, as it stands in the working text.
  const replaced = new Set(
    rowsOf(between)
      .filter((row) => holds(unwanted, row, 'after'))
      .flatMap((row) => indicesAt(row, 'before')),
  );
  return rowsOf(toward).flatMap((row, index): readonly ChangePlace[] => {
    const comes = holds(wanted, row, 'after');
    const goes = row.after === null && holds(replaced, row, 'before');
    return (comes || goes) && row.kind !== 'same' ? [{ in: place.in, row: index }] : [];
  });
};
