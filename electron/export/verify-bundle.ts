import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MANIFEST, readManifest } from '../../shared/archive/bundle';
import { filesOf } from './files-of';

/** A bundle against its manifest; paths are relative, `/` between parts, sorted. */
export type Verdict = {
  readonly ok: boolean;
  readonly altered: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
};

/** Reads every file of a bundle and checks it against the manifest. Throws where the folder or its manifest cannot be read. */
export const verifyBundle = async (folder: string): Promise<Verdict> => {
  const hashes = readManifest(await readFile(path.join(folder, MANIFEST), 'utf8'));
  if (!hashes) throw new Error(`${MANIFEST} has a form that is not a manifest's`);
  const present = (await filesOf(folder)).filter((name) => name !== MANIFEST);
  const there = new Set(present);
  const altered: string[] = [];
  for (const [name, hash] of hashes) {
    if (!there.has(name)) continue;
    const bytes = await readFile(path.join(folder, name));
    if (createHash('sha256').update(bytes).digest('hex') !== hash) altered.push(name);
  }
  const missing = [...hashes.keys()].filter((name) => !there.has(name)).sort();
  const extra = present.filter((name) => !hashes.has(name));
  return { ok: altered.length + missing.length + extra.length === 0, altered: altered.sort(), missing, extra };
};
