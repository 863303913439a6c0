import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical';
import { type Fault, fault } from '../../shared/fault';
import type { ReleaseId } from '../../shared/release/model';
import { releaseIdSchema, versionHashSchema } from '../../shared/release/parse';
import { type Result, failed, ok } from '../../shared/result';
import type { FileSystem } from '../newsroom/file-system';
import { namesIn, readIfThere } from '../newsroom/history';
import { isTemporaryName, saveFile, saveFolder } from '../newsroom/save-file';
import { marksSchema } from './marks';

/* `removals/<id>.json` in a newsroom says that a release is being removed: written before anything is erased, deleted when all
   is. Whoever enters the newsroom in between goes on with it. It holds no word of the release. */

const FOLDER = 'removals';

const intentionSchema = z.strictObject({
  format: z.literal(1),
  id: releaseIdSchema,
  by: z.string().min(1),
  at: z.iso.datetime({ precision: 3 }),
  reason: z.string().min(1),
  /** The hash of the last text. */
  last: versionHashSchema,
  marks: marksSchema,
});
export type Intention = Readonly<Omit<z.infer<typeof intentionSchema>, 'format'>>;

const fileOf = (newsroom: string, id: ReleaseId): string => join(newsroom, FOLDER, `${id}.json`);

/** Reads an intention; null where there is none. Fault: `unreadable`. */
export const readIntention = async (newsroom: string, id: ReleaseId): Promise<Result<Intention | null, Fault>> => {
  const where = fileOf(newsroom, id);
  const bytes = await readIfThere(where);
  if (bytes === null) return ok(null);
  const damaged = fault('unreadable', 'A removal was begun, and the note of it is damaged. Remove the release again.', {
    where,
  });
  try {
    const parsed = intentionSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    if (!parsed.success || parsed.data.id !== id) return failed(damaged);
    const { format: _, ...intention } = parsed.data;
    return ok(intention);
  } catch (error) {
    if (error instanceof SyntaxError) return failed(damaged);
    throw error;
  }
};

export const writeIntention = async (newsroom: string, intention: Intention, fs: FileSystem): Promise<void> => {
  await saveFolder(join(newsroom, FOLDER), fs);
  await saveFile(fileOf(newsroom, intention.id), canonicalJson({ format: 1, ...intention }), fs);
};

/** Deletes an intention, and the folder where it was the last one. */
export const deleteIntention = async (newsroom: string, id: ReleaseId, fs: FileSystem): Promise<void> => {
  const folder = join(newsroom, FOLDER);
  if ((await readIfThere(fileOf(newsroom, id))) !== null) {
    await fs.remove(fileOf(newsroom, id));
    await fs.syncFolder(folder);
  }
  // What a kill left of a save holds no word either, and is of no use any more.
  if ((await namesIn(folder)).every(isTemporaryName)) await fs.removeTree(folder);
};

/** The releases whose removal was begun and has not ended. */
export const intentionsIn = async (newsroom: string): Promise<readonly ReleaseId[]> =>
  (await namesIn(join(newsroom, FOLDER))).flatMap((name) => {
    const id = releaseIdSchema.safeParse(name.replace(/\.json$/, ''));
    return name.endsWith('.json') && id.success ? [id.data] : [];
  });
