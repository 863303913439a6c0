import { join, relative, sep } from 'node:path';
import { fault } from '../../shared/fault';
import type { ReleaseId } from '../../shared/release/model';
import { failed, ok } from '../../shared/result';
import type { Place } from './chain';
import { onDisk } from './disk-fault';
import { type FoundFolder, findReleaseFolders } from './folders';
import type { Filed, Ground } from './ground';
import type { NewsroomStore } from './model';
import { QUIETLY, inPool } from './read-all';
import { readRelease } from './release-file';
import { thinHistory } from './thin-history';
import { findTrashed, listTrash, moveOutOfTrash, moveToTrash } from './trash';

type CareActs = Pick<
  NewsroomStore,
  'trash' | 'moveToTrash' | 'putBack' | 'thin' | 'checkHistory' | 'acceptHistory' | 'acceptMissing' | 'settled'
>;

/** What is done with releases as wholes, and what keeps their histories in order. */
export const careActs = (ground: Ground): CareActs => {
  const { folder, device, now, fs, queue, pauses, keeper, chains, presence, onRelease, findFolder, forget } = ground;
  const missing = (): Iterable<ReleaseId> => presence?.missing().keys() ?? [];

  const discard: NewsroomStore['moveToTrash'] = (id, who) =>
    onRelease(id, async (filed) => {
      if (filed.release.publication !== null)
        return failed(
          fault(
            'refused',
            'A release that was published keeps its place and its address: it is not moved to the trash.',
            {
              where: filed.folder,
            },
          ),
        );
      await pauses.inTurn(id);
      const path = relative(folder, filed.folder).split(sep).join('/');
      await keeper.keep(filed.folder, filed.release, { kind: 'trashed', who });
      const moved = await moveToTrash(folder, path, { id, at: now().toISOString(), who }, fs);
      forget(id);
      return moved;
    });

  const putBack: NewsroomStore['putBack'] = (id, who) =>
    queue.run(id, () =>
      onDisk<null>(folder, async () => {
        forget(id);
        const there = await findFolder(id);
        if (there !== null)
          return failed(
            fault('refused', 'A release with this id is in the newsroom. Nothing was moved.', { where: there }),
          );
        const found = (await findTrashed(folder)).find((each) => each.id === id);
        if (found === undefined)
          return failed(fault('not-found', 'There is no such release in the trash.', { where: folder, detail: id }));
        const moved = await moveOutOfTrash(folder, found, fs);
        if (!moved.ok) return moved;
        const place = join(folder, moved.value);
        const read = await readRelease(place, id);
        // One that cannot be read lies in its place again all the same, where it is named and doctor can mend it.
        if (read.ok) await keeper.keep(place, read.value.release, { kind: 'put-back', who });
        return ok(null);
      }),
    );

  const thinOne = async (filed: Filed): Promise<number> => {
    const { release, version, folder: place } = filed;
    const needed = new Set([version, ...(release.publication === null ? [] : [release.publication.version])]);
    const { objects, appended } = await thinHistory(place, { device, now: now(), needed, fs });
    if (appended !== null) await keeper.remember(place, release.id, appended.texts);
    return objects.length;
  };

  const thin: NewsroomStore['thin'] = () =>
    onDisk(folder, async () => {
      const ids = placesOf(await findReleaseFolders(folder)).map(({ id }) => id);
      const done = await inPool(ids, (id) => onRelease(id, async (filed) => ok(await thinOne(filed))), QUIETLY);
      const wrong = done.find((each) => !each.ok && each.fault.code === 'disk');
      if (wrong?.ok === false) return wrong;
      return ok({ objects: done.reduce((sum, each) => sum + (each.ok ? each.value : 0), 0) });
    });

  const places = async (): Promise<readonly Place[]> =>
    placesOf([...(await findReleaseFolders(folder)), ...(await findTrashed(folder))]);

  return {
    trash: () => onDisk(folder, async () => ok(await listTrash(folder))),
    moveToTrash: discard,
    putBack,
    thin,
    checkHistory: () =>
      onDisk(folder, async () => {
        if (chains === null) return ok([]);
        const all = await places();
        const found = await inPool(all, (place) => queue.run(place.id, () => chains.compare(place, true)), QUIETLY);
        // What many missing releases are about is asked once, and not as a change of each of their histories.
        return ok([...found.flat(), ...(await chains.gone(new Set([...all.map(({ id }) => id), ...missing()])))]);
      }),
    acceptHistory: () =>
      onDisk<null>(folder, async () => {
        await chains?.accept(await places(), new Set(missing()));
        return ok(null);
      }),
    acceptMissing: (who) =>
      onDisk<null>(folder, async () => {
        const all = new Set((await places()).map(({ id }) => id));
        await chains?.forget(new Set([...missing()].filter((id) => !all.has(id))));
        await presence?.accept(who);
        return ok(null);
      }),
    settled: async () => {
      await pauses.now();
      await queue.settled();
    },
  };
};

/** Folders with an id, each id once: the first, as everywhere. */
const placesOf = (found: readonly FoundFolder[]): readonly Place[] => {
  const places = new Map<string, Place>();
  for (const { id, path } of found) if (id !== null && !places.has(id)) places.set(id, { id, path });
  return [...places.values()];
};
