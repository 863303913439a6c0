import { describe, expect, test } from 'vitest';
import type { Quote } from '../quotes/model';
import { resolveQuotes } from '../quotes/resolve';
import { p, personId, quoteId } from '../testing/builders';
import type { Person } from '../people/model';
import { voiceOf } from './said';

const NIA: Person = {
  id: personId('p-nia'),
  kind: 'person',
  name: 'Nia Prosser',
  alsoKnownAs: [],
  roles: [],
  approvalsContact: '',
  mergedFrom: [personId('p-old')],
};

const quoteIn = (text: string): Quote => {
  const [quote] = resolveQuotes({ body: [p(text)], quotes: [] }, { people: [NIA], approvals: 'persons' });
  if (quote === undefined) throw new Error('no quote is found');
  return quote;
};
const settledBy = (person: string | null, name: string): Quote => ({
  ...quoteIn('“We start in May.”'),
  stored: {
    id: quoteId('q'),
    ranges: [],
    speaker: { person: person === null ? null : personId(person), name, role: '', setBy: '', at: '' },
    approvals: [],
  },
});

describe('whose words are asked for', () => {
  test.each([
    ['a person of the newsroom, proposed with certainty', quoteIn('“We start in May,” said Nia Prosser.'), 'p-nia'],
    ['somebody else, by a whole name', quoteIn('“We start in May,” said Owen Bell.'), 'name:Owen Bell'],
    ['nobody, where who speaks is in doubt', quoteIn('“We start in May,” she said.'), null],
    ['the person settled', settledBy('p-nia', 'Ms Prosser'), 'p-nia'],
    ['the person an entry was merged into', settledBy('p-old', 'N. Prosser'), 'p-nia'],
    ['nobody, where only a surname is settled', settledBy(null, 'Prosser'), null],
  ])('%s', (_name, quote, who) => {
    expect(voiceOf(quote, [NIA])).toBe(who);
  });
});
