import { describe, expect, test } from 'vitest';
import { contact, p, release } from '../testing/builders';
import { mediaOnlyKeys, waysIn } from './media-only';
import { publicRelease, settings } from './testing';

const night = contact({ phone: '(01632) 960 777', email: 'Night.Desk@eastmere.example', mediaOnly: true });
const keysOf = (given: Partial<typeof night>, open: Parameters<typeof publicRelease>[0] = {}) => [
  ...mediaOnlyKeys({
    secret: [release({ contacts: [{ ...night, ...given }] })],
    open: [publicRelease(open)],
    gone: [],
    settings: settings(),
  }).keys(),
];
/** The words of a text that are the night desk's. */
const foundIn = (text: string, given: Partial<typeof night> = {}) => {
  const keys = new Set(keysOf(given));
  return waysIn(text).flatMap(({ key, words }) => (keys.has(key) ? [words] : []));
};

describe('a way for the media only', () => {
  test.each([
    ['01632 960777', '01632 960777'],
    ['tel:01632960777', '01632960777'],
    ['+44 1632 960 777', '44 1632 960 777'],
    ['+44 (0)1632 960777', '44 (0)1632 960777'],
    ['0044-1632-960-777', '0044-1632-960-777'],
    ['01632–960–777', '01632–960–777'],
    ['01632.960.777', '01632.960.777'],
    ['01632\u00a0960\u200b777', '01632 960777'],
    ['٠١٦٣٢ ٩٦٠ ٧٧٧', '01632 960 777'],
    ['０１６３２ ９６０７７７', '01632 960777'],
    ['in 2026, 01632 960777 or 9', '01632 960777'],
  ])('a number is found as %s', (text, words) => {
    expect(foundIn(`Ring ${text} now`)).toEqual([words]);
  });

  test('the newsroom’s telephone out of hours is one, unless it is a public contact’s too', () => {
    const keysWith = (open: Parameters<typeof publicRelease>[0]) => [
      ...mediaOnlyKeys({
        secret: [],
        open: [publicRelease(open)],
        gone: [],
        settings: { ...settings(), outOfHours: '01632 960 411' },
      }).keys(),
    ];
    expect(keysWith({})).toEqual(['632960411']);
    expect(keysWith({ contacts: [contact({ phone: '01632 960411', mediaOnly: false })] })).toEqual([]);
  });

  test('a number is not found in a longer one or in another', () => {
    expect(foundIn('01632 9607771, 01632 960778, 2026-11-24')).toEqual([]);
  });

  test.each([
    'night.desk@EASTMERE.example',
    'mailto:night.desk@eastmere.example?subject=Hi',
    '<Night.Desk@eastmere.example>.',
  ])('an address is found as %s', (text) => {
    expect(foundIn(text)).toHaveLength(1);
  });

  test('an address is not found in a longer one', () => {
    expect(foundIn('midnight.desk@eastmere.example night.desk@eastmere.example.org')).toEqual([]);
  });

  test('a number with an extension is known by the number', () => {
    expect(foundIn('01632 960777', { phone: '01632 960777 ext. 41' })).toEqual(['01632 960777']);
  });

  test.each(['Extension 41', '101', '41'])('a short number (%s) is not looked for by its digits', (phone) => {
    expect(keysOf({ phone, email: '' })).toEqual([]);
  });

  test('it is none where it is public, however it is written there', () => {
    const shown = contact({ phone: '+44 1632 960777', email: 'night.desk@eastmere.example' });
    expect(keysOf({}, { contacts: [shown] })).toEqual([]);
    expect(keysOf({ phone: '960 777', email: '' }, { contacts: [shown] })).toEqual([]);
    expect(keysOf({ email: 'NEWS@eastmere.example', phone: '' })).toEqual([]);
    expect(keysOf({}, { body: [p('Ring 01632 960777')] })).toEqual(['632960777', 'night.desk@eastmere.example']);
  });

  test('a long line of digits or of signs between them is read once', () => {
    expect(foundIn(`${'.'.repeat(50_000)}${'7'.repeat(50_000)}${'1 . '.repeat(20_000)}${'a'.repeat(50_000)}@`)).toEqual(
      [],
    );
  });
});
