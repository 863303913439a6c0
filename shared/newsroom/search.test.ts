import { describe, expect, test } from 'vitest';
import { emptyRelease } from '../release/empty';
import type { Release } from '../release/model';
import { p, releaseId } from '../testing/builders';
import { foldedText, readQuery, searchWords } from './search';

const release: Release = {
  ...emptyRelease(releaseId('r-search0001')),
  headline: 'Rural crime team to double',
  dateline: { place: 'Hexley', date: '2026-11-05' },
  reference: 'WY/2026/214',
  topics: ['Farm theft'],
  body: [p('Nerys Glŷn’s plan puts twelve officers in ﬁve towns.'), p('It costs £1,180 a day.')],
};
const finds = (typed: string): boolean => readQuery(typed)?.(foldedText(searchWords(release))) ?? false;

describe('a release is found', () => {
  test.each([
    ['by the beginning of a word', 'rur'],
    ['by several words, wherever they stand', 'towns rural theft'],
    ['without its accents', 'glyn'],
    ['with its accents, in either form', 'GLY\u0302N'],
    ['by a ligature’s letters', 'five towns'],
    ['by a phrase', '"crime team to double"'],
    ['by a phrase in curly marks', '“twelve officers”'],
    ['by a phrase still being typed', '"twelve off'],
    ['by its reference', 'wy/2026/214'],
    ['by its day in words', 'november 2026'],
    ['by its state', 'working'],
    ['by a number as it is written', '1,180'],
  ])('%s: %s', (_how, typed) => {
    expect(finds(typed)).toBe(true);
  });
});

describe('a release is not found', () => {
  test.each([
    ['by the end of a word', 'ural'],
    ['where one of the words is not in it', 'rural hospital'],
    ['by words of a phrase in another order', '"team crime"'],
    ['by a part of the last word of a closed phrase', '"twelve off"'],
    ['by a phrase over the edge of other words', '"crime double"'],
  ])('%s: %s', (_how, typed) => {
    expect(finds(typed)).toBe(false);
  });
});

test.each(['', '  ', '""', '“', '…'])('nothing is looked for in %j', (typed) => {
  expect(readQuery(typed)).toBeNull();
});
