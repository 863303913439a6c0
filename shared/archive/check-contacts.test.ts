import { describe, expect, test } from 'vitest';
import type { NewsroomSettings } from '../newsroom/model';
import type { Release } from '../release/model';
import { contact, link, p } from '../testing/builders';
import { checkContacts } from './check-contacts';
import { quoteWordsDigest } from './check-words';
import { stops } from './checks';
import { publicRelease, settings, withOther } from './testing';

const night = contact({ name: 'Night desk', phone: '07700 900002', email: 'night@eastmere.example', mediaOnly: true });
const LINE = 'At night ring +44 7700 900 002.';
const found = (given: Partial<Release>, overrides: Release['overrides'] = [], site: Partial<NewsroomSettings> = {}) => {
  const each = publicRelease({ contacts: [night], ...given });
  const open = [withOther(each, { current: { ...each.current, overrides } })];
  return checkContacts({ secret: [], open, gone: [], settings: settings(site) });
};

describe('a contact for the media only in a public text', () => {
  test('is named with its place, and can be let pass', () => {
    const [finding, ...more] = found({ body: [p('The bridge opens.'), p(LINE)] });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      code: 'media-only-contact',
      release: 'r-test0001',
      message: '“44 7700 900 002”, which is for the media only, stands in paragraph 2.',
      words: { all: LINE, digest: quoteWordsDigest(LINE) },
      override: null,
    });
  });

  test.each([
    ['in the headline', { headline: LINE }],
    ['in the standfirst', { standfirst: LINE }],
    ['in paragraph 1 of the notes to editors', { notes: [p(LINE)] }],
    ['in the link “the desk” in paragraph 1', { body: [p(link('the desk', 'mailto:Night@eastmere.example'))] }],
    ['in the name or role of a contact', { contacts: [night, contact({ role: 'at night 07700 900002' })] }],
  ])('is found %s', (where, given) => {
    expect(found(given).map(({ message }) => message)).toEqual([expect.stringContaining(`stands ${where}.`)]);
  });

  test('is let pass by an override of that text and of no other', () => {
    const override = {
      check: 'media-only-contact',
      digest: quoteWordsDigest(LINE),
      by: 'Ola Finch',
      reason: 'The number is public from today',
      at: '2026-11-03T10:30:00.000Z',
    };
    expect(found({ body: [p(LINE), p(`${LINE} Or not.`)] }, [override]).map(stops)).toEqual([false, true]);
  });

  test('in the words about the organisation is for the settings to mend', () => {
    const site = { boilerplate: LINE };
    expect(found({}, [], site).map(({ release, words, settings }) => [release, words, settings])).toEqual([
      [null, null, 'boilerplate'],
    ]);
  });

  test('is none where it is public too, or too short to be known', () => {
    expect(found({ body: [p(LINE)], contacts: [night, { ...night, mediaOnly: false }] })).toEqual([]);
    expect(
      found({ body: [p('Ask for 41.')], contacts: [contact({ phone: 'Extension 41', email: '', mediaOnly: true })] }),
    ).toEqual([]);
  });
});
