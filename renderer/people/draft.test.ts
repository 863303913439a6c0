import { expect, test } from 'vitest';
import type { Person } from '../../shared/people/model';
import { personId } from '../../shared/testing/builders';
import { NEW_DRAFT, draftOf, personOfDraft } from './draft';

const nia: Person = {
  id: personId('p-nia'),
  kind: 'person',
  name: 'Nia Prosser',
  alsoKnownAs: ['Ms Prosser'],
  roles: [{ title: 'Chair', from: '2020-01-01', to: null }],
  approvalsContact: 'Office',
  organisations: [personId('p-council')],
  approval: 'not needed',
  mergedFrom: [personId('p-old')],
};

test('a person in the form and out of it again is the same, the ids merged into it too', () => {
  expect(personOfDraft(draftOf(nia), nia.id, nia)).toEqual({ ok: true, value: nia });
});

test('names are tidied and stand once; empty roles are left out; what is not said is left out', () => {
  const draft = {
    ...NEW_DRAFT,
    name: '  Nia   Prosser ',
    alsoKnownAs: 'Ms Prosser\n\nNia Prosser\nMs  Prosser',
    roles: [{ title: '', from: '', to: '' }],
  };
  expect(personOfDraft(draft, nia.id, null)).toEqual({
    ok: true,
    value: { id: 'p-nia', kind: 'person', name: 'Nia Prosser', alsoKnownAs: ['Ms Prosser'], roles: [], approvalsContact: '' }, // prettier-ignore
  });
});

test('an organisation belongs to none', () => {
  const saved = personOfDraft({ ...draftOf(nia), kind: 'organisation' }, nia.id, null);
  expect(saved.ok && saved.value.organisations).toBeUndefined();
});

test('a name is needed, a role has a title, and ends after it began', () => {
  const roles = [
    { title: '', from: '2020-01-01', to: '' },
    { title: 'Chair', from: '2024-01-02', to: '2024-01-01' },
  ];
  const saved = personOfDraft({ ...NEW_DRAFT, name: ' ', roles }, nia.id, null);
  expect(!saved.ok && saved.fault.map(({ field }) => field)).toEqual(['name', 'role 0', 'role 1']);
});
