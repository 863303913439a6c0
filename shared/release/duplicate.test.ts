import { expect, test } from 'vitest';
import { p, release, releaseId } from '../testing/builders';
import { duplicateOf } from './duplicate';

test('a duplicate has the words and nothing that was settled, scheduled or published', () => {
  const given = {
    ...release({ body: [p('Ada said: “Yes.”')] }),
    reference: 'WY/1',
    headline: 'New paths',
    dateline: { place: 'Hexley', date: '2026-11-24' },
    topics: ['Paths'],
    embargo: { instant: '2026-11-25T00:01:00.000Z', zone: 'Europe/London' },
    before: ['f'.repeat(64)],
  };
  const copy = duplicateOf(given, releaseId('copy'));
  expect(copy).toMatchObject({
    id: releaseId('copy'),
    state: 'working',
    reference: '',
    headline: 'New paths',
    dateline: { place: 'Hexley', date: '' },
    topics: ['Paths'],
    embargo: null,
    body: given.body,
    quotes: [],
    overrides: [],
    publication: null,
  });
  expect(copy).not.toHaveProperty('before');
});
