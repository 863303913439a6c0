import type { Family, Mark } from './mark';

export const closes = (mark: Mark): boolean => mark.role !== 'open';

/** Whether a mark of `family` closes later in the block, before one of the same family opens. */
export const closesLater = (marks: readonly Mark[], from: number, family: Family): boolean => {
  for (let i = from; i < marks.length; i += 1) {
    const mark = marks[i];
    if (mark?.family !== family) continue;
    return mark.role !== 'open';
  }
  return false;
};

/** Whether the block holds enough closing marks for a quote of the family inside a quote of the same family. */
export const nestsWell = (text: string, marks: readonly Mark[], from: number): boolean => {
  const family = marks[from - 1]?.family;
  let depth = 2;
  for (let i = from; i < marks.length; i += 1) {
    const mark = marks[i];
    if (mark === undefined || mark.family !== family) continue;
    // A mark behind a letter closes for certain only before the one that closes around it: ‘We call it ‘Colin’.’
    if (mark.role === 'close-or-apostrophe' && !/^[.,;:!?…]?[’'](?!\p{L})/u.test(text.slice(mark.at + 1))) continue;
    depth += mark.role === 'open' ? 1 : -1;
    if (depth === 0) return true;
    if (depth > 2) return false;
  }
  return false;
};

const CLAUSE_NEXT =
  /^\s+(?:(?:he|she|they|it|I|we|one)\s+\p{L}+|(?:said|says|told|asked|added|meddai)\b|\p{Lu}[\p{L}.]+(?:\s+\p{Lu}[\p{L}.]+)*\s+(?:said|says|told|asked|added)\b)/u;

/** Whether a clause of attribution comes next: " she said", " said Nia Prosser". */
export const isClauseNext = (rest: string): boolean => CLAUSE_NEXT.test(rest);

/** A single mark after a letter while a single quote is open: the end of the quote, or "workers’" and "goin’"? */
export const isApostropheInside = (text: string, marks: readonly Mark[], index: number): boolean => {
  const mark = marks[index];
  if (mark === undefined) return false;
  const before = text.charAt(mark.at - 1);
  const rest = text.slice(mark.at + 1);
  // "It was freezin', mind": a clipped word before a comma, where no clause of attribution follows.
  if (/\p{L}{2}in$/u.test(text.slice(Math.max(0, mark.at - 8), mark.at)) && /^,\s+\p{Ll}/u.test(rest))
    return (
      marks.some((each, i) => i > index && each.family === 'single' && closes(each)) && !CLAUSE_NEXT.test(rest.slice(1))
    );
  if (!/^\s+[\p{L}\p{N}]/u.test(rest)) return false;
  // Feet: "6' tall".
  if (text.charAt(mark.at) === "'" && /\d/u.test(before)) return closesLater(marks, index + 1, 'single');
  if (
    !/[sxzSXZ]/u.test(before) &&
    !/(?:\p{L}in|\bo|\ban|\bol|\bth|\bt)$/u.test(text.slice(Math.max(0, mark.at - 6), mark.at))
  )
    return false;
  return closesLater(marks, index + 1, 'single') && !CLAUSE_NEXT.test(rest);
};
