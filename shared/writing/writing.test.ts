import { describe, expect, test } from 'vitest';
import type { Block } from '../release/model';
import { h2, p, row } from '../testing/builders';
import { worthALook } from './look';
import { readingAge, readingMinutes, syllables } from './reading';
import { sentencesOf } from './sentences';

const count = (words: number, word = 'word'): string => `${Array.from({ length: words }, () => word).join(' ')}.`;

test('sentences end at full stops, not at titles and figures, nor in what is quoted', () => {
  const text = 'Dr. Vale spent £1.5 million. “We began. We went on,” she said. Yes!';
  const of = (start: number, end: number): string => text.slice(start, end);
  expect(sentencesOf(text).map(({ start, end }) => of(start, end))).toEqual([
    'Dr. Vale spent £1.5 million.',
    '“We began.',
    'We went on,” she said.',
    'Yes!',
  ]);
  const quoted = { start: text.indexOf('“'), end: text.indexOf('”') + 1, quote: 0 };
  expect(sentencesOf(text, [quoted]).map(({ words }) => words.length)).toEqual([5, 2, 1]);
});

describe('reading', () => {
  test.each([
    ['cat', 1],
    ['table', 2],
    ['make', 1],
    ['wanted', 2],
    ['walked', 1],
    ['houses', 2],
    ['makes', 1],
    ['police', 2],
    ['commissioner', 4],
    ['officer’s', 3],
  ])('%s has %i', (word, syllablesThere) => {
    expect(syllables(word)).toBe(syllablesThere);
  });

  test('the age is the Flesch–Kincaid grade and five', () => {
    // 120 words of one syllable in 12 sentences: 0.39 × 10 + 11.8 × 1 − 15.59 = 0.11.
    expect(
      readingAge(
        Array.from({ length: 12 }, () => p(count(10, 'cat'))),
        'en-GB',
      ),
    ).toBe(5);
    // 120 words of four in 4 sentences of 30: 0.39 × 30 + 11.8 × 4 − 15.59 = 43.31, which is past what the age goes to.
    expect(
      readingAge(
        Array.from({ length: 4 }, () => p(count(30, 'commissioner'))),
        'en-GB',
      ),
    ).toBe(22);
    // 100 words of two syllables in 5 sentences of 20: 7.8 + 23.6 − 15.59 = 15.81.
    expect(
      readingAge(
        Array.from({ length: 5 }, () => p(count(20, 'table'))),
        'en-GB',
      ),
    ).toBe(21);
  });

  test('headings and tables do not count, other languages and few words have no age', () => {
    const body = Array.from({ length: 12 }, () => p(count(10, 'cat')));
    expect(readingAge([h2(count(90, 'commissioner')), row(count(80, 'commissioner')), ...body], 'en-GB')).toBe(5);
    expect(readingAge(body, 'cy')).toBeNull();
    expect(readingAge([p(count(99))], 'en-GB')).toBeNull();
  });

  test('the time is in whole minutes, one at least', () => {
    expect([0, 10, 238, 600].map((words) => readingMinutes(words === 0 ? [] : [p(count(words))]))).toEqual([
      0, 1, 1, 3,
    ]);
  });
});

describe('what reads heavily', () => {
  const looked = (given: Partial<Parameters<typeof worthALook>[0]>, quoted: Parameters<typeof worthALook>[1] = []) =>
    worthALook({ headline: '', body: [], language: 'en-GB', ...given }, quoted).map(({ code, start, end }) => [
      code,
      start,
      end,
    ]);

  test('a sentence of more than 40 words, with its place', () => {
    const text = `${count(40, 'Word')} ${count(41, 'Word')}`;
    expect(looked({ body: [p(text)] })).toEqual([['long-sentence', count(40).length + 1, text.length]]);
  });

  test('the words of a quote are not counted', () => {
    const quote = `“${count(39)}”`;
    expect(looked({ body: [p(`${quote} she said.`)] }, [{ block: 0, start: 0, end: quote.length }])).toEqual([]);
  });

  test('a block that was looked at is looked at again once other words of it are a quote', () => {
    const block = p(`“${count(41)}” she said.`);
    const quote = { block: 0, start: 0, end: count(41).length + 2 };
    expect(looked({ body: [block] })).toHaveLength(1);
    expect(looked({ body: [block] }, [quote])).toEqual([]);
    expect(looked({ body: [block] })).toHaveLength(1);
  });

  test('a block that went on is named where it stands now', () => {
    const long = p(count(41));
    const at = (body: readonly Block[]) =>
      worthALook({ headline: '', body, language: 'en-GB' }, []).map((look) => look.at);
    expect([at([long]), at([p('One.'), long])]).toEqual([[{ part: 'body', block: 0 }], [{ part: 'body', block: 1 }]]);
  });

  test.each([
    ['Farm thefts are cut by half', [['passive-headline', 12, 19]]],
    ['New wardens were quickly appointed by council', [['passive-headline', 12, 34]]],
    ['Council appoints wardens', []],
    ['Police are indeed ready', []],
    ['Wardens are needed in Hexley', []],
    ['Commissioner to be sworn in', [['passive-headline', 16, 24]]],
  ])('the headline “%s”', (headline, expected) => {
    expect(looked({ headline })).toEqual(expected);
  });

  test('other languages are left alone', () => {
    expect(looked({ headline: 'Are cut', body: [p(count(60))], language: 'cy' })).toEqual([]);
  });
});
