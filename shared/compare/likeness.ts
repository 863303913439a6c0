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
const MOST_LINKS = 25_000_000;
// Nor are more links than this followed for one paragraph: 20,000 rewritten words are compared in a moment all the same.
const MOST_LINKS_OF_ONE = 2_000;

const EMPTY: Bag = { counts: new Map(), weight: 0 };
const byWeight = (one: Shared, other: Shared): number => other.weight - one.weight || one.index - other.index;

/** Makes an empty store. */
export const makeBags = (): Bags => {
  const ids = new Map<string, number>();
  const weights: number[] = [];
  const idOf = (word: string): number => {
    const known = ids.get(word);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(word, id);
    weights.push(isTelling(word) ? 1 : COMMON_WORD);
    return id;
  };
  /** The id of each token met so far; -1 for one that is no word. Most words are met again. */
  const met = new Map<string, number>();

  const bagOf = (text: string): Bag => {
    const counts = new Map<number, number>();
    let weight = 0;
    for (const token of tokens(text)) {
      let id = met.get(token);
      if (id === undefined) {
        id = isWord(token) ? idOf(folded(token)) : -1;
        met.set(token, id);
      }
      if (id === -1) continue;
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
    const linksOf = (word: number): number => holders.get(word)?.length ?? 0;
    return from.map((bag) => {
      const touched: number[] = [];
      // The rarest words first, since they say most; the commonest are left out once enough was followed.
      const words = [...bag.counts].filter(([word]) => linksOf(word) > 0);
      words.sort(([one], [other]) => linksOf(one) - linksOf(other) || one - other);
      let links = 0;
      for (const [word, count] of words) {
        const list = holders.get(word) ?? [];
        if (links > 0 && links + list.length > MOST_LINKS_OF_ONE) break;
        if (list.length * (uses.get(word) ?? 0) > MOST_LINKS) break;
        links += list.length;
        for (const holder of list) {
          if (sums[holder.index] === 0) touched.push(holder.index);
          sums[holder.index] = (sums[holder.index] ?? 0) + Math.min(count, holder.count) * (weights[word] ?? 0);
        }
      }
      const likely = touched.map((index) => ({ index, weight: sums[index] ?? 0 })).sort(byWeight);
      for (const index of touched) sums[index] = 0;
      return likely
        .slice(0, MOST_CANDIDATES)
        .map(({ index }) => ({ index, weight: sharedWeight(bag, to[index] ?? EMPTY) }))
        .sort(byWeight);
    });
  };

  return { bagOf, sharedWeight, likest };
};

/** Dice's measure: 1 where two bags hold the same words, 0 where they share none. */
export const dice = (shared: number, one: number, other: number): number =>
  one + other === 0 ? 0 : (2 * shared) / (one + other);
