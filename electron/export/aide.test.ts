import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ExportProgress } from '../../shared/archive/model';
import { searcher, soughtIn } from '../../shared/archive/proof';
import { settings } from '../../shared/archive/testing';
import { p, release, releaseId } from '../../shared/testing/builders';
import { readContents } from '../newsroom/contents';
import { makeSample } from '../newsroom/sample';
import { faultOf, filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { type Aide, makeAide } from './aide';
import { makeLookAhead, nothingAhead } from './ahead';
import { exportBundle } from './export-bundle';
import type { ExportRequest } from './export-request';
import { type Help, helpWith } from './help';
import { hashOf } from './seal';
import { readState, statePlace } from './state';
import { verifyBundle } from './verify-bundle';
import { Cancelled } from './write-bundle';

const temporary = temporaryFolders();
const NOW = '2026-11-24T09:00:00.000Z';

/** The thread's script, built as the program's are, and a newsroom. */
let [script, newsroom] = ['', ''];
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-test-'));
  newsroom = join(folder, 'sample');
  valueOf(await makeSample(newsroom));
  const entry = join(folder, 'thread.ts');
  await writeFile(
    entry,
    `import { serveAsAide } from ${JSON.stringify(join(__dirname, 'aide-thread'))};\nserveAsAide();\n`,
  );
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    resolve: { conditions: ['node'] },
    build: {
      target: 'node20',
      outDir: join(folder, 'built'),
      minify: false,
      lib: { entry, formats: ['cjs'], fileName: () => 'thread.cjs' },
      rolldownOptions: { external: [...builtinModules, /^node:/] },
    },
  });
  script = join(folder, 'built', 'thread.cjs');
  return () => rm(folder, { recursive: true });
});

let aides: Aide[] = [];
beforeEach(() => {
  aides = [];
});
afterEach(async () => {
  for (const each of aides) await each.end();
});
const started = (from = script): Aide => {
  const aide = makeAide(from);
  aides.push(aide);
  return aide;
};

/** The newsroom's bundle, made with help or without. */
const exported = async (out: string, help: Help | null, more: Partial<ExportRequest> = {}) => {
  const contents = valueOf(await readContents(newsroom, null, new Map(), help?.beside ?? null));
  const request = { newsroom, contents, out, asOf: NOW, preview: false, plan: false, now: Date.parse(NOW), ...more };
  return exportBundle(help === null ? request : { ...request, help });
};
const help = async (): Promise<Help> => {
  const made = await helpWith({ script, newsroom, asOf: NOW, known: new Map(), many: 1 });
  aides.push(made.aide);
  return made;
};

describe('an export with a second thread', () => {
  test('is the bundle that it is without one, and the same is noted of it', async () => {
    const [one, other] = [await temporary(), await temporary()];
    const alone = valueOf(await exported(join(one, 'bundle'), null, { data: join(one, 'data') }));
    const helped = valueOf(await exported(join(other, 'bundle'), await help(), { data: join(other, 'data') }));
    expect({ ...helped, folder: '' }).toEqual({ ...alone, folder: '' });
    expect(await filesBelow(join(other, 'bundle'))).toEqual(await filesBelow(join(one, 'bundle')));
    expect(await verifyBundle(join(other, 'bundle'))).toMatchObject({ ok: true });
    const state = async (top: string) => {
      const file = statePlace(join(top, 'data'), newsroom, join(top, 'bundle'));
      const base = /"base":"([0-9a-f]+)"/.exec(await readFile(file, 'utf8'))?.[1] ?? '';
      const read = await readState(file, base);
      return read === null
        ? null
        : { ...read, files: [...read.files.keys()], proof: { ...read.proof, own: read.proof.own } };
    };
    expect(await state(other)).toEqual(await state(one));
  });

  test('is of what the thread told, where it came first', async () => {
    const helping = await help();
    const contents = valueOf(await readContents(newsroom, null, new Map()));
    await expect.poll(() => helping.ahead().at(-1)?.releases.size ?? 0).toBeGreaterThan(8);
    const read = vi.fn(() => () => undefined);
    const again = valueOf(
      await readContents(newsroom, null, new Map(), {
        begin: read,
        textOf: (id) => helping.beside?.textOf(id),
        onEach: () => undefined,
      }),
    );
    expect(again.texts?.size).toBe(contents.texts?.size);
    const out = join(await temporary(), 'bundle');
    const done = await exportBundle({
      newsroom,
      contents: again,
      out,
      asOf: NOW,
      preview: false,
      plan: false,
      now: Date.parse(NOW),
      help: helping,
    });
    const plain = join(await temporary(), 'bundle');
    valueOf(await exported(plain, null));
    expect(valueOf(done).written).toBe(true);
    expect(await filesBelow(out)).toEqual(await filesBelow(plain));
  });

  test('stops at a withheld line, as without one', async () => {
    const leaky = { lookFiles: { 'style.css': '/* Letters in the station wall are opened */' } };
    const found = async (given: Help | null) => {
      const top = await temporary();
      const contents = { ...valueOf(await readContents(newsroom, null, new Map(), given?.beside ?? null)), ...leaky };
      const { written, findings } = valueOf(await exported(join(top, 'bundle'), given, { contents }));
      expect(await filesBelow(top)).toEqual({});
      return { written, findings };
    };
    const alone = await found(null);
    expect(alone.written).toBe(false);
    expect(alone.findings[0]).toMatchObject({ code: 'withheld-text-found' });
    expect(await found(await help())).toEqual(alone);
  });

  test('may be stopped, and leaves nothing', async () => {
    const stop = new AbortController();
    const top = await temporary();
    const progress = ({ doing, done }: { readonly doing: string; readonly done: number }): void => {
      if (doing === 'making' && done > 20) stop.abort();
    };
    const done = await exported(join(top, 'bundle'), await help(), { signal: stop.signal, progress });
    expect(faultOf(done).code).toBe('cancelled');
    expect(await filesBelow(top)).toEqual({});
  });

  test('may be stopped while the newsroom is read, which tells how far it is', async () => {
    const told: ExportProgress[] = [];
    const tell = (now: ExportProgress): void => {
      told.push(now);
      if (told.length >= 5) throw new Cancelled();
    };
    const helping = await helpWith({ script, newsroom, asOf: NOW, known: new Map(), many: 1, tell });
    aides.push(helping.aide);
    await expect(readContents(newsroom, null, new Map(), helping.beside)).rejects.toThrow(Cancelled);
    // Several are under way at once; none is begun after it was stopped.
    expect(told.length).toBeLessThan(24);
    for (const { doing, done, of } of told) {
      expect([doing, of]).toEqual(['reading', 24]);
      expect(done).toBeGreaterThan(0);
      expect(done).toBeLessThanOrEqual(of);
    }
  });

  test('whose disk refuses a file there says so, and leaves nothing', async () => {
    const top = await temporary();
    const helping = await help();
    // A place below a file: no disk has that.
    await writeFile(join(top, 'file'), '');
    const write: Aide['write'] = (_, ...file) => helping.aide.write(join(top, 'file', 'below'), ...file);
    const done = await exported(join(top, 'bundle'), { ...helping, aide: { ...helping.aide, write } });
    expect(faultOf(done)).toMatchObject({ code: 'disk', where: join(top, 'bundle') });
    expect(await filesBelow(top)).toEqual({ file: '' });
  });

  test('whose disk gives back other bytes than it was given says so, and leaves nothing', async () => {
    const top = await temporary();
    const helping = await help();
    const write: Aide['write'] = (place, bytes, hash) => {
      const isTurned = place.endsWith('archive.css');
      helping.aide.write(place, isTurned ? bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)) : bytes, hash);
    };
    const done = await exported(join(top, 'bundle'), { ...helping, aide: { ...helping.aide, write } });
    expect(faultOf(done)).toMatchObject({ code: 'disk', where: join(top, 'bundle') });
    expect(faultOf(done).detail).toContain('archive.css was not written whole');
    expect(await filesBelow(top)).toEqual({});
  });

  test('whose thread breaks is no bundle', async () => {
    const folder = await temporary();
    await writeFile(join(folder, 'broken.cjs'), "throw new Error('broken from the first line on');\n");
    const broken = started(join(folder, 'broken.cjs'));
    const helping: Help = { aide: broken, many: 1, beside: null, ahead: () => [] };
    await expect(exported(join(folder, 'bundle'), helping)).rejects.toThrow('broken from the first line on');
    await writeFile(join(folder, 'ended.cjs'), '');
    const ended: Help = { ...helping, aide: started(join(folder, 'ended.cjs')) };
    await expect(exported(join(folder, 'bundle'), ended)).rejects.toThrow('ended before its work was done');
  });
});

describe('an aide', () => {
  test('finds out what is found out here', async () => {
    const contents = valueOf(await readContents(newsroom, null, new Map()));
    const context = { people: contents.people.people, approvals: contents.settings.approvals };
    const own = nothingAhead('');
    contents.published.forEach(makeLookAhead(context, NOW, own));
    const aide = started();
    aide.lookAhead({ newsroom, asOf: NOW });
    await expect.poll(() => aide.ahead().releases.size).toBe(own.releases.size);
    expect(own.releases.size).toBeGreaterThan(8);
    expect(new Map([...aide.ahead().releases].sort())).toEqual(new Map([...own.releases].sort()));
    expect(new Map([...aide.ahead().own].sort())).toEqual(new Map([...own.own].sort()));
    for (const [id, text] of contents.texts ?? []) expect(aide.textOf(id)).toEqual(text);
  });

  test('finds what is withheld in the bytes that it is given', async () => {
    const secret = release({
      id: releaseId('r-secret01'),
      headline: 'Barge to sink',
      body: [p('The barge sinks at dawn.')],
    });
    const { sought } = soughtIn({ secret: [secret], open: [], gone: [], settings: settings(), people: [] });
    const files = ['nothing', 'the <b>barge</b> sinks at dawn', 'r-secret01', 'Ducks’ pond', 'Barge to sink'].map(
      (contents, index) => ({ path: `news/${index}.html`, bytes: Buffer.from(contents, 'utf8') }),
    );
    const aide = started();
    aide.prove(sought);
    for (const { path, bytes } of files) aide.search(path, bytes);
    const leaks = await aide.done();
    expect(leaks).toEqual(files.flatMap(searcher(sought).search));
    expect(new Set(leaks.map(({ path }) => path))).toEqual(new Set(['news/1.html', 'news/2.html', 'news/4.html']));
  });

  test('writes whole files at new places, and says what the disk says', async () => {
    const folder = await temporary();
    const aide = started();
    const big = Buffer.alloc(1 << 20, 'x');
    const write = (name: string, bytes: Buffer): void => aide.write(join(folder, name), bytes, hashOf(bytes));
    write('a', Buffer.from('one'));
    write('b', big);
    write('c', Buffer.alloc(0));
    await aide.done();
    expect(await filesBelow(folder)).toEqual({ a: 'one', b: big.toString('latin1'), c: '' });
    await mkdir(join(folder, 'd'));
    write('a', Buffer.from('another'));
    await expect(aide.done()).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('one');
  });
});
