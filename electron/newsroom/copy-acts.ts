import { basename, join } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import { type Fault, fault } from '../../shared/fault';
import type { ConflictCopy, Mended } from '../../shared/newsroom/model';
import { isVersion } from '../../shared/newsroom/thin';
import type { ReleaseId } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { zoneHere } from '../../shared/zone';
import { type FoundCopy, copiesAtTop, copiesIn } from './copies';
import { onDisk } from './disk-fault';
import { type FoundFolder, findReleaseFolders } from './folders';
import type { Ground } from './ground';
import { versionHash } from './history';
import { readLogs } from './history-log';
import type { NewsroomStore } from './model';
import { settleCopy } from './mend';
import { putAside } from './quarantine';
import { inPool, readSettings } from './read-all';

/** Few at once, so that a save does not wait behind many. */
const QUIETLY = 2;

type CopyActs = Pick<NewsroomStore, 'tidyCopies' | 'keepCopy' | 'putCopyAside'>;

/** What is done with the copies that sync programs keep beside a file: nothing in them is lost, and none is deleted. */
export const copyActs = (ground: Ground): CopyActs => {
  const { folder, fs, queue, keeper, aside: told } = ground;
  const keyOf = (where: string): string => sha256Hex(where).slice(0, 32);

  /** Its text becomes a version of the release, unless it is one. */
  const inHistory = async (place: string, { where, name, verdict }: FoundCopy, who: string): Promise<void> => {
    if (verdict.kind !== 'text') return;
    const lines = (await readLogs(place)).flatMap((log) => log.lines);
    if (lines.some((line) => isVersion(line) && line.kind === 'found' && line.object === verdict.object)) return;
    const note = [name.program, name.from, basename(where)].filter((each) => each !== '').join(', ');
    await keeper.keep(place, verdict.text, { kind: 'found', who, name: 'Conflict copy', note });
  };

  const said = ({ where, original, name, at, release, verdict }: FoundCopy): ConflictCopy => ({
    key: keyOf(where),
    where,
    original,
    program: name.program,
    from: name.from,
    at,
    text:
      verdict.kind === 'text' && release !== null
        ? { id: release, object: verdict.object, embargo: verdict.text.embargo }
        : null,
    unreadable: verdict.kind === 'unreadable' ? verdict.message : '',
  });

  const places = async (id: ReleaseId | null): Promise<readonly FoundFolder[]> => {
    const first = new Map<ReleaseId, FoundFolder>();
    for (const each of await findReleaseFolders(folder))
      if (each.id !== null && (id === null || id === each.id) && !first.has(each.id)) first.set(each.id, each);
    return [...first.values()];
  };

  const tidyCopies: NewsroomStore['tidyCopies'] = (id, who) =>
    onDisk(folder, async () => {
      const copies: ConflictCopy[] = [];
      const aside: Mended[] = [];
      const mended = told.take();
      const take = async (place: string, found: readonly FoundCopy[]): Promise<void> => {
        for (const each of found) {
          await inHistory(place, each, who);
          const message = await settleCopy(folder, each, fs);
          if (message === null) copies.push(said(each));
          else aside.push({ where: each.where, message });
        }
      };
      await take(folder, await copiesAtTop(folder));
      await inPool(
        await places(id),
        (found) =>
          queue.run(found.id ?? found.path, async () => take(join(folder, found.path), await copiesIn(folder, found))),
        QUIETLY,
      );
      copies.sort((a, b) => (a.where < b.where ? -1 : 1));
      return ok({ copies, aside, mended });
    });

  /** Finds a copy again by its key, as it stands now, and does something with it in its release's turn. */
  const withCopy = <Value>(
    id: ReleaseId | null,
    key: string,
    work: (found: FoundCopy, place: string) => Promise<Result<Value, Fault>>,
  ): Promise<Result<Value, Fault>> =>
    queue.run(id ?? 'top', () =>
      onDisk<Value>(folder, async () => {
        const [at] = id === null ? [] : await places(id);
        const all = at === undefined ? await copiesAtTop(folder) : await copiesIn(folder, at);
        const found = all.find(({ where }) => keyOf(where) === key);
        if (found === undefined)
          return failed(fault('not-found', 'That copy is no longer there. Nothing was changed.', { where: folder }));
        return work(found, join(folder, at?.path ?? ''));
      }),
    );

  return {
    tidyCopies,
    keepCopy: (id, key, who) =>
      withCopy(id, key, async (found, place) => {
        const { verdict, where } = found;
        if (verdict.kind !== 'text')
          return failed(fault('refused', 'That copy holds no other text of the release.', { where }));
        await inHistory(place, found, who);
        const settings = await readSettings(folder);
        const name = draftName(found, settings.ok ? settings.value.zone : 'UTC');
        const line = await keeper.add(place, id, versionHash(verdict.text), { kind: 'draft', who, name });
        await putAside(join(folder, where), fs);
        return ok(line);
      }),
    putCopyAside: (key) =>
      withCopy(null, key, async ({ where }) => ok({ where, message: await putAside(join(folder, where), fs) })),
  };
};

/** What a draft made of a copy is called: “Conflict copy of 22 November, Dropbox”. */
export const draftName = ({ name, at }: Pick<FoundCopy, 'name' | 'at'>, zone: string): string => {
  const written = name.day === null ? new Date(at) : new Date(`${name.day}T12:00:00Z`);
  const isDay = !Number.isNaN(written.getTime());
  const day = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: name.day === null ? zoneHere(zone) : 'UTC',
  }).format(isDay ? written : new Date(at));
  return [`Conflict copy of ${day}`, name.program].filter((each) => each !== '').join(', ');
};
