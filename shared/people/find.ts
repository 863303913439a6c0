import type { PersonId } from '../release/model';
import type { Person } from './model';

/** The person an id means: the one who has it, or the one into whom its entry was merged. Null where there is none, or no id. */
export const personOf = (people: readonly Person[], id: PersonId | null): Person | null =>
  id === null
    ? null
    : (people.find((person) => person.id === id) ??
      people.find((person) => person.mergedFrom?.includes(id) === true) ??
      null);
