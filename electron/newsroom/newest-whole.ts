import type { VersionKind, VersionLine } from '../../shared/newsroom/model';
import type { Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { objectsIn, readObject } from './history';
import { PUBLISHING, readVersions } from './history-log';

/** A text of a history, and when it was as it is. */
export type Whole = { readonly release: Release; readonly time: string };

const ENDING: ReadonlySet<VersionKind> = new Set<VersionKind>(['withdrawn', 'replaced']);

/**
 * The newest whole text of a history, to stand in the place of a damaged file; null where there is none. Once a release is
 * published, only a text with the publication as it was last will do: an older one would unfreeze it, take a correction
 * back, or put on the web again what was withdrawn.
 */
export const newestWhole = async (folder: string, id: ReleaseId): Promise<Whole | null> => {
  const versions = [...(await readVersions(folder))].reverse();
  const at = versions.findIndex(({ kind }) => PUBLISHING.has(kind));
  const last = versions[at];
  const isFit =
    last === undefined
      ? () => true
      : fits(
          last.object,
          versions.slice(0, at).some(({ kind }) => ENDING.has(kind)),
        );
  for (const { object, time } of last === undefined ? versions : versions.slice(0, at)) {
    const read = await readObject(folder, object);
    if (read.ok && read.value.id === id && isFit(read.value)) return { release: read.value, time };
  }
  return last === undefined ? null : asPublished(folder, id, last, isFit);
};

/** Whether a text carries the publication that froze this version last; after an end, whether it says so. */
const fits =
  (frozen: VersionHash, hasEnded: boolean) =>
  ({ publication, state }: Release): boolean =>
    publication?.version === frozen && (!hasEnded || state === 'withdrawn' || state === 'replaced');

/** The release as it stood right after a publication: no line names it. */
const asPublished = async (
  folder: string,
  id: ReleaseId,
  { time }: VersionLine,
  isFit: (release: Release) => boolean,
): Promise<Whole | null> => {
  let found: Release | null = null;
  for (const hash of await objectsIn(folder)) {
    const read = await readObject(folder, hash);
    if (!read.ok || read.value.id !== id || !isFit(read.value)) continue;
    // What was written with an open change is no more than a beginning of the next.
    if (found === null || read.value.publication?.change === null) found = read.value;
  }
  return found === null ? null : { release: found, time };
};

/**
 * Whether a history says that a release was published, and the release does not: another program has put an older text
 * in its place. A release that was removed says so itself.
 */
export const hasLostPublication = async (folder: string, release: Release): Promise<boolean> =>
  release.publication === null && (await readVersions(folder)).some(({ kind }) => PUBLISHING.has(kind));
