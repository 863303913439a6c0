import { describe, expect, test } from 'vitest';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import { releaseId } from '../../shared/testing/builders';
import { countdown, groupReleases, rowWords } from './groups';

const NOW = new Date('2026-11-22T14:12:00Z');
const ZONE = 'Europe/London';

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
const names = (rows: readonly ReleaseSummary[] | undefined): readonly string[] | undefined =>
  rows?.map(({ headline }) => headline);

describe('the groups of the list', () => {
  test('a draft stays among what is being written, whatever its embargo', () => {
    const groups = groupReleases([row('A', { embargo: '2026-11-24T00:01:00.000Z' })], NOW);
    expect(groups.map(({ rows }) => rows.length)).toEqual([1, 0, 0]);
  });

  test('what is published is embargoed until the very instant', () => {
    const held = row('held', { state: 'published', embargo: '2026-11-22T14:12:00.001Z' });
    const due = row('due', { state: 'published', embargo: '2026-11-22T14:12:00.000Z' });
    const [, embargoed, published] = groupReleases([held, due], NOW);
    expect(names(embargoed?.rows)).toEqual(['held']);
    expect(names(published?.rows)).toEqual(['due']);
  });

  test('what was touched last is written first, and the newest publication leads', () => {
    const releases = [
      row('old draft', { savedAt: '2026-11-01T10:00:00.000Z' }),
      row('new draft', { savedAt: '2026-11-21T10:00:00.000Z' }),
      row('old news', { state: 'published', date: '2025-01-02' }),
      row('new news', { state: 'corrected', date: '2026-01-02' }),
    ];
    const [written, , published] = groupReleases(releases, NOW);
    expect(names(written?.rows)).toEqual(['new draft', 'old draft']);
    expect(names(published?.rows)).toEqual(['new news', 'old news']);
  });
});

describe('the words of a row', () => {
  test('a draft says when it was touched, a publication its day', () => {
    expect(rowWords(row('A', { savedAt: '2026-11-22T11:40:00.000Z', state: 'in review' }), NOW, ZONE)).toBe(
      'In review · 11:40',
    );
    expect(rowWords(row('A', { state: 'published' }), NOW, ZONE)).toBe('Fri 20 Nov');
    expect(rowWords(row('A', { state: 'withdrawn' }), NOW, ZONE)).toBe('Withdrawn · Fri 20 Nov');
  });

  test('the time to an embargo is told in minutes, hours, days or years', () => {
    const until = (ahead: number) => countdown(new Date(NOW.getTime() + ahead).toISOString(), NOW);
    const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
    expect(until(1)).toBe('in 1 minute');
    expect(until(119 * minute)).toBe('in 119 minutes');
    expect(until(2 * hour)).toBe('in 2 hours');
    expect(until(47 * hour)).toBe('in 47 hours');
    expect(until(2 * day)).toBe('in 2 days');
    expect(until(72 * 365.25 * day)).toBe('in 72 years');
  });

  test('an embargo says until when', () => {
    const held = row('A', { state: 'published', embargo: '2026-11-25T00:01:00.000Z' });
    expect(rowWords(held, NOW, ZONE)).toBe('Until Wed 25 Nov, 00:01, in 2 days');
  });
});
