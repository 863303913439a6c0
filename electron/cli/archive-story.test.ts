import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Release, ReleaseId } from '../../shared/release/model';
import { newsroomSettings, p, release, releaseId } from '../../shared/testing/builders';
import { createNewsroom } from '../newsroom/store';
import { filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { runCli } from './testing';

/* An archive over two weeks, as the web team gets it from the command line: each act, and what readers find after it. */

const temporary = temporaryFolders();

test('embargoed, out, corrected, moved, withdrawn and removed: each address answers, and verify sees what was done to the bundle', async () => {
  const top = await temporary();
  const [newsroom, out] = [join(top, 'newsroom'), join(top, 'bundle')];
  let clock = '2025-03-03T10:00:00.000Z';
  const settings = newsroomSettings({ siteAddress: 'https://hexley.example' });
  const store = valueOf(await createNewsroom(newsroom, settings, { device: 'desk', now: () => new Date(clock) }));
  const publish = async (id: ReleaseId, headline: string, words: string, given: Partial<Release> = {}) => {
    const text = release({
      id,
      headline,
      standfirst: `${headline}, in short.`,
      dateline: { place: 'Hexley', date: '2025-03-03' },
      body: [p(words)],
      ...given,
    });
    valueOf(await store.addRelease(text, 'created', 'Ada'));
    valueOf(await store.publish(id, 'Ada'));
  };
  const exported = async (asOf: string, ...more: readonly string[]) => {
    const args = ['export', '--newsroom', newsroom, '--out', out, '--as-of', asOf, '--json', ...more];
    const { code, out: text, err } = await runCli(args);
    expect([code, err]).toEqual([0, '']);
    const { changes } = JSON.parse(text) as { changes: Record<'added' | 'changed' | 'removed', readonly string[]> };
    return { changes, files: await filesBelow(out) };
  };
  const [FERRY, LAMPS, PARK] = [releaseId('r-ferry0001'), releaseId('r-lamps0001'), releaseId('r-park00001')];
  const at = (name: string): string => `data/news/2025/03/${name}.html`;

  await publish(LAMPS, 'Lamps are mended', 'Every lamp in the lower town is lit again.');
  await publish(PARK, 'Park is planted', 'Two hundred trees stand in the park now.');
  const embargo = { instant: '2025-03-04T09:00:00.000Z', zone: 'Europe/London' };
  await publish(FERRY, 'Ferry runs at night', 'The last boat leaves at midnight from now on.', { embargo });

  const first = await exported('2025-03-04T08:59:59.999Z');
  for (const [path, contents] of Object.entries(first.files)) expect(`${path} ${contents}`).not.toMatch(/ferry|boat/i);

  const second = await exported('2025-03-04T09:00:00.000Z');
  expect(second.changes.added).toContain(at('ferry-runs-at-night'));
  expect(second.files[at('ferry-runs-at-night')]).toContain('leaves at midnight');

  clock = '2025-03-05T10:00:00.000Z';
  const begun = valueOf(await store.beginChange(FERRY, { kind: 'corrected', note: 'One, not midnight.' }, 'Ada'));
  const next = { ...begun.release, body: [p('The last boat leaves at one from now on.')] };
  valueOf(await store.saveRelease(next, begun.version, 'Ada'));
  valueOf(await store.publishChange(FERRY, 'Ada'));
  clock = '2025-03-05T11:00:00.000Z';
  valueOf(await store.changeAddress(LAMPS, 'Lower town is lit', 'Ada'));
  valueOf(await store.withdraw(PARK, 'The trees were not planted.', 'Ada'));

  const later = '2025-03-06T00:00:00.000Z';
  const { changes: plan } = await exported(later, '--plan');
  expect(await filesBelow(out)).toEqual(second.files);
  const third = await exported(later);
  expect(third.changes).toEqual(plan);
  const wording = 'data/earlier/news/2025/03/ferry-runs-at-night/1.html';
  expect(third.changes.added).toEqual(expect.arrayContaining([wording, at('lower-town-is-lit')]));
  expect(third.changes.changed).toEqual(
    expect.arrayContaining([at('ferry-runs-at-night'), at('lamps-are-mended'), at('park-is-planted')]),
  );
  expect(third.files[at('ferry-runs-at-night')]).toContain('leaves at one');
  expect(third.files[wording]).toContain('leaves at midnight');
  expect(third.files[at('lamps-are-mended')]).toContain('url=../../../news/2025/03/lower-town-is-lit.html');
  expect(third.files['data/_redirects']).toBe(
    '/news/2025/03/lamps-are-mended.html /news/2025/03/lower-town-is-lit.html 301\n',
  );
  expect(third.files[at('park-is-planted')]).toContain('The trees were not planted.');
  expect(third.files[at('park-is-planted')]).not.toContain('Two hundred');

  clock = '2025-03-07T10:00:00.000Z';
  valueOf(await store.remove(FERRY, { by: 'Ada', reason: 'It named a sailor.' }));
  valueOf(await store.endRemoval(FERRY));
  const last = await exported('2025-03-08T00:00:00.000Z');
  expect(last.files[at('ferry-runs-at-night')]).toContain('It named a sailor.');
  expect(last.files[wording]).toContain('url=../../../../../news/2025/03/ferry-runs-at-night.html');
  for (const contents of Object.values(last.files)) expect(contents).not.toMatch(/boat|midnight/);
  const addresses = [...new Set([first, second, third].flatMap(({ files }) => Object.keys(files)))].filter((path) =>
    /^data\/(?:earlier\/)?news\/2025\/03\/(?!index).*\.html$/.test(path),
  );
  for (const address of addresses) expect(last.files).toHaveProperty([address]);

  const verified = async () => (await runCli(['verify', out, '--json'])).out;
  expect(JSON.parse(await verified())).toMatchObject({ altered: [], missing: [], extra: [] });
  const page = join(out, at('lower-town-is-lit'));
  const bytes = await readFile(page);
  bytes[bytes.length - 2] = (bytes[bytes.length - 2] ?? 0) ^ 1;
  await writeFile(page, bytes);
  await rm(join(out, 'data', 'feed.xml'));
  await appendFile(join(out, 'data', 'note.txt'), 'x');
  expect(JSON.parse(await verified())).toMatchObject({
    altered: [at('lower-town-is-lit')],
    missing: ['data/feed.xml'],
    extra: ['data/note.txt'],
  });
});
