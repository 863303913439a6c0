import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { join } from 'node:path';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runCli } from '../cli/testing';
import { temporaryFolders } from '../newsroom/testing';

/*
 * Every link, picture, style, script, feed and location of an exported archive leads to a file that is there, and every
 * mark within a page to an element. Followed as a browser does from a file path, with scripts off: nothing but what stands
 * in the pages.
 */

const temporary = temporaryFolders();
const SITE = 'https://news.wyrdale.example';
type Node = DefaultTreeAdapterTypes.Node;
const elementsOf = (node: Node): DefaultTreeAdapterTypes.Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];

test('no link of an archive is dead, and every page can be reached from the first', async () => {
  const folder = await temporary();
  const [newsroom, out] = [join(folder, 'newsroom'), join(folder, 'out')];
  await runCli(['sample', '--newsroom', newsroom]);
  const settings = join(newsroom, 'newsroom.json');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace(/"siteAddress": "[^"]*"/, `"siteAddress": "${SITE}"`)); // prettier-ignore
  expect(await runCli(['export', '--newsroom', newsroom, '--out', out])).toMatchObject({ code: 0 });
  const web = join(out, 'data');
  const files = new Set((await readdir(web, { recursive: true })).map((name) => name.replaceAll('\\', '/')));
  const pages = [...files].filter((name) => name.endsWith('.html'));
  const read = (name: string) => readFile(join(web, name), 'utf8');

  /** The file that an address leads to from a page; null outside of the archive. A folder of the site is its own page. */
  const fileAt = (address: string, from: string): string | null => {
    const url = new URL(address, `${SITE}/${from}`);
    if (!url.href.startsWith(`${SITE}/`)) return null;
    const path = decodeURIComponent(url.pathname.slice(1));
    return address.startsWith(SITE) && (path === '' || path.endsWith('/')) ? `${path}index.html` : path;
  };
  const ids = new Map<string, ReadonlySet<string>>();
  const links: { readonly from: string; readonly address: string; readonly followed: boolean }[] = [];
  for (const from of pages) {
    const elements = elementsOf(parse(await read(from)));
    ids.set(from, new Set(elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id').map(({ value }) => value)))); // prettier-ignore
    for (const { tagName, attrs } of elements)
      for (const { name, value } of attrs) {
        if (name === 'href' || name === 'src') links.push({ from, address: value, followed: tagName === 'a' });
        if (name === 'content' && value.startsWith(SITE)) links.push({ from, address: value, followed: false });
      }
  }
  for (const from of [...files].filter((name) => name.endsWith('.xml') || name === 'robots.txt'))
    for (const [address] of (await read(from)).matchAll(new RegExp(`${SITE}/[^<"&\\s]*`, 'g')))
      links.push({ from, address, followed: false });

  const within = links.flatMap(({ from, address, followed }) => {
    const file = /^(?:mailto|tel):/.test(address) ? null : fileAt(address, from);
    return file === null ? [] : [{ from, address, file, followed }];
  });
  expect(within.length).toBeGreaterThan(300);
  expect(within.filter(({ file }) => !files.has(file)).map(({ from, address }) => `${from}: ${address}`)).toEqual([]);
  const marks = within.filter(({ address, file }) => address.includes('#') && file.endsWith('.html'));
  expect(marks.length).toBeGreaterThan(pages.length - 1);
  expect(marks.filter(({ address, file }) => ids.get(file)?.has(address.split('#')[1] ?? '') !== true)).toEqual([]);
  // Opened from a disk, a link to a folder shows the folder: within the archive each leads to a file.
  expect(links.filter(({ address, followed }) => followed && /^[^:]*\/$/.test(address))).toEqual([]);

  const reached = new Set(['index.html']);
  for (const page of reached)
    for (const { from, file, followed } of within) if (from === page && followed && files.has(file)) reached.add(file);
  expect(pages.filter((name) => !reached.has(name))).toEqual(['404.html']);
});
