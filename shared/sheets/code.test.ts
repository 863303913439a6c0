import { describe, expect, test } from 'vitest';
import { quoteDigest } from '../quotes/approval';
import { releaseId } from '../testing/builders';
import { codeAmong, readCode, shownCode, wholeCode } from './code';
import { likeCodes } from './testing';

const R = releaseId('r-test0001');
const codeOf = (words: string, speaker = 'Nia Prosser', role = 'Chair', release = R): string =>
  codeAmong(wholeCode(quoteDigest(words, speaker, role), speaker, release), []) ?? '';

describe('the code of a wording', () => {
  test('has six signs, none of them one that is taken for another', () => {
    for (let number = 0; number < 200; number += 1)
      expect(codeOf(`“We mended ${String(number)} bridges.”`)).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  test.each([
    ['a comma', codeOf('“We start, today.”')],
    ['the speaker', codeOf('“We start today.”', 'Owen Bell')],
    ['the role', codeOf('“We start today.”', 'Nia Prosser', '')],
    ['the release', codeOf('“We start today.”', 'Nia Prosser', 'Chair', releaseId('r-test0002'))],
  ])('is another one for another thing: %s', (_name, other) => {
    expect(other).not.toBe(codeOf('“We start today.”'));
  });

  test('is the same whatever marks the words stand in', () => {
    expect(codeOf('"We start today."')).toBe(codeOf('“We start  today.”'));
  });

  test('is longer where six signs would be the beginning of another wording’s', () => {
    const [one, other] = likeCodes(R).map(({ code }) => code);
    expect(one?.slice(0, 6)).toBe(other?.slice(0, 6));
    const known = [one ?? '', other ?? ''];
    const [first = '', second = ''] = known.map((code) => codeAmong(code, known) ?? '');
    expect(first.length).toBeGreaterThan(6);
    expect(second).toHaveLength(first.length);
    expect(first).not.toBe(second);
    expect(codeAmong(known[0] ?? '', known.slice(0, 1))).toHaveLength(6);
  });

  test('is none where whole codes cannot be told apart at any length', () => {
    expect(codeAmong('7K3M9Q', ['7K3M9QAAAAAA'])).toBeNull();
  });
});

describe('a code as it is typed', () => {
  test('is printed in threes', () => {
    expect(shownCode('7K3M9Q')).toBe('7K3-M9Q');
    expect(shownCode('7K3M9Q2')).toBe('7K3-M9Q-2');
  });

  test.each([
    ['7K3-M9Q', '7K3M9Q'],
    ['7k3m9q', '7K3M9Q'],
    [' 7K3 M9Q ', '7K3M9Q'],
    ['7K3–M9Q.', '7K3M9Q'],
    ['O1I-LoQ', '01110Q'],
    ['７Ｋ３Ｍ９Ｑ', '7K3M9Q'],
    ['7K3M9Q2', '7K3M9Q2'],
  ])('%j is read', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  test.each(['', '7K3M9', '7K3M9U', '7K3/M9Q', '7K3M9Q7K3M9Q7', 'yes'])('%j is no code', (typed) => {
    expect(readCode(typed)).toBeNull();
  });
});
