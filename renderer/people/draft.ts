import type { Person, Role } from '../../shared/people/model';
import type { PersonId } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';

/** A person as they stand in the form: text as typed. */
export type Draft = {
  readonly kind: Person['kind'];
  readonly name: string;
  /** One name a line. */
  readonly alsoKnownAs: string;
  readonly roles: readonly { readonly title: string; readonly from: string; readonly to: string }[];
  readonly approvalsContact: string;
  readonly organisations: readonly PersonId[];
  readonly approval: 'as the newsroom' | 'needed' | 'not needed';
};

export const NEW_DRAFT: Draft = {
  kind: 'person',
  name: '',
  alsoKnownAs: '',
  roles: [],
  approvalsContact: '',
  organisations: [],
  approval: 'as the newsroom',
};

/** The form of a person. */
export const draftOf = (person: Person): Draft => ({
  kind: person.kind,
  name: person.name,
  alsoKnownAs: person.alsoKnownAs.join('\n'),
  roles: person.roles.map(({ title, from, to }) => ({ title, from: from ?? '', to: to ?? '' })),
  approvalsContact: person.approvalsContact,
  organisations: person.organisations ?? [],
  approval: person.approval ?? 'as the newsroom',
});

/** What is wrong with a form, each with the field it is about. */
export type Problem = { readonly field: 'name' | `role ${number}`; readonly message: string };

const named = (text: string): string => text.trim().replace(/\s+/gu, ' ');

/**
 * The person of a form; what the form does not show (`before`) stays. Roles without a title and dates are left out, names
 * stand once each.
 */
export const personOfDraft = (
  draft: Draft,
  id: PersonId,
  before: Pick<Person, 'mergedFrom'> | null,
): Result<Person, readonly Problem[]> => {
  const name = named(draft.name);
  const roles: Role[] = [];
  const problems: Problem[] = name === '' ? [{ field: 'name', message: 'Give a name.' }] : [];
  for (const [index, { title, from, to }] of draft.roles.entries()) {
    if (named(title) === '' && from === '' && to === '') continue;
    if (named(title) === '') problems.push({ field: `role ${index}`, message: 'Give the role a title.' });
    if (from !== '' && to !== '' && to < from)
      problems.push({ field: `role ${index}`, message: 'It ends before it begins.' });
    roles.push({ title: named(title), from: from === '' ? null : from, to: to === '' ? null : to });
  }
  if (problems.length > 0) return failed(problems);
  const others = [...new Set(draft.alsoKnownAs.split('\n').map(named))].filter(
    (other) => other !== '' && other !== name,
  );
  const organisations = draft.kind === 'person' ? draft.organisations : [];
  return ok({
    id,
    kind: draft.kind,
    name,
    alsoKnownAs: others,
    roles,
    approvalsContact: draft.approvalsContact.trim(),
    ...(organisations.length === 0 ? {} : { organisations }),
    ...(draft.approval === 'as the newsroom' ? {} : { approval: draft.approval }),
    ...(before?.mergedFrom === undefined ? {} : { mergedFrom: before.mergedFrom }),
  });
};
