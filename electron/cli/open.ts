import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import type { Release, ReleaseId } from '../../shared/release/model';
import { parseReleaseText } from '../../shared/release/parse';
import { type Result, failed, ok } from '../../shared/result';
import { readingFault } from '../newsroom/disk-fault';
import { readIfThere } from '../newsroom/history';
import { importFile } from '../newsroom/import-file';
import type { NewsroomStore } from '../newsroom/model';
import { openNewsroom } from '../newsroom/store';
import { parseWhole } from '../newsroom/whole-text';
import { type Arguments, type CliIo, needed, textOption } from './command';

/** The newsroom named by `--newsroom`. */
export const openNamed = async (given: Arguments, io: CliIo): Promise<Result<NewsroomStore, Fault>> => {
  const folder = needed(given, 'newsroom', 'which newsroom');
  return folder.ok ? openNewsroom(resolve(folder.value), { device: io.device, now: io.now }) : folder;
};

const ID = /^(r-[0-9a-z]{8,32})(?:@(.+))?$/su;

/**
 * Finds a RELEASE: a file (release.json, text or HTML), or with `--newsroom` an id, optionally `@version`, where
 * the version is the beginning of its hash or the name of a draft.
 */
export const findRelease = async (name: string, given: Arguments, io: CliIo): Promise<Result<Release, Fault>> => {
  const id = ID.exec(name);
  if (id === null || textOption(given, 'newsroom') === null) return releaseInFile(name, id !== null);
  const store = await openNamed(given, io);
  if (!store.ok) return store;
  const releaseId = id[1] as ReleaseId;
  const version = id[2];
  if (version === undefined) {
    const open = await store.value.openRelease(releaseId);
    return open.ok ? ok(open.value.release) : open;
  }
  return findVersion(store.value, releaseId, version);
};

const findVersion = async (store: NewsroomStore, id: ReleaseId, version: string): Promise<Result<Release, Fault>> => {
  const lines = await store.versions(id);
  if (!lines.ok) return lines;
  const named = lines.value.filter((line) => line.kind === 'draft' && line.name === version).at(-1);
  if (named !== undefined) return store.version(id, named.object);
  const isHash = /^[0-9a-f]{4,64}$/.test(version);
  const objects = new Set(lines.value.map((line) => line.object).filter((hash) => isHash && hash.startsWith(version)));
  const [object] = objects;
  if (object !== undefined && objects.size === 1) return store.version(id, object);
  const drafts = lines.value.filter((line) => line.kind === 'draft').map((line) => `“${line.name}”`);
  const what = objects.size > 1 ? `${objects.size} versions begin with` : 'there is no draft named and no version';
  return failed(fault('not-found', `In ${id}, ${what} “${version}”. Its drafts are: ${drafts.join(', ') || 'none'}.`));
};

const releaseInFile = async (path: string, looksLikeId: boolean): Promise<Result<Release, Fault>> => {
  const file = resolve(path);
  if (looksLikeId && (await readIfThere(file)) === null)
    return failed(fault('invalid', `“${path}” is an id: say its newsroom with --newsroom.`));
  if (!path.toLowerCase().endsWith('.json')) {
    const preview = await importFile(file, { id: 'r-00000000' as ReleaseId, language: 'en-GB' });
    return preview.ok ? ok(preview.value.release) : preview;
  }
  try {
    await stat(file);
    return parseWhole((await readIfThere(file)) ?? Buffer.alloc(0), file, parseReleaseText);
  } catch (error) {
    return failed(readingFault(error, file));
  }
};
