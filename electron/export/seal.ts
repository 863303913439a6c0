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

/** What may stand in a bag besides: files beside the website, and a signature over its manifest. */
export type SealMore = {
  readonly beside?: readonly BundleFile[];
  readonly sign?: (manifest: Uint8Array) => string;
};

/** The signature over the website's manifest, where there is one. */
export const SIGNATURE = `${MANIFEST}.minisig`;

/**
 * The bag round a website: each file of the website as it comes, then what says of them that they are whole, its own
 * manifest last. Nothing is held but hashes.
 */
export function* seal(
  website: Iterable<BundleFile>,
  about: BagAbout,
  { beside = [], sign }: SealMore = {},
): Generator<SealedFile> {
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
  const hashes = manifest(payload);
  for (const { path, contents } of [
    ...beside,
    ...bagTags(about, { files, bytes }),
    { path: MANIFEST, contents: hashes },
    ...(sign === undefined ? [] : [{ path: SIGNATURE, contents: sign(Buffer.from(hashes, 'utf8')) }]),
  ]) {
    const file = sealed(path, contents);
    tags.set(path, file.hash);
    yield file;
  }
  yield sealed(TAG_MANIFEST, manifest(tags));
}
