import { WEEK_STORIES } from '../../shared/sample/stories';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical';
import { p, withBody } from '../../shared/testing/builders';
import { TWIN_TEXT, TWIN_WORDS } from '../../shared/sample/twin';
import { lockText } from '../lock/lock-file';
import { openNewsroom } from '../newsroom/store';
import { filesBelow, temporaryFolders } from '../newsroom/testing';
import { COMMANDS } from './commands';
import { makeSample } from '../newsroom/sample';
import { runCli } from './testing';

const temporary = temporaryFolders();
let folder = '';
let newsroom = '';
beforeEach(async () => {
  folder = await temporary();
  newsroom = join(folder, 'newsroom');
});
const json = <Value>(schema: z.ZodType<Value>, text: string): Value => schema.parse(JSON.parse(text));

describe('the command line', () => {
  test('says its commands', async () => {
    const { code, out } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(`  ${name} `);
    expect((await runCli([])).code).toBe(2);
  });
  test.each(COMMANDS.map((command) => command.name))('%s explains itself', async (name) => {
    const { code, out, err } = await runCli([name, '--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`Usage: standfirst ${name} `);
  });
  test('names an unknown command and an unknown option, and ends with 2', async () => {
    expect(await runCli(['exprot'])).toMatchObject({ code: 2, out: '' });
    expect((await runCli(['exprot'])).err).toContain('“exprot”');
    expect((await runCli(['--verbose'])).err).toContain('“--verbose”');
    const { code, err } = await runCli(['doctor', '--newsrom', 'x']);
    expect(code).toBe(2);
    expect(err).toContain('--newsrom');
    expect(err.split('\n')[0]).toMatch(/^standfirst doctor: .*\.$/);
  });
  test('asks for what it cannot do without', async () => {
    expect((await runCli(['sample'])).err).toContain('--newsroom');
    expect((await runCli(['doctor'])).code).toBe(2);
    expect((await runCli(['compare', 'a.json'])).code).toBe(2);
    expect((await runCli(['import', '--newsroom', newsroom])).code).toBe(2);
    expect((await runCli(['sample', 'extra', '--newsroom', newsroom])).err).toContain('“extra”');
  });
  test('says of a file that it is to read, and that is not there, that there is none', async () => {
    await makeSample(newsroom, { stories: WEEK_STORIES });
    const gone = ['gone.txt', 'gone.json', 'gone.key', 'gone.zip'].map((name) => join(folder, name));
    const [text = '', release = '', key = '', backup = ''] = gone;
    for (const args of [
      ['import', text, '--newsroom', newsroom],
      ['import', text, '--newsroom', newsroom, '--published'],
      ['quotes', text],
      ['compare', release, release],
      ['export', '--newsroom', newsroom, '--out', join(folder, 'out'), '--sign', key],
      ['restore', backup, '--newsroom', join(folder, 'other')],
    ]) {
      const { code, err } = await runCli(args);
      expect([args[0], code]).toEqual([args[0], 2]);
      expect(err).toContain('There is no such file.');
      expect(err).toContain('gone.');
    }
  });
  test('says where there is no newsroom, as JSON too', async () => {
    const { code, out, err } = await runCli(['doctor', '--newsroom', newsroom, '--json']);
    expect(code).toBe(2);
    expect(err).toContain(newsroom);
    expect(json(z.object({ fault: z.object({ code: z.string() }) }), out).fault.code).toBe('no-newsroom');
  });
});

describe('sample and doctor', () => {
  test('make a newsroom in which nothing is wrong', async () => {
    expect(await runCli(['sample', '--newsroom', newsroom])).toMatchObject({ code: 0, err: '' });
    expect(await runCli(['doctor', '--newsroom', newsroom, '--json'])).toEqual({
      code: 0,
      out: '{"releases":24,"findings":[],"fixed":[]}\n',
      err: '',
    });
    expect((await runCli(['sample', '--newsroom', newsroom])).code).toBe(2);
  });
  test('end with 1 where a release is damaged, and with 0 when it is mended', async () => {
    await makeSample(newsroom, { stories: WEEK_STORIES });
    const path = Object.keys(await filesBelow(newsroom)).find((each) => each.endsWith('01twin/release.json')) ?? '';
    await writeFile(join(newsroom, path), 'damaged');
    const { code, out } = await runCli(['doctor', '--newsroom', newsroom]);
    expect(code).toBe(1);
    expect(out).toContain(path);
    expect((await runCli(['doctor', '--newsroom', newsroom, '--fix'])).code).toBe(0);
  });
  test('compare the histories with what the app has seen of them', async () => {
    await makeSample(newsroom, { stories: WEEK_STORIES });
    const data = join(folder, 'app');
    const store = await openNewsroom(newsroom, { device: 'desk', data });
    if (!store.ok) throw new Error(store.fault.message);
    await store.value.checkHistory();
    const path = Object.keys(await filesBelow(newsroom)).find((each) => each.includes('01twin/history/log/')) ?? '';
    await writeFile(join(newsroom, path), '');
    const { code, out } = await runCli(['doctor', '--newsroom', newsroom, '--app-data', data]);
    expect(code).toBe(1);
    expect(out).toContain(`history-changed: ${path}: Line`);
  });
});

describe('a newsroom that is open elsewhere', () => {
  const lockedBy = (heartbeat: string) =>
    writeFile(
      join(newsroom, 'newsroom.lock'),
      lockText({
        who: 'Anwen Pugh',
        machine: 'desk-2',
        device: '',
        boot: '',
        pid: 7,
        since: heartbeat,
        heartbeat,
        token: 'other',
      }),
    );
  const page = async () => {
    const file = join(folder, 'one.txt');
    await writeFile(file, TWIN_TEXT);
    return file;
  };

  test('is not written in: who has it is said, and nothing changes', async () => {
    await makeSample(newsroom, { stories: WEEK_STORIES });
    await lockedBy(new Date().toISOString());
    const before = await filesBelow(newsroom);
    for (const command of [
      ['import', await page()],
      ['doctor', '--fix'],
    ]) {
      const { code, err } = await runCli([...command, '--newsroom', newsroom]);
      expect(code).toBe(2);
      expect(err).toMatch(/Anwen Pugh has this newsroom open on desk-2.*\n.*\n\s+detail: since \d{4}-/);
    }
    expect(await filesBelow(newsroom)).toEqual(before);
    // Reading asks nobody.
    expect((await runCli(['doctor', '--newsroom', newsroom])).code).toBe(0);
    expect((await runCli(['register', '--newsroom', newsroom])).code).toBe(0);
  });

  test('is written in where the lock is stale, and that is said', async () => {
    await makeSample(newsroom, { stories: WEEK_STORIES });
    await lockedBy('2026-11-20T09:00:00.000Z');
    const long = new Date('2026-11-20T09:00:00.000Z');
    await utimes(join(newsroom, 'newsroom.lock'), long, long);
    const { code, err } = await runCli(['import', await page(), '--newsroom', newsroom]);
    expect(code).toBe(1); // its headline is to be filled in
    expect(err).toContain('a lock left in the newsroom was taken over: no sign of life');
    expect(Object.keys(await filesBelow(newsroom))).not.toContain('newsroom.lock');
  });
});

describe('import', () => {
  const importedSchema = z.object({
    imported: z.array(
      z.object({
        id: z.string(),
        words: z.number(),
        paragraphs: z.number(),
        missing: z.array(z.string()),
        dropped: z.array(z.unknown()),
      }),
    ),
    faults: z.array(z.object({ file: z.string(), code: z.string() })),
  });
  test('brings in a text, says what is missing, and ends with 1', async () => {
    await makeSample(newsroom, { stories: WEEK_STORIES });
    const file = join(folder, 'release.txt');
    await writeFile(file, TWIN_TEXT);
    const { code, out } = await runCli(['import', file, '--newsroom', newsroom, '--json']);
    expect(code).toBe(1);
    const [one] = json(importedSchema, out).imported;
    expect(one).toMatchObject({ paragraphs: 9, words: TWIN_WORDS, missing: ['headline', 'date'] });
    expect(one?.dropped).toHaveLength(6);
    expect((await runCli(['doctor', '--newsroom', newsroom])).code).toBe(0);
    const kept = await runCli(['import', file, '--newsroom', newsroom, '--json', '--keep-furniture']);
    expect(json(importedSchema, kept.out).imported[0]).toMatchObject({ paragraphs: 15, dropped: [] });
  });
  test('ends with 0 where nothing is missing, and brings in what it can beside a file it cannot', async () => {
    await makeSample(newsroom, { stories: WEEK_STORIES });
    const file = join(folder, 'page.html');
    await writeFile(
      file,
      '<main><h1>New paths</h1><time datetime="2026-11-24">24 November 2026</time><p>Three paths.</p></main>',
    );
    expect((await runCli(['import', file, '--newsroom', newsroom])).code).toBe(0);
    const { code, out } = await runCli(['import', join(folder, 'gone.txt'), file, '--newsroom', newsroom, '--json']);
    expect(code).toBe(2);
    expect(json(importedSchema, out)).toMatchObject({ imported: [{ words: 2 }], faults: [{ code: 'disk' }] });
  });
});

describe('quotes', () => {
  const answer = z.object({
    id: z.unknown(),
    quotes: z.array(z.object({ start: z.number(), end: z.number(), speaker: z.string().nullable() })),
  });
  const said = 'Nerys Glŷn said: “The paths are open.”';

  test('--jsonl answers line by line, however the bytes are cut', async () => {
    const lines = Buffer.from(
      [said, 'No quote here.', `${said}\u2028`].map((text, id) => JSON.stringify({ id, text })).join('\n'),
    );
    const bytes = [...lines].map((byte) => new Uint8Array([byte]));
    const { code, out } = await runCli(['quotes', '--jsonl'], bytes);
    expect(code).toBe(0);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => json(answer, line));
    expect(answers.map(({ id, quotes }) => [id, quotes.map(({ start, end }) => said.slice(start, end))])).toEqual([
      [0, ['“The paths are open.”']],
      [1, []],
      [2, ['“The paths are open.”']],
    ]);
    expect(answers[0]?.quotes[0]?.speaker).toBe('Nerys Glŷn');
  });
  test('--jsonl passes over a line that it cannot read, says which, and ends with 2', async () => {
    const { code, out, err } = await runCli(
      ['quotes', '--jsonl'],
      ['{"id":1}\nnot json\r\n\r\n{"id":2,"text":""}\r\n'],
    );
    expect(code).toBe(2);
    expect(out).toBe('{"id":2,"quotes":[]}\n');
    expect(err).toContain('line 1');
    expect(err).toContain('line 2');
  });
  test('of a running quotation are one, with offsets in the text that is given back', async () => {
    const file = join(folder, 'release.txt');
    await writeFile(file, TWIN_TEXT);
    const { out } = await runCli(['quotes', file, '--json']);
    const { text, quotes } = json(z.object({ text: z.string(), quotes: answer.shape.quotes }), out);
    expect(quotes).toHaveLength(1);
    const words = text.slice(quotes[0]?.start, quotes[0]?.end);
    expect(words.startsWith('“I accept every recommendation')).toBe(true);
    expect(words.endsWith('every line of them.”')).toBe(true);
  });
  test('of a release in a newsroom carry their status', async () => {
    await makeSample(newsroom, { stories: WEEK_STORIES });
    const { out } = await runCli(['quotes', 'r-wyrdale07review', '--newsroom', newsroom]);
    expect(out).toContain('Dr Ifeoma Bright [changed since approval, 1]');
    expect((await runCli(['quotes', 'r-wyrdale07review'])).err).toContain('--newsroom');
  });
});

describe('compare', () => {
  const comparison = z.object({
    summary: z.record(z.string(), z.number()),
    quotes: z.array(z.object({ kind: z.string() })),
  });

  test('sets two files side by side', async () => {
    await writeFile(join(folder, 'a.json'), canonicalJson(withBody(p('One.'), p('Two words.'))));
    await writeFile(join(folder, 'b.json'), canonicalJson(withBody(p('One.'), p('Three words.'))));
    const { code, out } = await runCli(['compare', join(folder, 'a.json'), join(folder, 'b.json')]);
    expect(code).toBe(0);
    expect(json(comparison, out).summary).toMatchObject({ same: 1, changed: 1 });
  });
  test('finds drafts by name and versions by the beginning of their hash', async () => {
    await makeSample(newsroom, { stories: WEEK_STORIES });
    const { code, out } = await runCli([
      'compare',
      'r-wyrdale02farm@Draft 1',
      'r-wyrdale02farm@Draft 2, legal',
      '--newsroom',
      newsroom,
    ]);
    expect(code).toBe(0);
    expect(json(comparison, out).quotes.map((each) => each.kind)).toContain('words changed');
    const path = Object.keys(await filesBelow(newsroom)).find((each) => /02farm\/history\/log\//.test(each)) ?? '';
    const log = (await readFile(join(newsroom, path), 'utf8')).split('\n');
    const hash = json(z.object({ object: z.string() }), log.find((line) => line.includes('Draft 1')) ?? '').object;
    const same = await runCli([
      'compare',
      `r-wyrdale02farm@${hash.slice(0, 12)}`,
      'r-wyrdale02farm@Draft 1',
      '--newsroom',
      newsroom,
    ]);
    expect(json(comparison, same.out).summary).toMatchObject({ same: 6, changed: 0 });
  });
  test('names the drafts there are where one is not', async () => {
    await makeSample(newsroom, { stories: WEEK_STORIES });
    const { code, err } = await runCli([
      'compare',
      'r-wyrdale02farm@Draft 9',
      'r-wyrdale02farm',
      '--newsroom',
      newsroom,
    ]);
    expect(code).toBe(2);
    expect(err).toContain('“Draft 1”, “Draft 2, legal”');
    expect((await runCli(['compare', 'gone.json', 'gone.json'])).err).toContain('gone.json');
  });
});

describe('register', () => {
  test('lists quotes by speaker and saves them as CSV', async () => {
    await makeSample(newsroom, { stories: WEEK_STORIES });
    const { code, out } = await runCli(['register', '--newsroom', newsroom, '--json']);
    expect(code).toBe(0);
    const { rows } = json(z.object({ rows: z.array(z.object({ speaker: z.string(), status: z.string() })) }), out);
    expect(rows.filter((row) => row.speaker === 'Nerys Glŷn').map((row) => row.status)).toEqual([
      'approved',
      'changed since approval',
      'approved',
    ]);
    const file = join(folder, 'register.csv');
    expect((await runCli(['register', '--newsroom', newsroom, '--csv', file])).code).toBe(0);
    const csv = await readFile(file, 'utf8');
    expect(csv.startsWith('\uFEFF"speaker","role",')).toBe(true);
    expect(csv).toContain('"Nerys Glŷn","Police and Crime Commissioner for Wyrdale","person","2026-11-19","approved"');
  });
});
