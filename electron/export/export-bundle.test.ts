import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_MEDIA } from '../../shared/sample/pictures';
import { WEEK_STORIES } from '../../shared/sample/stories';
import { link, p, releaseId } from '../../shared/testing/builders';
import type { AfterPublication } from '../../shared/release/model';
import type { NewsroomContents } from '../newsroom/model';
import { makeSample } from '../newsroom/sample';
import { openNewsroom } from '../newsroom/store';
import { faultOf, filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { exportBundle } from './export-bundle';
import type { ExportRequest } from './export-request';
import { verifyBundle } from './verify-bundle';

const temporary = temporaryFolders();
const NOW = '2026-11-24T09:00:00.000Z';
/** The one picture of the sample. */
const [BUS = ''] = [...SAMPLE_MEDIA.keys()];
const CAPSULE = 'r-wyrdale05capsule';

let sample: NewsroomContents;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-test-'));
  valueOf(await makeSample(join(folder, 'sample'), { stories: WEEK_STORIES }));
  sample = valueOf(await valueOf(await openNewsroom(join(folder, 'sample'), { device: 'test' })).contents());
  return () => rm(folder, { recursive: true });
});

const request = (out: string | null, given: Partial<ExportRequest> = {}): ExportRequest => ({
  newsroom: '/nowhere/newsroom',
  contents: sample,
  out,
  asOf: NOW,
  preview: false,
  plan: false,
  now: Date.parse(NOW),
  ...given,
});

/** What stands in a bag beside the website. */
const TAGS = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'];
const outFolder = async () => join(await temporary(), 'bundle');

/** The sample's releases, the one about the night buses withdrawn; with no act that says so where `acts` is false. */
const ended = (acts = true) =>
  sample.published.map(({ frozen, current }) => {
    const { publication } = current;
    if (frozen.id !== 'r-wyrdale04marshals' || publication === null) return { frozen, current };
    const act: AfterPublication = {
      kind: 'withdrawn',
      at: '2026-11-20T10:00:00.000Z',
      by: 'Anwen Pugh',
      reason: 'The figures were wrong.',
    };
    const after = acts ? [act] : [];
    return { frozen, current: { ...current, state: 'withdrawn' as const, publication: { ...publication, after } } };
  });

describe('an export of the sample newsroom', () => {
  test('writes the public releases and says which are withheld and why', async () => {
    const out = await outFolder();
    const report = valueOf(await exportBundle(request(out)));
    expect(report).toMatchObject({ written: true, findings: [], notes: [], folder: out, asOf: NOW });
    expect(report.changes).toMatchObject({ changed: [], removed: [], same: 0, added: report.files });
    expect(report.withheld).toHaveLength(7);
    expect(report.withheld.find((each) => each.release === CAPSULE)).toMatchObject({
      why: 'embargoed',
      until: '2099-01-05T00:01:00.000Z',
    });
    expect(report.withheld.filter(({ why }) => why === 'not published')).toHaveLength(6);
    expect(Object.keys(await filesBelow(out)).sort()).toEqual([...report.files, ...TAGS].sort());
    expect(await readdir(join(out, '..'))).toEqual(['bundle']);
  });

  test('holds no word of the sealed letter and no number for the media only', async () => {
    const out = await outFolder();
    valueOf(await exportBundle(request(out)));
    const all = Object.values(await filesBelow(out)).join('\n');
    expect(all).toContain('Ten more street wardens');
    for (const secret of ['fewer locks', 'Letters in the station wall', '07700 900 461', '07700900461', CAPSULE])
      expect(all).not.toContain(secret);
  });

  test('passes sha256sum -c', async (context) => {
    if (process.platform !== 'linux') context.skip('sha256sum is a tool of Linux');
    const out = await outFolder();
    const report = valueOf(await exportBundle(request(out)));
    const check = () => promisify(execFile)('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: out });
    expect((await check()).stdout.match(/: OK$/gm)).toHaveLength(report.files.length);
    await writeFile(join(out, 'data', 'index.html'), 'other');
    await expect(check()).rejects.toThrow(/did NOT match/);
  });

  test('a second one says that all is the same, and after a change what is changed, added and removed', async () => {
    const out = await outFolder();
    const first = valueOf(await exportBundle(request(out)));
    const before = await filesBelow(out);
    const { ino: inode } = await stat(out);
    const second = valueOf(await exportBundle(request(out)));
    expect(second.changes).toEqual({ added: [], changed: [], removed: [], same: first.files.length });
    expect(await filesBelow(out)).toEqual(before);
    expect((await stat(out)).ino).toBe(inode);
    // Also for a later instant: nothing of the website is other, and nothing is written.
    valueOf(await exportBundle(request(out, { asOf: '2026-11-24T08:59:59.000Z' })));
    expect(await filesBelow(out)).toEqual(before);

    const third = valueOf(await exportBundle(request(out, { contents: { ...sample, published: ended() } })));
    const page = 'data/news/2024/02/night-bus-marshals-to-stay-until-spring.html';
    expect(third.written).toBe(true);
    expect(third.changes.removed).toEqual([
      `data/media/${BUS}`,
      'data/news/2024/02/index.html',
      'data/news/2024/02/night-bus-marshals-to-stay-until-spring.json',
      'data/news/2024/index.html',
      'data/people/gwilym-parry/index.html',
      'data/sitemaps/2024.xml',
      'data/topics/transport/feed.json',
      'data/topics/transport/feed.xml',
      'data/topics/transport/index.html',
      'data/topics/transport/rss.xml',
    ]);
    expect(third.changes.changed).toEqual(expect.arrayContaining([page, 'data/index.html', 'data/corrections.html']));
    expect(third.changes.added).toEqual([]);
    const files = await filesBelow(out);
    expect(files[page]).toContain('This release was withdrawn on 20 November 2026');
    expect(files[page]).toContain('The figures were wrong.');
    for (const text of Object.values(files)) expect(text).not.toContain('late shift');
  });

  test('a plan writes nothing and says the same', async () => {
    const out = await outFolder();
    const plan = valueOf(await exportBundle(request(out, { plan: true })));
    expect(plan.written).toBe(false);
    expect(await readdir(join(out, '..'))).toEqual([]);
    const done = valueOf(await exportBundle(request(out)));
    expect({ ...plan, written: true }).toEqual(done);
    expect(valueOf(await exportBundle(request(null, { plan: true }))).files).toEqual(plan.files);
  });
});

describe('what refuses an export', () => {
  const unsettled = (): NewsroomContents => {
    const [first] = sample.published;
    if (!first) throw new Error('the sample has no published release');
    const frozen = { ...first.frozen, quotes: [] };
    return { ...sample, published: [{ frozen, current: { ...first.current, quotes: [] } }] };
  };

  test('a finding writes nothing and leaves the last bundle as it was', async () => {
    const out = await outFolder();
    valueOf(await exportBundle(request(out)));
    const before = await filesBelow(out);
    const report = valueOf(await exportBundle(request(out, { contents: unsettled() })));
    expect(report.written).toBe(false);
    expect(report.findings.map(({ code }) => code)).toContain('quote-no-speaker');
    expect(await filesBelow(out)).toEqual(before);
    expect(await readdir(join(out, '..'))).toEqual(['bundle']);
  });

  test('an address that would answer no more, by its release or by the last bundle', async () => {
    const out = await outFolder();
    valueOf(await exportBundle(request(out)));
    const before = await filesBelow(out);
    const rest = sample.published.filter(({ frozen }) => frozen.id !== 'r-wyrdale04marshals');
    for (const published of [ended(false), rest]) {
      const report = valueOf(await exportBundle(request(out, { contents: { ...sample, published } })));
      expect(report.written).toBe(false);
      expect(report.findings.map(({ code }) => code)).toEqual(['lost-address']);
      expect(report.findings[0]?.message).toContain('news/2024/02/night-bus-marshals-to-stay-until-spring.html');
    }
    expect(await filesBelow(out)).toEqual(before);
  });

  test('an address that would answer no more, by the zip that lies there', async () => {
    const zip = join(await temporary(), 'archive.zip');
    valueOf(await exportBundle(request(null, { zip })));
    const before = await readFile(zip);
    const published = sample.published.filter(({ frozen }) => frozen.id !== 'r-wyrdale04marshals');
    const report = valueOf(await exportBundle(request(null, { zip, contents: { ...sample, published } })));
    expect(report.findings.map(({ code }) => code)).toEqual(['lost-address']);
    expect(report.written).toBe(false);
    expect(await readFile(zip)).toEqual(before);
    expect(valueOf(await exportBundle(request(null, { zip }))).written).toBe(true);
  });

  test('but not where the last bundle was a preview: it made nothing public', async () => {
    const out = await outFolder();
    valueOf(await exportBundle(request(out, { asOf: '2099-06-01T00:00:00.000Z', preview: true })));
    expect(valueOf(await exportBundle(request(out))).written).toBe(true);
  });

  test('a release that cannot be read', async () => {
    const out = await outFolder();
    const contents = { ...sample, unreadable: [{ folder: 'r-broken', message: 'It is cut short.' }] };
    const report = valueOf(await exportBundle(request(out, { contents })));
    expect(report.findings.map(({ code, release: id }) => [code, id])).toEqual([['frozen-text-altered', null]]);
    expect(report.written).toBe(false);
  });

  test('a link that gives away a number for the media only, or a withheld release', async () => {
    const out = await outFolder();
    const body = [p(link('the desk', 'tel:07700900461')), p(link('next', `https://draft.example/${CAPSULE}`))];
    const published = sample.published.map(({ current, frozen }) =>
      frozen.id === 'r-wyrdale03wardens'
        ? { current, frozen: { ...frozen, body: [...frozen.body, ...body] } }
        : { current, frozen },
    );
    const report = valueOf(await exportBundle(request(out, { contents: { ...sample, published } })));
    expect(report.written).toBe(false);
    expect(new Set(report.findings.map(({ code }) => code))).toEqual(
      new Set(['media-only-contact', 'withheld-text-found']),
    );
    const messages = report.findings.map(({ message }) => message).join('\n');
    expect(messages).toContain('07700900461');
    expect(messages).toContain(CAPSULE);
    expect(await readdir(join(out, '..'))).toEqual([]);
  });

  test('withheld words in a file, with the byte at which they begin', async () => {
    const style = '/* Tŷ. Letters in the station wall are opened */';
    const report = valueOf(
      await exportBundle(request(await outFolder(), { contents: { ...sample, lookFiles: { 'style.css': style } } })),
    );
    expect(report.written).toBe(false);
    const [finding] = report.findings;
    const [, file = '', at] =
      /^(\S+) would hold words that are withheld, at byte (\d+): /.exec(finding?.message ?? '') ?? [];
    const out = await outFolder();
    const plain = { ...sample, lookFiles: { 'style.css': style.replace(/Tŷ.*opened/, 'Tŷ. ') } };
    valueOf(await exportBundle(request(out, { contents: plain })));
    const bytes = await readFile(join(out, 'data', file));
    expect(bytes.subarray(0, Number(at)).toString('utf8')).toMatch(/\/\* Tŷ\. $/);
  });

  test('two releases at one address, naming both', async () => {
    const out = await outFolder();
    const [first] = sample.published;
    if (!first) throw new Error('the sample has no published release');
    const id = releaseId('r-twin000001');
    const twin = { current: { ...first.current, id }, frozen: { ...first.frozen, id } };
    const report = valueOf(
      await exportBundle(request(out, { contents: { ...sample, published: [...sample.published, twin] } })),
    );
    expect(report.written).toBe(false);
    const [finding] = report.findings.filter(({ code }) => code === 'same-address');
    expect(finding?.message).toContain(id);
    expect(finding?.message).toContain(first.frozen.id);
    expect(await readdir(join(out, '..'))).toEqual([]);
  });

  test('an instant to come, unless it is a preview, which says so on every page', async () => {
    const out = await outFolder();
    const asOf = '2099-06-01T00:00:00.000Z';
    expect(faultOf(await exportBundle(request(out, { asOf }))).code).toBe('refused');
    expect(await readdir(join(out, '..'))).toEqual([]);
    // Also where pages are asked for as well: only of what is not written they are looked at.
    for (const pages of [null, join(await temporary(), 'pages')]) {
      const report = valueOf(await exportBundle(request(out, { asOf, preview: true, pages })));
      expect(report).toMatchObject({ written: true, preview: true });
      const written = Object.entries(await filesBelow(out)).filter(([path]) => path.endsWith('.html'));
      expect(written.some(([, page]) => page.includes('Letters in the station wall'))).toBe(true);
      for (const [, page] of written) expect(page).toContain('Preview, not for publication');
    }
  });

  test.each(['', 'soon', '2026-11-20', '2026-11-20T09:00', '2026-11-20T09:00:00Z'])(
    'an instant that is none (“%s”)',
    async (asOf) => {
      const out = await outFolder();
      expect(faultOf(await exportBundle(request(out, { asOf, preview: true }))).code).toBe('refused');
      expect(await readdir(join(out, '..'))).toEqual([]);
    },
  );

  test.each([
    ['a letter', { 'letter.txt': 'Dear all' }],
    ['another thing’s manifest', { 'manifest-sha256.txt': 'not a manifest\n', 'a.txt': 'a' }],
    ['an empty manifest beside a letter', { 'manifest-sha256.txt': '', 'letter.txt': 'Dear all' }],
  ])('a folder that holds %s, left byte for byte', async (_, files) => {
    const out = await outFolder();
    await mkdir(out);
    for (const [name, text] of Object.entries(files)) await writeFile(join(out, name), text);
    expect(faultOf(await exportBundle(request(out)))).toMatchObject({ code: 'not-empty', where: out });
    expect(await filesBelow(out)).toEqual(files);
    expect(await readdir(join(out, '..'))).toEqual(['bundle']);
  });

  test('a bundle beside which somebody put a file of their own', async () => {
    const out = await outFolder();
    valueOf(await exportBundle(request(out)));
    await mkdir(join(out, 'ours'));
    await writeFile(join(out, 'ours', 'notes.txt'), 'Keep this');
    const before = await filesBelow(out);
    const fault = faultOf(await exportBundle(request(out)));
    expect(fault.code).toBe('not-empty');
    expect(fault.message).toContain('ours/notes.txt');
    expect(await filesBelow(out)).toEqual(before);
  });

  test('what a system leaves in a folder by itself does not', async () => {
    const out = await outFolder();
    valueOf(await exportBundle(request(out)));
    await writeFile(join(out, 'data', '.DS_Store'), '');
    expect(valueOf(await exportBundle(request(out))).written).toBe(true);
    expect((await verifyBundle(out)).ok).toBe(true);
  });

  test('a place that cannot be written, left as it was', async () => {
    const parent = await temporary();
    await writeFile(join(parent, 'file'), 'Keep this');
    for (const out of [join(parent, 'file', 'bundle'), join(parent, 'file')])
      expect(faultOf(await exportBundle(request(out)))).toMatchObject({ code: 'disk', where: out });
    expect(await filesBelow(parent)).toEqual({ file: 'Keep this' });
  });
});

describe('after an export that was cut short', () => {
  test('a plan moves nothing, and the next export puts the last bundle back, also where a check stops it', async () => {
    const out = await outFolder();
    const first = valueOf(await exportBundle(request(out)));
    const before = await filesBelow(out);
    const home = join(out, '..');
    await rename(out, `${out}.before-0a1b2c3d`);
    const plan = valueOf(await exportBundle(request(out, { plan: true })));
    expect(plan.changes).toEqual({ added: [], changed: [], removed: [], same: first.files.length });
    expect(await readdir(home)).toEqual(['bundle.before-0a1b2c3d']);

    const unreadable = [{ folder: 'r-broken', message: 'It is cut short.' }];
    const stopped = valueOf(await exportBundle(request(out, { contents: { ...sample, unreadable } })));
    expect(stopped.written).toBe(false);
    expect(await filesBelow(out)).toEqual(before);
    expect(await readdir(home)).toEqual(['bundle']);
  });

  test('what it left beside is named and kept', async () => {
    const out = await outFolder();
    await mkdir(`${out}.making-0a1b2c3d`);
    const { notes } = valueOf(await exportBundle(request(out)));
    expect(notes).toEqual([expect.stringContaining(`${out}.making-0a1b2c3d`)]);
    expect((await readdir(join(out, '..'))).sort()).toEqual(['bundle', 'bundle.making-0a1b2c3d']);
  });
});

describe('a path that ends in a slash', () => {
  test('is the same folder', async () => {
    const out = await outFolder();
    valueOf(await exportBundle(request(`${out}/`)));
    expect(valueOf(await exportBundle(request(`${out}/`))).changes.added).toEqual([]);
    expect(await readdir(join(out, '..'))).toEqual(['bundle']);
    expect((await verifyBundle(out)).ok).toBe(true);
  });
});

describe('verifying a bundle', () => {
  test('a whole one is whole', async () => {
    const out = await outFolder();
    valueOf(await exportBundle(request(out)));
    expect(await verifyBundle(out)).toEqual({ ok: true, altered: [], missing: [], extra: [] });
  });

  test('altered, missing and extra files are found by name', async () => {
    const out = await outFolder();
    valueOf(await exportBundle(request(out)));
    const page = await readFile(join(out, 'data', 'index.html'), 'utf8');
    await writeFile(join(out, 'data', 'index.html'), page.replace('Ten more', 'Two more'));
    await rm(join(out, 'data', 'feed.xml'));
    await writeFile(join(out, 'data', 'more.html'), 'More');
    expect(await verifyBundle(out)).toEqual({
      ok: false,
      altered: ['data/index.html'],
      missing: ['data/feed.xml'],
      extra: ['data/more.html'],
    });
  });

  test('without its manifest it cannot be verified', async () => {
    const out = await outFolder();
    valueOf(await exportBundle(request(out)));
    await rm(join(out, 'manifest-sha256.txt'));
    await expect(verifyBundle(out)).rejects.toThrow();
  });
});
