import { join } from 'node:path';
import type { Fault } from '../../shared/fault';
import { fault } from '../../shared/fault';
import { type Review, emptyReview } from '../../shared/review/model';
import { REVIEW_FILE, parseReview } from '../../shared/review/parse';
import type { ReleaseId } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { writtenForm } from '../../shared/unknown';
import type { FileSystem } from './file-system';
import { awayFault, readHere } from './placeholder';
import { saveFile } from './save-file';
import { parseWhole } from './whole-text';

/** What was said of a release, and the bytes of its file: null where there is none yet. */
export type FiledReview = { readonly review: Review; readonly bytes: Uint8Array | null };

/** Reads `review.json` of a release's folder (absolute). Faults: `unreadable`, `invalid`, `newer-format`, `not-downloaded`. */
export const readReview = async (folder: string, id: ReleaseId): Promise<Result<FiledReview, Fault>> => {
  const where = join(folder, REVIEW_FILE);
  const bytes = await readHere(where);
  if (bytes === 'away') return failed(awayFault(where));
  if (bytes === null) return ok({ review: emptyReview(id), bytes: null });
  const parsed = parseWhole(bytes, where, parseReview);
  if (!parsed.ok) return parsed;
  if (parsed.value.release !== id)
    return failed(fault('invalid', `The remarks in ${REVIEW_FILE} are of another release.`, { where }));
  return ok({ review: parsed.value, bytes });
};

/** Writes it, in place of the bytes that were read: `ChangedMeanwhile` where others stand there by now. */
export const writeReview = (
  folder: string,
  review: Review,
  instead: Uint8Array | null,
  fs: FileSystem,
): Promise<void> => saveFile(join(folder, REVIEW_FILE), writtenForm(review), fs, instead);
