import { createHash } from 'node:crypto';
import { lstat, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundle } from '../../shared/archive/bundle';
import { select } from '../../shared/archive/select';
import { withQuotes } from '../../shared/archive/site';
import { settings } from '../../shared/archive/testing';
import type { PublishedRelease } from '../../shared/newsroom/model';
import type { AfterPublication, Release, VersionHash } from '../../shared/release/model';
import { p, release, releaseId, speaker, storedQuote } from '../../shared/testing/builders';
import type { NewsroomContents } from '../newsroom/model';
import { faultOf, filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { exportBundle } from './export-bundle';
import type { ExportRequest } from './export-request';
import { archiveFonts } from './fonts';
import { keyHash } from './read-releases';
import { seal } from './seal';
import { readState, statePlace } from './state';
import { verifyBundle } from './verify-bundle';

const temporary = temporaryFolders();
const ASOF = '2026-11-24T09:00:00.000Z';
const SAYS = '“We will mend every lamp.”';

const published = (number: number, given: Partial<Release> = {}, after: AfterPublication[] = []): PublishedRelease => {
  const date = `20${10 + (number % 3)}-0${1 + (number % 4)}-11`;
  const frozen = release({
    id: releaseId(`r-number${String(number).padStart(4, '0')}`),
    headline: `Release ${number}`,
    standfirst: `What release ${number} says.`,
    dateline: { place: 'Hexley', date },
    topics: number % 2 === 0 ? ['Roads'] : ['Lamps', `Ward ${number % 5}`],
    body: [p(SAYS), p(`The work of ${number} begins soon.`)],
    quotes: [
      storedQuote('q-1', [[0, 0, SAYS.length]], {
        speaker: speaker(number % 2 === 0 ? 'Mary Vale' : 'Ann Hart', { role: `Role ${number % 3}` }),
      }),
    ],
    ...given,
  });
  const version = createHash('sha256').update(JSON.stringify(frozen)).digest('hex') as VersionHash;
  const address = `news/${date.slice(0, 4)}/${date.slice(5, 7)}/release-${number}.html`;
  const at = `20${10 + (number % 3)}-0${1 + (number % 4)}-11T10:00:00.${String(number).padStart(3, '0')}Z`;
  const state = after.at(-1)?.kind === 'withdrawn' ? ('withdrawn' as const) : ('published' as const);
  const publication = { by: 'Test Writer', at, version, address, after, change: null };
  return { frozen, current: { ...frozen, state, publication } };
};

const SECRET = release({
  id: releaseId('r-secret0001'),
  headline: 'Zephyr vessels quietly vanish',
  body: [p('Nobody may read of these zephyr vessels before Friday.')],
});
const FIRST: NewsroomContents = {
  settings: settings({ siteAddress: 'https://eastmere.example', approvals: 'nobody' }),
  people: { format: 1, people: [] },
  published: Array.from({ length: 24 }, (_, number) => published(number)),
  unpublished: [SECRET],
  unreadable: [],
  media: new Map(),
};

type Place = { readonly home: string; readonly out: string; readonly data: string };
const newPlace = async (): Promise<Place> => {
  const home = await temporary();
  return { home, out: path.join(home, 'web', 'bundle'), data: path.join(home, 'data') };
};
const NEWSROOM = '/nowhere/newsroom';
const made = ({ out, data }: Place, contents: NewsroomContents, given: Partial<ExportRequest> = {}) =>
  exportBundle({
    newsroom: NEWSROOM,
    contents,
    out,
    data,
    asOf: ASOF,
    preview: false,
    plan: false,
    now: Date.parse(ASOF),
    program: 'one',
    ...given,
  });

/** The bundle of a newsroom, made without any disk. */
const afresh = ({ published: all, unpublished, settings: own, people }: NewsroomContents): Record<string, string> => {
  const { public: open, gone } = select(all, unpublished, ASOF);
  const releases = withQuotes(open, { people: people.people, approvals: own.approvals });
  const website = bundle({ releases, gone, settings: own, preview: false });
  const about = { organisation: own.organisation, asOf: ASOF, preview: false };
  const bag = seal(website, about, { pictures: archiveFonts() });
  return Object.fromEntries([...bag].map(({ path: name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]));
};

/** What the disk says of each file: any that was written again says something else. */
const marks = async (folder: string): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const name of Object.keys(await filesBelow(folder))) {
    const { ino, ctimeMs, mtimeMs, size } = await lstat(path.join(folder, name));
    found[name] = `${ino} ${ctimeMs} ${mtimeMs} ${size}`;
  }
  return found;
};
const stateFile = ({ out, data }: Place): string => statePlace(data, NEWSROOM, out);
const withRelease = (contents: NewsroomContents, one: PublishedRelease): NewsroomContents => ({
  ...contents,
  published: [...contents.published.filter(({ frozen }) => frozen.id !== one.frozen.id), one],
});

const WITHDRAWN: AfterPublication = { kind: 'withdrawn', at: '2026-11-20T10:00:00.000Z', by: 'Ann', reason: 'Wrong.' };
const CORRECTED: AfterPublication = {
  kind: 'corrected',
  at: '2026-11-20T10:00:00.000Z',
  by: 'Ann',
  note: 'It was five.',
  version: 'b'.repeat(64) as VersionHash,
};

describe('a bundle that is made on top of the last one', () => {
  test('is, after each of many changes, the one that is made afresh, byte for byte', async () => {
    const place = await newPlace();
    let contents = FIRST;
    const steps: readonly (readonly [string, (before: NewsroomContents) => NewsroomContents | Promise<unknown>])[] = [
      ['at first', (before) => before],
      ['another text', (before) => withRelease(before, published(3, { body: [p('Other words.')], quotes: [] }))],
      ['another headline', (before) => withRelease(before, published(5, { headline: 'Another headline' }))],
      ['one more', (before) => withRelease(before, published(24))],
      ['a page deleted by hand', () => rm(path.join(place.out, 'data/topics/roads/index.html'))],
      ['another topic', (before) => withRelease(before, published(7, { topics: ['Bridges'] }))],
      ['what is known of it lost', () => rm(stateFile(place))],
      ['nothing at all', (before) => before],
      ['a correction', (before) => withRelease(before, published(8, {}, [CORRECTED]))],
      ['a withdrawal', (before) => withRelease(before, published(9, {}, [WITHDRAWN]))],
      ['what is known of it cut short', async () => writeFile(stateFile(place), await half(stateFile(place)))],
      ['one text less withheld', (before) => ({ ...before, unpublished: [] })],
      ['another speaker', (before) => withRelease(before, published(10, { quotes: [], body: [p('No words.')] }))],
      [
        'other settings',
        (before) => ({ ...before, settings: { ...before.settings, boilerplate: 'Another word on us.' } }),
      ],
      [
        'a person of the newsroom',
        (before) => ({
          ...before,
          people: {
            format: 1,
            people: [
              { id: 'p-1', kind: 'person', name: 'Mary Vale', alsoKnownAs: [], roles: [], contact: '' },
            ] as never,
          },
        }),
      ],
    ];
    for (const [index, [what, change]] of steps.entries()) {
      const changed = await change(contents);
      if (typeof changed === 'object' && changed !== null) contents = changed as NewsroomContents;
      // Somebody looks first at what would change, or would by something else.
      const looked = index % 3 === 1 ? contents : withRelease(contents, published(30));
      if (index % 3 > 0) valueOf(await made(place, looked, { plan: true }));
      const report = valueOf(await made(place, contents));
      expect([what, report.findings, report.written]).toEqual([what, [], true]);
      const expected = afresh(contents);
      const found = await filesBelow(place.out);
      expect([what, Object.keys(found).sort()]).toEqual([what, Object.keys(expected).sort()]);
      for (const [name, text] of Object.entries(expected))
        expect([what, name, found[name]]).toEqual([what, name, text]);
      expect(await readdir(path.dirname(place.out))).toEqual(['bundle']);
      // And whoever asks again changes nothing.
      const before = await marks(place.out);
      valueOf(await made(place, contents));
      expect(await marks(place.out)).toEqual(before);
    }
  });

  test('leaves each file alone that is as it was, also where nothing is known of the last', async () => {
    const place = await newPlace();
    valueOf(await made(place, FIRST));
    const before = await marks(place.out);
    const known = await readFile(stateFile(place), 'utf8');
    for (const [what, spoil] of [
      ['lost', () => rm(path.dirname(stateFile(place)), { recursive: true })],
      ['empty', () => writeFile(stateFile(place), '')],
      ['another byte', () => writeFile(stateFile(place), known.replace('release-1.html', 'release-9.html'))],
      ['of a later form', () => writeFile(stateFile(place), known.replace('"format":', '"format":9'))],
      ['no text', () => writeFile(stateFile(place), Buffer.from([0, 255, 254, 10, 9, 9]))],
    ] as const) {
      await spoil();
      const report = valueOf(await made(place, FIRST));
      expect([what, report.changes.changed, report.changes.added]).toEqual([what, [], []]);
      expect([what, await marks(place.out)]).toEqual([what, before]);
    }
    // Another program may make other pages, so it believes nothing; these happen to be the same.
    valueOf(await made(place, FIRST, { program: 'two' }));
    expect(await marks(place.out)).toEqual(before);
  });

  test('changes the few files that one release is shown in', async () => {
    const place = await newPlace();
    valueOf(await made(place, FIRST));
    const before = await marks(place.out);
    const edited = published(3, { body: [p('Other words.')], quotes: published(4).frozen.quotes.slice(1) });
    const report = valueOf(await made(place, withRelease(FIRST, edited)));
    const after = await marks(place.out);
    const touched = Object.keys(after).filter((name) => after[name] !== before[name] && name.startsWith('data/'));
    expect(touched.sort()).toEqual([...report.changes.changed].sort());
    expect(touched).toContain('data/news/2010/04/release-3.html');
    expect(touched.length).toBeLessThan(15);
    expect((await verifyBundle(place.out)).ok).toBe(true);
  });

  test.each([
    ['shorter', (text: string) => text.slice(1), false],
    ['as long, its time set back', (text: string) => text.replace('Release', 'release'), true],
  ])('is not put over a page that somebody changed by hand (%s)', async (_, change, setBack) => {
    const place = await newPlace();
    valueOf(await made(place, FIRST));
    const page = path.join(place.out, 'data/index.html');
    const { atime, mtime } = await stat(page);
    await writeFile(page, change(await readFile(page, 'utf8')));
    if (setBack) await utimes(page, atime, mtime);
    const before = await filesBelow(place.out);
    for (const contents of [FIRST, withRelease(FIRST, published(30))]) {
      const fault = faultOf(await made(place, contents));
      expect(fault.code).toBe('not-empty');
      expect(fault.message).toContain('data/index.html');
    }
    expect(await filesBelow(place.out)).toEqual(before);
  });

  test.each(['bag-info.txt', 'manifest-sha256.txt'])(
    'is not put over what says of it that it is whole, changed by hand (%s)',
    async (name) => {
      const place = await newPlace();
      valueOf(await made(place, FIRST));
      const text = await readFile(path.join(place.out, name), 'utf8');
      await writeFile(path.join(place.out, name), text.replace('a', 'b'));
      expect(faultOf(await made(place, FIRST)).code).toBe('not-empty');
    },
  );

  test('believes nothing of what was noted for another folder that stands in its place', async () => {
    const [one, other] = [await newPlace(), await newPlace()];
    valueOf(await made(one, FIRST));
    valueOf(await made(other, withRelease(FIRST, published(3, { headline: 'Of another' }))));
    await rm(one.out, { recursive: true });
    const { cp } = await import('node:fs/promises');
    await cp(other.out, one.out, { recursive: true, preserveTimestamps: true });
    valueOf(await made(one, FIRST));
    expect(await filesBelow(one.out)).toEqual(afresh(FIRST));
  });
});

describe('an export that is stopped', () => {
  test('at any moment leaves the last bundle, or has written the new one', async () => {
    const place = await newPlace();
    valueOf(await made(place, FIRST));
    const old = await filesBelow(place.out);
    const next = withRelease(FIRST, published(24));
    const fresh = afresh(next);
    for (let at = 1; ; at += 9) {
      const stop = new AbortController();
      let heard = 0;
      const progress = (): void => {
        heard += 1;
        if (heard === at) stop.abort();
      };
      const done = await made(place, next, { progress, signal: stop.signal });
      expect(await readdir(path.dirname(place.out))).toEqual(['bundle']);
      if (done.ok) {
        expect(heard).toBeLessThan(at);
        expect(await filesBelow(place.out)).toEqual(fresh);
        return;
      }
      expect(done.fault.code).toBe('cancelled');
      expect(await filesBelow(place.out)).toEqual(old);
    }
  });

  test('before it began writes nothing', async () => {
    const place = await newPlace();
    const signal = AbortSignal.abort();
    expect(faultOf(await made(place, { ...FIRST, published: [] }, { signal })).code).toBe('cancelled');
    expect(await readdir(place.home)).toEqual([]);
  });
});

test('what is noted of a file is held to be of these bytes for this program alone', async () => {
  const place = await newPlace();
  valueOf(await made(place, FIRST));
  expect(await readState(stateFile(place), keyHash('another'))).toBeNull();
  expect(path.relative(place.data, stateFile(place))).not.toContain('..');
});

const half = async (file: string): Promise<Buffer> => {
  const bytes = await readFile(file);
  return bytes.subarray(0, bytes.length / 2);
};
