import type { Bag, Bags, Shared } from './likeness';
import { dice, makeBags } from './likeness';
import { findRegroupings } from './regroup';
import { longestIncreasing, pairsBetween } from './sequence';

/**
 * Which block of one text became which block of the other, by content and not by position.
 *
 * First the blocks whose text is equal: those in the same order on both sides, which are the fixed points, then those
 * that stand elsewhere. Of the blocks still free, one may have become several neighbours (split) or several one
 * (joined). What is left is paired by likeness, more readily between the same two fixed points than across them. Last,
 * the longest increasing subsequence of all pairs says what stayed in place; the fewest blocks, and among equals the
 * shortest, are called moved.
 *
 * The work is always done in one direction, chosen from the texts, and mirrored if need be: a comparison read backwards
 * tells the same story.
 */

/** One block as aligned. `identity` is equal only for blocks equal in text, type and formatting. */
export type AlignedBlock = { readonly text: string; readonly identity: string };

/** Blocks that belong together: one and one, one and several (split), several and one (joined). Indices ascend. */
export type Pairing = {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly moved: boolean;
};

/** Pairs the blocks of two bodies. A block in no pairing was removed or added. Pairings come in the order of `after`. */
export const align = (before: readonly AlignedBlock[], after: readonly AlignedBlock[]): readonly Pairing[] => {
  if (!isBackwards(before, after)) return alignForwards(before, after);
  return alignForwards(after, before)
    .map((pairing) => ({ before: pairing.after, after: pairing.before, moved: pairing.moved }))
    .sort((one, other) => first(one.after) - first(other.after));
};

const first = (indices: readonly number[]): number => indices[0] ?? 0;

const isBackwards = (before: readonly AlignedBlock[], after: readonly AlignedBlock[]): boolean => {
  if (before.length !== after.length) return before.length > after.length;
  const differs = before.findIndex((block, index) => block.identity !== after[index]?.identity);
  return differs >= 0 && (before[differs]?.identity ?? '') > (after[differs]?.identity ?? '');
};

type Found = { readonly before: readonly number[]; readonly after: readonly number[] };

const alignForwards = (before: readonly AlignedBlock[], after: readonly AlignedBlock[]): readonly Pairing[] => {
  const freeBefore = new Set(before.keys());
  const freeAfter = new Set(after.keys());
  const found: Found[] = [];
  const pair = (these: readonly number[], those: readonly number[]): void => {
    found.push({ before: these, after: those });
    for (const index of these) freeBefore.delete(index);
    for (const index of those) freeAfter.delete(index);
  };

  const fixed = inOrder(before, after);
  for (const [one, other] of fixed) pair([one], [other]);
  for (const [one, other] of elsewhere({ before, after, freeBefore, freeAfter, by: 'identity' })) pair([one], [other]);
  for (const [one, other] of elsewhere({ before, after, freeBefore, freeAfter, by: 'text' })) pair([one], [other]);
  if (freeBefore.size > 0 && freeAfter.size > 0) {
    pairTheLike({ before, after, freeBefore, freeAfter, fixed, pair });
  }
  return withMoves(found, before);
};

const inOrder = (
  before: readonly AlignedBlock[],
  after: readonly AlignedBlock[],
): readonly (readonly [number, number])[] => {
  const ids = new Map<string, number>();
  const idOf = ({ text }: AlignedBlock): number => {
    const known = ids.get(text) ?? ids.size;
    ids.set(text, known);
    return known;
  };
  return pairsBetween(before.map(idOf), after.map(idOf));
};

type Free = {
  readonly before: readonly AlignedBlock[];
  readonly after: readonly AlignedBlock[];
  readonly freeBefore: ReadonlySet<number>;
  readonly freeAfter: ReadonlySet<number>;
};

/** Equal blocks that stand elsewhere. A blank one does not move: it goes and another comes. */
const elsewhere = (ask: Free & { readonly by: keyof AlignedBlock }): readonly [number, number][] => {
  const places = new Map<string, number[]>();
  for (const index of ask.freeBefore) {
    const block = ask.before[index];
    if (block === undefined || block.text.trim() === '') continue;
    const list = places.get(block[ask.by]);
    if (list === undefined) places.set(block[ask.by], [index]);
    else list.push(index);
  }
  const pairs: [number, number][] = [];
  for (const index of ask.freeAfter) {
    const place = places.get(ask.after[index]?.[ask.by] ?? '')?.shift();
    if (place !== undefined) pairs.push([place, index]);
  }
  return pairs;
};

// How alike two blocks must be to be one block rewritten: where they stand between the same fixed points, and elsewhere.
const LIKE_IN_PLACE = 0.4;
const LIKE_ELSEWHERE = 0.6;
const LEAST_SHARED_ELSEWHERE = 3;
const IN_PLACE_BONUS = 0.1;

const pairTheLike = (
  ask: Free & {
    readonly fixed: readonly (readonly [number, number])[];
    readonly pair: (these: readonly number[], those: readonly number[]) => void;
  },
): void => {
  const { before, after, freeBefore, freeAfter, fixed, pair } = ask;
  const gapBefore = gaps(
    before.length,
    fixed.map(([one]) => one),
  );
  const gapAfter = gaps(
    after.length,
    fixed.map(([, other]) => other),
  );
  const bags = makeBags();
  const bagsBefore = new Map([...freeBefore].map((index) => [index, bags.bagOf(before[index]?.text ?? '')]));
  const bagsAfter = new Map([...freeAfter].map((index) => [index, bags.bagOf(after[index]?.text ?? '')]));
  const plainly = rewordedInPlace({ bags, bagsBefore, bagsAfter, gapBefore, gapAfter });
  for (const [one, other] of plainly) {
    pair([one], [other]);
    bagsBefore.delete(one);
    bagsAfter.delete(other);
  }
  if (freeBefore.size === 0 || freeAfter.size === 0) return;
  const likest = (
    from: ReadonlyMap<number, Bag>,
    to: ReadonlyMap<number, Bag>,
  ): ReadonlyMap<number, readonly Shared[]> => {
    const places = [...to.keys()];
    const lists = bags.likest([...from.values()], [...to.values()]);
    return new Map(
      [...from.keys()].map((index, nth) => [
        index,
        (lists[nth] ?? []).map(({ index: at, weight }) => ({ index: places[at] ?? 0, weight })),
      ]),
    );
  };
  const forwards = likest(bagsBefore, bagsAfter);

  const splits = findRegroupings({ bags, wholes: wholesOf(bagsBefore, forwards), parts: bagsAfter });
  for (const { whole, parts } of splits) pair([whole], parts);
  const stillBefore = kept(bagsBefore, freeBefore);
  const stillAfter = kept(bagsAfter, freeAfter);
  const backwards = likest(stillAfter, stillBefore);
  const joins = findRegroupings({ bags, wholes: wholesOf(stillAfter, backwards), parts: stillBefore });
  for (const { whole, parts } of joins) pair(parts, [whole]);

  const candidates: { readonly one: number; readonly other: number; readonly score: number }[] = [];
  for (const one of freeBefore) {
    const weight = bagsBefore.get(one)?.weight ?? 0;
    for (const { index: other, weight: shared } of forwards.get(one) ?? []) {
      if (!freeAfter.has(other)) continue;
      const likeness = dice(shared, weight, bagsAfter.get(other)?.weight ?? 0);
      const isInPlace = gapBefore[one] === gapAfter[other];
      if (isInPlace ? likeness < LIKE_IN_PLACE : likeness < LIKE_ELSEWHERE || shared < LEAST_SHARED_ELSEWHERE) continue;
      candidates.push({ one, other, score: likeness + (isInPlace ? IN_PLACE_BONUS : 0) });
    }
  }
  candidates.sort((x, y) => y.score - x.score || x.one - y.one || x.other - y.other);
  for (const { one, other } of candidates) if (freeBefore.has(one) && freeAfter.has(other)) pair([one], [other]);
};

/** From so much likeness on, blocks that face each other between two fixed points are each other, whatever else there is. */
const PLAINLY_LIKE = 0.75;

/**
 * The blocks that were only reworded where they stood: as many on both sides between the same fixed points, and each
 * plainly like the one it faces. Most edits of a long text are of this kind, and need no search.
 */
const rewordedInPlace = (ask: {
  readonly bags: Bags;
  readonly bagsBefore: ReadonlyMap<number, Bag>;
  readonly bagsAfter: ReadonlyMap<number, Bag>;
  readonly gapBefore: Int32Array;
  readonly gapAfter: Int32Array;
}): readonly (readonly [number, number])[] => {
  const { bags, bagsBefore, bagsAfter, gapBefore, gapAfter } = ask;
  const [these, those] = [byGap(bagsBefore, gapBefore), byGap(bagsAfter, gapAfter)];
  return [...these].flatMap(([gap, list]) => {
    const facing = those.get(gap) ?? [];
    if (facing.length !== list.length) return [];
    const pairs = list.map((one, nth) => [one, facing[nth] ?? 0] as const);
    const isPlain = pairs.every(([one, other]) => {
      const [bag, next] = [bagsBefore.get(one), bagsAfter.get(other)];
      return (
        bag !== undefined &&
        next !== undefined &&
        dice(bags.sharedWeight(bag, next), bag.weight, next.weight) >= PLAINLY_LIKE
      );
    });
    return isPlain ? pairs : [];
  });
};

const byGap = (bags: ReadonlyMap<number, Bag>, gapAt: Int32Array): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  for (const index of bags.keys()) {
    const gap = gapAt[index] ?? 0;
    const list = found.get(gap);
    if (list === undefined) found.set(gap, [index]);
    else list.push(index);
  }
  return found;
};

const kept = (bags: ReadonlyMap<number, Bag>, free: ReadonlySet<number>): ReadonlyMap<number, Bag> =>
  new Map([...bags].filter(([index]) => free.has(index)));

const wholesOf = (
  bags: ReadonlyMap<number, Bag>,
  likest: ReadonlyMap<number, readonly Shared[]>,
): readonly { readonly index: number; readonly bag: Bag; readonly likest: readonly Shared[] }[] =>
  [...bags].map(([index, bag]) => ({ index, bag, likest: likest.get(index) ?? [] }));

/** For each block how many fixed points stand before it. */
const gaps = (length: number, fixed: readonly number[]): Int32Array => {
  const result = new Int32Array(length);
  let passed = 0;
  for (let index = 0; index < length; index += 1) {
    result[index] = passed;
    if (fixed[passed] === index) passed += 1;
  }
  return result;
};

// One block outweighs any amount of text, so that first the fewest blocks move and then the shortest.
const BLOCK_WEIGHT = 2 ** 32;

const withMoves = (found: readonly Found[], before: readonly AlignedBlock[]): readonly Pairing[] => {
  const ordered = [...found].sort((one, other) => first(one.after) - first(other.after));
  const inPlace = new Set(
    longestIncreasing(
      ordered.map((pairing) => first(pairing.before)),
      ordered.map(
        (pairing) => BLOCK_WEIGHT + pairing.before.reduce((sum, at) => sum + (before[at]?.text.length ?? 0), 0),
      ),
    ),
  );
  return ordered.map((pairing, index) => ({ ...pairing, moved: !inPlace.has(index) }));
};
