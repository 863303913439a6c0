import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { type ToldBundle, toldBy } from '../../shared/archive/bundle-data';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { renameInto, systemCode } from '../newsroom/save-file';
import { standsAt } from '../newsroom/within';
import { NONE, NOTHING, OWN_DATA, type Standing, type Trusted, examine, filesBelow, ownHashes } from './standing';
import { finishUpdates, journalsOf } from './update-bundle';

/** The names that a folder's next bundle and its last one have beside it while one takes the other's place. */
export const besides = (folder: string, mark: string) => ({
  staging: `${folder}.making-${mark}`,
  old: `${folder}.before-${mark}`,
});
const BESIDE = /^\.(making|before)-([0-9a-f]{8})$/;

/** What may be lost if a folder goes, in words; null where it holds nothing but a bundle as it was made, or nothing. */
export const whatIsNotOurs = async (folder: string, trusted: Trusted = NONE): Promise<string | null> =>
  (await examine(folder, trusted)).foreign;

/** What lies beside a folder under the names of `besides`, sorted. */
const leftBeside = async (folder: string): Promise<readonly { kind: string; mark: string; place: string }[]> => {
  const { dir, base } = path.parse(folder);
  try {
    return (await readdir(dir)).sort().flatMap((name) => {
      const [, kind, mark] = (name.startsWith(base) && BESIDE.exec(name.slice(base.length))) || [];
      return kind === undefined || mark === undefined ? [] : [{ kind, mark, place: path.join(dir, name) }];
    });
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
};

/** What an interrupted export left beside a folder, and nothing can be done with. */
export const leftOvers = async (folder: string): Promise<readonly string[]> => [
  ...(await leftBeside(path.resolve(folder))).map(({ place }) => place),
  ...(await journalsOf(path.resolve(folder))),
];

/**
 * The last bundle of a folder that is not in its place, since a program or a machine stopped between the two renames
 * that put the next one there: where it lies. Null where the folder stands, or no whole bundle lies beside it. Where
 * there are several, it is the one whose next bundle lies there too, for that export was the one that stopped.
 */
export const lastAside = async (folder: string): Promise<string | null> => {
  if ((await standsAt(folder)) !== 'nothing') return null;
  const beside = await leftBeside(folder);
  const whole: (typeof beside)[number][] = [];
  for (const each of beside) {
    if (each.kind !== 'before') continue;
    const names = filesBelow(each.place);
    const hashes = await ownHashes(each.place, names);
    if (hashes && [...hashes.all.keys()].every((name) => names.includes(name))) whole.push(each);
  }
  const cutShort = whole.find(({ mark }) => beside.some((each) => each.kind === 'making' && each.mark === mark));
  return (cutShort ?? whole.at(-1))?.place ?? null;
};

/**
 * Goes on with updates that were cut short, and puts the last bundle back into its place where `lastAside` finds it beside
 * it; gives where it lay, or null.
 */
export const putBack = async (place: string, fs: FileSystem = nodeFileSystem): Promise<string | null> => {
  const folder = path.resolve(place);
  await finishUpdates(folder, fs);
  const aside = await lastAside(folder);
  if (aside === null) return null;
  await renameInto(aside, folder, fs);
  await fs.syncFolder(path.dirname(folder));
  return aside;
};

/** The bundle that stands in a folder: its files, the addresses that it made public, and whether it is a preview. */
export type ExistingBundle = Standing & ToldBundle;
export const NO_BUNDLE: ExistingBundle = { ...NOTHING, addresses: [], preview: false };

/** Why a preview does not go where the bundle stands that readers have. */
export const notOverReaders = (place: string): Result<never, Fault> => {
  const message =
    'The bundle that readers have stands here, and a preview shows what they may not see yet. Choose another place for it.';
  return failed(fault('not-empty', message, { where: place }));
};

/**
 * The bundle that a folder holds, or that `lastAside` finds beside it; empty for an empty or absent folder.
 * A folder is known as a bundle of ours by its manifest together with what `bundle.json` says of who made it. Fault
 * `not-empty` for any other, and where a file is not as a bundle of ours put it there: the next one takes the whole
 * folder's place. Fault `refused` for a link, which would be replaced instead of what it leads to.
 */
export const existingBundle = async (
  place: string,
  trusted: Trusted = NONE,
): Promise<Result<ExistingBundle, Fault>> => {
  const folder = path.resolve(place);
  const stands = await standsAt(folder);
  if (stands === 'link') {
    const message = 'This is a link to a folder. Choose the folder itself, or another one.';
    return failed(fault('refused', message, { where: place }));
  }
  const lies = stands === 'nothing' ? await lastAside(folder) : folder;
  if (lies === null) return ok(NO_BUNDLE);
  const { foreign, ...standing } = await examine(lies, trusted);
  if (foreign !== null) {
    const message = `This folder holds ${foreign}, and would be replaced whole. Move what you need out of it, or choose another: an empty folder, or a bundle made before.`;
    return failed(fault('not-empty', message, { where: lies === folder ? place : lies }));
  }
  const stat = standing.stats.get(OWN_DATA);
  if (stat === undefined) return ok({ ...NO_BUNDLE, ...standing });
  const isKnown = stat === trusted.files.get(OWN_DATA)?.stat;
  const { addresses, preview } = isKnown ? trusted : toldBy(await readFile(path.join(lies, OWN_DATA), 'utf8'));
  return ok({ ...standing, addresses, preview });
};
