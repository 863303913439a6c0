import { describe, expect, test } from 'vitest';
import { NEWSROOM_FORMAT, type NewsroomSettings } from '../../shared/newsroom/model';
import type { MediaName } from '../../shared/release/model';
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
  languages: ['cy', 'en-GB'],
  topics: ['Roads', 'Schools'],
};
const saved = (change: Partial<Draft>) => settingsOfDraft({ ...draftOf(SETTINGS), ...change }, SETTINGS);

test('a form that was not changed is the settings as they are', () => {
  expect(saved({})).toEqual({ ok: true, value: SETTINGS });
});

test('what is emptied is gone', () => {
  const { outOfHours: _, languages: __, topics: ___, ...rest } = SETTINGS;
  expect(saved({ outOfHours: ' ', languages: [], topics: '\n \n' })).toEqual({ ok: true, value: rest });
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

describe('the look of the archive', () => {
  const LOOK = {
    logo: { file: `${'a'.repeat(64)}.png` as MediaName, width: 80, height: 40, alternative: 'Hexley Council' },
    band: '#14304d',
    headerLinks: [
      { name: 'Contact us', address: 'https://www.hexley.example/contact' },
      { name: 'Write', address: 'mailto:office@hexley.example' },
    ],
    postalAddress: '4 Mill Lane, Hexley',
  };
  const problemsOf = (change: Partial<Draft>) => {
    const read = saved(change);
    return read.ok ? [] : read.fault.map(({ field }) => field);
  };

  test('comes back from the form as it went in, and is gone where it is emptied', () => {
    const settings = {
      ...SETTINGS,
      look: LOOK,
      security: { contact: 'mailto:s@hexley.example', expires: '2027-01-31' },
    };
    expect(settingsOfDraft(draftOf(settings), settings)).toEqual({ ok: true, value: settings });
    const empty = { ...draftOf(SETTINGS), logo: null };
    expect(settingsOfDraft(empty, settings)).toEqual({ ok: true, value: SETTINGS });
  });
  test('takes colours, links and addresses as people type them', () => {
    expect(
      saved({
        band: 'ABC ',
        accent: '#14508C',
        footerLinks: 'Privacy: www.hexley.example/privacy\n\nWrite to us – office@hexley.example',
        postalAddress: '4 Mill Lane\nHexley',
        securityContact: 'security@hexley.example',
        securityExpires: '2027-01-31',
      }),
    ).toMatchObject({
      value: {
        look: {
          band: '#aabbcc',
          accent: '#14508c',
          footerLinks: [
            { name: 'Privacy', address: 'https://www.hexley.example/privacy' },
            { name: 'Write to us', address: 'mailto:office@hexley.example' },
          ],
          postalAddress: '4 Mill Lane, Hexley',
        },
        security: { contact: 'mailto:security@hexley.example', expires: '2027-01-31' },
      },
    });
  });
  test('says what is wrong with it', () => {
    expect(problemsOf({ band: 'blue' })).toEqual(['band']);
    expect(problemsOf({ accent: '#999999' })).toEqual(['accent']);
    expect(problemsOf({ headerLinks: 'Contact' })).toEqual(['headerLinks']);
    expect(problemsOf({ footerLinks: 'Run javascript:x()' })).toEqual(['footerLinks']);
    expect(problemsOf({ logo: LOOK.logo })).toEqual(['logoAlternative']);
    expect(problemsOf({ securityContact: 's@hexley.example' })).toEqual(['securityExpires']);
  });
});
