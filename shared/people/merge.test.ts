import { describe, expect, test } from 'vitest';
import { p, personId, release, speaker, storedQuote } from '../testing/builders';
import { resolveQuotes } from '../quotes/resolve';
import { needsApproval } from './approval-rule';
import { personOf } from './find';
import { parsePeople } from '../newsroom/parse';
import { writtenForm } from '../unknown';
import { likelyDuplicates, mergePeople, mergedPerson } from './merge';
import type { People, Person } from './model';

const body = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id: personId(id),
  kind: 'person',
  name,
  alsoKnownAs: [],
  roles: [],
  approvalsContact: '',
  ...more,
});
const CHAIR = { title: 'Chair', from: '2020-01-01', to: '2024-12-31' } as const;
const LEADER = { title: 'Leader', from: '2025-01-01', to: null } as const;
const nia = body('p-nia', 'Nia Prosser', { alsoKnownAs: ['Ms Prosser'], roles: [LEADER], approvalsContact: 'Office' });
const other = body('p-other', 'N. Prosser', {
  alsoKnownAs: ['Ms Prosser', 'Nia Prosser'],
  roles: [CHAIR, LEADER],
  approvalsContact: 'Extension 12',
  mergedFrom: [personId('p-oldest')],
});
const people = (...all: readonly Person[]): People => ({ format: 1, people: all });
const merge = (of: People, keep: string, gone: string) => mergePeople(of, personId(keep), personId(gone));

describe('two entries made one', () => {
  test('keep all names, roles and contacts, each once, and both ids lead to it', () => {
    const merged = mergedPerson(nia, other);
    expect(merged).toEqual({
      ...nia,
      alsoKnownAs: ['Ms Prosser', 'N. Prosser'],
      roles: [CHAIR, LEADER],
      approvalsContact: 'Office; Extension 12',
      mergedFrom: ['p-other', 'p-oldest'],
    });
    for (const id of ['p-nia', 'p-other', 'p-oldest']) expect(personOf([merged], personId(id))).toBe(merged);
    expect(personOf([merged], personId('p-nobody'))).toBeNull();
    expect(personOf([merged], null)).toBeNull();
  });

  test.each([
    [undefined, undefined, undefined],
    ['not needed', undefined, 'not needed'],
    [undefined, 'not needed', 'not needed'],
    ['not needed', 'needed', 'needed'],
  ] as const)('with the rules %s and %s need approval: %s', (one, two, expected) => {
    const rule = (value: Person['approval']) => (value === undefined ? {} : { approval: value });
    expect(mergedPerson({ ...nia, ...rule(one) }, { ...other, ...rule(two) }).approval).toBe(expected);
  });

  test('are not made one where a later Standfirst has written more of the one that would go', () => {
    const later = { ...other, pronouns: 'she', roles: [{ ...CHAIR, until: 'the vote' }] };
    const read = parsePeople(JSON.stringify({ format: 1, people: [nia, later] }));
    if (!read.ok) throw new Error(read.fault.message);
    expect(merge(read.value, 'p-nia', 'p-other')).toMatchObject({ ok: false, fault: { code: 'refused' } });
    const merged = merge(read.value, 'p-other', 'p-nia');
    expect(merged.ok && writtenForm(merged.value)).toContain('"pronouns": "she"');
  });

  test('leave those who belonged to either in the one that stays', () => {
    const one = body('p-one', 'The Council', { kind: 'organisation' });
    const two = body('p-two', 'North Vale Council', { kind: 'organisation' });
    const member = { ...nia, organisations: [personId('p-two'), personId('p-one')] };
    const merged = merge(people(one, two, member), 'p-one', 'p-two');
    expect(merged.ok && merged.value.people.map(({ id, organisations }) => [id, organisations])).toEqual([
      ['p-one', undefined],
      ['p-nia', ['p-one']],
    ]);
  });

  test('mean the same person in a stored quote, without a change to the quote', () => {
    const text = 'Nia Prosser said: “We start today.”';
    const by = speaker('N. Prosser', { person: personId('p-other'), role: 'Chair' });
    const quoted = release({ body: [p(text)], quotes: [storedQuote('q-00000001', [[0, 18, 35]], { speaker: by })] });
    const merged = mergedPerson({ ...nia, approval: 'not needed' }, other);
    const [quote] = resolveQuotes(quoted, { people: [merged], approvals: 'persons' });
    expect(quote?.status).toBe('no approval needed');
    expect(quote?.stored?.speaker).toBe(by);
  });

  test.each([
    ['an entry that is gone', 'p-nia', 'p-gone', 'not-found'],
    ['an entry with itself', 'p-nia', 'p-nia', 'refused'],
    ['a person with an organisation', 'p-nia', 'p-council', 'refused'],
  ])('are refused: %s', (_name, keep, gone, code) => {
    const council = body('p-council', 'The Council', { kind: 'organisation' });
    expect(merge(people(nia, council), keep, gone)).toMatchObject({ ok: false, fault: { code } });
  });
});

describe('entries that may be one person', () => {
  const pair = (one: string, two: string, kind: Person['kind'] = 'person') =>
    likelyDuplicates([body('p-1', one, { kind }), body('p-2', two, { kind })])[0]?.why ?? null;
  test.each([
    ['Nia Prosser', 'Nia Prosser', 'same name'],
    ['Dr Nia Prosser', 'Ms Nia Prosser', 'same name'],
    ['N. Prosser', 'Nia Prosser', 'same surname and initial'],
    ['Nia Prosser', 'Nesta Prosser', 'same surname and initial'],
    ['Nia Prosser', 'Megan Prosser', null],
    ['Ms Prosser', 'Nia Prosser', null],
    ['Nia Prosser', 'Nia Pugh', null],
  ])('%s and %s: %s', (one, two, why) => {
    expect(pair(one, two)).toBe(why);
  });
  test('of organisations only a shared name tells', () => {
    expect(pair('Vale Rail', 'Vole Rail', 'organisation')).toBeNull();
    expect(pair('The Vale Council', 'Vale Council', 'organisation')).toBe('same name');
  });
  test('the sure ones come first, and a person is no organisation', () => {
    const all = [body('p-1', 'Nia Prosser'), body('p-2', 'Nesta Prosser'), body('p-3', 'Mr Nia Prosser'), body('p-4', 'Nia Prosser', { kind: 'organisation' })]; // prettier-ignore
    expect(likelyDuplicates(all).map(({ one, other: two }) => `${one.id} ${two.id}`)).toEqual([
      'p-1 p-3',
      'p-1 p-2',
      'p-2 p-3',
    ]);
  });
});

describe('whose quotes need approval', () => {
  const council = { kind: 'organisation' } as const;
  test.each([
    ['a person’s', { kind: 'person' } as const, 'persons', true],
    ['somebody’s who is not among the people', null, 'persons', true],
    ['an organisation’s', council, 'persons', false],
    ['anybody’s where the newsroom says nobody’s', { kind: 'person' } as const, 'nobody', false],
    ['one person’s all the same', { kind: 'person', approval: 'needed' } as const, 'nobody', true],
    ['not one person’s all the same', { kind: 'person', approval: 'not needed' } as const, 'persons', false],
    ['one organisation’s all the same', { ...council, approval: 'needed' } as const, 'persons', true],
  ] as const)('%s', (_name, person, rule, expected) => {
    expect(needsApproval(person, rule)).toBe(expected);
  });
});
