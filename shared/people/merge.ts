import { type Fault, fault } from '../fault';
import type { PersonId } from '../release/model';
import { type Result, failed, ok } from '../result';
import { hasUnknownOf } from '../unknown';
import { nameKey } from './match';
import type { People, Person, Role } from './model';

const isSameRole = (a: Role, b: Role): boolean =>
  nameKey(a.title) === nameKey(b.title) && a.from === b.from && a.to === b.to;

const once = <Value>(values: readonly Value[], isSame: (a: Value, b: Value) => boolean): readonly Value[] =>
  values.filter((value, index) => values.findIndex((other) => isSame(other, value)) === index);

/** A list in its field, which is left out where the list is empty. */
const listed = <Name extends 'organisations' | 'mergedFrom'>(name: Name, ids: readonly PersonId[]) =>
  (ids.length === 0 ? {} : { [name]: ids }) as Partial<Record<Name, readonly PersonId[]>>;

/**
 * One entry of two about the same person. `kept` keeps its name; the other's names become names it also goes by, roles
 * and organisations of both stay, in the order they were begun. Where either's quotes need approval by a rule of its own,
 * they do. The other's id is remembered, so that every quote that names it means this person.
 */
export const mergedPerson = (kept: Person, other: Person): Person => {
  const names = once([...kept.alsoKnownAs, other.name, ...other.alsoKnownAs], (a, b) => a === b);
  const { organisations: _o, mergedFrom: _m, approval: _a, ...rest } = kept;
  const rules = [kept.approval, other.approval];
  const approval = rules.includes('needed') ? 'needed' : (kept.approval ?? other.approval);
  const ids = [...(kept.mergedFrom ?? []), other.id, ...(other.mergedFrom ?? [])];
  const bodies = [...(kept.organisations ?? []), ...(other.organisations ?? [])];
  const contacts = once([kept.approvalsContact, other.approvalsContact], (a, b) => a === b).filter(
    (each) => each !== '',
  );
  return {
    ...rest,
    alsoKnownAs: names.filter((name) => name !== kept.name),
    roles: [...once([...kept.roles, ...other.roles], isSameRole)].sort((a, b) =>
      (a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0,
    ),
    approvalsContact: contacts.join('; '),
    ...listed(
      'organisations',
      once(bodies, (a, b) => a === b).filter((id) => !ids.includes(id) && id !== kept.id),
    ),
    ...(approval === undefined ? {} : { approval }),
    ...listed(
      'mergedFrom',
      once(ids, (a, b) => a === b),
    ),
  };
};

/**
 * The people after two entries became one, which has the first's id. Whoever belonged to the other belongs to the first.
 * Faults: `not-found` where one of them is gone, `refused` where they are the same entry, or a person and an organisation,
 * or where something stands in the one that goes that is not known here.
 */
export const mergePeople = (people: People, keep: PersonId, other: PersonId): Result<People, Fault> => {
  const kept = people.people.find(({ id }) => id === keep);
  const gone = people.people.find(({ id }) => id === other);
  if (kept === undefined || gone === undefined)
    return failed(fault('not-found', 'One of the two is no longer among the people. Nothing was merged.'));
  if (kept === gone) return failed(fault('refused', 'This is one entry, not two. Nothing was merged.'));
  if (kept.kind !== gone.kind)
    return failed(fault('refused', 'A person and an organisation are not the same. Nothing was merged.'));
  if (hasUnknownOf(people, other))
    return failed(
      fault('refused', `A later Standfirst has written more about ${gone.name}. Merge them there. Nothing was merged.`),
    );
  const merged = mergedPerson(kept, gone);
  return ok({
    ...people,
    people: people.people
      .filter((person) => person !== gone)
      .map((person) => {
        if (person === kept) return merged;
        const { organisations, ...rest } = person;
        if (organisations === undefined) return person;
        const now = organisations.map((id) => (id === other ? keep : id));
        return {
          ...rest,
          ...listed(
            'organisations',
            once(now, (a, b) => a === b),
          ),
        };
      }),
  });
};

/** Why two entries may be about one person. */
export type Likeness = 'same name' | 'same surname and initial';
export type LikelyPair = { readonly one: Person; readonly other: Person; readonly why: Likeness };

/** Titles that tell nothing of who it is. */
const TITLE = /^(?:dr|prof|professor|sir|dame|lord|lady|rev|reverend|cllr|councillor) /u;

const namesOf = (person: Person): readonly string[] => [
  ...new Set([person.name, ...person.alsoKnownAs].map((name) => nameKey(name).replace(TITLE, ''))),
];

/** Surname and first initial, for names of two words or more; of a title with a surname nothing can be said. */
const initialKey = (name: string): string | null => {
  const words = name.split(' ');
  return words.length < 2 ? null : `${words[0]?.charAt(0) ?? ''} ${words.at(-1) ?? ''}`;
};

const likeness = (one: Person, other: Person): Likeness | null => {
  if (one.kind !== other.kind) return null;
  const names = namesOf(other);
  if (namesOf(one).some((name) => names.includes(name))) return 'same name';
  if (one.kind === 'organisation') return null;
  const keys = names.map(initialKey);
  return namesOf(one).some((name) => initialKey(name) !== null && keys.includes(initialKey(name)))
    ? 'same surname and initial'
    : null;
};

/** Entries that may be about one person: those who share a name first, then those with the same surname and first initial. */
export const likelyDuplicates = (people: readonly Person[]): readonly LikelyPair[] => {
  const pairs = people.flatMap((one, index) =>
    people.slice(index + 1).flatMap((other): readonly LikelyPair[] => {
      const why = likeness(one, other);
      return why === null ? [] : [{ one, other, why }];
    }),
  );
  return pairs.sort((a, b) => Number(a.why !== 'same name') - Number(b.why !== 'same name'));
};
