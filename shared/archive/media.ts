import type { MediaName } from '../release/model';
import type { ArchiveRelease, Site } from './site';

/** Where the pictures of an archive lie, below its root; each is named by its bytes, so no two differ under one name. */
export const MEDIA_FOLDER = 'media/';

/** The pictures of public releases, each once, sorted. The organisation's logo lies beside them. */
export const publicMedia = (releases: readonly ArchiveRelease[]): readonly MediaName[] =>
  [...new Set(releases.flatMap(({ summary }) => summary.media))].sort();

/** The way to a picture for those who read elsewhere: the whole address, or null where the archive has none. */
export const mediaAddress =
  ({ settings: { siteAddress } }: Site) =>
  (file: MediaName): string | null =>
    siteAddress === '' ? null : `${siteAddress}/${MEDIA_FOLDER}${file}`;
