import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SAMPLE_SETTINGS } from '../../shared/sample/office';
import { createNewsroom } from '../newsroom/store';
import { filesBelow, temporaryFolders } from '../newsroom/testing';
import { runCli } from './testing';

/* The back catalogue by the command line: at its own address, with its own date, and nothing made up. */

const temporary = temporaryFolders();
let folder = '';
let newsroom = '';
beforeEach(async () => {
  folder = await temporary();
  newsroom = join(folder, 'newsroom');
  const made = await createNewsroom(newsroom, SAMPLE_SETTINGS, { device: 'test' });
  if (!made.ok) throw new Error(made.fault.message);
});

const page = (given: { readonly head?: string; readonly date?: string; readonly headline?: string }): string =>
  `<!doctype html><html lang="en-GB"><head><title>News</title>${given.head ?? ''}</head><body><main>
<h1>${given.headline ?? 'Two night patrols begin in Hexley'}</h1>${given.date === undefined ? '' : `<p>${given.date}</p>`}
<p>Two patrols walk the old town by night from today.</p>
<p>Ada Pugh, who lives there, said: “I have waited nine years for this.”</p></main></body></html>`;
const canonical = (path: string): string => `<link rel="canonical" href="${SAMPLE_SETTINGS.siteAddress}/${path}">`;
const put = async (name: string, text: string): Promise<string> => {
  const file = join(folder, 'old', name);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
  return file;
};

const answer = z.object({
  imported: z.array(
    z.object({
      id: z.string(),
      address: z.string(),
      date: z.string(),
      from: z.object({ date: z.string(), address: z.string() }),
      missing: z.array(z.string()),
      says: z.array(z.string()),
    }),
  ),
  faults: z.array(z.object({ file: z.string() })),
  unread: z.array(z.object({ file: z.string(), message: z.string() })),
});
const imported = async (...args: readonly string[]) => {
  const { code, out, err } = await runCli(['import', ...args, '--newsroom', newsroom, '--published', '--json']);
  return {
    code,
    err,
    ...(code === 2 && out.startsWith('{"fault"')
      ? { imported: [], faults: [], unread: [] }
      : answer.parse(JSON.parse(out))),
  };
};

describe('import --published', () => {
  test('takes a page in at its own address, and the export carries it there, its quotes approved by nobody', async () => {
    const file = await put('a.html', page({ head: canonical('newsroom/20140627.html'), date: '27 June 2014' }));
    const { code, imported: all } = await imported(file);
    expect(code).toBe(0);
    expect(all).toMatchObject([{ address: 'newsroom/20140627.html', date: '2014-06-27', missing: [] }]);
    expect((await runCli(['doctor', '--newsroom', newsroom])).code).toBe(0);

    const out = join(folder, 'bundle');
    const exported = await runCli(['export', '--newsroom', newsroom, '--out', out]);
    expect(exported).toMatchObject({ code: 0 });
    const files = await filesBelow(out);
    expect(files['data/newsroom/20140627.html']).toContain('I have waited nine years for this.');
    expect(files['data/newsroom/20140627.html']).toContain(
      `<link rel="canonical" href="${SAMPLE_SETTINGS.siteAddress}/newsroom/20140627.html">`,
    );
    expect(files['data/newsroom/20140627.json']).toBeDefined();
    expect(files['data/news/2014/06/index.html']).toContain('Two night patrols begin in Hexley');
    expect((await runCli(['verify', out])).code).toBe(0);
    // Made once more over itself: the address stays, and is known from the bundle that stands there.
    expect((await runCli(['export', '--newsroom', newsroom, '--out', out])).code).toBe(0);

    const register = await runCli(['register', '--newsroom', newsroom, '--json']);
    expect(register.out).toContain('no approval needed');
  });

  test('names what it does not read in a folder, with why, and takes in the rest', async () => {
    await put('a.html', page({ head: canonical('newsroom/20140627.html'), date: '27 June 2014' }));
    const others = ['b.pdf', 'deep/c.md', 'd.doc', 'e.odt', 'f.rtf'];
    for (const name of others) await put(name, 'x');
    await put('g.jpg', 'x');
    const { code, err, imported: all, unread } = await imported(join(folder, 'old'));
    expect(code).toBe(1);
    expect(all).toHaveLength(1);
    expect(unread.map(({ file }) => file).sort()).toEqual(others.map((name) => join(folder, 'old', name)).sort());
    for (const { file, message } of unread) expect(err).toContain(`standfirst import: ${file}: ${message}`);
    expect(err).toContain('Open it in the program it comes from and save it as a Word document');
  });

  test('a folder of a page is that page’s address, and answers there', async () => {
    const file = await put('b.html', page({ head: canonical('2014/two-patrols/'), date: '2014-06-27' }));
    expect((await imported(file)).imported).toMatchObject([{ address: '2014/two-patrols/index.html' }]);
    const out = join(folder, 'bundle');
    expect((await runCli(['export', '--newsroom', newsroom, '--out', out])).code).toBe(0);
    const html = (await filesBelow(out))['data/2014/two-patrols/index.html'] ?? '';
    expect(html).toContain(`<link rel="canonical" href="${SAMPLE_SETTINGS.siteAddress}/2014/two-patrols/">`);
    expect(html).toContain('href="../../archive.css"');
  });

  test('leaves out what lacks something, says what, changes nothing, and ends with 1', async () => {
    const before = await filesBelow(newsroom);
    const undated = await put('c.html', page({ head: canonical('c.html') }));
    const placeless = await put('d.html', page({ date: '27 June 2014' }));
    const { code, imported: all } = await imported(undated, placeless);
    expect(code).toBe(1);
    expect(all.map(({ id, missing }) => [id, missing])).toEqual([
      ['', ['date']],
      ['', ['address']],
    ]);
    expect(await filesBelow(newsroom)).toEqual(before);
  });

  test('--date and --address fill in what a page does not say', async () => {
    const file = await put(
      'e.txt',
      'Two night patrols begin in Hexley\n\nTwo patrols walk the old town by night from today, and every night until the spring comes.',
    );
    const { code, imported: all } = await imported(file, '--address', '/old/e.html', '--date', '2014-06-27');
    expect(code).toBe(0);
    expect(all).toMatchObject([
      { address: 'old/e.html', date: '2014-06-27', from: { date: '--date', address: '--address' } },
    ]);
  });

  test('a folder is read whole, and --address says where it lies', async () => {
    await put('2014/a.html', page({ date: '27 June 2014', headline: 'First' }));
    await put('2015/b.htm', page({ date: '1 July 2015', headline: 'Second' }));
    await put('picture.png', 'no page');
    const { code, imported: all } = await imported(
      join(folder, 'old'),
      '--address',
      `${SAMPLE_SETTINGS.siteAddress}/news/`,
    );
    expect(code).toBe(0);
    expect(all.map(({ address }) => address)).toEqual(['news/2014/a.html', 'news/2015/b.htm']);
    expect((await imported(join(folder, 'old'), '--address', '/news')).code).toBe(2);
    expect((await imported(join(folder, 'old'), '--date', '2014-06-27')).code).toBe(2);
  });

  test('no address is given twice, whatever its capitals, nor one of another site, nor a day to come', async () => {
    const first = await put('f.html', page({ head: canonical('f.html'), date: '27 June 2014' }));
    expect((await imported(first)).code).toBe(0);
    const again = await put('g.html', page({ head: canonical('F.html'), date: '27 June 2014' }));
    expect((await imported(again)).imported[0]?.says).toEqual(['Another release has the address F.html.']);
    const other = await imported(again, '--address', 'https://elsewhere.example/g.html');
    expect(other.imported[0]?.says[0]).toContain('is not an address of https://www.pcc-wyrdale.example');
    const late = await imported(again, '--address', '/g.html', '--date', '2099-01-01');
    expect(late.imported[0]).toMatchObject({ missing: ['date'], says: ['Its date is still to come.'] });
  });

  test('a page in the letters that it says it is written in is read in them', async () => {
    const file = join(folder, 'latin.html');
    const html = page({ head: `<meta charset="windows-1252">${canonical('latin.html')}`, date: '27 June 2014' });
    const bytes = Buffer.from(html.replace('“', '\u0093').replace('”', '\u0094'), 'latin1');
    await writeFile(file, bytes);
    expect((await imported(file)).code).toBe(0);
    const text = Object.keys(await filesBelow(newsroom)).find((name) => name.endsWith('release.txt')) ?? '';
    expect(await readFile(join(newsroom, text), 'utf8')).toContain('“I have waited nine years for this.”');
  });

  test('--address and --date are of the back catalogue alone', async () => {
    const file = await put('h.html', page({}));
    expect((await runCli(['import', file, '--newsroom', newsroom, '--date', '2014-06-27'])).code).toBe(2);
  });
});
