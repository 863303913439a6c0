import { expect, test } from 'vitest';
import { p, release, releaseId } from '../testing/builders';
import { duplicateOf } from './duplicate';

const EMBARGO = { instant: '2026-11-25T00:01:00.000Z', zone: 'Europe/London' };

test('a duplicate has the words and nothing that was settled, scheduled or published', () => {
  const given = {
    ...release({ body: [p('Ada said: “Yes.”')] }),
    reference: 'WY/1',
    headline: 'New paths',
    dateline: { place: 'Hexley', date: '2026-11-24' },
    topics: ['Paths'],
    embargo: EMBARGO,
    before: ['f'.repeat(64)],
  };
  const copy = duplicateOf(given, releaseId('copy'), EMBARGO, EMBARGO.instant);
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

test('a duplicate of what is held is held too: its words may not get out by it', () => {
  const before = '2026-11-25T00:00:59.999Z';
  expect(duplicateOf(release(), releaseId('copy'), EMBARGO, before).embargo).toEqual(EMBARGO);
  expect(duplicateOf(release(), releaseId('copy'), null, before).embargo).toBeNull();
});
