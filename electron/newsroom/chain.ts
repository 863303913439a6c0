import { basename, join } from 'node:path';
import { realpath } from 'node:fs/promises';
import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import { chainMessage, compareChain, lineHash, markOf } from '../../shared/newsroom/chain';
import type { ChangedHistory } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import { releaseIdSchema } from '../../shared/release/parse';
import type { FileSystem } from './file-system';
import { type Log, logName, readLogs } from './history-log';
import { namesIn, readIfThere } from './history';
import { renameInto, saveFile, saveFolder } from './save-file';

/* What this computer has seen of each log, kept outside the newsroom: whoever rewrites a log and its chain with it is
   still found out. One record a release, in a folder a newsroom, named by the newsroom's path. */

const recordSchema = z.strictObject({
  format: z.literal(1),
  release: releaseIdSchema,
  /** The release's folder below the newsroom when it was last seen. */
  folder: z.string(),
  /** For each log, a mark a line. */
  logs: z.record(z.string(), z.array(z.string().regex(/^[0-9a-f]{32}$/))),
});
type ChainRecord = z.infer<typeof recordSchema>;

/** A release's folder below the newsroom. */
export type Place = { readonly id: ReleaseId; readonly path: string };

export type Chains = {
  /** A line was added by this program: the log is remembered with it, unless it was not what was seen before. */
  readonly extended: (place: Place, device: string, texts: readonly string[]) => Promise<void>;
  /** Compares a release's logs with what was seen of them. With `learn`, what is new in them is remembered. */
  readonly compare: (place: Place, learn: boolean) => Promise<readonly ChangedHistory[]>;
  /** Histories seen earlier whose releases are nowhere among these. */
  readonly gone: (there: ReadonlySet<ReleaseId>) => Promise<readonly ChangedHistory[]>;
  /**
   * Takes every log as it stands now for the true one, but those of releases that are missing and not given up. What was
   * remembered is kept beside, under another name.
   */
  readonly accept: (places: readonly Place[], missing: ReadonlySet<ReleaseId>) => Promise<void>;
  /** What was remembered of these is kept beside, under another name. */
  readonly forget: (ids: ReadonlySet<ReleaseId>) => Promise<void>;
};

type Needs = { readonly data: string; readonly newsroom: string; readonly now: () => Date; readonly fs: FileSystem };

/** The folder in the app's data for what was seen of a newsroom's histories. */
export const chainFolder = async (data: string, newsroom: string): Promise<string> =>
  join(data, 'histories', sha256Hex(await realpath(newsroom)).slice(0, 16));

/** Opens what was seen of a newsroom's histories. `data` is the app's own folder. */
export const openChains = async ({ data, newsroom, now, fs }: Needs): Promise<Chains> => {
  const folder = await chainFolder(data, newsroom);
  const fileOf = (id: ReleaseId): string => join(folder, `${id}.json`);
  const known = new Map<ReleaseId, ChainRecord | null>();

  const read = async (id: ReleaseId): Promise<ChainRecord | 'damaged' | null> => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const bytes = await readIfThere(fileOf(id));
    const record = bytes === null ? null : parseRecord(bytes.toString('utf8'), id);
    if (record !== 'damaged') known.set(id, record);
    return record;
  };
  const write = async (record: ChainRecord): Promise<void> => {
    known.delete(record.release);
    await saveFolder(folder, fs);
    await saveFile(fileOf(record.release), canonicalJson(record), fs);
    known.set(record.release, record);
  };
  const putAside = async (id: ReleaseId): Promise<void> => {
    if ((await readIfThere(fileOf(id))) === null) return;
    known.delete(id);
    const before = join(folder, `${id}.before-${now().toISOString().replace(/[:.]/g, '-')}`);
    await renameInto(fileOf(id), before, fs);
  };

  return {
    extended: async ({ id, path }, device, texts) => {
      const record = await read(id);
      if (record === 'damaged') return;
      const marks = texts.map((text) => markOf(lineHash(text)));
      if (compareChain(record?.logs[device] ?? [], marks) !== null) return;
      await write({ format: 1, release: id, folder: path, logs: { ...record?.logs, [device]: marks } });
    },
    compare: async ({ id, path }, learn) => {
      const record = await read(id);
      if (record === 'damaged') return [damaged(path, fileOf(id))];
      const logs = new Map((await readLogs(join(newsroom, path))).map((log) => [log.device, log]));
      const changed = Object.entries(record?.logs ?? {}).flatMap(([device, seen]) =>
        changesOf(path, device, seen, logs.get(device)),
      );
      if (learn && changed.length === 0) {
        const next = { format: 1, release: id, folder: path, logs: marksOf(logs) } as const;
        if (canonicalJson(next) !== canonicalJson(record)) await write(next);
      }
      return changed;
    },
    gone: async (there) => {
      const found: ChangedHistory[] = [];
      for (const name of await namesIn(folder)) {
        const id = releaseIdSchema.safeParse(basename(name, '.json'));
        if (!name.endsWith('.json') || !id.success || there.has(id.data)) continue;
        const record = await read(id.data);
        if (record === 'damaged') found.push(damaged(id.data, fileOf(id.data)));
        else if (record !== null)
          for (const [device, seen] of Object.entries(record.logs))
            found.push(...changesOf(record.folder, device, seen, undefined));
      }
      return found;
    },
    forget: async (ids) => {
      for (const id of ids) await putAside(id);
    },
    accept: async (places, missing) => {
      const there = new Map(places.map((place) => [place.id, place]));
      for (const name of await namesIn(folder)) {
        const id = releaseIdSchema.safeParse(basename(name, '.json'));
        if (!name.endsWith('.json') || !id.success) continue;
        const place = there.get(id.data);
        if (place === undefined && missing.has(id.data)) continue;
        const record = await read(id.data);
        const logs = place === undefined ? null : await logsAt(newsroom, place);
        const next =
          place === undefined || logs === null
            ? null
            : ({ format: 1, release: id.data, folder: place.path, logs: marksOf(logs) } as const);
        if (next !== null && record !== null && canonicalJson(next) === canonicalJson(record)) continue;
        await putAside(id.data);
        if (next !== null) await write(next);
      }
    },
  };
};

const parseRecord = (text: string, id: ReleaseId): ChainRecord | 'damaged' => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
  const parsed = recordSchema.safeParse(value);
  return parsed.success && parsed.data.release === id ? parsed.data : 'damaged';
};

const damaged = (path: string, file: string): ChangedHistory => ({
  log: path,
  line: 1,
  kind: 'record-damaged',
  message: `What this computer knew of its history cannot be read: ${file}.`,
});

const logsAt = async (newsroom: string, { path }: Place): Promise<ReadonlyMap<string, Log>> =>
  new Map((await readLogs(join(newsroom, path))).map((log) => [log.device, log]));

const marksOf = (logs: ReadonlyMap<string, Log>): ChainRecord['logs'] =>
  Object.fromEntries([...logs].map(([device, log]) => [device, log.hashes.map(markOf)]));

const changesOf = (
  path: string,
  device: string,
  seen: readonly string[],
  log: Log | undefined,
): readonly ChangedHistory[] => {
  const fault = compareChain(seen, log?.hashes.map(markOf) ?? []);
  return fault === null
    ? []
    : [{ log: `${path}/${logName(device)}`, ...fault, message: chainMessage(fault, seen.length) }];
};
