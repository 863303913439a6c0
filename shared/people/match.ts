import type { Person } from './model';

/** A name in the form in which names are compared: NFC, one kind of apostrophe, one space, lower case, no courtesy title. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/\./gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(?:mr|mrs|ms|miss|mx|the) /u, '');

const namesOf = (person: Person): readonly string[] => [person.name, ...person.alsoKnownAs].map(nameKey);

/** Everybody whose name or other name is the given one, letter case and titles aside. Two people can share a name. */
export const peopleNamed = (name: string, people: readonly Person[]): readonly Person[] => {
  const key = nameKey(name);
  return key === '' ? [] : people.filter((person) => namesOf(person).includes(key));
};

/** Everybody, organisations aside, whose surname is the given word. */
export const peopleWithSurname = (surname: string, people: readonly Person[]): readonly Person[] => {
  const key = nameKey(surname);
  return key === ''
    ? []
    : people.filter((person) => person.kind === 'person' && namesOf(person).some((name) => name.endsWith(` ${key}`)));
};

/** People for a search box: those whose name, other name or role holds every typed word, the best first. */
export const searchPeople = (query: string, people: readonly Person[]): readonly Person[] => {
  const words = nameKey(query)
    .split(' ')
    .filter((word) => word !== '');
  const scored = people.flatMap((person) => {
    const names = namesOf(person).join(' ');
    const all = `${names} ${person.roles.map((role) => nameKey(role.title)).join(' ')}`;
    if (!words.every((word) => all.includes(word))) return [];
    const starts = words.filter((word) => ` ${names}`.includes(` ${word}`)).length;
    return [{ person, starts }];
  });
  return scored
    .sort((a, b) => b.starts - a.starts || a.person.name.localeCompare(b.person.name))
    .map((each) => each.person);
};
