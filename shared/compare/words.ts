import type { WordOp } from './model';
import type { Hunk } from './sequence';
import { pairsBetween } from './sequence';
import { isSpace, isTelling, isWord, tokens } from './tokens';

/**
 * What changed between two texts, word by word, told for a reader rather than for a machine.
 *
 * The shortest list of edits is seldom the clearest: it keeps a lone "the" or a comma between two rewritten phrases and
 * shows a soup of fragments. So two steps follow the difference proper: a stretch that was only put in or taken out is
 * slid to where a reader would cut it (whole sentence, then clause, then word with the space after it), and rewritten
 * stretches with almost nothing between them become one (compare the "semantic clean-up" of diff-match-patch).
 *
 * It is symmetrical: compared the other way round, what was added was removed.
 *
 * In: two texts. Out: `same` and `removed` joined give the text before, `same` and `added` the text after; no op is
 * empty, and a removal stands before the addition that replaces it.
 */
export const diffWords = (before: string, after: string): readonly WordOp[] => {
  if (before === after) return before === '' ? [] : [{ op: 'same', text: before }];
  if (before === '') return [{ op: 'added', text: after }];
  if (after === '') return [{ op: 'removed', text: before }];
  const a = tokens(before);
  const b = tokens(after);
  // Always from the shorter to the longer, and mirrored if need be: read backwards, the same words changed.
  const isBackwards = a.length > b.length || (a.length === b.length && before > after);
  const [from, to] = isBackwards ? [b, a] : [a, b];
  const hunks = joined(from, to, slid(from, to, hunksBetween(from, to)));
  return opsOf(a, b, isBackwards ? hunks.map(mirrored) : hunks);
};

/**
 * Where two lists of pieces differ. Words, marks and breaks are matched first, then the white space around them: one space is
 * like another, and would pair sentences that share nothing else.
 */
const hunksBetween = (a: readonly string[], b: readonly string[]): readonly Hunk[] => {
  const ids = new Map<string, number>();
  const idOf = (token: string): number => {
    const known = ids.get(token) ?? ids.size;
    ids.set(token, known);
    return known;
  };
  const solid = (pieces: readonly string[]): readonly number[] =>
    [...pieces.keys()].filter((at) => !/^[^\S\n\t]/u.test(pieces[at] ?? ''));
  const [ofA, ofB] = [solid(a), solid(b)];
  const pairs = pairsBetween(
    ofA.map((at) => idOf(a[at] ?? '')),
    ofB.map((at) => idOf(b[at] ?? '')),
  );
  const hunks: Hunk[] = [];
  let [aStart, bStart] = [0, 0];
  for (const [one, other] of [...pairs, [ofA.length, ofB.length] as const]) {
    const [aNext, bNext] = [ofA[one] ?? a.length, ofB[other] ?? b.length];
    let [aEnd, bEnd] = [aNext, bNext];
    while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) [aStart, bStart] = [aStart + 1, bStart + 1];
    while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) [aEnd, bEnd] = [aEnd - 1, bEnd - 1];
    if (aStart < aEnd || bStart < bEnd) hunks.push({ aStart, aEnd, bStart, bEnd });
    [aStart, bStart] = [aNext + 1, bNext + 1];
  }
  return hunks;
};

const mirrored = ({ aStart, aEnd, bStart, bEnd }: Hunk): Hunk => ({
  aStart: bStart,
  aEnd: bEnd,
  bStart: aStart,
  bEnd: aEnd,
});

const opsOf = (a: readonly string[], b: readonly string[], hunks: readonly Hunk[]): readonly WordOp[] => {
  const ops: WordOp[] = [];
  const put = (op: WordOp['op'], pieces: readonly string[]): void => {
    if (pieces.length > 0) ops.push({ op, text: pieces.join('') });
  };
  let at = 0;
  for (const hunk of hunks) {
    put('same', a.slice(at, hunk.aStart));
    put('removed', a.slice(hunk.aStart, hunk.aEnd));
    put('added', b.slice(hunk.bStart, hunk.bEnd));
    at = hunk.aEnd;
  }
  put('same', a.slice(at));
  return ops;
};

/** Moves each pure insertion or deletion, within the equal text around it, to where its edges read best. */
const slid = (a: readonly string[], b: readonly string[], hunks: readonly Hunk[]): readonly Hunk[] => {
  const result: Hunk[] = [];
  hunks.forEach((hunk, index) => {
    const floor = result.at(-1);
    const ceiling = hunks[index + 1];
    if (hunk.aStart === hunk.aEnd) {
      const shift = bestShift(b, hunk.bStart, hunk.bEnd, floor?.bEnd ?? 0, ceiling?.bStart ?? b.length);
      result.push(shifted(hunk, shift));
    } else if (hunk.bStart === hunk.bEnd) {
      const shift = bestShift(a, hunk.aStart, hunk.aEnd, floor?.aEnd ?? 0, ceiling?.aStart ?? a.length);
      result.push(shifted(hunk, shift));
    } else result.push(hunk);
  });
  return result;
};

const shifted = (hunk: Hunk, by: number): Hunk => ({
  aStart: hunk.aStart + by,
  aEnd: hunk.aEnd + by,
  bStart: hunk.bStart + by,
  bEnd: hunk.bEnd + by,
});

const bestShift = (pieces: readonly string[], start: number, end: number, floor: number, ceiling: number): number => {
  let low = 0;
  while (start + low > floor && pieces[start + low - 1] === pieces[end + low - 1]) low -= 1;
  let high = 0;
  while (end + high < ceiling && pieces[start + high] === pieces[end + high]) high += 1;
  let best = 0;
  let bestScore = -1;
  for (let shift = low; shift <= high; shift += 1) {
    const score = cutScore(pieces, start + shift) + cutScore(pieces, end + shift);
    if (score > bestScore) {
      best = shift;
      bestScore = score;
    }
  }
  return best;
};

/** How well a reader could bear a cut before the piece at `index`: 5 at an end, 4 after a sentence, down to 0. */
const cutScore = (pieces: readonly string[], index: number): number => {
  const last = pieces[index - 1];
  if (last === undefined || last === '\n' || index === pieces.length) return 5;
  if (!isSpace(last)) return 0;
  const mark = pieces[index - 2] ?? '';
  if (/^[.!?]$/.test(mark) || (/^["'”’»]$/.test(mark) && /^[.!?]$/.test(pieces[index - 3] ?? ''))) return 4;
  return isWord(mark) ? 2 : 3;
};

/** Joins neighbouring hunks where the equal text between them is too thin to help a reader. */
const joined = (a: readonly string[], b: readonly string[], hunks: readonly Hunk[]): readonly Hunk[] => {
  const result: Hunk[] = [];
  for (const next of hunks) {
    let hunk = next;
    for (let last = result.at(-1); last !== undefined && isThinBetween(a, b, last, hunk); last = result.at(-1)) {
      hunk = { aStart: last.aStart, aEnd: hunk.aEnd, bStart: last.bStart, bEnd: hunk.bEnd };
      result.pop();
    }
    result.push(hunk);
  }
  return result;
};

const COMMON_WORTH = 0.25;
const MOST_TELLING_WORDS = 3;

const isThinBetween = (a: readonly string[], b: readonly string[], left: Hunk, right: Hunk): boolean => {
  if (left.aEnd === right.aStart) return true;
  let telling = 0;
  let common = 0;
  for (let index = left.aEnd; index < right.aStart; index += 1) {
    const piece = a[index] ?? '';
    if (!isWord(piece)) continue;
    if (isTelling(piece)) telling += 1;
    else common += 1;
    if (telling > MOST_TELLING_WORDS || common > 4 * MOST_TELLING_WORDS) return false;
  }
  const l = sizeOf(a, b, left);
  const r = sizeOf(a, b, right);
  const isRewritten = l.removed + r.removed > 0 && l.added + r.added > 0;
  const smaller = Math.min(Math.max(l.removed, l.added), Math.max(r.removed, r.added));
  if (!isRewritten || smaller === 0) return false;
  const worth = telling + common * COMMON_WORTH;
  return worth <= COMMON_WORTH || worth * 4 <= smaller;
};

// Counted no further than the clean-up can use, so that joining a long row of hunks stays linear.
const COUNT_LIMIT = 64;

const sizeOf = (
  a: readonly string[],
  b: readonly string[],
  hunk: Hunk,
): { readonly removed: number; readonly added: number } => ({
  removed: countWords(a, hunk.aStart, hunk.aEnd),
  added: countWords(b, hunk.bStart, hunk.bEnd),
});

const countWords = (pieces: readonly string[], start: number, end: number): number => {
  let count = 0;
  for (let index = start; index < end && count < COUNT_LIMIT; index += 1) if (isWord(pieces[index] ?? '')) count += 1;
  return count;
};
