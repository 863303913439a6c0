import { type Stats, lstatSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PAYLOAD, TAG_MANIFEST } from '../../shared/archive/bag';
import { DATA, type ToldBundle, isOwnData } from '../../shared/archive/bundle-data';
import { stampOfStats } from '../newsroom/file-stamp';
import { turns } from '../newsroom/turns';
import { filesOf } from './files-of';
import { type Manifests, readManifests } from './manifests';
import { hashOf } from './seal';

/** What systems leave in folders by themselves: nobody misses it. */
const LEFT_BY_SYSTEMS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

const isOurs = (name: string): boolean => !LEFT_BY_SYSTEMS.has(name.slice(name.lastIndexOf('/') + 1));
export const filesBelow = (folder: string): readonly string[] => filesOf(folder).filter(isOurs);

/** Where the bundle's data lies in the bag. */
export const OWN_DATA = `${PAYLOAD}${DATA}`;

/** A folder's manifests, if they are those of a bundle of ours; else null. */
export const ownHashes = async (folder: string, names: readonly string[]): Promise<Manifests | null> => {
  if (!names.includes(OWN_DATA)) return null;
  const manifests = await readManifests(folder);
  return manifests?.website.has(OWN_DATA) && isOwnData(await readFile(path.join(folder, OWN_DATA), 'utf8'))
    ? manifests
    : null;
};

/** What is known of a bundle: by path in the bag the hashes of its files, and what the disk said of them when they had those. */
export type Trusted = ToldBundle & {
  readonly files: ReadonlyMap<string, { readonly hash: string; readonly stat: string }>;
};
export const NONE: Trusted = {
  files: new Map<string, { readonly hash: string; readonly stat: string }>(),
  addresses: [],
  preview: false,
};

/** The files that stand in a folder, by path in the bag. */
export type Standing = {
  readonly hashes: ReadonlyMap<string, string>;
  /** What the disk says of each, and of what says that they are whole. */
  readonly stats: ReadonlyMap<string, string>;
  /** Whether all are as they were when they were noted, and no other is there. */
  readonly isAsNoted: boolean;
  /** Whether a system left something of its own between them. */
  readonly hasLitter: boolean;
};
export const NOTHING: Standing = {
  hashes: new Map<string, string>(),
  stats: new Map<string, string>(),
  isAsNoted: false,
  hasLitter: false,
};

type Examined = Standing & {
  /** What may be lost if the folder goes, in words; null where it holds nothing but a bundle as it was made, or nothing. */
  readonly foreign: string | null;
};

/** Looks at every file of a folder. Those that are as they were when they were `trusted` are not read again. */
export const examine = async (folder: string, { files: trusted }: Trusted = NONE): Promise<Examined> => {
  const all = filesOf(folder);
  const names = all.filter(isOurs);
  const hasLitter = all.length > names.length;
  const found = (foreign: string | null, standing: Partial<Standing> = {}): Examined => ({
    ...NOTHING,
    ...standing,
    foreign,
    hasLitter,
  });
  if (names.length === 0) return found(null);
  const stats = new Map<string, string>();
  const turn = turns();
  /** One after the other without waiting for each: so many answers would take longer than the looks. */
  const look = async (name: string): Promise<Stats> => {
    const stat = lstatSync(`${folder}/${name}`);
    stats.set(name, stampOfStats(stat));
    await turn();
    return stat;
  };
  const isTrusted = (name: string): boolean => trusted.get(name)?.stat === stats.get(name);
  if (trusted.size === names.length) {
    for (const name of names) await look(name);
    // What the manifests say is what they said then: they are among the files.
    if (names.every(isTrusted)) {
      const noted = [...trusted].filter(([name]) => name !== TAG_MANIFEST);
      const hashes = new Map(noted.map(([name, { hash }]) => [name, hash]));
      return found(null, { hashes, stats, isAsNoted: true });
    }
  }
  if (names.includes(OWN_DATA)) await look(OWN_DATA);
  const isKnown = trusted.has(OWN_DATA) && isTrusted(OWN_DATA);
  const manifests = isKnown ? await readManifests(folder) : await ownHashes(folder, names);
  if (!manifests) return found('something else than a bundle');
  for (const name of names) {
    const stat = await look(name);
    if (name === TAG_MANIFEST) continue;
    const hash = manifests.all.get(name);
    if (hash === undefined) return found(`“${name}”, which no bundle put there`);
    const isSame = isTrusted(name) && trusted.get(name)?.hash === hash;
    if (!stat.isFile() || (!isSame && hashOf(readFileSync(path.join(folder, name))) !== hash))
      return found(`“${name}”, which was changed after it was exported`);
  }
  const there = new Set(names);
  return found(null, { hashes: new Map([...manifests.all].filter(([name]) => there.has(name))), stats });
};
