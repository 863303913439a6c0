import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAGE_TEMPLATE, RELEASE_TEMPLATE } from '../../shared/archive/theme';
import { runCli } from '../cli/testing';
import { filesBelow, temporaryFolders } from '../newsroom/testing';

const temporary = temporaryFolders();

test('the templates to begin from are the archive’s own', async () => {
  for (const [name, text] of [
    ['page', PAGE_TEMPLATE],
    ['release', RELEASE_TEMPLATE],
  ] as const)
    // prettier-ignore
    expect(await readFile(resolve('docs/templates', `${name}.mustache`), 'utf8')).toBe(text);
});

describe('the files of a newsroom’s look', () => {
  test('are what its bundle is made by, and stop the export with file and line where they are broken', async () => {
    const folder = await temporary();
    const [newsroom, out] = [join(folder, 'newsroom'), join(folder, 'bundle')];
    await runCli(['sample', '--newsroom', newsroom]);
    await mkdir(join(newsroom, 'look'));
    const place = join(newsroom, 'look', 'page.mustache');
    const exported = () => runCli(['export', '--newsroom', newsroom, '--out', out]);

    await writeFile(place, PAGE_TEMPLATE.replace('class="end"', 'class="end wide"'));
    expect(await exported()).toMatchObject({ code: 0 });
    const pages = Object.entries(await filesBelow(out)).filter(([name]) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(10);
    for (const [name, text] of pages) expect(text, name).toContain('<footer class="end wide">');
    expect((await runCli(['doctor', '--newsroom', newsroom])).code).toBe(0);

    await writeFile(place, PAGE_TEMPLATE.replace('{{main}}', '{{{main}}}\n{{mian}}'));
    const { code, out: said } = await exported();
    expect(code).toBe(1);
    expect(said).toContain('look/page.mustache, line 13: “{{{main}}}” asks for a text that is not escaped');
    expect(said).toContain('look/page.mustache, line 14: “mian” is no name that stands here.');
    expect(Object.entries(await filesBelow(out)).filter(([name]) => name.endsWith('.html'))).toEqual(pages);
  });
});
