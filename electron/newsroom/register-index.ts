import { dirname, join } from 'node:path';
import { z } from 'zod';
import { sha256Hex } from '../../shared/digest';
import type { Fault } from '../../shared/fault';
import type { RegisterPage, UnreadableRelease } from '../../shared/newsroom/model';
import { registerRowsOf, registeredText } from '../../shared/newsroom/register';
import type { RegisterRow } from '../../shared/newsroom/register-row';
import { registerRowSchema } from '../../shared/newsroom/register-parse';
import type { ResolveContext } from '../../shared/quotes/resolve';
import type { Release, ReleaseId } from '../../shared/release/model';
import { type Result, ok } from '../../shared/result';
import { isSame } from '../../shared/same';
import { onDisk } from './disk-fault';
import type { FileSystem } from './file-system';
import { RELEASE_FILE, findReleaseFolders } from './folders';
import { readIfThere, readObject } from './history';
import { faultText } from './read-all';
import { readSaved } from './release-file';
import { jsonOf, stampOf } from './row-index';
import { saveFile, saveFolder } from './save-file';
import { turn } from './turns';

/** Raised whenever rows would come out otherwise for the same file. */
const FORMAT = 2;
/** So many releases are read for one part of the register. */
const PART = 200;

/** Where a release lies, below the newsroom. */
type Place = { readonly path: string; readonly id: ReleaseId };
type Known = { readonly stamp: string; readonly rows: readonly RegisterRow[] };
const lineSchema = z.tuple([z.string(), z.string(), z.array(registerRowSchema)]);

export type RegisterIndexParts = {
  /** The newsroom. */
  readonly folder: string;
  readonly fs: FileSystem;
  /** Where rows are kept from one start to the next; null: nowhere. Lost or damaged, it is made again. */
  readonly file: string | null;
};
export type RegisterIndex = ReturnType<typeof makeRegisterIndex>;

/**
 * The quotes of every release, as the register lists them. The quotes of a release are found anew only where its file is
 * another one, or people or rules are; the rest is known from before, also from the last start. It is read part by part,
 * each release in a turn of its own, so that a save never waits for it.
 */
export const makeRegisterIndex = ({ folder, fs, file }: RegisterIndexParts) => {
  let known = new Map<string, Known>();
  let rules = '';
  let isLoaded = file === null;
  let isKept = true;
  let places: readonly Place[] = [];

  const load = async (): Promise<void> => {
    isLoaded = true;
    const bytes = file === null ? null : await readIfThere(file).catch(() => null);
    const [head, ...lines] = bytes?.toString('utf8').split('\n') ?? [];
    if (head !== headOf(rules)) return;
    for (const line of lines) {
      const parsed = lineSchema.safeParse(jsonOf(line));
      if (parsed.success) known.set(parsed.data[0], { stamp: parsed.data[1], rows: parsed.data[2] });
    }
  };

  /** Writes the rows down for the next start. That it cannot be done costs only time then. */
  const keep = async (): Promise<void> => {
    if (file === null || isKept) return;
    isKept = true;
    const lines = [...known].map(([path, { stamp, rows }]) => JSON.stringify([path, stamp, rows]));
    try {
      await saveFolder(dirname(file), fs);
      await saveFile(file, `${[headOf(rules), ...lines].join('\n')}\n`, fs);
    } catch {
      isKept = false;
    }
  };

  /** Looks where the releases lie now, and forgets what is known by other people and rules. */
  const begin = async (context: ResolveContext): Promise<void> => {
    const now = JSON.stringify([context.people, context.approvals]);
    if (now !== rules) {
      if (rules !== '') known.clear();
      rules = now;
      if (!isLoaded) await load();
    }
    const ids = new Set<ReleaseId>();
    places = (await findReleaseFolders(folder)).flatMap(({ path, id }) => {
      if (id === null || ids.has(id)) return [];
      ids.add(id);
      return [{ path, id }];
    });
    const there = new Set(places.map(({ path }) => path));
    const before = known.size;
    known = new Map([...known].filter(([path]) => there.has(path)));
    if (known.size !== before) isKept = false;
  };

  const rowsAt = async (
    { path, id }: Place,
    context: ResolveContext,
  ): Promise<Result<readonly RegisterRow[], Fault>> => {
    const place = join(folder, path);
    const stamp = await stampOf(join(place, RELEASE_FILE));
    const hit = known.get(path);
    if (hit !== undefined && stamp !== '' && hit.stamp === stamp) return ok(hit.rows);
    const text = await textAt(place, id);
    if (!text.ok) return text;
    const rows = registerRowsOf(text.value, context);
    known.set(path, { stamp, rows });
    isKept = false;
    await turn();
    return ok(rows);
  };

  return {
    /** The folders, below the newsroom, of which other quotes are known than their releases hold now, though the files are the same ones. */
    differing: async (context: ResolveContext): Promise<readonly string[]> => {
      await begin(context);
      const wrong: string[] = [];
      for (const { path, id } of places) {
        const hit = known.get(path);
        if (hit === undefined || hit.stamp !== (await stampOf(join(folder, path, RELEASE_FILE)))) continue;
        const text = await textAt(join(folder, path), id);
        if (!text.ok || !isSame(hit.rows, registerRowsOf(text.value, context))) wrong.push(path);
        await turn();
      }
      return wrong;
    },
    keep,
    /** Nothing is known of a release any more: it was erased, or what was known is wrong. In: its folder below the newsroom. */
    erase: (path: string): void => {
      isKept = !known.delete(path) && isKept;
    },
    /**
     * The part of the register that begins with the release of this number; from 0 it begins anew. The parts together
     * are the register. In no order.
     */
    read: async (from: number, context: ResolveContext): Promise<RegisterPage> => {
      if (from === 0) await begin(context);
      const rows: RegisterRow[] = [];
      const unreadable: UnreadableRelease[] = [];
      const part = places.slice(from, from + PART);
      for (const place of part) {
        const found = await onDisk(join(folder, place.path), () => rowsAt(place, context));
        if (found.ok) rows.push(...found.value);
        else unreadable.push({ folder: place.path, message: faultText(found.fault) });
      }
      const read = from + part.length;
      if (read >= places.length) await keep();
      return { rows, unreadable, read, releases: places.length };
    },
  };
};

/** The text that counts in the register: of a published release the one frozen then. */
const textAt = async (place: string, id: ReleaseId): Promise<Result<Release, Fault>> => {
  const read = await readSaved(place, id);
  if (!read.ok) return read;
  const current = read.value.release;
  if (current.publication === null || current.state === 'removed') return ok(current);
  const frozen = await readObject(place, current.publication.version);
  return frozen.ok ? ok(registeredText({ current, frozen: frozen.value })) : frozen;
};

const headOf = (rules: string): string => JSON.stringify({ register: FORMAT, rules: sha256Hex(rules) });
