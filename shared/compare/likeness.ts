import { folded, isTelling, isWord, tokens } from './tokens';

/**
 * How alike paragraphs are, as bags of weighted words: a telling word counts 1, a common one 0.25, marks and spaces
 * nothing, so that two paragraphs that share only "the" and "of" are strangers.
 */
export type Bag = { readonly counts: ReadonlyMap<number, number>; readonly weight: number };

/** What two paragraphs share, as weight. `index` is the other paragraph's. */
export type Shared = { readonly index: number; readonly weight: number };

/** A store of bags over one vocabulary. */
export type Bags = {
  readonly bagOf: (text: string) => Bag;
  /** The weight shared by two bags, each word as often as both have it. */
  readonly sharedWeight: (one: Bag, other: Bag) => number;
  /** For each bag of `from` the most alike of `to`, best first, at most `MOST_CANDIDATES`. */
  readonly likest: (from: readonly Bag[], to: readonly Bag[]) => readonly (readonly Shared[])[];
};

const COMMON_WORD = 0.25;
const MOST_CANDIDATES = 24;
// A word that would link more pairs than this says too little to be worth following.
const MOST_LINKS = 250_000;

/** Makes an empty store. */
export const makeBags = (): Bags => {
  const ids = new Map<string, number>();
  const weights: number[] = [];

  const bagOf = (text: string): Bag => {
    const counts = new Map<number, number>();
    let weight = 0;
    for (const token of tokens(text)) {
      if (!isWord(token)) continue;
      const word = folded(token);
      let id = ids.get(word);
      if (id === undefined) {
        id = ids.size;
        ids.set(word, id);
        weights.push(isTelling(word) ? 1 : COMMON_WORD);
      }
      counts.set(id, (counts.get(id) ?? 0) + 1);
      weight += weights[id] ?? 0;
    }
    return { counts, weight };
  };

  const sharedWeight = (one: Bag, other: Bag): number => {
    let weight = 0;
    for (const [word, count] of one.counts) {
      weight += Math.min(count, other.counts.get(word) ?? 0) * (weights[word] ?? 0);
    }
    return weight;
  };

  const likest = (from: readonly Bag[], to: readonly Bag[]): readonly (readonly Shared[])[] => {
    const uses = new Map<number, number>();
    for (const bag of from) for (const word of bag.counts.keys()) uses.set(word, (uses.get(word) ?? 0) + 1);
    const holders = new Map<number, { readonly index: number; readonly count: number }[]>();
    to.forEach((bag, index) => {
      for (const [word, count] of bag.counts) {
        if (!uses.has(word)) continue;
        const list = holders.get(word);
        if (list === undefined) holders.set(word, [{ index, count }]);
        else list.push({ index, count });
      }
    });
    const sums = new Float64Array(to.length);
    return from.map((bag) => {
      const touched: number[] = [];
      for (const [word, count] of bag.counts) {
        const list = holders.get(word);
        if (list === undefined || list.length * (uses.get(word) ?? 0) > MOST_LINKS) continue;
        for (const holder of list) {
          if (sums[holder.index] === 0) touched.push(holder.index);
          sums[holder.index] = (sums[holder.index] ?? 0) + Math.min(count, holder.count) * (weights[word] ?? 0);
        }
      }
      const shared = touched.map((index) => ({ index, weight: sums[index] ?? 0 }));
      for (const index of touched) sums[index] = 0;
      shared.sort((one, other) => other.weight - one.weight || one.index - other.index);
      return shared.slice(0, MOST_CANDIDATES);
    });
  };

  return { bagOf, sharedWeight, likest };
};

/** Dice's measure: 1 where two bags hold the same words, 0 where they share none. */
export const dice = (shared: number, one: number, other: number): number =>
  one + other === 0 ? 0 : (2 * shared) / (one + other);
