import { type Stats, lstatSync, readFileSync } from 'node:fs';
import { lstat, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { PAYLOAD, TAG_MANIFEST } from '../../shared/archive/bag';
import { DATA, addressesIn, isOwnData } from '../../shared/archive/bundle';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { stampOfStats } from '../newsroom/file-stamp';
import { renameInto, systemCode } from '../newsroom/save-file';
import { filesOf } from './files-of';
import { type Manifests, readManifests } from './manifests';
import { hashOf } from './seal';
import { finishUpdates, journalsOf } from './update-bundle';

/** The names that a folder's next bundle and its last one have beside it while one takes the other's place. */
export const besides = (folder: string, mark: string) => ({
  staging: `${folder}.making-${mark}`,
  old: `${folder}.before-${mark}`,
});
const BESIDE = /^\.(making|before)-([0-9a-f]{8})$/;

/** What systems leave in folders by themselves: nobody misses it. */
const LEFT_BY_SYSTEMS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

const isOurs = (name: string): boolean => !LEFT_BY_SYSTEMS.has(name.slice(name.lastIndexOf('/') + 1));
const filesBelow = async (folder: string): Promise<readonly string[]> => (await filesOf(folder)).filter(isOurs);

/** Where the bundle's data lies in the bag. */
const OWN_DATA = `${PAYLOAD}${DATA}`;

/** A folder's manifests, if they are those of a bundle of ours; else null. */
const ownHashes = async (folder: string, names: readonly string[]): Promise<Manifests | null> => {
  if (!names.includes(OWN_DATA)) return null;
  const manifests = await readManifests(folder);
  return manifests?.website.has(OWN_DATA) && isOwnData(await readFile(path.join(folder, OWN_DATA), 'utf8'))
    ? manifests
    : null;
};

/** What is known of files by path in the bag: their hashes, and what the disk said of them when they had those. */
export type Trusted = ReadonlyMap<string, { readonly hash: string; readonly stat: string }>;
const NONE: Trusted = new Map<string, { readonly hash: string; readonly stat: string }>();

type Examined = {
  /** What may be lost if the folder goes, in words; null where it holds nothing but a bundle as it was made, or nothing. */
  readonly foreign: string | null;
  readonly names: readonly string[];
  readonly hashes: ReadonlyMap<string, string>;
  readonly stats: ReadonlyMap<string, string>;
  readonly hasLitter: boolean;
};

/** Looks at every file of a folder. Those that are as they were when they were `trusted` are not read again. */
const examine = async (folder: string, trusted: Trusted = NONE): Promise<Examined> => {
  const all = await filesOf(folder);
  const names = all.filter(isOurs);
  const hasLitter = all.length > names.length;
  const stats = new Map<string, string>();
  const found = (foreign: string | null, hashes: ReadonlyMap<string, string> = new Map()): Examined => ({
    foreign,
    names,
    hashes,
    stats,
    hasLitter,
  });
  if (names.length === 0) return found(null);
  const own = lstatIfThere(path.join(folder, OWN_DATA));
  const isKnown = own !== null && trusted.get(OWN_DATA)?.stat === stampOfStats(own);
  const manifests = isKnown ? await readManifests(folder) : await ownHashes(folder, names);
  if (!manifests) return found('something else than a bundle');
  let since = performance.now();
  for (const name of names) {
    if (name === TAG_MANIFEST) continue;
    const hash = manifests.all.get(name);
    if (hash === undefined) return found(`“${name}”, which no bundle put there`);
    // One after the other without waiting for each: so many answers would take longer than the looks.
    const stat = lstatSync(`${folder}/${name}`);
    const known = trusted.get(name);
    const text = stampOfStats(stat);
    const isSame = known?.stat === text && known.hash === hash;
    if (!stat.isFile() || (!isSame && hashOf(readFileSync(path.join(folder, name))) !== hash))
      return found(`“${name}”, which was changed after it was exported`);
    stats.set(name, text);
    if (performance.now() - since < SLICE) continue;
    await othersTurn();
    since = performance.now();
  }
  return found(null, manifests.all);
};

/** So long, in milliseconds, others may be kept waiting. */
const SLICE = 20;

const lstatIfThere = (file: string): Stats | null => lstatSync(file, { throwIfNoEntry: false }) ?? null;

/** What may be lost if a folder goes, in words; null where it holds nothing but a bundle as it was made, or nothing. */
export const whatIsNotOurs = async (folder: string, trusted: Trusted = NONE): Promise<string | null> =>
  (await examine(folder, trusted)).foreign;

/** Whether something stands at a place, and is a link. */
const standsAt = async (place: string): Promise<'nothing' | 'link' | 'something'> => {
  try {
    return (await lstat(place)).isSymbolicLink() ? 'link' : 'something';
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'nothing';
    throw error;
  }
};

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
    const names = await filesBelow(each.place);
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

/** The bundle that stands in a folder: its files' hashes by path in the bag, and the addresses that it made public. */
export type ExistingBundle = {
  readonly hashes: ReadonlyMap<string, string>;
  readonly addresses: readonly string[];
  /** Whether a system left something of its own between its files. */
  readonly hasLitter: boolean;
  /** What the disk says of each file now. */
  readonly stats: ReadonlyMap<string, string>;
};

/**
 * The bundle that a folder holds, or that `lastAside` finds beside it; empty for an empty or absent folder.
 * A folder is known as a bundle of ours by its manifest together with what `bundle.json` says of who made it. Fault
 * `not-empty` for any other, and where a file is not as a bundle of ours put it there: the next one takes the whole
 * folder's place. Fault `refused` for a link, which would be replaced instead of what it leads to.
 */
export const existingBundle = async (
  place: string,
  { trusted = NONE, isPreview = null }: { readonly trusted?: Trusted; readonly isPreview?: boolean | null } = {},
): Promise<Result<ExistingBundle, Fault>> => {
  const folder = path.resolve(place);
  const stands = await standsAt(folder);
  if (stands === 'link') {
    const message = 'This is a link to a folder. Choose the folder itself, or another one.';
    return failed(fault('refused', message, { where: place }));
  }
  const lies = stands === 'nothing' ? await lastAside(folder) : folder;
  if (lies === null)
    return ok({
      hashes: new Map<string, string>(),
      addresses: [],
      hasLitter: false,
      stats: new Map<string, string>(),
    });
  const { foreign, names, hashes: all, stats, hasLitter } = await examine(lies, trusted);
  if (foreign !== null) {
    const message = `This folder holds ${foreign}, and would be replaced whole. Move what you need out of it, or choose another: an empty folder, or a bundle made before.`;
    return failed(fault('not-empty', message, { where: lies === folder ? place : lies }));
  }
  const there = new Set(names);
  const hashes = new Map([...all].filter(([name]) => there.has(name)));
  const isKnownPreview = isPreview === true && trusted.get(OWN_DATA)?.stat === stats.get(OWN_DATA);
  const addresses =
    !hashes.has(OWN_DATA) || isKnownPreview ? [] : addressesIn(await readFile(path.join(lies, OWN_DATA), 'utf8'));
  return ok({ hashes, addresses, hasLitter, stats });
};
