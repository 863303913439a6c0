import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { faultOf, temporaryFolders, valueOf } from '../newsroom/testing';
import { catalogueFiles } from './files';

const temporary = temporaryFolders();

test('the back catalogue is web pages, texts and Word documents at any depth, without what systems and Word keep beside them', async () => {
  const folder = await temporary();
  mkdirSync(path.join(folder, '2014'));
  for (const name of ['b.HTML', 'a.docx', '~$a.docx', '.b.html', 'c.pdf', '2014/d.txt', '2014/e.htm'])
    writeFileSync(path.join(folder, name), 'x');
  const { pages, documents } = valueOf(await catalogueFiles(folder));
  expect(pages.map((each) => each.path)).toEqual(['2014/d.txt', '2014/e.htm', 'a.docx', 'b.HTML']);
  expect(documents.map((each) => each.path)).toEqual(['c.pdf']);
});

test('a folder without any is refused', async () => {
  expect(faultOf(await catalogueFiles(await temporary())).code).toBe('refused');
});
