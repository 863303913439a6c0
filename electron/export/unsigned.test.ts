import path from 'node:path';
import { expect, test } from 'vitest';
import { makeSample } from '../newsroom/sample';
import { WEEK_STORIES } from '../../shared/sample/stories';
import { openNewsroom } from '../newsroom/store';
import { filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { exportBundle } from './export-bundle';
import { readSigningKey } from './minisign';
import { signingKeyFiles } from './testing';

/* Who checks the signature of a bundle finds none once it was exported without the key: whoever exports is told. */

const temporary = temporaryFolders();
const NOW = '2026-11-24T09:00:00.000Z';
const SIGNATURE = 'manifest-sha256.txt.minisig';

test('a bundle that stood signed and is exported without a key is said to be unsigned, once', async () => {
  const top = await temporary();
  const [newsroom, out] = [path.join(top, 'newsroom'), path.join(top, 'bundle')];
  valueOf(await makeSample(newsroom, { stories: WEEK_STORIES }));
  const contents = valueOf(await valueOf(await openNewsroom(newsroom, { device: 'test' })).contents());
  const key = valueOf(readSigningKey(signingKeyFiles('one').secret));
  const notesOf = async (given: { readonly sign?: typeof key; readonly plan?: true }) => {
    const request = { newsroom, contents, out, asOf: NOW, preview: false, plan: false, now: Date.parse(NOW) };
    const { notes } = valueOf(await exportBundle({ ...request, ...given }));
    return { notes, isSigned: SIGNATURE in (await filesBelow(out)) };
  };
  expect(await notesOf({ sign: key })).toEqual({ notes: [], isSigned: true });
  // A plan signs nothing and takes no signature away.
  expect(await notesOf({ plan: true })).toEqual({ notes: [], isSigned: true });
  expect(await notesOf({ sign: key })).toEqual({ notes: [], isSigned: true });
  expect(await notesOf({})).toEqual({ notes: [expect.stringMatching(/signed, and is not any more/)], isSigned: false });
  expect(await notesOf({})).toEqual({ notes: [], isSigned: false });
});
