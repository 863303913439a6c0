import type { ImageBlock } from '../../../shared/release/model';

/** What an image says besides its caption. */
export type Picture = Omit<ImageBlock, 'type' | 'runs'>;
