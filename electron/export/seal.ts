import { createHash } from 'node:crypto';
import { type BagAbout, MANIFEST, PAYLOAD, TAG_MANIFEST, bagTags, manifest } from '../../shared/archive/bag';
import type { BundleFile } from '../../shared/archive/model';

/** SHA-256 as a manifest has it. */
export const hashOf = (contents: string | Uint8Array): string => createHash('sha256').update(contents).digest('hex');

/** A file of the bag as it is written: its path in the bag, its bytes, and their SHA-256. */
export type SealedFile = { readonly path: string; readonly bytes: Uint8Array; readonly hash: string };

const sealed = (path: string, contents: string): SealedFile => {
  const bytes = Buffer.from(contents, 'utf8');
  return { path, bytes, hash: hashOf(bytes) };
};

/**
 * The bag round a website: each file of the website as it comes, then what says of them that they are whole, its own
 * manifest last. Nothing is held but hashes.
 */
export function* seal(website: Iterable<BundleFile>, about: BagAbout): Generator<SealedFile> {
  const payload = new Map<string, string>();
  let bytes = 0;
  for (const { path, contents } of website) {
    const file = sealed(`${PAYLOAD}${path}`, contents);
    payload.set(file.path, file.hash);
    bytes += file.bytes.length;
    yield file;
  }
  const tags = new Map<string, string>();
  const { size: files } = payload;
  for (const { path, contents } of [
    ...bagTags(about, { files, bytes }),
    { path: MANIFEST, contents: manifest(payload) },
  ]) {
    const file = sealed(path, contents);
    tags.set(path, file.hash);
    yield file;
  }
  yield sealed(TAG_MANIFEST, manifest(tags));
}
