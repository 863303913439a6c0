import type { Block, ImageBlock, MediaName, Release } from './model';

/** The kinds of picture a release may hold, by the end of the file's name, and what a browser calls them. */
export const MEDIA_TYPES = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
} as const;
export type MediaKind = keyof typeof MEDIA_TYPES;

/** A file's name below `media/`, and nothing that could lead elsewhere. */
export const MEDIA_NAME = /^[0-9a-f]{64}\.(?:jpg|png|gif|webp)$/;

/** Whether a text is the name of a file of media. */
export const isMediaName = (text: string): text is MediaName => MEDIA_NAME.test(text);

/** What a browser calls the kind of a file. */
export const mediaType = (name: MediaName): string => MEDIA_TYPES[name.slice(65) as MediaKind];

/** The largest file of a picture that is taken in, in bytes. */
export const MAX_MEDIA = 20 * 1024 * 1024;

/** Whether a block is a picture. */
export const isImage = (block: Block): block is ImageBlock => block.type === 'image';

/** The pictures of a release, in reading order: its body's, then its notes'. */
export const imagesOf = ({ body, notes }: Pick<Release, 'body' | 'notes'>): readonly ImageBlock[] =>
  [...body, ...notes].filter(isImage);

/** The files a release needs, each once, in reading order. */
export const mediaOf = (release: Pick<Release, 'body' | 'notes'>): readonly MediaName[] => [
  ...new Set(imagesOf(release).map(({ file }) => file)),
];
