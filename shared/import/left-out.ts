import type { Piece } from './assemble';

/** Words with single spaces between them, and none at the ends. */
export const singleSpaced = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** A piece of words that are no part of the release, with why; none where there are no words. */
export const leftOut = (words: string, why: string): readonly Piece[] => {
  const text = singleSpaced(words);
  return text === '' ? [] : [{ block: { type: 'paragraph', runs: [{ text }] }, why }];
};
