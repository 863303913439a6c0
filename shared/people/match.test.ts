import { expect, test } from 'vitest';
import type { PersonId } from '../release/model';
import { nameKey, peopleNamed, peopleWithSurname, searchPeople } from './match';
import type { Person } from './model';

const person = (
  id: string,
  name: string,
  alsoKnownAs: readonly string[] = [],
  title = '',
  kind: Person['kind'] = 'person',
): Person => ({
  id: id as PersonId,
  kind,
  name,
  alsoKnownAs,
  roles: title === '' ? [] : [{ title, from: null, to: null }],
  approvalsContact: '',
});
const nia = person('p1', 'Nia Prosser', ['Nia O’Dell'], 'Harbour director');
const megan = person('p2', 'Megan Prosser');
const council = person('o1', 'The North Vale Council', [], '', 'organisation');
const people = [nia, megan, council];

test('names compare without case, courtesy titles and kinds of apostrophe', () => {
  expect(nameKey('  Ms  Nia O’Dell ')).toBe("nia o'dell");
});
test('a person is found by name and by other names', () => {
  expect(peopleNamed('nia prosser', people)).toEqual([nia]);
  expect(peopleNamed("Nia O'Dell", people)).toEqual([nia]);
  expect(peopleNamed('North Vale Council', people)).toEqual([council]);
  expect(peopleNamed('', people)).toEqual([]);
});
test('two people can share a surname, and organisations have none', () => {
  expect(peopleWithSurname('Prosser', people)).toEqual([nia, megan]);
  expect(peopleWithSurname('Council', people)).toEqual([]);
});
test('the search box looks at names and roles, whole starts of names first', () => {
  expect(searchPeople('prosser', people)).toEqual([megan, nia]);
  expect(searchPeople('harbour', people)).toEqual([nia]);
  expect(searchPeople('', people)).toHaveLength(3);
});
