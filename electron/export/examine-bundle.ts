import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PAYLOAD } from '../../shared/archive/bag';
import { DATA, MADE_BY } from '../../shared/archive/bundle-data';
import { type Fault, fault } from '../../shared/fault';
import { lineHash } from '../../shared/newsroom/chain';
import { releaseIdSchema, versionHashSchema } from '../../shared/release/parse';
import { type Result, failed, ok } from '../../shared/result';
import { diskFault } from '../newsroom/disk-fault';
import { findReleaseFolders } from '../newsroom/folders';
import { readObject } from '../newsroom/history';
import { readLogs } from '../newsroom/history-log';

/** How a newsroom is not what a bundle says it was; `where` is a path below the newsroom, or the id of a release that is gone. */
export type BundleFinding = {
  readonly code: 'exported-gone' | 'exported-text' | 'exported-history';
  readonly where: string;
  readonly message: string;
};

const schema = z.object({
  madeBy: z.literal(MADE_BY),
  releases: z.array(
    z.object({ id: releaseIdSchema, headline: z.string(), version: versionHashSchema, chain: z.string().nullable() }),
  ),
});

/**
 * Holds a newsroom against a bundle that was exported from it: each text that was handed over is in the history, byte for
 * byte, and the line that recorded its publication is in a log, so that everything before it is as it was then.
 */
export const examineBundle = async (
  bundle: string,
  newsroom: string,
): Promise<Result<readonly BundleFinding[], Fault>> => {
  const where = join(bundle, PAYLOAD, DATA);
  let text: string;
  try {
    text = await readFile(where, 'utf8');
  } catch (error) {
    return failed(diskFault(error, where));
  }
  const parsed = schema.safeParse(readJson(text));
  if (!parsed.success)
    return failed(fault('invalid', 'This is not a bundle of Standfirst, or one of an earlier form.', { where }));
  const folders = new Map((await findReleaseFolders(newsroom)).map(({ id, path }) => [id, path]));
  const findings: BundleFinding[] = [];
  for (const { id, headline, version, chain } of parsed.data.releases) {
    const path = folders.get(id);
    if (path === undefined) {
      findings.push({ code: 'exported-gone', where: id, message: `“${headline}” was exported and is not there.` });
      continue;
    }
    const object = await readObject(join(newsroom, path), version);
    if (!object.ok)
      findings.push({
        code: 'exported-text',
        where: path,
        message: `The text that was exported is not in its history as it was: ${object.fault.message}`,
      });
    if (chain !== null && !(await holds(join(newsroom, path), chain)))
      findings.push({
        code: 'exported-history',
        where: path,
        message:
          'Its history was rewritten: the line that recorded the publication, as the bundle has it, is in no log.',
      });
  }
  return ok(findings);
};

const holds = async (folder: string, chain: string): Promise<boolean> =>
  (await readLogs(folder)).some(({ texts }) => texts.some((text) => lineHash(text) === chain));

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
