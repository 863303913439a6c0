import { join } from 'node:path';
import type { Fault } from '../../shared/fault';
import type { PublishedRelease, UnreadableRelease } from '../../shared/newsroom/model';
import type { Release } from '../../shared/release/model';
import { type Result, ok } from '../../shared/result';
import { readObject } from './history';
import type { NewsroomContents } from './model';
import { type FiledRelease, faultText, inPool, readPeople, readReleases, readSettings } from './read-all';

/**
 * Everything the archive needs, read from disk: settings, people, and each release. The text of a published release is
 * the one frozen in its history, hashed again; where it is missing or altered the release is named as unreadable.
 */
export const readContents = async (newsroom: string): Promise<Result<NewsroomContents, Fault>> => {
  const settings = await readSettings(newsroom);
  if (!settings.ok) return settings;
  const people = await readPeople(newsroom);
  if (!people.ok) return people;
  const all = await readReleases(newsroom);
  const published: PublishedRelease[] = [];
  const unpublished: Release[] = [];
  const unreadable: UnreadableRelease[] = [...all.unreadable];
  const frozen = await inPool(all.releases, (filed) => readFrozen(newsroom, filed));
  for (const [index, { release, path }] of all.releases.entries()) {
    const text = frozen[index];
    if (!text) unpublished.push(release);
    else if (text.ok) published.push({ current: release, frozen: text.value });
    else unreadable.push({ folder: path, message: `Its published text cannot be used. ${faultText(text.fault)}` });
  }
  return ok({ settings: settings.value, people: people.value, published, unpublished, unreadable });
};

const readFrozen = async (newsroom: string, filed: FiledRelease): Promise<Result<Release, Fault> | null> =>
  filed.release.publication === null ? null : readObject(join(newsroom, filed.path), filed.release.publication.version);
