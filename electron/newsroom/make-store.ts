import { join } from 'node:path';
import { canonicalJson } from '../../shared/canonical';
import { type Fault, fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/ipc/contract';
import type { Newsroom, ReleaseSummary, VersionKind, VersionLine } from '../../shared/newsroom/model';
import type { People, Person } from '../../shared/people/model';
import { newAddress } from '../../shared/release/address';
import { type Release, type ReleaseId, type VersionHash, isEditable } from '../../shared/release/model';
import { mayMove, whyNotPublish } from '../../shared/release/states';
import { type Result, failed, ok } from '../../shared/result';
import { readContents } from './contents';
import { onDisk } from './disk-fault';
import type { FileSystem } from './file-system';
import { PEOPLE_FILE, RELEASE_FILE, findReleaseFolders, newReleaseFolder } from './folders';
import { appendLine, readObject, readVersions, versionHash, writeObject } from './history';
import { makeLineage } from './lineage';
import type { NewsroomStore } from './model';
import { makeQueue } from './queue';
import { collectReleases, readPeople, readReleases, readSettings } from './read-all';
import { type ReadRelease, readRelease, writeRelease, writeReleaseText } from './release-file';
import { saveFile, saveFolder } from './save-file';
import type { RowIndex } from './row-index';

/** While a release is being written, a version is kept at most this often. */
const AUTOSAVE_EVERY = 30_000;

type StoreParts = {
  readonly folder: string;
  readonly device: string;
  readonly now: () => Date;
  readonly fs: FileSystem;
  readonly rows: RowIndex;
  /** Hears of rows whose quotes were counted after the list was given. */
  readonly onRows: ((rows: readonly ReleaseSummary[]) => void) | null;
};

type Filed = ReadRelease & { readonly folder: string };

/** An open newsroom: see `NewsroomStore`. Nothing is held but where releases lie and
 * rows of the list that are still true; every answer is read from disk. */
export const makeStore = ({ folder, device, now, fs, rows, onRows }: StoreParts): Result<NewsroomStore, Fault> => {
  const queue = makeQueue();
  const lineage = makeLineage();
  const paths = new Map<ReleaseId, string>();
  const lastVersionAt = new Map<ReleaseId, number>();

  const findFolder = async (id: ReleaseId): Promise<string | null> => {
    const known = paths.get(id);
    if (known !== undefined) return join(folder, known);
    for (const found of await findReleaseFolders(folder))
      if (found.id !== null && !paths.has(found.id)) paths.set(found.id, found.path);
    const path = paths.get(id);
    return path === undefined ? null : join(folder, path);
  };

  const read = async (id: ReleaseId): Promise<Result<Filed, Fault>> => {
    const place = await findFolder(id);
    if (place === null)
      return failed(fault('not-found', 'There is no such release in this newsroom.', { where: folder, detail: id }));
    const found = await readRelease(place, id);
    if (found.ok) return ok({ ...found.value, folder: place });
    if (found.fault.code !== 'not-found') return found;
    // Moved or removed since it was found: looked for once more.
    paths.delete(id);
    const moved = await findFolder(id);
    if (moved === null || moved === place) return found;
    const again = await readRelease(moved, id);
    return again.ok ? ok({ ...again.value, folder: moved }) : again;
  };

  /** Runs work on one release in its turn, with the release as it stands on disk. */
  const onRelease = <Value>(
    id: ReleaseId,
    work: (filed: Filed) => Promise<Result<Value, Fault>>,
  ): Promise<Result<Value, Fault>> =>
    queue.run(id, () =>
      onDisk(folder, async () => {
        const filed = await read(id);
        return filed.ok ? work(filed.value) : filed;
      }),
    );

  const keepVersion = async (
    place: string,
    release: Release,
    line: { readonly kind: VersionKind; readonly who: string; readonly name?: string },
  ): Promise<VersionLine> => {
    const object = await writeObject(place, release, fs);
    const time = now();
    const written = await appendLine(place, device, { ...line, time: time.toISOString(), object }, fs);
    lastVersionAt.set(release.id, time.getTime());
    return written;
  };

  /**
   * Writes a release over what stands on disk. From before the first byte the new text counts as ours: when the write
   * reports an error after its rename, or the plain text beside it fails, the page's next try is not a conflict.
   */
  const write = async (filed: Filed, release: Release, standsOn: VersionHash): Promise<VersionHash> => {
    const version = versionHash(release);
    let landed = false;
    try {
      await writeRelease(filed.folder, release, fs);
      await writeReleaseText(filed.folder, release, fs);
      landed = true;
    } finally {
      rows.changed(filed.folder);
      if (!landed) lineage.follows(standsOn, version);
    }
    return version;
  };

  /** A history that holds nothing yet gets the text from before the first edit. */
  const keepFirst = async (filed: Filed, who: string): Promise<void> => {
    if (lastVersionAt.has(filed.release.id)) return;
    const last = (await readVersions(filed.folder)).at(-1);
    if (last) lastVersionAt.set(filed.release.id, Date.parse(last.time));
    else await keepVersion(filed.folder, filed.release, { kind: 'imported', who });
  };

  const refuseSave = async (
    filed: Filed,
    release: Release,
    who: string,
    code: 'conflict' | 'frozen',
  ): Promise<Result<never, Fault>> => {
    const kept = await keepVersion(filed.folder, release, { kind: 'autosave', who });
    const why =
      code === 'frozen'
        ? `The release is ${filed.release.state}, so its text is not changed.`
        : 'The release was changed outside this window, and that text was not overwritten.';
    return failed(
      fault(code, `${why} What you wrote is kept in its history: compare the two, and take over what is wanted.`, {
        where: join(filed.folder, RELEASE_FILE),
        detail: kept.object,
      }),
    );
  };

  const saveRelease: NewsroomStore['saveRelease'] = (release, after, who) =>
    onRelease(release.id, async (filed) => {
      const there = filed.release;
      const next: Release = {
        ...release,
        state: there.state,
        publication: there.publication,
        overrides: there.overrides,
      };
      const version = versionHash(next);
      if (version === filed.version) return ok(version);
      if (!lineage.leadsTo(after, filed.version)) return refuseSave(filed, next, who, 'conflict');
      if (!isEditable(there)) return refuseSave(filed, next, who, 'frozen');
      await keepFirst(filed, who);
      await write(filed, next, after);
      const since = Math.abs(now().getTime() - (lastVersionAt.get(release.id) ?? 0));
      if (since >= AUTOSAVE_EVERY) {
        // The text has landed; should the history fail, the page's next try stands on it.
        lineage.follows(after, version);
        await keepVersion(filed.folder, next, { kind: 'autosave', who });
      }
      return ok(version);
    });

  /** Changes what belongs to the store, not to the page: state, publication, overrides. */
  const amend = async (filed: Filed, change: Partial<Release>): Promise<OpenRelease> => {
    const release: Release = { ...filed.release, ...change };
    const version = await write(filed, release, filed.version);
    lineage.follows(filed.version, version);
    return { release, version };
  };

  const setState: NewsroomStore['setState'] = (id, to, who) =>
    onRelease(id, async (filed) => {
      const from = filed.release.state;
      if (!mayMove(from, to))
        return failed(fault('refused', `A release that is ${from} cannot become ${to}.`, { where: filed.folder }));
      if (from === to) return ok({ release: filed.release, version: filed.version });
      await keepFirst(filed, who);
      const amended = await amend(filed, { state: to });
      const kind = to === 'in review' ? 'review' : to === 'agreed' ? 'agreed' : 'manual';
      await keepVersion(filed.folder, amended.release, { kind, who });
      return ok(amended);
    });

  const publish: NewsroomStore['publish'] = (id, who) =>
    // One at a time in the whole newsroom, so that two releases never get one address.
    queue.run('publish', () =>
      onRelease(id, async (filed) => {
        const reasons = whyNotPublish(filed.release);
        if (who.trim() === '') reasons.push('It is not said who publishes.');
        if (reasons.length > 0)
          return failed(fault('refused', `It was not published. ${reasons.join(' ')}`, { where: filed.folder }));
        const { releases } = await readReleases(folder);
        const taken = new Set(releases.map((each) => each.release.publication?.address ?? ''));
        const address = newAddress(filed.release, taken);
        const version = await writeObject(filed.folder, filed.release, fs);
        const publication = { by: who, at: now().toISOString(), version, address };
        const amended = await amend(filed, { state: 'published', publication });
        await keepVersion(filed.folder, filed.release, { kind: 'published', who });
        // No line names it, but with it a damaged release.json is restored as published, at its address.
        await writeObject(filed.folder, amended.release, fs);
        return ok(amended);
      }),
    );

  const addRelease: NewsroomStore['addRelease'] = (release, kind, who) =>
    queue.run(release.id, () =>
      onDisk<OpenRelease>(folder, async () => {
        // A folder without its release.json is left from an interrupted attempt: it is used again.
        const there = await read(release.id);
        if (there.ok || there.fault.code !== 'not-found')
          return failed(fault('refused', 'A release with this id is in the newsroom already.', { detail: release.id }));
        const created = newReleaseFolder(release.id, release.headline, now().toISOString().slice(0, 10));
        const place = (await findFolder(release.id)) ?? join(folder, created);
        await saveFolder(place, fs);
        await keepVersion(place, release, { kind, who });
        await writeReleaseText(place, release, fs);
        await writeRelease(place, release, fs);
        await fs.syncFolder(join(place, '..'));
        return ok({ release, version: versionHash(release) });
      }),
    );

  const savePerson: NewsroomStore['savePerson'] = (person: Person) =>
    queue.run(PEOPLE_FILE, () =>
      onDisk<People>(folder, async () => {
        const before = await readPeople(folder);
        if (!before.ok) return before;
        const known = before.value.people.some((each) => each.id === person.id);
        const people = known
          ? before.value.people.map((each) => (each.id === person.id ? person : each))
          : [...before.value.people, person];
        await saveFile(join(folder, PEOPLE_FILE), canonicalJson({ ...before.value, people }), fs);
        return ok({ ...before.value, people });
      }),
    );

  const readNewsroom: NewsroomStore['read'] = () =>
    onDisk<Newsroom>(folder, async () => {
      const settings = await readSettings(folder);
      if (!settings.ok) return settings;
      const people = await readPeople(folder);
      if (!people.ok) return people;
      const readSummary = await rows.reader(people.value.people, settings.value.approvals);
      const { releases, unreadable } = await collectReleases(folder, readSummary);
      rows.only(new Set(releases.map(({ path }) => join(folder, path))));
      if (onRows !== null) void rows.goOn(onRows);
      const summaries = releases.map((each) => each.summary);
      return ok({ folder, settings: settings.value, people: people.value, releases: summaries, unreadable });
    });

  return ok({
    folder,
    read: readNewsroom,
    find: (words) => onDisk(folder, async () => ok(await rows.find(words))),
    contents: () => onDisk(folder, () => readContents(folder)),
    savePerson,
    addRelease,
    openRelease: (id) => onRelease(id, async ({ release, version }) => ok({ release, version })),
    saveRelease,
    setState,
    publish,
    addOverride: (id, override) =>
      onRelease(id, async (filed) => {
        await amend(filed, { overrides: [...filed.release.overrides, override] });
        return ok(null);
      }),
    nameDraft: (id, name, who) =>
      onRelease(id, async (filed) => {
        if (name.trim() === '') return failed(fault('refused', 'A draft needs a name.', { where: filed.folder }));
        return ok(await keepVersion(filed.folder, filed.release, { kind: 'draft', who, name }));
      }),
    keepText: (release, line) =>
      onRelease(release.id, async (filed) => ok(await keepVersion(filed.folder, release, line))),
    keepSaved: (id, who) =>
      onRelease(id, async (filed) => {
        const last = (await readVersions(filed.folder)).at(-1);
        if (last?.object !== filed.version) await keepVersion(filed.folder, filed.release, { kind: 'manual', who });
        return ok(null);
      }),
    versions: (id) => onRelease(id, async (filed) => ok(await readVersions(filed.folder))),
    version: (id, object) => onRelease(id, (filed) => readObject(filed.folder, object)),
    settled: async () => {
      await rows.pause();
      await queue.settled();
    },
  });
};
