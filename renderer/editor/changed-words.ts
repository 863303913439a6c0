import { diffWords } from '../../shared/compare/words';
import type { Quote } from '../../shared/quotes/model';
import type { Range } from '../../shared/release/model';
import { lastApproval } from './approved-parts';

/**
 * Where in the text the words stand that are new since a quote's last approval. Words that only went leave no place.
 * In: a quote; its `words` are its ranges' texts with one character between two of them. Out: ranges within the quote's.
 */
export const changedRanges = (quote: Quote): Range[] => {
  const { words, ranges, status } = quote;
  const approved = lastApproval(quote)?.words;
  if (status !== 'changed since approval' || approved === undefined) return [];
  const changed: Range[] = [];
  let at = 0;
  for (const { op, text } of diffWords(approved, words)) {
    if (op === 'removed') continue;
    if (op === 'added') changed.push(...placesOf(ranges, at, at + text.length));
    at += text.length;
  }
  return changed;
};

const placesOf = (ranges: readonly Range[], from: number, to: number): Range[] => {
  let offset = 0;
  return ranges.flatMap(({ block, start, end }) => {
    const first = offset;
    offset += end - start + 1;
    const place = {
      block,
      start: start + Math.max(0, from - first),
      end: Math.min(end, start + to - first),
    };
    return place.start < place.end ? [place] : [];
  });
};
