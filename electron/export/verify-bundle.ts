import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { TAG_MANIFEST } from '../../shared/archive/bag';
import { filesOf } from './files-of';
import { readManifests } from './manifests';
import { hashOf } from './seal';

/** A bundle against its manifests; paths are relative, `/` between parts, sorted. */
export type Verdict = {
  readonly ok: boolean;
  readonly altered: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
};

/** Reads every file of a bundle and checks it against the manifests. Throws where the folder or a manifest cannot be read. */
export const verifyBundle = async (folder: string): Promise<Verdict> => {
  const manifests = await readManifests(folder);
  if (!manifests) throw new Error('It has no manifests, or not those of a bundle');
  const { all: hashes } = manifests;
  const present = filesOf(folder).filter((name) => name !== TAG_MANIFEST);
  const there = new Set(present);
  const altered: string[] = [];
  for (const [name, hash] of hashes)
    if (there.has(name) && hashOf(await readFile(path.join(folder, name))) !== hash) altered.push(name);
  const missing = [...hashes.keys()].filter((name) => !there.has(name)).sort();
  const extra = present.filter((name) => !hashes.has(name));
  return { ok: altered.length + missing.length + extra.length === 0, altered: altered.sort(), missing, extra };
};
