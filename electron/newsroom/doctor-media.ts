import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import type { MediaName, Release, ReleaseId } from '../../shared/release/model';
import { isMediaName, mediaOf } from '../../shared/release/media';
import { mediaFolder, readMedia } from '../media/media-folder';
import type { DoctorFinding } from './doctor-findings';
import { QUARANTINE } from './folders';
import { namesIn, objectFile, objectsIn, readObject } from './history';
import { readHere } from './placeholder';
import { readRelease } from './release-file';

/** Every picture that a text needs has this in its file. */
const SIGN = '"image"';
/** A picture that was put in and taken out again lies there for a while: undo may want it. In milliseconds. */
const STALE_AFTER = 24 * 60 * 60 * 1_000;

type Needs = {
  /** Each picture by name, with whether the text as it stands now shows it. */
  readonly needed: ReadonlyMap<MediaName, 'now' | 'before'>;
  /** Whether every text could be read: only then is a picture that none shows known to be needed by none. */
  readonly isCertain: boolean;
};

/** The pictures that a release's text and every version of its history need. `folder` is the release's, absolute. */
const mediaNeeds = async (folder: string, id: ReleaseId): Promise<Needs> => {
  const needed = new Map<MediaName, 'now' | 'before'>();
  const need = (release: Release, when: 'now' | 'before'): void => {
    for (const name of mediaOf(release)) if (!needed.has(name)) needed.set(name, when);
  };
  const now = await readRelease(folder, id);
  if (now.ok) need(now.value.release, 'now');
  let isCertain = now.ok;
  for (const hash of await objectsIn(folder)) {
    const bytes = await readHere(objectFile(folder, hash));
    // Most texts show none, and are not parsed.
    if (bytes instanceof Buffer && !bytes.includes(SIGN) && sha256Hex(bytes) === hash) continue;
    const version = await readObject(folder, hash);
    if (version.ok) need(version.value, 'before');
    else isCertain = false;
  }
  return { needed, isCertain };
};

/** What is wrong with a release's pictures: some that are needed and not there or altered, files that nothing needs. */
export const examineMedia = async (
  newsroom: string,
  path: string,
  id: ReleaseId,
  at: Date,
): Promise<readonly DoctorFinding[]> => {
  const folder = join(newsroom, path);
  const there = (await namesIn(mediaFolder(folder))).filter((name) => !name.startsWith('.'));
  const { needed, isCertain } = await mediaNeeds(folder, id);
  const findings: DoctorFinding[] = [];
  for (const [name, when] of needed) {
    const read = await readMedia(folder, name);
    if (read.ok) continue;
    const of = when === 'now' ? 'the text' : 'an earlier version';
    const where = `${path}/media/${name}`;
    if (read.fault.code === 'not-downloaded')
      findings.push({ code: 'not-downloaded', where, message: read.fault.message });
    else if (read.fault.code === 'not-found')
      findings.push({ code: 'media-missing', where, message: `A picture of ${of} is not there.` });
    else
      findings.push({
        code: 'media-altered',
        where,
        message: `A picture of ${of} was altered: it is not the one that was kept.`,
      });
  }
  if (isCertain)
    for (const name of there) {
      if ((isMediaName(name) && needed.has(name)) || name === QUARANTINE) continue;
      const { mtime } = await stat(join(mediaFolder(folder), name));
      if (at.getTime() - mtime.getTime() < STALE_AFTER) continue;
      const where = `${path}/media/${name}`;
      findings.push({ code: 'media-orphan', where, message: 'No text of the release shows this file.' });
    }
  return findings;
};
