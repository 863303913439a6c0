/**
 * What differs between two sequences of numbers (interned words, interned paragraphs).
 *
 * Common ends are cut off first. The middle is solved by Myers' greedy algorithm ("An O(ND) difference algorithm and
 * its variations", 1986) as long as it needs no more than `MAX_EDITS` edits. Beyond that the values which occur exactly
 * once on both sides are the anchors (Bram Cohen's patience diff), or, where there is no such value, the stretches of four:
 * the longest run of them in order is kept, and the stretches between are solved on their own. A stretch with no anchor
 * and too many edits has nothing worth matching and is given as replaced. So the work is at most about MAX_EDITS steps a value, whatever the input.
 */

/** Where the sequences differ: `a[aStart, aEnd)` stands against `b[bStart, bEnd)`. What lies between hunks is equal. */
export type Hunk = { readonly aStart: number; readonly aEnd: number; readonly bStart: number; readonly bEnd: number };

const MAX_EDITS = 300;

type Values = ArrayLike<number>;

/** The hunks between two sequences, in order, none touching the next. */
export const diffSequence = (a: Values, b: Values): readonly Hunk[] => {
  const partner = new Int32Array(a.length).fill(-1);
  const open: Hunk[] = [{ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const rest = trimmed(a, b, range, partner);
    if (rest.aStart === rest.aEnd || rest.bStart === rest.bEnd) continue;
    if (!solvedByMyers(a, b, rest, partner)) open.push(...betweenAnchors(a, b, rest, partner));
  }
  return hunksOf(partner, b.length);
};

/** What is equal in two sequences, as pairs of indices, in order. */
export const pairsBetween = (a: Values, b: Values): readonly (readonly [number, number])[] => {
  const pairs: [number, number][] = [];
  let [one, other] = [0, 0];
  for (const hunk of [...diffSequence(a, b), { aStart: a.length, aEnd: 0, bStart: 0, bEnd: 0 }]) {
    while (one < hunk.aStart) pairs.push([one++, other++]);
    [one, other] = [hunk.aEnd, hunk.bEnd];
  }
  return pairs;
};

const trimmed = (a: Values, b: Values, range: Hunk, partner: Int32Array): Hunk => {
  let { aStart, aEnd, bStart, bEnd } = range;
  while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) partner[aStart++] = bStart++;
  while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) partner[--aEnd] = --bEnd;
  return { aStart, aEnd, bStart, bEnd };
};

const solvedByMyers = (a: Values, b: Values, range: Hunk, partner: Int32Array): boolean => {
  const n = range.aEnd - range.aStart;
  const m = range.bEnd - range.bStart;
  if (Math.abs(n - m) > MAX_EDITS) return false;
  const max = Math.min(n + m, MAX_EDITS);
  const middle = max + 1;
  const reach = new Int32Array(2 * max + 3);
  const steps: Int32Array[] = [];
  for (let edits = 0; edits <= max; edits += 1) {
    steps.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      let x = Math.max((reach[middle + k - 1] ?? 0) + 1, reach[middle + k + 1] ?? 0);
      if (k === -edits) x = reach[middle + k + 1] ?? 0;
      else if (k === edits) x = (reach[middle + k - 1] ?? 0) + 1;
      if (edits === 0) x = 0;
      if (x > n || x - k > m) {
        reach[middle + k] = x;
        continue;
      }
      while (x < n && x - k < m && a[range.aStart + x] === b[range.bStart + x - k]) x += 1;
      reach[middle + k] = x;
      if (x === n && x - k === m) {
        walkBack({ range, steps, edits, n, m, partner });
        return true;
      }
    }
  }
  return false;
};

type Path = {
  readonly range: Hunk;
  readonly steps: readonly Int32Array[];
  readonly edits: number;
  readonly n: number;
  readonly m: number;
  readonly partner: Int32Array;
};

const walkBack = ({ range, steps, edits, n, m, partner }: Path): void => {
  let x = n;
  let y = m;
  for (let d = edits; d > 0; d -= 1) {
    const reach = steps[d];
    const at = (k: number): number => reach?.[k + d + 1] ?? 0;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) + 1 < at(k + 1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = at(fromK);
    const startX = down ? fromX : fromX + 1;
    while (x > startX) {
      x -= 1;
      y -= 1;
      partner[range.aStart + x] = range.bStart + y;
    }
    x = fromX;
    y = fromX - fromK;
  }
  while (x > 0) {
    x -= 1;
    y -= 1;
    partner[range.aStart + x] = range.bStart + y;
  }
};

type Anchor = { readonly a: number; readonly b: number };

/** Settles the anchors of a stretch and gives the stretches between them; nothing where there is no anchor. */
const betweenAnchors = (a: Values, b: Values, range: Hunk, partner: Int32Array): readonly Hunk[] => {
  const ofA = Array.from({ length: range.aEnd - range.aStart }, (_, at) => a[range.aStart + at] ?? -1);
  const ofB = Array.from({ length: range.bEnd - range.bStart }, (_, at) => b[range.bStart + at] ?? -1);
  let anchors = anchorsOf(ofA, ofB);
  if (anchors.length === 0) {
    const ids = new Map<number, number>();
    anchors = anchorsOf(inFours(ofA, ids), inFours(ofB, ids));
  }
  const between: Hunk[] = [];
  let { aStart, bStart } = range;
  for (const anchor of anchors) {
    const [atA, atB] = [range.aStart + anchor.a, range.bStart + anchor.b];
    partner[atA] = atB;
    between.push({ aStart, aEnd: atA, bStart, bEnd: atB });
    aStart = atA + 1;
    bStart = atB + 1;
  }
  if (anchors.length > 0) between.push({ aStart, aEnd: range.aEnd, bStart, bEnd: range.bEnd });
  return between;
};

/** The values that occur once on both sides, as many as stand in the same order. */
const anchorsOf = (a: readonly number[], b: readonly number[]): readonly Anchor[] => {
  const onceInB = positionsOfSingles(b);
  const shared: Anchor[] = [];
  for (const [value, at] of positionsOfSingles(a)) {
    const there = onceInB.get(value) ?? -1;
    if (at >= 0 && there >= 0) shared.push({ a: at, b: there });
  }
  shared.sort((one, other) => one.a - other.a);
  return longestIncreasing(shared.map((anchor) => anchor.b)).flatMap((index) => shared[index] ?? []);
};

/** Position of each value that occurs once; -1 for those that occur more often. */
const positionsOfSingles = (values: readonly number[]): ReadonlyMap<number, number> => {
  const positions = new Map<number, number>();
  values.forEach((value, index) => positions.set(value, positions.has(value) ? -1 : index));
  return positions;
};

const PAIR_BASE = 2 ** 26;

/** Each value replaced by an id for itself and the three after it: pairs of pairs, interned in `ids`. */
const inFours = (values: readonly number[], ids: Map<number, number>): readonly number[] => {
  const paired = (list: readonly number[], distance: number): readonly number[] =>
    list.slice(distance).map((second, index) => {
      const key = (list[index] ?? 0) * PAIR_BASE + second;
      const id = ids.get(key) ?? ids.size;
      ids.set(key, id);
      return id;
    });
  return paired(paired(values, 1), 2);
};

const hunksOf = (partner: Int32Array, bLength: number): readonly Hunk[] => {
  const hunks: Hunk[] = [];
  let aStart = 0;
  let bStart = 0;
  for (let index = 0; index <= partner.length; index += 1) {
    const match = index === partner.length ? bLength : (partner[index] ?? -1);
    if (match < 0) continue;
    if (aStart < index || bStart < match) hunks.push({ aStart, aEnd: index, bStart, bEnd: match });
    aStart = index + 1;
    bStart = match + 1;
  }
  return hunks;
};

/**
 * The heaviest strictly increasing subsequence: indices into `values`, ascending. `weights` are positive whole numbers
 * whose sum is a safe integer; without them all count one, and the longest is found. O(n log n).
 */
export const longestIncreasing = (values: readonly number[], weights?: readonly number[]): readonly number[] => {
  const ranks = new Map([...new Set(values)].sort((one, other) => one - other).map((value, rank) => [value, rank + 1]));
  const size = ranks.size + 1;
  const totals = new Array<number>(values.length).fill(0);
  const previous = new Int32Array(values.length).fill(-1);
  const bestAt = new Int32Array(size).fill(-1); // a Fenwick tree of prefix maxima, holding indices into `values`
  let last = -1;
  values.forEach((value, index) => {
    const rank = ranks.get(value) ?? 0;
    let best = -1;
    for (let node = rank - 1; node > 0; node -= node & -node) {
      const candidate = bestAt[node] ?? -1;
      if (candidate >= 0 && (best < 0 || (totals[candidate] ?? 0) > (totals[best] ?? 0))) best = candidate;
    }
    const total = (weights?.[index] ?? 1) + (best < 0 ? 0 : (totals[best] ?? 0));
    totals[index] = total;
    previous[index] = best;
    for (let node = rank; node < size; node += node & -node) {
      const holder = bestAt[node] ?? -1;
      if (holder < 0 || (totals[holder] ?? 0) < total) bestAt[node] = index;
    }
    if (last < 0 || total > (totals[last] ?? 0)) last = index;
  });
  const chain: number[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) chain.push(index);
  return chain.reverse();
};
