import { type BagAbout, MANIFEST, PAYLOAD, TAG_MANIFEST, bagTags, manifest } from '../../shared/archive/bag';
import type { BundleFile } from '../../shared/archive/model';
import { sha256 } from '../newsroom/sha256';

/** SHA-256 as a manifest has it. */
export const hashOf = sha256;

/** A file of the bag as it is written: its path in the bag, its bytes, and their SHA-256. */
export type SealedFile = { readonly path: string; readonly bytes: Uint8Array; readonly hash: string };

/** A file of the bag with its bytes and their hash. */
export const sealed = (path: string, contents: string | Uint8Array): SealedFile => {
  const bytes = typeof contents === 'string' ? Buffer.from(contents, 'utf8') : contents;
  return { path, bytes, hash: hashOf(bytes) };
};

/** A picture of the website: its bytes are read as they are needed, and held no longer. */
export type Picture = { readonly path: string; readonly read: () => Uint8Array };

/** A file that lies beside the website. */
export type BesideFile = Pick<BundleFile, 'path'> & { readonly contents: string | Uint8Array };

/** What may stand in a bag besides: files beside the website, and a signature over its manifest. */
export type SealMore = {
  readonly beside?: readonly BesideFile[];
  /** Pictures of the website, read as they are needed: `path` within it. */
  readonly pictures?: readonly Picture[];
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
  { beside = [], pictures = [], sign }: SealMore = {},
): Generator<SealedFile> {
  const payload = new Map<string, string>();
  let bytes = 0;
  const counted = (file: SealedFile): SealedFile => {
    payload.set(file.path, file.hash);
    bytes += file.bytes.length;
    return file;
  };
  for (const { path, contents } of website) yield counted(sealed(`${PAYLOAD}${path}`, contents));
  for (const { path, read } of pictures) yield counted(sealed(`${PAYLOAD}${path}`, read()));
  yield* sealTags(payload, bytes, about, { beside, ...(sign === undefined ? {} : { sign }) });
}

/** What stands in the bag beside a website whose hashes by path, and bytes in all, are given. */
export function* sealTags(
  payload: ReadonlyMap<string, string>,
  bytes: number,
  about: BagAbout,
  { beside = [], sign }: SealMore = {},
): Generator<SealedFile> {
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
