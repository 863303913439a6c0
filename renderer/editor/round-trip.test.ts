import { expect, test } from 'vitest';
import { importHtml } from '../../shared/import/html';
import { importText } from '../../shared/import/text';
import { blockText } from '../../shared/release/text';
import { releaseId } from '../../shared/testing/builders';
import { bodyOf, headlessEditor } from './testing';

/** Real releases that lie beside a checkout on some machines; they are no part of the project. */
const FILES = Object.entries(
  import.meta.glob<string>('../../../shared/data/releases/*.{txt,html}', { query: '?raw', import: 'default' }),
);

test('every imported release comes back from the editor with nothing lost', async (context) => {
  context.skip(FILES.length === 0, 'there are no releases beside this checkout');
  let blocksRead = 0;
  for (const [path, load] of FILES) {
    const options = { fileName: path.replace(/^.*\//, ''), id: releaseId('r-roundtrip'), language: 'en-GB' };
    const read = path.endsWith('.html') ? importHtml : importText;
    const { release } = read(await load(), options);
    for (const body of [release.body, release.notes]) {
      const { blocks } = bodyOf(headlessEditor(body));
      expect(blocks.map(blockText), `the words of ${options.fileName}`).toEqual(body.map(blockText));
      expect(blocks, `the looks of ${options.fileName}`).toEqual(body);
      blocksRead += body.length;
    }
  }
  expect(blocksRead).toBeGreaterThan(FILES.length);
});
