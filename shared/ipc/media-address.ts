import type { ImageBlock, MediaName, ReleaseId } from '../release/model';

/** The folder, in addresses of the page, below which the open newsroom's pictures are. */
export const MEDIA_ADDRESS = 'media';

/** Where the page finds a picture of a release, from the page's own address. */
export const mediaAddress = (release: ReleaseId, file: MediaName): string => `/${MEDIA_ADDRESS}/${release}/${file}`;

/** An image of a release as the page shows it where it is only read: where its file is, how large, what is said in its place. */
export const shownImage = (release: ReleaseId, { file, alternative, width, height }: ImageBlock) => ({
  src: mediaAddress(release, file),
  alt: alternative,
  width,
  height,
});
