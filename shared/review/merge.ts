import { canonicalJson } from '../canonical';
import { carryOn } from '../unknown';
import type { DraftStep, Remark, Review, Said } from './model';

/**
 * What two computers wrote of one release, as one review: every remark, answer and step of both, once. A remark that
 * either settled is settled; of two that settled it, the first one stands.
 */
export const mergeReviews = (one: Review, other: Review): Review => {
  const others = new Map(other.remarks.map((remark) => [remark.id, remark]));
  const known = new Set(one.remarks.map(({ id }) => id));
  const remarks: readonly Remark[] = [
    ...one.remarks.map((remark) => {
      const there = others.get(remark.id);
      return there === undefined
        ? remark
        : {
            ...remark,
            replies: byTime(union<Said>(remark.replies, there.replies)),
            resolved: remark.resolved ?? there.resolved,
          };
    }),
    ...other.remarks.filter(({ id }) => !known.has(id)),
  ];
  return carryOn(
    { ...one, steps: byTime(union<DraftStep>(one.steps, other.steps)), remarks: byTime(remarks) },
    other,
    one,
  );
};

const union = <Value>(one: readonly Value[], other: readonly Value[]): readonly Value[] => {
  const known = new Set(one.map((each) => canonicalJson(each)));
  return [...one, ...other.filter((each) => !known.has(canonicalJson(each)))];
};

const byTime = <Value extends Said>(list: readonly Value[]): readonly Value[] =>
  list.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
