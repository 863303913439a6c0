import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { invariant } from '../../shared/assert';
import { mediaOf } from '../../shared/release/media';
import { p, release } from '../../shared/testing/builders';
import { SAMPLE_PEOPLE, SAMPLE_SETTINGS } from '../../shared/sample/office';
import { makeSample } from '../newsroom/sample';
import { createNewsroom, openNewsroom } from '../newsroom/store';
import { filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { runCli } from './testing';

/* An archive that one office hands over and another takes in: the releases are the same, byte for byte. */

const temporary = temporaryFolders();
let [before, bag, top, after] = ['', '', '', ''];

const exported = async (newsroom: string, out: string) => {
  const { code, err } = await runCli(['export', '--newsroom', newsroom, '--out', out, '--handover']);
  expect([code, err]).toEqual([0, '']);
  return filesBelow(out);
};
const imported = async (...more: readonly string[]) => {
  const { code, out, err } = await runCli(['import', bag, '--newsroom', after, '--handover', '--json', ...more]);
  type Told = { readonly id: string; readonly wasThere: boolean };
  type Report = {
    readonly imported: readonly Told[];
    readonly faults: readonly unknown[];
    readonly gone: readonly string[];
    readonly notices: readonly Pick<Told, 'wasThere'>[];
  };
  return { code, err, report: code === 2 && !out.includes('"imported"') ? null : (JSON.parse(out) as Report) };
};
/** The files of releases, each by its own name and its id. */
const releaseFiles = async (newsroom: string, name: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    Object.entries(await filesBelow(newsroom)).flatMap(([path, text]) => {
      const [, id] = /--(r-[0-9a-z]+)\/([^/]+)$/.exec(path) ?? [];
      return id === undefined || !path.endsWith(`/${name}`) ? [] : [[id, text] as const];
    }),
  );
const at = (files: Readonly<Record<string, string>>, place: RegExp): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).filter(([path]) => place.test(path)));

beforeEach(async () => {
  top = await temporary();
  [before, bag, after] = [join(top, 'before'), join(top, 'bag'), join(top, 'after')];
  await makeSample(before);
  await exported(before, bag);
  valueOf(await createNewsroom(after, SAMPLE_SETTINGS, { device: 'desk', people: SAMPLE_PEOPLE }));
});

describe('import --handover', () => {
  test('gives releases that are byte-equal, and an archive whose pages are', async () => {
    const { code, report } = await imported();
    expect(code).toBe(0);
    expect(report?.faults).toEqual([]);
    const files = await filesBelow(bag);
    const sources = Object.keys(at(files, /^handover\/sources\//));
    expect(sources.length).toBeGreaterThan(10);
    expect(report?.imported.length).toBe(sources.length);
    const old = await releaseFiles(before, 'release.json');
    const made = await releaseFiles(after, 'release.json');
    // Of those that were taken back no text is handed over: what stands for them has ids of its own.
    expect(made.size).toBe(sources.length + (report?.gone.length ?? 0));
    const same = [...made].filter(([id, text]) => old.get(id) === text);
    expect(same.length).toBe(sources.length);

    const again = await exported(after, join(top, 'bag-again'));
    const alike =
      /^handover\/(?:sources|earlier)\/|^handover\/reg|^data\/(?:news\/....\/..\/(?!index)|earlier\/|media\/)/;
    expect(Object.keys(at(again, alike)).length).toBeGreaterThan(30);
    expect(Object.keys(at(files, /^handover\/earlier\//)).length).toBeGreaterThan(0);
    expect(at(again, alike)).toEqual(at(files, alike));
    // The addresses of those answer with the same notices, and lead to the same releases.
    expect(report?.gone.length).toBeGreaterThan(2);
    for (const address of report?.gone ?? []) expect(files[`data/${address}`]).toContain('notice gone');
    expect(again['handover/publications.json']).toBe(files['handover/publications.json']);
    expect((await runCli(['doctor', '--newsroom', after])).code).toBe(0);
  });

  test.each([true, false])(
    'gives the picture of a wording from before a correction; one that has none gives the words (%s)',
    async (isHanded) => {
      const now = () => new Date('2026-11-22T10:00:00.000Z');
      const store = valueOf(await openNewsroom(before, { device: 'desk', now }));
      const found = valueOf(await store.contents()).published.find(({ frozen }) => mediaOf(frozen).length > 0);
      invariant(found !== undefined, 'a release of the sample has a picture');
      const { id } = found.frozen;
      valueOf(await store.beginChange(id, { kind: 'corrected', note: 'It was another bus.' }, 'Ada'));
      const { release: open, version } = valueOf(await store.openRelease(id));
      const body = open.body.filter(({ type }) => type !== 'image');
      valueOf(await store.saveRelease({ ...open, body }, version, 'Ada'));
      valueOf(await store.publishChange(id, 'Ada'));
      const file = `handover/media/${mediaOf(found.frozen)[0] ?? ''}`;
      expect(Object.keys(await exported(before, bag))).toContain(file);
      if (!isHanded) {
        await rm(join(bag, file));
        const manifest = await readFile(join(bag, 'tagmanifest-sha256.txt'), 'utf8');
        const others = manifest.split('\n').filter((line) => !line.endsWith(file));
        await writeFile(join(bag, 'tagmanifest-sha256.txt'), others.join('\n'));
      }
      const { report } = await imported();
      expect(report?.faults).toEqual([]);
      expect(report?.imported.map((each) => each.id)).toContain(id);
      expect((await runCli(['doctor', '--newsroom', after])).code).toBe(isHanded ? 0 : 1);
    },
  );

  test('gives what was let pass once a release was public, so that the next office can export it', async () => {
    const store = valueOf(await openNewsroom(before, { device: 'desk' }));
    const [found] = valueOf(await store.contents()).published;
    invariant(found !== undefined, 'the sample has a published release');
    const override = { check: 'quote-needs-approval', digest: 'a'.repeat(64), by: 'Ada', reason: 'Said in public.', at: '2026-11-22T10:00:00.000Z' }; // prettier-ignore
    valueOf(await store.addOverride(found.frozen.id, override));
    await exported(before, bag);
    await imported();
    const there = valueOf(await openNewsroom(after, { device: 'desk' }));
    const { release } = valueOf(await there.openRelease(found.frozen.id));
    expect(release.overrides).toContainEqual(override);
  });

  test('done twice, it leaves what is there', async () => {
    await imported();
    const first = await filesBelow(after);
    const { code, report } = await imported();
    expect(code).toBe(0);
    expect(report?.imported.every(({ wasThere }) => wasThere)).toBe(true);
    expect(report?.notices.every(({ wasThere }) => wasThere)).toBe(true);
    expect(await filesBelow(after)).toEqual(first);
  });

  test('what was taken back and is public here is told, and stays', async () => {
    const given = release({
      headline: 'Ours',
      standfirst: 'S.',
      dateline: { place: '', date: '2026-11-20' },
      body: [p('One.')],
    });
    const { report } = await imported();
    const [address = ''] = report?.gone ?? [];
    const other = join(top, 'other');
    const store = valueOf(await createNewsroom(other, SAMPLE_SETTINGS, { device: 'desk' }));
    valueOf(await store.addPublished(given, { address, at: '2026-11-20T09:00:00.000Z' }, 'Ada'));
    after = other;
    const { code, err } = await imported();
    expect(code).toBe(2);
    expect(err).toContain(`here a release is public at ${address}`);
    expect(valueOf(await store.openRelease(given.id)).release.state).toBe('published');
  });

  test('takes nothing from a bundle that is not whole, or has no handover', async () => {
    const [source = ''] = Object.keys(at(await filesBelow(bag), /^handover\/sources\//));
    const whole = await readFile(join(bag, source));
    await writeFile(join(bag, source), whole.toString('utf8').replace('e', 'E'));
    const { code, err } = await imported();
    await writeFile(join(bag, source), whole);
    expect(code).toBe(2);
    expect(err).toContain('not as it was made');
    expect((await releaseFiles(after, 'release.json')).size).toBe(0);
    expect((await runCli(['import', before, '--newsroom', after, '--handover'])).code).toBe(2);
    expect((await runCli(['import', bag, '--newsroom', after, '--handover', '--published'])).code).toBe(2);
  });
});
