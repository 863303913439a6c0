// A newsroom written straight to the disk, as Standfirst would have left it: many times quicker than by its acts.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from './made-up.mjs';

/** @typedef {import('../../shared/release/model').Release} Release */
/** @typedef {import('../../shared/newsroom/model').NewsroomSettings} Settings */

const { canonicalJson } = /** @type {typeof import('../../shared/canonical')} */ (await load('shared/canonical.ts'));
const { writtenForm } = /** @type {typeof import('../../shared/unknown')} */ (await load('shared/unknown.ts'));
const { versionHash } = /** @type {typeof import('../../electron/newsroom/history')} */ (
  await load('electron/newsroom/history.ts')
);
const { newReleaseFolder } = /** @type {typeof import('../../electron/newsroom/folders')} */ (
  await load('electron/newsroom/folders.ts')
);

/** Makes a newsroom without releases. @param {string} newsroom @param {Settings} settings */
export const writeNewsroom = (newsroom, settings) => {
  mkdirSync(path.join(newsroom, 'releases'), { recursive: true });
  writeFileSync(path.join(newsroom, 'newsroom.json'), canonicalJson(settings));
  writeFileSync(path.join(newsroom, 'people.json'), canonicalJson({ format: 1, people: [] }));
};

/** Where a release lies. It keeps its folder, whatever is done to it. @param {string} newsroom @param {Release} release */
const folderOf = (newsroom, release) =>
  path.join(newsroom, newReleaseFolder(release.id, release.id, /** @type {never} */ ('2026-01-01')));

/**
 * Writes a release, published at an instant and a place.
 * @param {string} newsroom @param {Release} frozen @param {{ at: string, address: string }} by
 */
export const writePublished = (newsroom, frozen, { at, address }) => {
  const folder = folderOf(newsroom, frozen);
  const version = versionHash(frozen);
  const objects = path.join(folder, 'history', 'objects');
  mkdirSync(objects, { recursive: true });
  writeFileSync(path.join(objects, `${version}.json`), writtenForm(frozen));
  const publication = { by: 'Bench', at, version, address, after: [], change: null };
  writeFileSync(
    path.join(folder, 'release.json'),
    writtenForm({ ...frozen, state: /** @type {const} */ ('published'), publication }),
  );
};

/** Writes a release that nobody published. @param {string} newsroom @param {Release} release */
export const writeWorking = (newsroom, release) => {
  const folder = folderOf(newsroom, release);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'release.json'), writtenForm(release));
};
