import type { Bag, Bags, Shared } from './likeness';
import { dice } from './likeness';

/** One block that became several neighbouring ones: `whole` indexes the one side, `parts` the other, ascending. */
export type Regrouping = { readonly whole: number; readonly parts: readonly number[] };

// A part belongs to the whole if this share of its words is still to be found there; the parts must make up the whole.
const LEAST_SHARE_OF_PART = 0.7;
const LEAST_LIKENESS = 0.8;
const MOST_PARTS = 12;

type Question = {
  readonly bags: Bags;
  readonly wholes: readonly { readonly index: number; readonly bag: Bag; readonly likest: readonly Shared[] }[];
  /** All blocks of the other side that are still free, by index. */
  readonly parts: ReadonlyMap<number, Bag>;
};

/**
 * Finds the blocks that were split into neighbours (or, asked the other way round, joined from them). In: the free
 * blocks of both sides. Out: regroupings that share no block. A split beats a simple pairing only where its parts
 * together are more like the whole than the best of them alone.
 */
export const findRegroupings = ({ bags, wholes, parts }: Question): readonly Regrouping[] => {
  const found: (Regrouping & { readonly likeness: number })[] = [];
  for (const { index, bag, likest } of wholes) {
    const bestAlone = Math.max(
      0,
      ...likest.map((other) => dice(other.weight, bag.weight, weightOf(parts, other.index))),
    );
    const likely = likest
      .filter((other) => other.weight >= LEAST_SHARE_OF_PART * weightOf(parts, other.index))
      .map((other) => other.index)
      .sort((one, other) => one - other);
    let best: (Regrouping & { readonly likeness: number }) | undefined;
    for (const start of likely) {
      const window = bestWindow({ bags, whole: bag, parts, start, likely: new Set(likely) });
      if (window === undefined || window.likeness < LEAST_LIKENESS || window.likeness <= bestAlone) continue;
      if (best === undefined || window.likeness > best.likeness) best = { whole: index, ...window };
    }
    if (best !== undefined) found.push(best);
  }
  found.sort((one, other) => other.likeness - one.likeness || one.whole - other.whole);
  const taken = new Set<number>();
  const kept: Regrouping[] = [];
  for (const { whole, parts: group } of found) {
    if (group.some((part) => taken.has(part))) continue;
    for (const part of group) taken.add(part);
    kept.push({ whole, parts: group });
  }
  return kept;
};

const weightOf = (parts: ReadonlyMap<number, Bag>, index: number): number => parts.get(index)?.weight ?? 0;

type Window = { readonly parts: readonly number[]; readonly likeness: number };

/** The neighbours from `start` on which together are most like the whole; undefined where that is fewer than two. */
const bestWindow = (ask: {
  readonly bags: Bags;
  readonly whole: Bag;
  readonly parts: ReadonlyMap<number, Bag>;
  readonly start: number;
  readonly likely: ReadonlySet<number>;
}): Window | undefined => {
  const counts = new Map<number, number>();
  let weight = 0;
  let shared = 0;
  let best: Window | undefined;
  const group: number[] = [];
  for (let index = ask.start; ask.likely.has(index) && group.length < MOST_PARTS; index += 1) {
    const part = ask.parts.get(index);
    if (part === undefined || part.weight === 0) break;
    for (const [word, count] of part.counts) counts.set(word, (counts.get(word) ?? 0) + count);
    weight += part.weight;
    const sharedNow = ask.bags.sharedWeight({ counts, weight }, ask.whole);
    if (sharedNow - shared < LEAST_SHARE_OF_PART * part.weight) break;
    shared = sharedNow;
    group.push(index);
    const likeness = dice(shared, weight, ask.whole.weight);
    if (group.length > 1 && (best === undefined || likeness > best.likeness)) best = { parts: [...group], likeness };
  }
  return best;
};
