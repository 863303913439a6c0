import { releaseId } from '../release/id';
import type { RemarkId } from './model';

/** A new remark's id from 12 random bytes. */
export const remarkId = (random: Uint8Array): RemarkId => releaseId(random).replace(/^r-/, 'm-') as RemarkId;
