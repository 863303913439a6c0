import type { Person } from '../people/model';
import type { PersonId } from '../release/model';

/** A person of the newsroom, for tests; no title, no role. */
export const person = (id: string, name: string, title: string, kind: Person['kind'] = 'person'): Person => ({
  id: id as PersonId,
  kind,
  name,
  alsoKnownAs: [],
  roles: title === '' ? [] : [{ title, from: null, to: null }],
  approvalsContact: '',
});
