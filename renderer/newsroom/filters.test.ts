import { expect, test } from 'vitest';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import { releaseId } from '../../shared/testing/builders';
import { WHOLE_LIST, narrowed, sorted, valuesIn } from './filters';

const NOW = new Date('2026-11-22T14:12:00Z');
const row = (headline: string, given: Partial<ReleaseSummary> = {}): ReleaseSummary => ({
  id: releaseId(headline),
  headline,
  state: 'working',
  date: '2026-11-20',
  embargo: null,
  language: 'en-GB',
  reference: '',
  savedAt: '2026-11-20T10:00:00.000Z',
  quotes: { noSpeaker: 0, needsApproval: 0, changed: 0, total: 0 },
  ...given,
});
const names = (rows: readonly ReleaseSummary[]): readonly string[] => rows.map(({ headline }) => headline);

const rows = [
  row('b', { state: 'published', topics: ['Roads'], date: '2025-01-01' }),
  row('a', { state: 'published', embargo: '2026-11-23T00:01:00.000Z', speakers: ['Ada Pugh'], date: '' }),
  row('A 10', { language: 'cy', quotes: { noSpeaker: 0, needsApproval: 1, changed: 0, total: 2 } }),
  row('A 9', { topics: ['Roads', 'Grants'], savedAt: '2026-11-21T10:00:00.000Z' }),
];

test('the whole list is let through as it is', () => {
  expect(narrowed(rows, WHOLE_LIST, NOW)).toBe(rows);
});

test('a list is narrowed by state, topic, person, language and quotes, and by all of them at once', () => {
  const by = (view: object) => names(narrowed(rows, { ...WHOLE_LIST, ...view }, NOW));
  expect(by({ state: 'published' })).toEqual(['b', 'a']);
  expect(by({ state: 'embargoed' })).toEqual(['a']);
  expect(by({ topic: 'Roads' })).toEqual(['b', 'A 9']);
  expect(by({ person: 'Ada Pugh' })).toEqual(['a']);
  expect(by({ language: 'cy' })).toEqual(['A 10']);
  expect(by({ quotes: 'to settle' })).toEqual(['A 10']);
  expect(by({ state: 'published', topic: 'Roads' })).toEqual(['b']);
});

test('a list is narrowed by its days, the first and the last among them; what has no day lies between none', () => {
  const by = (from: string, until: string) => names(narrowed(rows, { ...WHOLE_LIST, from, until }, NOW));
  expect(by('2025-01-01', '')).toEqual(['b', 'A 10', 'A 9']);
  expect(by('2025-01-02', '')).toEqual(['A 10', 'A 9']);
  expect(by('', '2025-01-01')).toEqual(['b']);
  expect(by('2026-11-20', '2026-11-20')).toEqual(['A 10', 'A 9']);
  expect(by('2026-11-21', '2026-11-20')).toEqual([]);
});

test('a list is sorted by day, headline or last save; what has no day stands last', () => {
  expect(names(sorted(rows, 'newest')).at(-1)).toBe('a');
  expect(names(sorted(rows, 'oldest'))).toEqual(['b', 'A 10', 'A 9', 'a']);
  expect(names(sorted(rows, 'headline'))).toEqual(['a', 'A 9', 'A 10', 'b']);
  expect(names(sorted(rows, 'saved'))[0]).toBe('A 9');
});

test('what can be chosen from is what stands in the list, each once', () => {
  expect(valuesIn(rows, ({ topics = [] }) => topics)).toEqual(['Grants', 'Roads']);
});
