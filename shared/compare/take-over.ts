import type { Block, Release } from '../release/model';
import { carryQuotes } from './carry-quotes';
import { type MergedBlock, type Side, across, mergeBlocks } from './merge';
import type { BlockChange, Comparison, FieldName } from './model';

/** One change of a comparison, by where it stands in it: a row of the body or of the notes, or a field. */
export type ChangePlace =
  | { readonly in: 'body' | 'notes'; readonly row: number }
  | { readonly in: 'fields'; readonly field: Exclude<FieldName, 'notes'> };

/** The rows of the notes of a comparison; none where the notes are the same. */
export const noteRows = ({ fields }: Pick<Comparison, 'fields'>): readonly BlockChange[] =>
  fields.find(({ field }) => field === 'notes')?.blocks ?? [];

/**
 * Whether a change can be taken over. The state cannot: a release is moved on by its own acts, which say who and when.
 */
export const isTakeable = (place: ChangePlace): boolean => place.in !== 'fields' || place.field !== 'state';

/** Every change of a comparison, in its order; rows that show no change but are cut differently are among them. */
export const allPlaces = (comparison: Pick<Comparison, 'blocks' | 'fields'>): readonly ChangePlace[] => {
  const rows = (part: 'body' | 'notes', list: readonly BlockChange[]): readonly ChangePlace[] =>
    list.flatMap(({ kind, becomes }, row) => (kind === 'same' && becomes === undefined ? [] : [{ in: part, row }]));
  return [
    ...rows('body', comparison.blocks),
    ...rows('notes', noteRows(comparison)),
    ...comparison.fields.flatMap(({ field }): readonly ChangePlace[] =>
      field === 'notes' ? [] : [{ in: 'fields', field }],
    ),
  ];
};

type TakeOver = {
  readonly comparison: Pick<Comparison, 'blocks' | 'fields'>;
  /** The two releases that the comparison was made from. */
  readonly before: Release;
  readonly after: Release;
  /** The one that is changed. */
  readonly into: Side;
  readonly taken: readonly ChangePlace[];
};

/**
 * One of two compared releases with some of their differences taken from the other. In: the comparison, the releases and
 * which differences. Out: the changed release: every block and field that was not taken is as it was, in its order; with
 * all taken, body, notes and fields are the other's. Id, state, overrides and publication stay. The stored quotes go with
 * their words (see `carryQuotes`), so that approvals stand or fall by what the words now are; they are still to be fitted to
 * the text (`anchorQuotes`), once, when it is whole. Pure; never fails.
 */
export const takeOver = ({ comparison, before, after, into, taken }: TakeOver): Release => {
  const releases = { before, after };
  const [own, other] = [releases[into], releases[across(into)]];
  const rowsTaken = (part: 'body' | 'notes'): ReadonlySet<number> =>
    new Set(taken.flatMap((place) => (place.in === part ? [place.row] : [])));
  const fields = new Set(taken.flatMap((place) => (place.in === 'fields' ? [place.field] : [])));
  const bodyRows = rowsTaken('body');
  const merge = (rows: readonly BlockChange[], part: 'body' | 'notes', chosen: ReadonlySet<number>) =>
    mergeBlocks({ rows, before: before[part], after: after[part], into, taken: chosen });
  const blocksOf = (merged: readonly MergedBlock[]): readonly Block[] => merged.map(({ block }) => block);

  const notes = rowsTaken('notes');
  const changed: Release = {
    ...own,
    ...takenFields(own, other, fields),
    ...(notes.size === 0 ? {} : { notes: blocksOf(merge(noteRows(comparison), 'notes', notes)) }),
  };
  if (bodyRows.size === 0) return changed;
  const merged = merge(comparison.blocks, 'body', bodyRows);
  const body = blocksOf(merged);
  const quotes = carryQuotes({ rows: comparison.blocks, taken: bodyRows, merged, own, other, into });
  return { ...changed, body, quotes };
};

const takenFields = (own: Release, other: Release, fields: ReadonlySet<FieldName>): Partial<Release> => ({
  ...(fields.has('headline') ? { headline: other.headline } : {}),
  ...(fields.has('standfirst') ? { standfirst: other.standfirst } : {}),
  ...(fields.has('place') || fields.has('date')
    ? {
        dateline: {
          place: (fields.has('place') ? other : own).dateline.place,
          date: (fields.has('date') ? other : own).dateline.date,
        },
      }
    : {}),
  ...(fields.has('reference') ? { reference: other.reference } : {}),
  ...(fields.has('language') ? { language: other.language } : {}),
  ...(fields.has('embargo') ? { embargo: other.embargo } : {}),
  ...(fields.has('topics') ? { topics: other.topics } : {}),
  ...(fields.has('contacts') ? { contacts: other.contacts } : {}),
});
