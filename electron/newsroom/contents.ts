import { join } from 'node:path';
import type { Fault } from '../../shared/fault';
import type { PublishedRelease, UnreadableRelease } from '../../shared/newsroom/model';
import { mediaOf } from '../../shared/release/media';
import type { MediaName, Release } from '../../shared/release/model';
import { type Result, ok } from '../../shared/result';
import { mediaFile } from '../media/media-folder';
import { readObject } from './history';
import { LOOK_FOLDER, readLook } from './look';
import { publicationLine } from './history-log';
import type { NewsroomContents } from './model';
import { type Presence, idsInTrash, thereOf } from './presence';
import { collectReleases, faultText, inPool, readPeople, readSettings } from './read-all';
import { type SavedRelease, readSaved } from './release-file';

/**
 * Everything the archive needs, read from disk: settings, people, and each release. The text of a published release is
 * the one frozen in its history, hashed again; where it is missing or altered the release is named as unreadable. So are
 * releases that are missing in great number, where it is remembered what was seen.
 */
export const readContents = async (
  newsroom: string,
  presence: Presence | null = null,
): Promise<Result<NewsroomContents, Fault>> => {
  const settings = await readSettings(newsroom);
  if (!settings.ok) return settings;
  const people = await readPeople(newsroom);
  if (!people.ok) return people;
  const all = await collectReleases(newsroom, readSaved);
  const published: PublishedRelease[] = [];
  const unpublished: Release[] = [];
  const unreadable: UnreadableRelease[] = [...all.unreadable];
  const media = new Map<MediaName, string>();
  const frozen = await inPool(all.releases, (filed) => readFrozen(newsroom, filed));
  const chains = await inPool(all.releases, ({ release, path }) =>
    release.publication === null || release.state === 'removed'
      ? Promise.resolve(null)
      : publicationLine(join(newsroom, path), release.publication.version),
  );
  for (const [index, { release, path }] of all.releases.entries()) {
    const text = frozen[index];
    if (!text) unpublished.push(release);
    else if (text.ok) {
      published.push({ current: release, frozen: text.value, chain: chains[index] ?? null });
      for (const file of mediaOf(text.value))
        if (!media.has(file)) media.set(file, mediaFile(join(newsroom, path), file));
    } else unreadable.push({ folder: path, message: `Its published text cannot be used. ${faultText(text.fault)}` });
  }
  if (presence !== null) {
    const seen = all.releases.map(({ release, path }) => ({ id: release.id, folder: path }));
    await presence.look(thereOf(seen, all.unreadable), await idsInTrash(newsroom));
    // Named rather than left out: a bundle made of half a newsroom would take the other half off the web.
    for (const folder of presence.missing().values()) unreadable.push({ folder, message: MISSING });
  }
  const { look } = settings.value;
  if (look?.logo) media.set(look.logo.file, mediaFile(join(newsroom, LOOK_FOLDER), look.logo.file));
  const lookFiles = await readLook(newsroom);
  return ok({
    settings: settings.value,
    people: people.value,
    published,
    unpublished,
    unreadable,
    media,
    ...(lookFiles === null ? {} : { lookFiles }),
  });
};

const MISSING = 'It was here when this computer looked last, and is not there now.';

/** Null for what was never published. The text of a removed release is gone from the history too: only its end is public. */
const readFrozen = async (
  newsroom: string,
  { release, path }: SavedRelease & { readonly path: string },
): Promise<Result<Release, Fault> | null> => {
  if (release.publication === null) return null;
  return release.state === 'removed' ? ok(release) : readObject(join(newsroom, path), release.publication.version);
};
