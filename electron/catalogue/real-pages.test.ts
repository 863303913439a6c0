import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogueFiles } from './files';
import { readCataloguePage } from './read';

/* Real pages of an office, where they are at hand beside the project: looked at, never copied into it. */

const FOLDER = join(import.meta.dirname, '../../../shared/data/archive-html');
const isThere = existsSync(FOLDER);
if (!isThere) process.stderr.write(`Skipped: real pages of a back catalogue, since ${FOLDER} is not there.\n`);

describe.skipIf(!isThere)('real pages from before there was a main element', () => {
  test('have a headline and a day each, and their list of news is left out for want of one', async () => {
    const files = await catalogueFiles(FOLDER);
    if (!files.ok) throw new Error(files.fault.message);
    for (const file of files.value.pages) {
      const page = await readCataloguePage(file, 'en');
      if (!page.ok) throw new Error(page.fault.message);
      expect(page.value.preview.release.headline, file.path).not.toBe('');
      expect(page.value.preview.release.body.length, file.path).toBeGreaterThan(0);
      expect(page.value.date === null, file.path).toBe(!/[0-9]{8}/.test(file.path));
    }
  });
});
