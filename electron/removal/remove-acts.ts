import { relative, sep } from 'node:path';
import { fault } from '../../shared/fault';
import { mayRemove, removedRelease } from '../../shared/removal/tombstone';
import { repeatsWordsOf, stretchesOf } from '../../shared/removal/texts';
import { type Result, failed, ok } from '../../shared/result';
import { laterEmbargo } from '../../shared/release/embargo';
import type { Publication, Release } from '../../shared/release/model';
import type { Fault } from '../../shared/fault';
import { onDisk } from '../newsroom/disk-fault';
import type { Filed, Ground } from '../newsroom/ground';
import { readObject, writeObject } from '../newsroom/history';
import type { NewsroomStore } from '../newsroom/model';
import { writeRelease, writeReleaseText } from '../newsroom/release-file';
import { eraseLogs, eraseOtherFolders, eraseRest, hasComeBack, renameRemoved, textsInNewsroom } from './erase-folder';
import { type Intention, deleteIntention, intentionsIn, readIntention, writeIntention } from './intention';
import { marksOf } from './marks';

type RemoveActs = Pick<NewsroomStore, 'remove' | 'pathOf' | 'endRemoval' | 'unfinishedRemovals'>;

/** Erasing a release in the newsroom: first the intention, last the name of its folder. */
export const removeActs = (ground: Ground): RemoveActs => {
  const {
    folder,
    device,
    now,
    fs,
    rows,
    register,
    presence,
    known: texts,
    pauses,
    queue,
    lineage,
    chains,
    onRelease,
    findPlace,
    forget,
  } = ground;
  const below = (place: string): string => relative(folder, place).split(sep).join('/');

  const intend = async (
    { release, folder: own, version }: Filed,
    { by, reason }: { readonly by: string; readonly reason: string },
  ): Promise<Result<Intention, Fault>> => {
    const refuse = (message: string) => failed(fault('refused', message, { where: own }));
    if (release.state === 'removed') return refuse('The release was removed already.');
    if (!mayRemove(release))
      return refuse('Only a release that was published is removed. This one can go to the trash.');
    if (by.trim() === '') return refuse('Say who you are first: a removal carries a name.');
    if (reason.trim() === '') return refuse('A removal needs a reason.');
    if (repeatsWordsOf(release, `${reason} – ${by}`))
      return refuse('The reason repeats words of the release, and it is kept. Say it in other words.');
    return ok(await intended({ release, folder: own, version }, { by, reason, at: now().toISOString() }));
  };

  const intended = async (
    { release: { id }, folder: own, version }: Pick<Filed, 'release' | 'folder' | 'version'>,
    act: Pick<Intention, 'by' | 'reason' | 'at'>,
  ): Promise<Intention> => {
    const stretches = new Set<string>();
    for (const text of await textsInNewsroom(folder, id, own))
      for (const each of stretchesOf(text)) stretches.add(each);
    const intention = { id, ...act, last: version, marks: marksOf(stretches) };
    await writeIntention(folder, intention, fs);
    return intention;
  };

  /** A removal is gone on with where something of the release came back from another computer; null where nothing did. */
  const cameBack = async (filed: Filed): Promise<Intention | null> => {
    const { release, folder: own, version } = filed;
    const act = release.publication?.after.findLast((each) => each.kind === 'removed');
    if (release.state !== 'removed' || act === undefined) return null;
    const { by, reason, at } = act;
    return (await hasComeBack(folder, release.id, own, version)) ? intended(filed, { by, reason, at }) : null;
  };

  const remove: NewsroomStore['remove'] = (id, asked) =>
    onRelease(id, async (filed) => {
      const begun = await readIntention(folder, id);
      // A note that is damaged is written anew where somebody asks again.
      if (!begun.ok && asked === null) return begun;
      const known = (begun.ok ? begun.value : null) ?? (await cameBack(filed));
      if (known === null && asked === null)
        return failed(fault('not-found', 'No removal was begun.', { where: folder }));
      const begins = known === null && asked !== null ? await intend(filed, asked) : ok(known);
      if (!begins.ok) return begins;
      const intention = begins.value;
      const { publication } = filed.release;
      if (intention === null || publication === null)
        return failed(fault('refused', 'The release was not published.', { where: filed.folder }));
      pauses.callOff(id);
      texts.delete(id);
      await eraseOtherFolders(folder, id, filed.folder, fs);
      await eraseLogs(filed.folder, device, intention, fs);
      const isDone = filed.release.state === 'removed';
      const release = isDone ? filed.release : removedRelease(await held(filed, publication), publication, intention);
      if (!isDone) await writeRelease(filed.folder, release, fs, filed.bytes);
      await writeReleaseText(filed.folder, release, fs);
      const version = await writeObject(filed.folder, release, fs);
      lineage.follows(filed.version, version);
      await eraseRest(filed.folder, version, fs);
      const place = await renameRemoved(filed.folder, id, fs);
      rows.erase(filed.folder);
      register.erase(below(filed.folder));
      forget(id);
      const path = below(place);
      await presence?.moved(id, path);
      await chains?.compare({ id, path }, true);
      return ok({ release, version, path, marks: intention.marks });
    });

  /** A release with the later of its embargoes: of its working text, and of the public one. */
  const held = async ({ folder: place, release }: Filed, { version }: Publication): Promise<Release> => {
    const frozen = await readObject(place, version);
    return frozen.ok ? { ...release, embargo: laterEmbargo(release.embargo, frozen.value.embargo) } : release;
  };

  return {
    remove,
    pathOf: async (id) => {
      const found = await onDisk<string | null>(folder, async () => ok(await findPlace(id)));
      return found.ok && found.value !== null ? below(found.value) : null;
    },
    endRemoval: (id) =>
      queue.run(id, () =>
        onDisk<null>(folder, async () => {
          await deleteIntention(folder, id, fs);
          return ok(null);
        }),
      ),
    unfinishedRemovals: () => onDisk(folder, async () => ok(await intentionsIn(folder))),
  };
};
