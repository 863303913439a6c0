import { relative, sep } from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import type { VersionKind, VersionLine } from '../../shared/newsroom/model';
import type { Release, ReleaseId, VersionHash } from '../../shared/release/model';
import type { IssuedSheet } from '../../shared/sheets/model';
import { ok } from '../../shared/result';
import type { Chains } from './chain';
import { onDisk } from './disk-fault';
import type { FileSystem } from './file-system';
import { writeObject } from './history';
import { type NewVersion, appendLine, readVersions } from './history-log';

export type KeeperParts = {
  /** The newsroom. */
  readonly folder: string;
  readonly device: string;
  readonly now: () => Date;
  readonly fs: FileSystem;
  /** What this computer has seen of the histories; null where nothing is remembered, as on the command line. */
  readonly chains: Chains | null;
  /** Hears what went wrong beside the work that was asked for. */
  readonly onFault: (fault: Fault) => void;
};

export type Kept = {
  readonly kind: VersionKind;
  readonly who: string;
  readonly name?: string;
  readonly note?: string;
  readonly sheet?: IssuedSheet;
};

/** Keeps versions of releases. `place` is a release's folder, absolute. */
export type Keeper = {
  readonly keep: (place: string, release: Release, line: Kept) => Promise<VersionLine>;
  /** As `keep`, for a text that is in the history already. */
  readonly add: (place: string, id: ReleaseId, object: VersionHash, line: Kept) => Promise<VersionLine>;
  /** The last line kept of a release, this program's or the log's; null where there is none. */
  readonly last: (place: string, id: ReleaseId) => Promise<Pick<VersionLine, 'time' | 'kind' | 'object'> | null>;
  /** Tells the memory of histories what a device's log now holds. */
  readonly remember: (place: string, id: ReleaseId, texts: readonly string[]) => Promise<void>;
};

export const makeKeeper = ({ folder, device, now, fs, chains, onFault }: KeeperParts): Keeper => {
  const lastOf = new Map<ReleaseId, Pick<VersionLine, 'time' | 'kind' | 'object'>>();

  // The version is on the disk by now: that it could not be remembered here must not make the save fail.
  const remember: Keeper['remember'] = async (place, id, texts) => {
    if (chains === null) return;
    const path = relative(folder, place).split(sep).join('/');
    const done = await onDisk(place, async () => ok(await chains.extended({ id, path }, device, texts)));
    if (!done.ok) onFault(fault('disk', 'What the history holds could not be noted on this computer.', done.fault));
  };

  const add: Keeper['add'] = async (place, id, object, { kind, who, name = '', note = '', sheet }) => {
    const line: NewVersion = {
      time: now().toISOString(),
      who,
      kind,
      name,
      object,
      ...(note === '' ? {} : { note }),
      ...(sheet === undefined ? {} : { sheet }),
    };
    const appended = await appendLine(place, device, line, fs);
    lastOf.set(id, appended.line);
    await remember(place, id, appended.texts);
    return appended.line;
  };

  return {
    add,
    keep: async (place, release, line) => add(place, release.id, await writeObject(place, release, fs), line),
    last: async (place, id) => {
      const known = lastOf.get(id);
      if (known !== undefined) return known;
      const last = (await readVersions(place)).at(-1);
      if (last !== undefined) lastOf.set(id, last);
      return last ?? null;
    },
    remember,
  };
};
