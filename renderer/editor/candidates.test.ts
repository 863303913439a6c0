import { expect, test } from 'vitest';
import { findQuotes } from '../../shared/quotes/find';
import { person } from '../../shared/quotes/testing';
import { candidates } from './candidates';

const RUTH = person('p-ruth', 'Ruth Attwater', 'Chief Constable');
const OWAIN = person('p-owain', 'Owain Attwater', '');
const GLYN = person('p-glyn', 'Nerys Glŷn', 'Commissioner');

const offered = (text: string, people = [RUTH, OWAIN, GLYN]) => {
  const [quote] = findQuotes([{ text, kind: 'text' }], people);
  return quote ? candidates(quote, people, '').map(({ person: id, role }) => [id, role]) : [];
};

test.each([
  'Attwater said: “We will be there by nine.”',
  'Ms Attwater said: “We will be there by nine.”',
  '“We will be there by nine,” Attwater said.',
])('everybody of one surname is offered, each once: %s', (text) => {
  expect(offered(text).toSorted()).toEqual([
    ['p-owain', ''],
    ['p-ruth', 'Chief Constable'],
  ]);
});

test('a full name offers nobody twice', () => {
  expect(offered('Nerys Glŷn said: “We will be there by nine.”')).toEqual([['p-glyn', 'Commissioner']]);
});
