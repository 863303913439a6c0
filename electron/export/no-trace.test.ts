import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { AfterPublication, Publication, Release, VersionHash } from '../../shared/release/model';
import type { PublishedRelease } from '../../shared/newsroom/model';
import { settings } from '../../shared/archive/testing';
import { contact, p, personId, release, releaseId, speaker, storedQuote } from '../../shared/testing/builders';
import { versionHash } from '../newsroom/history';
import type { NewsroomContents } from '../newsroom/model';
import { filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { exportBundle } from './export-bundle';

/*
 * That something is withheld shows nowhere in a bundle: it is the same, byte for byte, as that of a newsroom in which what
 * is withheld does not exist. This holds for every way out at once, also for those that nobody thought of: counts, dates of
 * feeds and sitemaps, names of files, places of people and topics, the order of lists, the parts of the search.
 */

const NOW = '2026-11-24T09:00:00.000Z';
const SAYS = '“We will mend every lamp.”';
const temporary = temporaryFolders();

const text = (id: string, given: Partial<Release> = {}): Release =>
  release({
    id: releaseId(id),
    headline: `Headline of ${id}`,
    standfirst: `Standfirst of ${id}.`,
    dateline: { place: 'Eastmere', date: '2026-11-10' },
    topics: ['Roads'],
    body: [p(`The body of ${id}.`), p(SAYS)],
    quotes: [storedQuote('q-1', [[1, 0, SAYS.length]], { speaker: speaker('Mara Quill', { role: 'Engineer' }) })],
    ...given,
  });

const published = (
  frozen: Release,
  {
    after = [],
    at = '2026-11-10T09:00:00.000Z',
    current = {},
  }: {
    readonly after?: readonly AfterPublication[];
    readonly at?: string;
    readonly current?: Partial<Release>;
  } = {},
): PublishedRelease => {
  const publication: Publication = {
    by: 'Test Writer',
    at,
    version: versionHash(frozen),
    address: `news/2026/11/${frozen.id}.html`,
    after,
    change: null,
  };
  return { frozen, current: { ...frozen, state: 'published', publication, ...current } };
};

const OPEN = [
  published(text('r-open0001')),
  published(text('r-open0002', { dateline: { place: 'Eastmere', date: '2026-10-01' } }), {
    after: [{ kind: 'corrected', at: '2026-11-12T09:00:00.000Z', by: 'A', version: 'a'.repeat(64) as VersionHash, note: 'Five, not six.' }], // prettier-ignore
    current: { state: 'corrected' },
  }),
];

/** Everything that may be withheld, in every way in which it may touch what is public. */
const HIDDEN: readonly PublishedRelease[] = [
  // Under embargo: newer than all, with a topic, a person and a role of its own and a shared one.
  published(
    text('r-hidden01', {
      embargo: { instant: '2026-11-25T00:01:00.000Z', zone: 'Europe/London' },
      dateline: { place: 'Harbour', date: '2026-11-25' },
      topics: ['Roads', 'Barges', 'roads!'],
      language: 'cy',
      quotes: [storedQuote('q-1', [[1, 0, SAYS.length]], { speaker: speaker('Ida Moss', { role: 'Keeper' }) })],
    }),
  ),
  // The oldest of all, which would take the first place of every list, and its name.
  published(
    text('r-hidden02', {
      embargo: { instant: '2026-12-25T00:01:00.000Z', zone: 'Europe/London' },
      dateline: { place: 'Harbour', date: '2009-01-02' },
      topics: ['ROADS'],
    }),
    { at: '2009-01-02T09:00:00.000Z' },
  ),
  // Corrected under embargo.
  published(text('r-hidden03', { embargo: { instant: '2026-12-01T00:01:00.000Z', zone: 'Europe/London' } }), {
    after: [{ kind: 'corrected', at: '2026-11-12T09:00:00.000Z', by: 'A', version: 'a'.repeat(64) as VersionHash, note: 'Seven barges.' }], // prettier-ignore
    current: { state: 'corrected' },
  }),
  // Withdrawn, and replaced, before anybody could read it.
  published(text('r-hidden04', { embargo: { instant: '2026-11-20T00:01:00.000Z', zone: 'Europe/London' } }), {
    after: [{ kind: 'withdrawn', at: '2026-11-15T09:00:00.000Z', by: 'A', reason: 'No barges at all.' }],
    current: { state: 'withdrawn' },
  }),
  published(text('r-hidden05', { embargo: { instant: '2026-11-20T00:01:00.000Z', zone: 'Europe/London' } }), {
    after: [{ kind: 'replaced', at: '2026-11-15T09:00:00.000Z', by: 'A', reason: 'See the barges.', release: releaseId('r-hidden01') }], // prettier-ignore
    current: { state: 'replaced' },
  }),
  // Published after the instant that the bundle is made for.
  published(text('r-hidden06'), { at: '2026-11-24T09:00:00.001Z' }),
];

const contents = (withheld: boolean): NewsroomContents => ({
  settings: {
    ...settings({ siteAddress: 'https://eastmere.example', approvals: 'nobody' }),
    ...(withheld ? { topics: ['Roads', 'Barges'], outOfHours: '07700 900461' } : {}),
    contacts: withheld ? [contact({ name: 'Night desk', phone: '07700 900002', mediaOnly: true })] : [],
  },
  people: {
    format: 1,
    people: withheld
      ? [{ id: personId('p-ida'), kind: 'person', name: 'Ida Moss', alsoKnownAs: ['the keeper'], roles: [], approvalsContact: 'ida@eastmere.example' }] // prettier-ignore
      : [],
  },
  published: withheld
    ? [
        ...HIDDEN.slice(0, 3),
        ...OPEN.map((each, index) =>
          // A change of a public release that is being written.
          index === 0 && each.current.publication !== null
            ? {
                ...each,
                current: {
                  ...each.current,
                  headline: 'Barges on the road',
                  body: [p('They sink at dawn.')],
                  topics: ['Barges'],
                  publication: {
                    ...each.current.publication,
                    change: { kind: 'corrected' as const, by: 'A', at: NOW, note: 'It is about barges.' },
                  },
                },
              }
            : each,
        ),
        ...HIDDEN.slice(3),
      ]
    : OPEN,
  unpublished: withheld ? [text('r-draft001', { topics: ['Roads', 'Barges'], headline: 'Barges drafted' })] : [],
  unreadable: [],
  media: new Map(),
});

describe('what is withheld', () => {
  test('leaves no trace in a bundle, its handover or its zip', async () => {
    const folder = await temporary();
    const made = async (withheld: boolean) => {
      const out = join(folder, String(withheld));
      const report = valueOf(
        await exportBundle({
          newsroom: '/nowhere/newsroom',
          contents: contents(withheld),
          out,
          zip: `${out}.zip`,
          handover: true,
          asOf: NOW,
          preview: false,
          plan: false,
          now: Date.parse(NOW),
        }),
      );
      expect(report.findings).toEqual([]);
      expect(report.written).toBe(true);
      return { files: await filesBelow(out), zip: await readFile(`${out}.zip`), withheld: report.withheld };
    };
    const [plain, withSecrets] = [await made(false), await made(true)];
    expect(withSecrets.withheld).toHaveLength(7);
    expect(Object.keys(plain.files).length).toBeGreaterThan(30);
    expect(withSecrets.files).toEqual(plain.files);
    expect(withSecrets.zip.equals(plain.zip)).toBe(true);
  });
});
