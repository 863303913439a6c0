import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import type { Fault } from '../../shared/fault';
import type { MissingReleases, UnreadableRelease } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import { releaseIdSchema } from '../../shared/release/parse';
import { ok } from '../../shared/result';
import { onDisk } from './disk-fault';
import type { FileSystem } from './file-system';
import { idInFolderName } from './folders';
import { readIfThere } from './history';
import { saveFile, saveFolder } from './save-file';
import { findTrashed } from './trash';

/* Which releases this computer saw in a newsroom, kept outside it. A disk that is half there, or a folder that is still
   syncing, looks just like a newsroom from which somebody deleted a third. */

/** More than so many, or more than this share of all, are not forgotten without a person's word. */
const MANY = 20;
const SHARE = 0.2;
/** A sync program takes releases away one by one: those that went in the last week count together. In milliseconds. */
const TOGETHER = 7 * 24 * 60 * 60 * 1000;
/** So many are named. */
const NAMED = 3;

const instant = z.iso.datetime({ precision: 3 });
const recordSchema = z.strictObject({
  format: z.literal(1),
  /** For each release, its folder below the newsroom, and since when it is not there. */
  releases: z.record(releaseIdSchema, z.strictObject({ folder: z.string(), gone: instant.nullable() })),
  /** What a person took for moved away on purpose. */
  accepted: z.array(z.strictObject({ at: instant, who: z.string(), releases: z.record(releaseIdSchema, z.string()) })),
});
type PresenceRecord = z.infer<typeof recordSchema>;
type Seen = Readonly<Record<string, { readonly folder: string; readonly gone: string | null }>>;

/** Releases that are there, with their folders below the newsroom. */
export type There = ReadonlyMap<ReleaseId, string>;

export type Presence = {
  /** Compares what is there with what was seen, and remembers it; of many that are missing none is forgotten. */
  readonly look: (there: There, trashed: ReadonlySet<ReleaseId>) => Promise<MissingReleases | null>;
  /** As `look`, and remembers nothing. Out: also the releases that are missing. */
  readonly peek: (
    there: There,
    trashed: ReadonlySet<ReleaseId>,
  ) => Promise<{ readonly told: MissingReleases | null; readonly missing: There }>;
  /** A release that was erased lies in another folder now, and is nowhere known by the old one any more. */
  readonly moved: (id: ReleaseId, folder: string) => Promise<void>;
  /** The releases that were missing at the last look, with their folders; none while few enough are. */
  readonly missing: () => There;
  /** Forgets those that are missing, and keeps who said so. */
  readonly accept: (who: string) => Promise<void>;
};

type Needs = {
  readonly data: string;
  readonly newsroom: string;
  readonly now: () => Date;
  readonly fs: FileSystem;
  /** Hears that the record could not be read or written: the newsroom is shown all the same. */
  readonly onFault: (fault: Fault) => void;
};

/** Opens what was seen of a newsroom. `data` is the app's own folder. A record that cannot be read is begun anew. */
export const openPresence = async ({ data, newsroom, now, fs, onFault }: Needs): Promise<Presence> => {
  const folder = join(data, 'seen');
  const file = join(folder, `${sha256Hex(await realpath(newsroom)).slice(0, 16)}.json`);
  let record: PresenceRecord | null = null;
  let missing: There = new Map();

  const read = async (): Promise<PresenceRecord> => {
    if (record !== null) return record;
    const bytes = await onDisk(file, async () => ok(await readIfThere(file)));
    if (!bytes.ok) onFault(bytes.fault);
    record = parseRecord((bytes.ok ? bytes.value?.toString('utf8') : null) ?? '');
    return record;
  };
  const write = async (next: PresenceRecord): Promise<void> => {
    if (record !== null && canonicalJson(record) === canonicalJson(next)) return;
    record = next;
    const written = await onDisk(file, async () => {
      await saveFolder(folder, fs);
      await saveFile(file, canonicalJson(next), fs);
      return ok(null);
    });
    if (!written.ok) onFault(written.fault);
  };
  const compare = async (there: There, trashed: ReadonlySet<ReleaseId>) => {
    const before = await read();
    const seen = withGone(before.releases, there, trashed, now());
    const gone = goneOf(seen);
    const isMass = isMany(gone.size, Object.keys(seen).length);
    return { before, seen, gone: isMass ? gone : new Map<ReleaseId, string>() };
  };
  const said = (gone: There, seen: Seen): MissingReleases | null =>
    gone.size === 0
      ? null
      : { missing: gone.size, of: Object.keys(seen).length, folders: [...gone.values()].sort().slice(0, NAMED) };

  return {
    look: async (there, trashed) => {
      const { before, seen, gone } = await compare(there, trashed);
      missing = gone;
      await write({ ...before, releases: gone.size > 0 ? seen : withoutOld(seen, now()) });
      return said(gone, seen);
    },
    peek: async (there, trashed) => {
      const { seen, gone } = await compare(there, trashed);
      return { told: said(gone, seen), missing: gone };
    },
    moved: async (id, folder) => {
      const before = await read();
      const accepted = before.accepted.map((each) =>
        each.releases[id] === undefined ? each : { ...each, releases: { ...each.releases, [id]: folder } },
      );
      await write({ ...before, accepted, releases: { ...before.releases, [id]: { folder, gone: null } } });
    },
    missing: () => missing,
    accept: async (who) => {
      const before = await read();
      const releases = Object.fromEntries(goneOf(before.releases));
      if (Object.keys(releases).length > 0)
        await write({
          ...before,
          releases: Object.fromEntries(Object.entries(before.releases).filter(([, { gone }]) => gone === null)),
          accepted: [...before.accepted, { at: now().toISOString(), who, releases }],
        });
      missing = new Map();
    },
  };
};

/** Whether so many of all are not there that a person is asked: more than 20, more than a fifth but one alone, or all. */
export const isMany = (missing: number, of: number): boolean =>
  missing > 0 && (missing > MANY || missing === of || (missing > 1 && missing > of * SHARE));

const EMPTY: PresenceRecord = { format: 1, releases: {}, accepted: [] };

const parseRecord = (text: string): PresenceRecord => {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : EMPTY;
  } catch (error) {
    if (error instanceof SyntaxError) return EMPTY;
    throw error;
  }
};

/** What lies in the trash was moved there by somebody: it is not missing, nor when the trash is emptied. */
const withGone = (seen: Seen, there: There, trashed: ReadonlySet<ReleaseId>, now: Date): Seen => ({
  ...Object.fromEntries(
    Object.entries(seen)
      .filter(([id]) => !trashed.has(id as ReleaseId))
      .map(([id, { folder, gone }]) => [id, { folder, gone: gone ?? now.toISOString() }]),
  ),
  ...Object.fromEntries([...there].map(([id, folder]) => [id, { folder, gone: null }])),
});

const withoutOld = (seen: Seen, now: Date): Seen =>
  Object.fromEntries(
    Object.entries(seen).filter(([, { gone }]) => gone === null || now.getTime() - Date.parse(gone) < TOGETHER),
  );

const goneOf = (seen: Seen): There =>
  new Map(
    Object.entries(seen).flatMap(([id, { folder, gone }]) =>
      gone === null ? [] : [[id as ReleaseId, folder] as const],
    ),
  );

/** What is there, of what was read: a folder without its file is not, one that cannot be read is. */
export const thereOf = (
  releases: readonly { readonly id: ReleaseId; readonly folder: string }[],
  unreadable: readonly UnreadableRelease[],
): There =>
  new Map([
    ...unreadable.flatMap(({ folder, code }) => {
      const id = idInFolderName(basename(folder));
      return id === null || code === 'not-found' ? [] : [[id, folder] as const];
    }),
    ...releases.map(({ id, folder }) => [id, folder] as const),
  ]);

/** The releases in the newsroom's trash. */
export const idsInTrash = async (newsroom: string): Promise<ReadonlySet<ReleaseId>> =>
  new Set((await findTrashed(newsroom)).flatMap(({ id }) => (id === null ? [] : [id])));
