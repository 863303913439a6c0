import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MANIFEST, PAYLOAD, TAG_MANIFEST, readManifest } from '../../shared/archive/bag';
import { systemCode } from '../newsroom/save-file';

/** What a bag's manifests say: the hash of each file by path; `website` are those of the payload alone. */
export type Manifests = { readonly all: ReadonlyMap<string, string>; readonly website: ReadonlyMap<string, string> };

/** Reads a manifest; null where there is none or it has a form that is not a manifest's. */
const read = async (file: string): Promise<ReadonlyMap<string, string> | null> => {
  try {
    return readManifest(await readFile(file, 'utf8'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
};

/** The manifests of a folder that is a bag; null where one is missing or says something that a bag's cannot. */
export const readManifests = async (folder: string): Promise<Manifests | null> => {
  const website = await read(path.join(folder, MANIFEST));
  const tags = await read(path.join(folder, TAG_MANIFEST));
  if (website === null || tags === null) return null;
  const isBag = [...website.keys()].every((name) => name.startsWith(PAYLOAD)) && tags.has(MANIFEST);
  return isBag && [...tags.keys()].every((name) => !name.startsWith(PAYLOAD))
    ? { all: new Map([...website, ...tags]), website }
    : null;
};
