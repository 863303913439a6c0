import { describe, expect, test } from 'vitest';
import type { Person } from '../people/model';
import { p, withBody } from '../testing/builders';
import { isOneLetterOff } from './check-names';
import { checkQuotes } from './checks';
import { resolveQuotes } from './resolve';
import { person } from './testing';

type Fields = { readonly headline?: string; readonly standfirst?: string; readonly people?: readonly Person[] };

const findingsIn = (
  paragraphs: readonly string[],
  { headline = 'Wall', standfirst = '', people = [] }: Fields = {},
) => {
  const release = { ...withBody(...paragraphs.map((text) => p(text))), headline, standfirst };
  return checkQuotes(release, resolveQuotes(release, { people, approvals: 'persons' }), people);
};

/** The codes found, each with the paragraph as its fix leaves it. */
const repaired = (...paragraphs: readonly string[]): readonly (readonly [string, string])[] =>
  findingsIn(paragraphs).flatMap(({ code, fix }) => {
    if (fix === null) return [];
    const { block, start, end, text } = fix.edit;
    const own = paragraphs[block] ?? '';
    return [[code, own.slice(0, start) + text + own.slice(end)] as const];
  });

const BY = 'said Nia Prosser, the chair.';

describe('marks, each with its repair', () => {
  test.each([
    [
      'an unclosed quote',
      'mark-unclosed',
      'Nia Prosser, the chair, said: “We start.',
      'Nia Prosser, the chair, said: “We start.”',
    ],
    [
      'an unclosed single quote',
      'mark-unclosed',
      'Nia Prosser, the chair, said: ‘We start.',
      'Nia Prosser, the chair, said: ‘We start.’',
    ],
    ['a mark twice', 'mark-doubled', `““We start,” ${BY}`, `“We start,” ${BY}`],
    ['a closing mark that opens', 'mark-wrong-way', `“We start,” ${BY} ”In May.”`, `“We start,” ${BY} “In May.”`],
    ['an opening mark that closes', 'mark-wrong-way', `“We start,“ ${BY}`, `“We start,” ${BY}`],
    [
      'a straight mark that closes',
      'mark-straight',
      `“We,” ${BY} “We start in May."`,
      `“We,” ${BY} “We start in May.”`,
    ],
    ['a straight mark that opens', 'mark-straight', `“We,” ${BY} "We start in May.”`, `“We,” ${BY} “We start in May.”`],
  ])('%s', (_name, code, text, right) => {
    expect(repaired(text)).toContainEqual([code, right]);
  });

  test.each([
    ['nested marks side by side', `“She said ‘no’,” ${BY}`],
    ['both closing at once', `“She said ‘no.’” ${BY}`],
    ['straight marks throughout', '"We start," said Nia Prosser, the chair. "In May."'],
    ['inches among curly marks', `“We had 12" of rain,” ${BY} “And hail.”`],
    ['a running quotation', 'Nia Prosser, the chair, said: “We start.'],
    ['low marks', '„Wir fangen an“, said Nia Prosser, the chair.'],
  ])('nothing is wrong with %s', (name, text) => {
    expect(repaired(...(name === 'a running quotation' ? [text, '“In May.”'] : [text]))).toEqual([]);
  });
});

describe('conventions inside a quote', () => {
  test.each([
    ['sic', `“We was (sic) late,” ${BY}`, `“We was [sic] late,” ${BY}`],
    ['ellipsis', `“We start... one day,” ${BY}`, `“We start… one day,” ${BY}`],
    ['round-bracket', `“She (Megan) told us,” ${BY}`, `“She [Megan] told us,” ${BY}`],
  ])('%s', (code, text, right) => {
    expect(repaired(text)).toContainEqual([code, right]);
  });

  test.each([
    ['square brackets and [sic]', `“She [Megan] were [sic] late…” ${BY}`],
    ['brackets outside a quote', `The wall (built in 1871) is old... “We start,” ${BY}`],
  ])('nothing is wrong with %s', (_name, text) => {
    expect(repaired(text)).toEqual([]);
  });
});

describe('names', () => {
  const codes = (paragraphs: readonly string[], more: Fields = {}): readonly string[] =>
    findingsIn(paragraphs, more).map(({ code }) => code);

  test('a speaker nobody introduces', () => {
    expect(codes(['“We start,” said Nia Prosser.'])).toEqual(['no-role']);
    expect(codes(['Prosser was late.', '“We start,” said Nia Prosser, the chair.'])).toEqual(['no-role']);
  });

  test.each([
    ['a role before', '“We start,” said council leader Nia Prosser.'],
    ['a role behind', '“We start,” said Nia Prosser, chair of the board.'],
    ['an age', '“We start,” said Nia Prosser, 52, of Hexley.'],
    ['who she is', '“We start,” said Nia Prosser, who runs the shop.'],
    ['a body', '“We start,” North Vale Council said.'],
  ])('%s is enough', (_name, text) => {
    expect(codes([text])).toEqual([]);
  });

  test('the spelling that stands more often is the right one', () => {
    const text = ['The chair, Nia Prosser, came. Nia Prosser spoke.', 'The board thanked Nia Proser.'];
    expect(findingsIn(text).map(({ code, place, fix }) => [code, place, fix?.edit.text])).toEqual([
      ['two-spellings', { block: 1, start: 18, end: 28 }, 'Nia Prosser'],
    ]);
  });

  test('the newsroom’s spelling is the right one, however often the other stands', () => {
    const people = [person('p1', 'Owen Bell', 'Leader')];
    const found = findingsIn(['Owan Bell came. Owan Bell spoke.'], { people });
    expect(found.map(({ fix }) => fix?.edit.text)).toEqual(['Owen Bell', 'Owen Bell']);
  });

  test.each([
    ['two people of one surname', 'Nia Prosser met Elin Prosser.'],
    ['short names that are near by chance', 'Jo Lee met Jo Lea.'],
    ['a place and its people', 'The envoy left North Veria for talks. North Verian leaders came.'],
  ])('nothing is wrong with %s', (_name, text) => {
    expect(codes([text])).toEqual([]);
  });

  test.each([
    ['Prosser', 'Proser', true],
    ['Prosser', 'Prossre', true],
    ['Prosser', 'Prosser', false],
    ['Prosser', 'Posner', false],
    ['Owen', 'Owan', true],
    ['Bell', 'Ball', true],
    ['Bell', 'Bellis', false],
  ])('%s and %s: one letter off is %s', (a, b, is) => {
    expect(isOneLetterOff(a, b)).toBe(is);
  });
});

describe('words', () => {
  const body = ['“We shall mend every yard of this wall by May,” said Nia Prosser, the chair.'];
  const messages = (more: Fields): readonly string[] => findingsIn(body, more).map(({ message }) => message);

  test('a headline that quotes a part of the body’s words is right', () => {
    expect(messages({ headline: '‘We shall mend every yard,’ says chair' })).toEqual([]);
  });

  test('one that quotes other words is told, with the words of the body', () => {
    expect(messages({ headline: 'Chair: ‘We shall mend every inch of this wall by May’' })).toEqual([
      'The headline quotes ‘We shall mend every inch of this wall by May’; the body has “We shall mend every yard of this wall by May,”.',
    ]);
    expect(messages({ standfirst: 'The chair said: “Walls are for other people to mend.”' })).toEqual([
      'The standfirst quotes “Walls are for other people to mend.”, which no quote in the body says.',
    ]);
  });

  test('words changed after their approval', () => {
    const release = withBody(p(body[0] ?? ''));
    const quotes = resolveQuotes(release, { people: [], approvals: 'persons' }).map((each) => ({
      ...each,
      status: 'changed since approval' as const,
    }));
    expect(checkQuotes(release, quotes, []).map(({ code }) => code)).toEqual(['words-changed']);
  });
});
