import { describe, expect, test } from 'vitest';
import { p } from '../testing/builders';
import { findInRelease, placesInText } from './find';

const found = (text: string, words: string, how: { readonly case?: true; readonly whole?: true } = {}): string[] =>
  placesInText(text, { words, matchCase: how.case ?? false, wholeWords: how.whole ?? false }).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('finding words in a text', () => {
  test.each([
    ['whatever their case', 'The team and THE TEAM', 'team', ['team', 'TEAM']],
    ['whatever the case of an accented letter', 'Ŵyr a ŵyr', 'ŵyr', ['Ŵyr', 'ŵyr']],
    ['as they are typed, not as a pattern', 'It cost £1.50 (a lot). It cost 1x50.', '1.50 (a', ['1.50 (a']],
    ['none over another', 'aaaa', 'aa', ['aa', 'aa']],
    ['curly marks by straight ones', '“It’s done,” she said', '"it\'s', ['“It’s']],
    ['a space that does not break by one that does', 'Mrs\u00a0Vale', 'mrs vale', ['Mrs\u00a0Vale']],
    ['nothing where nothing is asked', 'words', '', []],
  ])('%s', (_, text, words, expected) => {
    expect(found(text, words)).toEqual(expected);
  });

  test('by case where that is asked', () => {
    expect(found('May we, in May?', 'May', { case: true })).toEqual(['May', 'May']);
    expect(found('may we, in May?', 'May', { case: true })).toEqual(['May']);
  });

  test('whole words alone where that is asked, letters with marks among them', () => {
    expect(found('cat, cats, concat, cat’s', 'cat', { whole: true })).toEqual(['cat', 'cat']);
    expect(found('mon mo\u0302n', 'mo', { whole: true })).toEqual([]);
    expect(found('n’est-ce', 'est', { whole: true })).toEqual(['est']);
  });

  test('offsets count UTF-16 code units', () => {
    expect(placesInText('𝒳 team', { words: 'team', matchCase: false, wholeWords: true })).toEqual([
      { start: 3, end: 7 },
    ]);
  });
});

test('a release is gone through as it stands on the page', () => {
  const release = { headline: 'A team', standfirst: 'The team', body: [p('x'), p('team team')], notes: [p('team')] };
  expect(findInRelease(release, { words: 'team', matchCase: false, wholeWords: false })).toEqual([
    { part: 'headline', start: 2, end: 6 },
    { part: 'standfirst', start: 4, end: 8 },
    { part: 'body', block: 1, start: 0, end: 4 },
    { part: 'body', block: 1, start: 5, end: 9 },
    { part: 'notes', block: 0, start: 0, end: 4 },
  ]);
});
