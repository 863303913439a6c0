import type { Instant } from '../release/model';
import type { BundleFile } from './model';

/* The bundle as a bag (RFC 8493, BagIt 1.0): the website lies in `data/`; beside it stand the files that say what it is
   and that it is whole. Paths in the archive have no sign that a manifest would have to escape. */

/** Where the website lies in the bag. */
export const PAYLOAD = 'data/';
/** The hashes of the website's files. */
export const MANIFEST = 'manifest-sha256.txt';
/** The hashes of the files beside it. */
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';

export type BagAbout = { readonly organisation: string; readonly asOf: Instant; readonly preview: boolean };

/** A label's value on one line: what is no text and every line end becomes a space. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();

/**
 * `bagit.txt` and `bag-info.txt`. In: what the bag is about, and of its payload how many files and bytes. The day is that
 * of `asOf`, in UTC: the same bundle is the same bag whenever it is made.
 */
export const bagTags = (
  { organisation, asOf, preview }: BagAbout,
  payload: { readonly files: number; readonly bytes: number },
): readonly BundleFile[] => {
  const what = `Published news archive as of ${asOf}${preview ? ', a preview, not for publication' : ''}`;
  const source = oneLine(organisation);
  const info = [
    ...(source === '' ? [] : [`Source-Organization: ${source}`]),
    `External-Description: ${what}`,
    `Bagging-Date: ${asOf.slice(0, 10)}`,
    `Payload-Oxum: ${payload.bytes}.${payload.files}`,
    'Bag-Software-Agent: Standfirst',
  ];
  return [
    { path: 'bag-info.txt', contents: info.map((line) => `${line}\n`).join('') },
    { path: 'bagit.txt', contents: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
  ];
};

/** A manifest's text: a line a file, `<sha256>  <path>`, sorted by path, as `sha256sum -c` reads it. */
export const manifest = (hashes: ReadonlyMap<string, string>): string =>
  [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');

/** Reads a manifest back into hashes by path; null where a line has another form or a path climbs out of the bundle. */
export const readManifest = (text: string): ReadonlyMap<string, string> | null => {
  const hashes = new Map<string, string>();
  for (const line of text.split('\n').filter(Boolean)) {
    const match = /^([0-9a-f]{64}) {2}([A-Za-z0-9][A-Za-z0-9._/-]*)$/.exec(line);
    const [, hash, path] = match ?? [];
    if (hash === undefined || path === undefined || path.split('/').includes('..')) return null;
    hashes.set(path, hash);
  }
  return hashes;
};
