import { join } from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/newsroom/model';
import { placesOf } from '../../shared/release/address';
import { whyNotPublish } from '../../shared/release/states';
import type { Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { writtenForm } from '../../shared/unknown';
import { putMedia } from '../media/media-folder';
import { onDisk } from './disk-fault';
import { newReleaseFolder } from './folders';
import type { Ground } from './ground';
import { versionHash, writeObject, writeObjectText } from './history';
import type { NewsroomStore } from './model';
import { readReleases } from './read-all';
import { writeRelease, writeReleaseText } from './release-file';
import { saveFolder } from './save-file';

type CatalogueActs = Pick<NewsroomStore, 'addPublished' | 'addHandedOver' | 'addressesInUse'>;

/** Taking in what was published before Standfirst, or by another office with it, each at the address it has. */
export const catalogueActs = ({ folder, fs, queue, keeper, presence, onThere }: Ground): CatalogueActs => {
  /**
   * Puts a release that was public elsewhere into its folder: its frozen text with two lines of history, and the release as it
   * is, which knows that text's version.
   */
  const putIn = async (
    place: string,
    { id, text }: { readonly id: ReleaseId; readonly text: string },
    outOf: (version: VersionHash) => Release,
    { who, note }: { readonly who: string; readonly note: string },
  ): Promise<Result<OpenRelease, Fault>> => {
    const version = await writeObjectText(place, text, fs);
    const out = outOf(version);
    await keeper.add(place, id, version, { kind: 'imported', who });
    await keeper.add(place, id, version, { kind: 'published', who, note });
    await writeObject(place, out, fs);
    await writeReleaseText(place, out, fs);
    await writeRelease(place, out, fs);
    await fs.syncFolder(join(place, '..'));
    return ok({ release: out, version: versionHash(out) });
  };
  return {
    addressesInUse: () =>
      onDisk(folder, async () => {
        // Else an address of a release that is not there now would be given away.
        if ((presence?.missing().size ?? 0) > 0)
          return failed(
            fault('refused', 'Many releases are not there, so it cannot be said which addresses are taken.', {
              where: folder,
            }),
          );
        const { releases } = await readReleases(folder);
        return ok(
          new Map(releases.flatMap(({ release }) => placesOf(release).map((key) => [key, release.id] as const))),
        );
      }),

    addPublished: (release, { address, at }, who) =>
      queue.run('publish', () =>
        queue.run(release.id, () =>
          onThere(async (): Promise<Result<OpenRelease, Fault>> => {
            const reasons = whyNotPublish(release);
            if (who.trim() === '') reasons.push('It is not said who takes it in.');
            if (reasons.length > 0) return failed(fault('refused', `It was not taken in. ${reasons.join(' ')}`));
            // Its id is new, so no folder of it is looked for among thousands.
            const place = join(folder, newReleaseFolder(release.id, release.headline, release.dateline.date));
            await saveFolder(place, fs);
            const publication = { by: who, at, address, after: [], change: null };
            const note = `Published before Standfirst, at ${address}`;
            return putIn(
              place,
              { id: release.id, text: writtenForm(release) },
              (version) => ({ ...release, state: 'published', publication: { ...publication, version } }),
              { who, note },
            );
          }),
        ),
      ),

    addHandedOver: ({ release, text, facts, earlier, media }, who) =>
      queue.run('publish', () =>
        queue.run(release.id, () =>
          onThere(async (): Promise<Result<OpenRelease, Fault>> => {
            // Its folder is named by it.
            const { date } = release.dateline;
            if (date === '') return failed(fault('refused', 'It was not taken in. The date is missing.'));
            const place = join(folder, newReleaseFolder(release.id, release.headline, date));
            await saveFolder(place, fs);
            for (const { file, bytes } of media) await putMedia(place, file, bytes, fs);
            for (const each of earlier) {
              const version = await writeObjectText(place, each, fs);
              await keeper.add(place, release.id, version, {
                kind: 'imported',
                who,
                note: 'The wording before a correction',
              });
            }
            const note = `Published by ${facts.publication.by}, at ${facts.publication.address}, and handed over`;
            return putIn(place, { id: release.id, text }, () => ({ ...release, ...facts }), { who, note });
          }),
        ),
      ),
  };
};
