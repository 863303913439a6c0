import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Publication, Release, VersionHash } from '../release/model';
import { type Removal, removedRelease } from '../removal/tombstone';
import { p, release, releaseId } from '../testing/builders';
import { select } from './select';

const publication = (given: Partial<Publication> = {}): Publication => ({
  by: 'Test Writer',
  at: '2026-11-10T09:00:00.000Z',
  version: 'a'.repeat(64) as VersionHash,
  address: 'news/2026/11/bridge.html',
  after: [],
  change: null,
  ...given,
});

afterEach(() => void vi.unstubAllEnvs());

const EMBARGO = { instant: '2026-11-12T00:01:00.000Z', zone: 'Europe/London' };

const published = (given: Partial<Release> = {}, now: Partial<Release> = {}) => {
  const frozen = release({ headline: 'Bridge to open', body: [p('The bridge opens in May.')], ...given });
  return { frozen, current: { ...frozen, state: 'published' as const, publication: publication(), ...now } };
};

const AFTER = '2026-11-20T12:00:00.000Z';

describe('what may be public', () => {
  test('a release is withheld a millisecond before its embargo ends, with why and until when', () => {
    const { public: open, withheld } = select([published({ embargo: EMBARGO })], [], '2026-11-12T00:00:59.999Z');
    expect(open).toEqual([]);
    expect(withheld).toEqual([
      { release: 'r-test0001', headline: 'Bridge to open', why: 'embargoed', until: EMBARGO.instant },
    ]);
  });

  test.each(['2026-11-12T00:01:00.000Z', '2026-11-12T00:01:00.001Z'])(
    'it is public at and after that instant (%s), since the end of the embargo',
    (asOf) => {
      const { public: open, withheld } = select([published({ embargo: EMBARGO })], [], asOf);
      expect(open.map(({ since, address }) => [since, address])).toEqual([
        [EMBARGO.instant, 'news/2026/11/bridge.html'],
      ]);
      expect(withheld).toEqual([]);
    },
  );

  test('an embargo that ended before publication does not make the release older than its publication', () => {
    const embargo = { instant: '2026-11-09T00:00:00.000Z', zone: 'Europe/London' };
    expect(select([published({ embargo })], [], AFTER).public[0]?.since).toBe('2026-11-10T09:00:00.000Z');
  });

  test('a release published later than the instant asked for is not public yet', () => {
    const selection = select([published()], [], '2026-11-10T08:59:59.999Z');
    expect(selection.public).toEqual([]);
    expect(selection.withheld.map(({ why }) => why)).toEqual(['not published']);
    expect(select([published()], [], '2026-11-10T09:00:00.000Z').public).toHaveLength(1);
  });

  test('the frozen text is taken, never the working text', () => {
    const changed = published({}, { headline: 'Bridge is late', body: [p('Nobody may know yet.')] });
    const [open] = select([changed], [], AFTER).public;
    expect(open?.release).toBe(changed.frozen);
    expect(open?.release.headline).toBe('Bridge to open');
  });

  test.each(['withdrawn', 'removed'] as const)('a release that is %s is withheld as that', (state) => {
    const selection = select([published({}, { state })], [], AFTER);
    expect(selection.public).toEqual([]);
    expect(selection.withheld).toEqual([
      { release: 'r-test0001', headline: 'Bridge to open', why: state, until: null },
    ]);
  });

  test('a release that nobody published is withheld', () => {
    const draft = release({ id: releaseId('r-test0009'), headline: 'A draft', state: 'agreed' });
    expect(select([], [draft], AFTER)).toEqual({
      public: [],
      gone: [],
      former: [],
      lost: [],
      closed: [],
      withheld: [{ release: 'r-test0009', headline: 'A draft', why: 'not published', until: null }],
    });
  });

  test.each(['', 'soon', '2026-13-40'])('an instant that is none (“%s”) makes nothing public', (asOf) => {
    expect(select([published(), published({ embargo: EMBARGO })], [], asOf).public).toEqual([]);
  });

  test('an embargo whose instant cannot be read does not end', () => {
    const embargo = { instant: 'next week', zone: 'Europe/London' };
    const selection = select([published({ embargo })], [], AFTER);
    expect(selection.public).toEqual([]);
    expect(selection.withheld[0]?.why).toBe('embargoed');
  });

  test('an embargo set or moved after publication counts, and one that was taken away then does too', () => {
    const later = { instant: '2026-12-24T00:01:00.000Z', zone: 'Europe/London' };
    const past = { instant: '2026-11-11T00:01:00.000Z', zone: 'Europe/London' };
    for (const each of [
      published({}, { embargo: later }),
      published({ embargo: EMBARGO }, { embargo: later }),
      published({ embargo: later }, { embargo: EMBARGO }),
      published({ embargo: later }, { embargo: null }),
      published({ embargo: { instant: 'next week', zone: '' } }, { embargo: past }),
      published({ embargo: past }, { embargo: { instant: 'next week', zone: '' } }),
    ]) {
      const selection = select([each], [], AFTER);
      expect(selection.public).toEqual([]);
      expect(selection.withheld.map(({ why }) => why)).toEqual(['embargoed']);
    }
    const ended = published({ embargo: past }, { embargo: EMBARGO });
    expect(select([ended], [], AFTER).public.map(({ since }) => since)).toEqual([EMBARGO.instant]);
  });

  test.each(['working', 'in review', 'agreed'] as const)('a release that is %s again is not published', (state) => {
    const selection = select([published({}, { state })], [], AFTER);
    expect(selection.public).toEqual([]);
    expect(selection.withheld.map(({ why }) => why)).toEqual(['not published']);
  });

  test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/London'])(
    'the instant is the same on a machine in %s, also where clocks go back',
    (zone) => {
      vi.stubEnv('TZ', zone);
      // 01:30 in London on the day the clocks go back is two instants; this is the second.
      const embargo = { instant: '2026-10-25T01:30:00.000Z', zone: 'Europe/London' };
      const at = { publication: publication({ at: '2026-10-20T09:00:00.000Z' }) };
      expect(select([published({ embargo }, at)], [], '2026-10-25T01:29:59.999Z').public).toEqual([]);
      expect(select([published({ embargo }, at)], [], '2026-10-25T01:30:00.000Z').public).toHaveLength(1);
    },
  );

  test('what became public last comes first, whatever its date; of one instant, the newest date', () => {
    const on = (id: string, date: string, at: string) =>
      published(
        { id: releaseId(id), dateline: { place: '', date } },
        { publication: publication({ at, address: `2026/11/${id}/` }) },
      );
    const { public: open } = select(
      [
        on('r-a', '2026-11-08', '2026-11-10T11:00:00.000Z'),
        on('r-b', '2026-11-09', '2026-11-10T08:00:00.000Z'),
        on('r-c', '2026-11-09', '2026-11-10T10:00:00.000Z'),
        on('r-d', '2026-11-07', '2026-11-10T10:00:00.000Z'),
      ],
      [],
      AFTER,
    );
    expect(open.map(({ release: { id } }) => id)).toEqual(['r-a', 'r-c', 'r-d', 'r-b']);
  });
});

describe('what was done after publication', () => {
  const act = (at: string) => ({ at, by: 'Test Writer' });
  const ended = (state: Release['state'], after: Publication['after'], given: Partial<Release> = {}) =>
    published(given, { state, publication: publication({ after }) });

  test('a withdrawn release leaves a page with the day and the reason, and none of its words', () => {
    const after = [{ ...act('2026-11-15T10:00:00.000Z'), kind: 'withdrawn' as const, reason: 'It named a witness.' }];
    const { public: open, gone, withheld, lost } = select([ended('withdrawn', after)], [], AFTER);
    expect(open).toEqual([]);
    expect(lost).toEqual([]);
    expect(withheld.map(({ why }) => why)).toEqual(['withdrawn']);
    expect(gone).toEqual([
      {
        address: 'news/2026/11/bridge.html',
        formerly: [],
        language: 'en-GB',
        kind: 'withdrawn',
        at: '2026-11-15T10:00:00.000Z',
        reason: 'It named a witness.',
        to: null,
      },
    ]);
  });

  test('it does not come out again in a bundle for an earlier instant', () => {
    const after = [{ ...act('2026-11-15T10:00:00.000Z'), kind: 'withdrawn' as const, reason: 'It named a witness.' }];
    const selection = select([ended('withdrawn', after)], [], '2026-11-12T00:00:00.000Z');
    expect(selection.public).toEqual([]);
    expect(selection.gone).toHaveLength(1);
  });

  test('what was taken back before its embargo ended has no page: nobody knows its address', () => {
    const after = [{ ...act('2026-11-11T10:00:00.000Z'), kind: 'withdrawn' as const, reason: 'Not to be said.' }];
    const { gone, lost, withheld } = select([ended('withdrawn', after, { embargo: EMBARGO })], [], AFTER);
    expect([gone, lost]).toEqual([[], []]);
    expect(withheld.map(({ why }) => why)).toEqual(['withdrawn']);
  });

  test('nor has one that was removed before its embargo ended', () => {
    const act: Removal = { at: '2026-11-11T10:00:00.000Z', by: 'Test Writer', reason: 'Not to be said.' };
    const { current } = published({}, { embargo: EMBARGO });
    const left = removedRelease(current, publication(), act);
    expect(select([{ current: left, frozen: left }], [], AFTER)).toMatchObject({ public: [], gone: [], lost: [] });
    const later = removedRelease(current, publication(), { ...act, at: '2026-11-13T10:00:00.000Z' });
    expect(select([{ current: later, frozen: later }], [], AFTER).gone.map(({ kind }) => kind)).toEqual(['removed']);
  });

  test('a replaced release leads to the other one, where that has an address', () => {
    const other = published(
      { id: releaseId('r-other0001') },
      { publication: publication({ address: 'news/2026/11/ferry.html' }) },
    );
    const after = [
      { ...act('2026-11-15T10:00:00.000Z'), kind: 'replaced' as const, reason: 'New date.', release: other.frozen.id },
    ];
    const leadsTo = (rest: Parameters<typeof select>[0]) =>
      select([ended('replaced', after), ...rest], [], AFTER).gone.map(({ to }) => to);
    expect(leadsTo([other])).toEqual(['news/2026/11/ferry.html']);
    expect(leadsTo([])).toEqual([null]);
    const sealed = {
      ...other,
      frozen: { ...other.frozen, embargo: { ...EMBARGO, instant: '2027-01-01T00:00:00.000Z' } },
    };
    expect(leadsTo([sealed])).toEqual([null]);
  });

  test('corrections come with their notes, oldest first, and a minor change moves the day alone', () => {
    const version = 'b'.repeat(64) as VersionHash;
    const after = [
      { ...act('2026-11-13T10:00:00.000Z'), kind: 'corrected' as const, version, note: 'May, not March.' },
      { ...act('2026-11-14T10:00:00.000Z'), kind: 'minor' as const, version },
    ];
    const [first] = select([ended('corrected', after)], [], AFTER).public;
    expect(first?.corrections).toEqual([{ at: '2026-11-13T10:00:00.000Z', note: 'May, not March.', earlier: null }]);
    expect(first?.updated).toBe('2026-11-14T10:00:00.000Z');
  });

  test('a correction from before the embargo ended is none for readers', () => {
    const version = 'b'.repeat(64) as VersionHash;
    const after = [
      { ...act('2026-11-11T10:00:00.000Z'), kind: 'corrected' as const, version, note: 'May, not March.' },
    ];
    const [first] = select([ended('corrected', after, { embargo: EMBARGO })], [], AFTER).public;
    expect(first).toMatchObject({ corrections: [], updated: EMBARGO.instant });
  });

  test('while a change is open the frozen text is public as before', () => {
    const change = { ...act('2026-11-15T10:00:00.000Z'), kind: 'corrected' as const, note: 'A slip.' };
    const given = published({}, { headline: 'Bridge may open', publication: publication({ change }) });
    expect(select([given], [], AFTER).public.map(({ release: { headline } }) => headline)).toEqual(['Bridge to open']);
  });
});

describe('an address that was public', () => {
  test('is lost where its release is a draft again, or was put under embargo since', () => {
    const lost = (now: Partial<Release>) => select([published({}, now)], [], AFTER).lost.map(({ address }) => address);
    expect(lost({})).toEqual([]);
    expect(lost({ state: 'working' })).toEqual(['news/2026/11/bridge.html']);
    const embargo = { instant: '2027-01-01T00:00:00.000Z', zone: 'Europe/London' };
    expect(lost({ embargo })).toEqual(['news/2026/11/bridge.html']);
    expect(lost({ state: 'withdrawn' })).toEqual(['news/2026/11/bridge.html']);
  });

  test('is not where it never was: the embargo it was published with has not ended', () => {
    const embargo = { instant: '2027-01-01T00:00:00.000Z', zone: 'Europe/London' };
    expect(select([published({ embargo })], [], AFTER).lost).toEqual([]);
  });
});
