import type { Release, VersionHash } from '../../shared/release/model';
import { findAnchor, followAnchors } from '../../shared/review/anchor';
import type { Anchor, Remark } from '../../shared/review/model';

/** A remark and its phrase in the text that is shown: null where none of its words stand there, or it is on the whole. */
export type Placed = { readonly remark: Remark; readonly at: Anchor | null; readonly number: number };

/**
 * Where each remark's phrase stands in a text, in the order of the text, those without a place last. In: the remarks, the
 * texts they were said of (null: not to be had, so that the phrase is looked for by its words), and the text that is shown.
 */
export const placeRemarks = (
  remarks: readonly Remark[],
  texts: ReadonlyMap<VersionHash, Release | null>,
  shown: Release,
): readonly Placed[] => {
  const followers = new Map<VersionHash, (anchor: Anchor) => Anchor | null>();
  const follow = ({ object, anchor }: Remark): Anchor | null => {
    const from = texts.get(object);
    if (anchor === null || from === undefined) return null;
    const known =
      followers.get(object) ?? (from === null ? (each: Anchor) => findAnchor(shown, each) : followAnchors(from, shown));
    followers.set(object, known);
    return known(anchor);
  };
  return remarks
    .map((remark) => ({ remark, at: follow(remark) }))
    .toSorted((one, next) => placeOf(one.at) - placeOf(next.at) || (one.at?.start ?? 0) - (next.at?.start ?? 0))
    .map((each, index) => ({ ...each, number: index + 1 }));
};

const PARTS = { headline: 0, standfirst: 1, body: 2, notes: 3 } as const;
const placeOf = (at: Anchor | null): number => (at === null ? Infinity : PARTS[at.part] * 1_000_000 + at.block);

/** A stretch of a text: what remarks are on it, by their numbers. */
export type Stretch = { readonly text: string; readonly remarks: readonly Placed[] };

/** A block's text cut where remarks begin and end. Offsets are UTF-16 in the text. */
export const stretchesOf = (text: string, placed: readonly Placed[]): readonly Stretch[] => {
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ at }) => (at === null ? [] : [at.start, at.end]))])]
    .filter((cut) => cut <= text.length)
    .toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return {
      text: text.slice(start, end),
      remarks: placed.filter(({ at }) => at !== null && at.start < end && start < at.end),
    };
  });
};
