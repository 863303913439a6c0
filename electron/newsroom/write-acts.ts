import { join } from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/newsroom/model';
import { approvalsBetween } from '../../shared/newsroom/approval-lines';
import { restoredFrom } from '../../shared/newsroom/restore';
import { type Release, type ReleaseId, isEditable } from '../../shared/release/model';
import { mayMove, whyNotPublish } from '../../shared/release/states';
import { type Result, failed, ok } from '../../shared/result';
import { assignAddress } from './addresses';
import { makeWriter } from './amend';
import { carryOn } from '../../shared/unknown';
import { onDisk } from './disk-fault';
import { RELEASE_FILE } from './folders';
import type { Filed, Ground } from './ground';
import { readObject, versionHash, writeObject } from './history';
import { readVersions } from './history-log';
import type { NewsroomStore } from './model';
import { hasLostPublication } from './newest-whole';
import { readReleases } from './read-all';
import { writeReleaseText } from './release-file';

/** While a release is being written, a version is kept at most this often; the last text of all is kept at a pause. */
const AUTOSAVE_EVERY = 30_000;
/** So long without a save is a pause. */
const PAUSE = 5_000;

type WriteActs = Pick<
  NewsroomStore,
  'saveRelease' | 'setState' | 'publish' | 'addOverride' | 'nameDraft' | 'nameVersion' | 'restore'
>;

/** Everything that changes a release, and the versions that say so. */
export const writeActs = (ground: Ground): WriteActs => {
  const { folder, now, fs, presence, queue, lineage, pauses, keeper, onFault } = ground;
  const { findPlace, onRelease, onLiving, keepBefore, keepUnkept } = ground;

  const { write, amend } = makeWriter(ground);

  /** Of releases whose text landed while their history failed: how they stood before. What the history lacks is made up for. */
  const owed = new Map<ReleaseId, Release>();

  const refuseSave = async (
    filed: Filed,
    release: Release,
    who: string,
    code: 'conflict' | 'frozen',
  ): Promise<Result<never, Fault>> => {
    // What stands there is not ours any more, so nothing is owed to it.
    owed.delete(release.id);
    // Theirs first: whoever wrote it may write over it before the two are looked at.
    await keepBefore(filed, who);
    const last = await keeper.last(filed.folder, release.id);
    const object = versionHash(release);
    // A page that tries again with the same words has them in the history already.
    if (last?.kind !== 'conflict' || last.object !== object)
      await keeper.keep(filed.folder, release, { kind: 'conflict', who });
    const why =
      code === 'frozen'
        ? `The release is ${filed.release.state}, so its text is not changed.`
        : 'The release was changed outside this window, and that text was not overwritten.';
    return failed(
      fault(code, `${why} What you wrote is kept in its history: compare the two, and take over what is wanted.`, {
        where: join(filed.folder, RELEASE_FILE),
        detail: object,
      }),
    );
  };

  /** Keeps what was saved when the writer has paused, whatever its file holds by now: something outside may have written it. */
  const keepAtPause = async (release: Release, who: string): Promise<void> => {
    const kept = await onDisk(folder, async () => {
      const place = await findPlace(release.id);
      if (place !== null) await keepUnkept({ folder: place, version: versionHash(release) }, release, who, 'autosave');
      return ok(null);
    });
    if (!kept.ok) onFault(kept.fault);
  };

  /** The versions that a save calls for: one for each approval, else one in 30 s, else one at the next pause. */
  const keepSaved = async (before: Release, place: string, next: Release, who: string): Promise<void> => {
    const { id } = next;
    pauses.callOff(id);
    const approvals = approvalsBetween(before, next);
    for (const change of approvals) await keeper.keep(place, next, { ...change, who });
    if (approvals.length > 0) return;
    const last = await keeper.last(place, id);
    const since = Math.abs(now().getTime() - Date.parse(last?.time ?? '1970-01-01T00:00:00.000Z'));
    if (since >= AUTOSAVE_EVERY) await keeper.keep(place, next, { kind: 'autosave', who });
    else pauses.later(id, Math.max(PAUSE, AUTOSAVE_EVERY - since), () => keepAtPause(next, who));
  };

  const saveRelease: NewsroomStore['saveRelease'] = (release, after, who) =>
    onLiving(release.id, async (filed) => {
      const there = filed.release;
      const { state, publication, overrides, before } = there;
      const theirs = { state, publication, overrides, ...(before === undefined ? {} : { before }) };
      // The page knows nothing of what is unknown in the file: it stays.
      const next: Release = carryOn({ ...release, ...theirs }, there);
      const version = versionHash(next);
      const earlier = owed.get(release.id) ?? there;
      const keepOwed = async (): Promise<void> => {
        await keepSaved(earlier, filed.folder, next, who);
        owed.delete(release.id);
      };
      if (version === filed.version) {
        if (owed.has(release.id)) {
          await writeReleaseText(filed.folder, next, fs);
          await keepOwed();
        }
        return ok(version);
      }
      if (!lineage.leadsTo(after, filed.version)) return refuseSave(filed, next, who, 'conflict');
      if (!isEditable(there)) return refuseSave(filed, next, who, 'frozen');
      await keepBefore(filed, who);
      owed.set(release.id, earlier);
      await write(filed, next, after);
      // The text has landed; should the history fail, the page's next try stands on it.
      lineage.follows(after, version);
      await keepOwed();
      return ok(version);
    });

  const setState: NewsroomStore['setState'] = (id, to, who) =>
    onRelease(id, async (filed) => {
      const from = filed.release.state;
      if (!mayMove(from, to))
        return failed(fault('refused', `A release that is ${from} cannot become ${to}.`, { where: filed.folder }));
      if (from === to) return ok({ release: filed.release, version: filed.version });
      await keepBefore(filed, who);
      const amended = await amend(filed, { state: to });
      const kind = to === 'in review' ? 'review' : to === 'agreed' ? 'agreed' : 'manual';
      await keeper.keep(filed.folder, amended.release, { kind, who });
      return ok(amended);
    });

  /** A release that nobody knows of yet stands elsewhere, for another one is public before it. */
  const giveUp = (id: ReleaseId, address: string, who: string): Promise<Result<OpenRelease, Fault>> =>
    onRelease(id, async (filed) => {
      const { publication } = filed.release;
      if (publication === null) return ok({ release: filed.release, version: filed.version });
      await keepBefore(filed, who);
      const amended = await amend(filed, { publication: { ...publication, address } });
      const note = `A release that is public before it has its address: this one will stand at ${address}`;
      await keeper.keep(filed.folder, amended.release, { kind: 'manual', who, note });
      await writeObject(filed.folder, amended.release, fs);
      return ok(amended);
    });

  const publish: NewsroomStore['publish'] = (id, who) =>
    // One at a time in the whole newsroom, so that two releases never get one address.
    queue.run('publish', () =>
      onRelease(id, async (filed) => {
        const reasons = whyNotPublish(filed.release);
        if (who.trim() === '') reasons.push('It is not said who publishes.');
        if (await hasLostPublication(filed.folder, filed.release))
          reasons.push(
            'Its history says that it was published, and this text does not know of it. Examine the newsroom.',
          );
        if ((presence?.missing().size ?? 0) > 0)
          reasons.push('Many releases are not there, so it cannot be said which addresses are taken.');
        if (reasons.length > 0)
          return failed(fault('refused', `It was not published. ${reasons.join(' ')}`, { where: filed.folder }));
        const { releases } = await readReleases(folder);
        const at = now().toISOString();
        const { address, displaced } = await assignAddress(folder, filed.release, releases, at);
        for (const each of displaced) {
          const moved = await giveUp(each.id, each.address, who);
          if (!moved.ok) return moved;
        }
        const version = await writeObject(filed.folder, filed.release, fs);
        const publication = { by: who, at, version, address, after: [], change: null };
        const amended = await amend(filed, { state: 'published', publication });
        await keeper.keep(filed.folder, filed.release, { kind: 'published', who });
        // No line names it, but with it a damaged release.json is restored as published, at its address.
        await writeObject(filed.folder, amended.release, fs);
        return ok(amended);
      }),
    );

  const addOverride: NewsroomStore['addOverride'] = (id, override) =>
    onLiving(id, async (filed) => {
      await keepBefore(filed, override.by);
      const { release } = await amend(filed, { overrides: [...filed.release.overrides, override] });
      await keeper.keep(filed.folder, release, {
        kind: 'override',
        who: override.by,
        note: `${override.check}: ${override.reason}`,
      });
      return ok(null);
    });

  const nameless = (place: string) => failed(fault('refused', 'A draft needs a name.', { where: place }));
  const nameDraft: NewsroomStore['nameDraft'] = (id, name, who) =>
    onLiving(id, async (filed) =>
      name.trim() === ''
        ? nameless(filed.folder)
        : ok(await keeper.keep(filed.folder, filed.release, { kind: 'draft', who, name })),
    );

  const nameVersion: NewsroomStore['nameVersion'] = (id, object, name, who) =>
    onLiving(id, async (filed) => {
      if (name.trim() === '') return nameless(filed.folder);
      const read = await readObject(filed.folder, object);
      if (!read.ok) return read;
      return ok(await keeper.add(filed.folder, id, object, { kind: 'draft', who, name }));
    });

  const restore: NewsroomStore['restore'] = (id, object, who) =>
    onRelease<OpenRelease>(id, async (filed) => {
      const there = filed.release;
      if (!isEditable(there))
        return failed(
          fault('frozen', `The release is ${there.state}: its text is frozen, and no older one is put in its place.`, {
            where: filed.folder,
          }),
        );
      const line = (await readVersions(filed.folder)).findLast((each) => each.object === object);
      const older = await readObject(filed.folder, object);
      if (!older.ok) return older;
      if (older.value.id !== id || line === undefined)
        return failed(fault('refused', 'That text is not a version of this release.', { where: filed.folder }));
      await pauses.inTurn(id);
      await keepUnkept(filed, there, who, 'manual');
      const release = restoredFrom(there, older.value);
      const version = await write(filed, release, filed.version);
      await keeper.keep(filed.folder, release, { kind: 'restored', who, note: `As it was at ${line.time}` });
      return ok({ release, version });
    });

  return { saveRelease, setState, publish, addOverride, nameDraft, nameVersion, restore };
};
