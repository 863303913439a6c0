import type { MediaName, ReleaseId } from '../release/model';

/** The folder, in addresses of the page, below which the open newsroom's pictures are. */
export const MEDIA_ADDRESS = 'media';

/** Where the page finds a picture of a release, from the page's own address. */
export const mediaAddress = (release: ReleaseId, file: MediaName): string => `/${MEDIA_ADDRESS}/${release}/${file}`;
