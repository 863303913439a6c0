import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundle } from '../../shared/archive/bundle';
import { publicRelease, settings } from '../../shared/archive/testing';
import type { Release } from '../../shared/release/model';
import { p, release, releaseId } from '../../shared/testing/builders';
import { stampOfFile } from '../newsroom/file-stamp';
import { temporaryFolders } from '../newsroom/testing';
import { makeBag } from './make-bag';
import { makeFileSearch } from './search-files';
import { keyHash } from './read-releases';
import { hashOf } from './seal';
import type { ExportState } from './state';

const temporary = temporaryFolders();
const releases = [publicRelease()];
const own = settings();
const withheld = (words: string): Release =>
  release({ id: releaseId('r-secret0001'), headline: 'Zephyr vessels', body: [p(words)] });
const LEAKED = 'Nobody may read of these zephyr vessels before Friday.';

/** A bundle that stands in a folder, in one page of which stand words that no public text has; all of it is held to be known. */
const standing = async () => {
  const folder = await temporary();
  const files = new Map<string, { key: string; hash: string; stat: string }>();
  for (const { path: name, contents, key } of bundle({ releases, gone: [], settings: own, preview: false })) {
    const text = name === 'people/index.html' ? contents.replace('</main>', `<p>${LEAKED}</p></main>`) : contents;
    const place = `data/${name}`;
    await mkdir(path.dirname(path.join(folder, place)), { recursive: true });
    await writeFile(path.join(folder, place), text);
    files.set(place, { key: keyHash(key ?? ''), hash: hashOf(text), stat: stampOfFile(path.join(folder, place)) });
  }
  const hashes = new Map([...files].map(([name, { hash }]) => [name, hash]));
  const stats = new Map([...files].map(([name, { stat }]) => [name, stat]));
  return {
    folder,
    files,
    before: { hashes, stats, addresses: [], preview: false, hasLitter: false, isAsNoted: false },
  };
};

type Standing = Awaited<ReturnType<typeof standing>>;
/** Goes through the bag with these texts withheld. Gives which files were made, what leaked, and what to remember. */
const made = async ({ folder, files, before }: Standing, secret: readonly Release[], last: ExportState | null) => {
  const state = last === null ? null : { ...last, files };
  const proofParts = { secret, open: releases, gone: [], settings: own, people: [] };
  const search = makeFileSearch({ proofParts, state, own: new Map(), aide: null });
  const bag = makeBag({
    parts: { releases, gone: [], settings: own, preview: false },
    search,
    state,
    before,
    folder,
    about: { organisation: own.organisation, asOf: '2026-11-24T09:00:00.000Z', preview: false },
    more: {},
    onFile: () => undefined,
  });
  const written = [...bag.files(() => true)].map(({ path: name }) => name);
  const leaks = await search.leaks();
  const noted = { base: '', preview: false, releases: new Map<string, never>(), ...bag.state(null) };
  return { written, leaks: leaks.map(({ path: name }) => name), state: noted };
};

describe('files that stand as they were', () => {
  test('are searched anew where something is withheld that was not, and only there', async () => {
    const place = await standing();
    const calm = withheld('Other words, which are nowhere, stay withheld.');
    // Nothing is known: each file is made, and the page with more words in it would be written over.
    const first = await made(place, [calm], null);
    expect(first).toMatchObject({ leaks: [], written: ['data/people/index.html'] });
    // From here on the page is held to be known as it stands.
    const again = await made(place, [calm], first.state);
    expect(again).toMatchObject({ leaks: [], written: [] });
    expect(await made(place, [], again.state)).toMatchObject({ leaks: [], written: [] });
    const more = await made(place, [calm, withheld(LEAKED)], again.state);
    expect(new Set(more.leaks)).toEqual(new Set(['people/index.html']));
    expect(new Set((await made(place, [withheld(LEAKED)], again.state)).leaks)).toEqual(new Set(['people/index.html']));
  });
});
