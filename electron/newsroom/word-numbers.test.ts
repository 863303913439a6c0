import { describe, expect, test } from 'vitest';
import { foldWords, foldedText, readQuery, wantedWords } from '../../shared/newsroom/search';
import { makeWordNumbers } from './word-numbers';

const TEXTS = [
  'The warden walked the Street Survey route, and the wardens’ van followed.',
  'A survey of every street; Mary Vale, leader of the council, said so.',
  'Café opening hours in Llanrhaeadr-ym-Mochnant: nine to five.',
  'street',
  '',
];
const QUERIES = [
  'w',
  'ward surv',
  '"street survey"',
  '"street surv',
  '"street surv"',
  'mary vale council',
  '"mary vale" lead',
  'cafe',
  'ym "nine to five"',
  'street street',
  '"street street"',
  'zzz',
  '"zzz street"',
  'the "leader of the council said so" a s',
  Array.from({ length: 40 }, (_, at) => (at === 35 ? 'vale' : 'street')).join(' '),
  Array.from({ length: 40 }, (_, at) => (at === 35 ? 'warden' : 'survey')).join(' '),
];

describe('texts as the numbers of their words', () => {
  test.each(QUERIES)('have what is looked for where their letters have it: %s', (typed) => {
    const numbers = makeWordNumbers();
    const texts = TEXTS.map((text) => numbers.of(foldWords(text)));
    const has = numbers.query(wantedWords(typed));
    const hasInLetters = readQuery(typed);
    expect(texts.map(has)).toEqual(TEXTS.map((text) => hasInLetters?.(foldedText([text]))));
  });

  test('of the same words are the same', () => {
    const numbers = makeWordNumbers();
    const first = numbers.of(['one', 'two', 'one']);
    numbers.of(['three']);
    expect(numbers.of(['one', 'two', 'one'])).toEqual(first);
    expect([...first]).toEqual([0, 1, 0]);
  });
});
