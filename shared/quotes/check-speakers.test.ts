import { describe, expect, test } from 'vitest';
import type { Person } from '../people/model';
import { p, personId, release, speaker, storedQuote } from '../testing/builders';
import { checkRoles, checkSpeakers } from './check-speakers';
import { resolveQuotes } from './resolve';
import { person } from './testing';

/** Paragraphs, each with the speaker who was settled for the quote in it, if any. */
type Told = readonly (readonly [text: string, name?: string, by?: string])[];

const found = (told: Told, people: readonly Person[] = []): readonly string[] => {
  const quotes = told.flatMap(([text, name, by], block) => {
    const [start, end] = [text.indexOf('“'), text.indexOf('”') + 1];
    const who = by === undefined ? {} : { person: personId(by) };
    return name === undefined
      ? []
      : [storedQuote(`q-${String(block)}`, [[block, start, end]], { speaker: speaker(name, who) })];
  });
  const given = release({ body: told.map(([text]) => p(text)), quotes });
  return checkSpeakers(resolveQuotes(given, { people, approvals: 'persons' }), people).map(({ message }) => message);
};

describe('a quote that the text gives to another than was settled', () => {
  test('is found in its own sentence', () => {
    expect(found([['“We start in May,” said Tom Cole, the mayor.', 'Ann Bright']])).toEqual([
      'The text gives “We start in May,” to Tom Cole, and it is settled as said by Ann Bright.',
    ]);
  });

  test('is found where two change places under the lines that say who speaks', () => {
    const [one, other] = ['“We start in May, and we mean it.”', '“No, we shall not do that.”'];
    expect(
      found([
        ['Ann Bright, the mayor, said:'],
        [one, 'Ann Bright'],
        ['Tom Cole, the clerk, said:'],
        [other, 'Tom Cole'],
      ]),
    ).toEqual([]);
    expect(
      found([
        ['Ann Bright, the mayor, said:'],
        [other, 'Tom Cole'],
        ['Tom Cole, the clerk, said:'],
        [one, 'Ann Bright'],
      ]),
    ).toHaveLength(2);
  });

  test('is found by the person, where two bear one name', () => {
    const people = [person('p-john', 'John Smith', 'Mayor'), person('p-jane', 'Jane Smith', 'Clerk')];
    const text = '“We start in May,” said Jane Smith, the clerk.';
    expect(found([[text, 'John Smith', 'p-john']], people)).toHaveLength(1);
    expect(found([[text, 'Jane Smith', 'p-jane']], people)).toEqual([]);
  });
});

test('nothing is wrong with somebody whose entry became one with another since', () => {
  const people = [{ ...person('p-ann', 'Ann Bright', 'Mayor'), mergedFrom: [personId('p-ann-too')] }];
  expect(found([['“We start in May,” said Ann Bright.', 'Ann Bright', 'p-ann-too']], people)).toEqual([]);
});

test.each([
  ['another of the surname', '“We start in May,” said Tom Bright, the mayor.', 'Ann Bright'],
  ['another of the surname, whose first name begins alike', '“We start in May,” said Anton Bright.', 'Andrea Bright'],
])('one who was settled is not taken for %s', (_, text, name) => expect(found([[text, name]])).toHaveLength(1));

test.each([
  ['an initial', '“We start in May,” said A. Bright.', 'Ann Bright'],
  ['a first name cut short', '“We start in May,” said Tom Bright.', 'Tomos Bright'],
  ['a second first name', '“We start in May,” said Ann Bright.', 'Mary Ann Bright'],
  ['an accent', '“We start in May,” said Zoe Bright.', 'Zoë Bright'],
  ['a double surname', '“We start in May,” said Ann Bright.', 'Annie Bright-Cole'],
  ['a surname alone', '“We start in May,” said Bright.', 'Ann Bright'],
  ['a title', '“We start in May,” said Dr Ann Bright, the mayor.', 'Ann Bright'],
  ['a pronoun that nobody knows', '“We start in May,” she said.', 'Ann Bright'],
  ['nobody', '“We start in May.”', 'Ann Bright'],
])('nothing is wrong with %s', (_, text, name) => expect(found([[text, name]])).toEqual([]));

describe('a role that was not held on the release’s date', () => {
  const ann: Person = {
    ...person('p-ann', 'Ann Bright', ''),
    roles: [
      { title: 'Clerk', from: null, to: '2026-12-31' },
      { title: 'Mayor', from: '2027-01-01', to: null },
    ],
  };
  const roles = (role: string, day: string, who: Parameters<typeof speaker>[1] = { person: ann.id }) => {
    const quotes = [storedQuote('q-1', [[0, 0, 17]], { speaker: speaker('Ann Bright', { ...who, role }) })];
    const given = release({ body: [p('“We start in May,” said Ann Bright.')], quotes });
    const resolved = resolveQuotes(given, { people: [ann], approvals: 'persons' });
    return checkRoles(resolved, [ann], day).map(({ message }) => message);
  };

  test('is told where it is one of hers', () => {
    expect(roles('Clerk', '2027-01-05')).toEqual([
      'Ann Bright is called Clerk beside “We start in May,”, and is Mayor on the release’s date.',
    ]);
    expect(roles('Mayor', '2026-12-05')).toHaveLength(1);
  });

  test.each([
    ['she held it then', 'Mayor', '2027-01-05'],
    ['it was written for this quote', 'Former clerk', '2027-01-05'],
    ['no role was shown', '', '2027-01-05'],
    ['the release has no date yet', 'Clerk', ''],
  ])('is not told where %s', (_, role, day) => expect(roles(role, day)).toEqual([]));

  test('is not told of somebody whom the newsroom does not know', () => {
    expect(roles('Clerk', '2027-01-05', {})).toEqual([]);
  });
});
