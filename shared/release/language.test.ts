import { expect, test } from 'vitest';
import { LANGUAGES, direction, offeredLanguages } from './language';

test.each([
  ['en-GB', 'ltr'],
  ['cy', 'ltr'],
  ['ar', 'rtl'],
  ['AR-eg', 'rtl'],
  ['ur', 'rtl'],
  ['he-IL', 'rtl'],
  ['pa', 'ltr'],
] as const)('%s is written %s', (language, way) => {
  expect(direction(language)).toBe(way);
});

test('every language that is offered has a name, and the first is the usual one', () => {
  const names = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' });
  expect(LANGUAGES[0]).toBe('en-GB');
  expect(LANGUAGES.filter((tag) => names.of(tag) === undefined)).toEqual([]);
});

test.each([
  [undefined, 'cy', LANGUAGES],
  [['cy', 'ur'], 'cy', ['en-GB', 'cy', 'ur']],
  [['cy'], 'nl', ['en-GB', 'cy', 'nl']],
] as const)('of a newsroom that writes in %s a release in %s is offered %s', (languages, current, offered) => {
  const settings = { language: 'en-GB', ...(languages === undefined ? {} : { languages }) };
  expect(offeredLanguages(settings, current)).toEqual(offered);
});
