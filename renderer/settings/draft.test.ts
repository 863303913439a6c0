import { expect, test } from 'vitest';
import { NEWSROOM_FORMAT, type NewsroomSettings } from '../../shared/newsroom/model';
import { type Draft, draftOf, settingsOfDraft } from './draft';

const SETTINGS: NewsroomSettings = {
  format: NEWSROOM_FORMAT,
  organisation: 'Hexley Council',
  language: 'en-GB',
  zone: 'Europe/London',
  siteAddress: 'https://www.hexley.example',
  boilerplate: 'Hexley Council serves the town.',
  contacts: [],
  newsEmail: 'news@hexley.example',
  approvals: 'persons',
  outOfHours: '01632 960 411',
  topics: ['Roads', 'Schools'],
};
const saved = (change: Partial<Draft>) => settingsOfDraft({ ...draftOf(SETTINGS), ...change }, SETTINGS);

test('a form that was not changed is the settings as they are', () => {
  expect(saved({})).toEqual({ ok: true, value: SETTINGS });
});

test('what is emptied is gone', () => {
  const { outOfHours: _, topics: __, ...rest } = SETTINGS;
  expect(saved({ outOfHours: ' ', topics: '\n \n' })).toEqual({ ok: true, value: rest });
});

test.each([
  ['www.hexley.example/', 'https://www.hexley.example'],
  [' https://www.hexley.example/news/ ', 'https://www.hexley.example/news'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['', ''],
])('a site’s address typed as “%s” is %s', (siteAddress, address) => {
  expect(saved({ siteAddress })).toMatchObject({ ok: true, value: { siteAddress: address } });
});

test('topics stand once each, in their order', () => {
  expect(saved({ topics: 'Schools\n  Roads  and bridges\nSchools' })).toMatchObject({
    value: { topics: ['Schools', 'Roads and bridges'] },
  });
});

test('a contact of which nothing was written is left out', () => {
  const contact = { name: 'Ada Wren', role: '', phone: '', email: '', mediaOnly: true };
  expect(saved({ contacts: [{ ...contact, name: ' ' }, contact] })).toMatchObject({ value: { contacts: [contact] } });
});

test.each([
  ['organisation', { organisation: ' ' }],
  ['siteAddress', { siteAddress: 'our website' }],
  ['siteAddress', { siteAddress: 'ftp://www.hexley.example' }],
  ['newsEmail', { newsEmail: 'news at hexley' }],
  ['contacts', { contacts: [{ name: 'Ada', role: '', phone: '', email: 'ada', mediaOnly: false }] }],
] as const)('what cannot be is said at %s', (field, change) => {
  const result = saved(change);
  expect(result.ok ? [] : result.fault.map((problem) => problem.field)).toEqual([field]);
});
