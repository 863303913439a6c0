import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import type { ReleaseId, VersionHash } from '../../shared/release/model';
import type { FileSystem } from '../newsroom/file-system';
import { namesIn, readIfThere, versionHash } from '../newsroom/history';
import { makeQueue } from '../newsroom/queue';
import { renameInto, saveFile, saveFolder, systemCode } from '../newsroom/save-file';
import { type Slot, parseSlot, slotText } from './slot';

/** What is kept of a release. */
export type Kept = {
  /** The words kept last, from the newest slot that is whole. */
  readonly newest: Slot | null;
  /** How many slots were damaged: they are moved aside in the same folder, never overwritten. */
  readonly damaged: number;
};

/**
 * Two slots a release in the app's own data folder, written in turn, so that whatever happens during a write the other
 * one is whole. One folder a newsroom; when that was moved, its words are known by where it lay before.
 */
export type Slots = {
  /** Keeps a text; `version` is its hash where that is known. Throws errors of the file system. */
  readonly write: (
    newsroom: string,
    words: Pick<Slot, 'release' | 'base' | 'tried'>,
    version?: VersionHash,
  ) => Promise<void>;
  readonly read: (newsroom: string, id: ReleaseId) => Promise<Kept>;
  /** The releases of a newsroom of which something is kept, in no order. */
  readonly ids: (newsroom: string) => Promise<readonly ReleaseId[]>;
  /** Deletes all that is kept of a release; with `version`, only the slots, and only while no younger text was to be kept. */
  readonly remove: (newsroom: string, id: ReleaseId, version?: VersionHash) => Promise<void>;
  /** Waits until no write is under way. */
  readonly settled: () => Promise<void>;
};

type SlotsParts = { readonly folder: string; readonly now: () => Date; readonly fs: FileSystem };
type Letter = 'a' | 'b';
type Found = Kept & { readonly letter: Letter | null };
/** What was written last: the next goes into the other slot. `version` is null once it is deleted. */
type Last = {
  readonly seq: number;
  readonly letter: Letter;
  readonly base: VersionHash | null;
  readonly version: VersionHash | null;
  /** The text that was to be kept last: it may be younger than the one that could be. */
  readonly asked: VersionHash | null;
};
/** A text to be kept. */
type Text = {
  readonly newsroom: string;
  readonly words: Pick<Slot, 'release' | 'base' | 'tried'>;
  readonly version: VersionHash;
};
type Waiting = { text: Text; done: Promise<void> };
type Place = { readonly folder: string; readonly newsroom: string };

/** Opens the slots below `folder`, which need not be there yet. */
export const makeSlots = ({ folder, now, fs }: SlotsParts): Slots => {
  const queue = makeQueue();
  /** Texts whose turn has not come: a younger one takes the place of the one that waits. */
  const waiting = new Map<ReleaseId, Waiting>();
  const lasts = new Map<string, Last>();
  const places = new Map<string, Place>();
  /** Folders of moved newsrooms in which words of a release were found when it was read. */
  const adopted = new Map<ReleaseId, readonly string[]>();
  /** Releases of which what is kept could not be read when it was asked for: nobody has seen it. */
  const unseen = new Set<ReleaseId>();

  /** The folder for a newsroom, named by where that really lies; settled when the newsroom is first met. */
  const placeOf = async (newsroom: string): Promise<Place> => {
    const known = places.get(newsroom);
    if (known !== undefined) return known;
    const real = await reallyAt(newsroom);
    const place = { folder: placeFor(folder, real ?? newsroom), newsroom: real ?? newsroom };
    if (real !== null) places.set(newsroom, place);
    return place;
  };

  const lastOf = async (place: Place, id: ReleaseId): Promise<Last> => {
    const known = lasts.get(join(place.folder, id));
    if (known !== undefined) return known;
    const { newest, letter } = await readIn(place.folder, id, fs);
    return { seq: newest?.seq ?? 0, letter: letter ?? 'b', base: null, version: null, asked: null };
  };

  /** Folders with words of this release whose newsroom lies no more where it lay when they were written. */
  const movedFrom = async (own: Place, id: ReleaseId): Promise<readonly { place: string; slot: Slot }[]> => {
    const moved: { place: string; slot: Slot }[] = [];
    for (const name of (await namesIn(folder)).filter((each) => /^[0-9a-f]{16}$/.test(each))) {
      const place = join(folder, name);
      const slot = place === own.folder ? null : (await readIn(place, id, null)).newest;
      if (slot !== null && (await reallyAt(slot.newsroom)) === null) moved.push({ place, slot });
    }
    return moved.sort((a, b) => (a.slot.at < b.slot.at ? 1 : -1));
  };

  /** What nobody has seen is moved aside, before it is written over, or deleted as saved by now. */
  const spare = async (place: Place, id: ReleaseId): Promise<void> => {
    if (!unseen.has(id)) return;
    const own = [slotName(id, 'a'), slotName(id, 'b')];
    for (const name of (await namesIn(place.folder)).filter((each) => own.includes(each)))
      await renameInto(join(place.folder, name), join(place.folder, `${name}.unread-${now().getTime()}`), fs);
    lasts.delete(join(place.folder, id));
    unseen.delete(id);
  };

  const writeNow = async ({ newsroom, words: { release, base, tried }, version }: Text): Promise<void> => {
    const place = await placeOf(newsroom);
    await spare(place, release.id);
    const before = await lastOf(place, release.id);
    lasts.set(join(place.folder, release.id), { ...before, asked: version });
    if (before.base === base && before.version === version) return;
    const letter = before.letter === 'a' ? 'b' : 'a';
    const seq = before.seq + 1;
    await saveFolder(place.folder, fs);
    const slot = { seq, at: now().toISOString(), newsroom: place.newsroom, base, tried, release };
    await saveFile(join(place.folder, slotName(release.id, letter)), slotText(slot, version), fs);
    lasts.set(join(place.folder, release.id), { seq, letter, base, version, asked: version });
  };

  return {
    write: (newsroom, words, version = versionHash(words.release)) => {
      const { id } = words.release;
      const text = { newsroom, words, version };
      const before = waiting.get(id);
      if (before?.text.newsroom === newsroom) {
        before.text = text;
        return before.done;
      }
      const own: Waiting = { text, done: Promise.resolve() };
      own.done = queue.run(id, () => {
        if (waiting.get(id) === own) waiting.delete(id);
        return writeNow(own.text);
      });
      waiting.set(id, own);
      return own.done;
    },
    read: (newsroom, id) =>
      queue.run(id, async () => {
        unseen.add(id);
        const place = await placeOf(newsroom);
        const { newest, damaged } = await readIn(place.folder, id, fs);
        const moved = newest === null ? await movedFrom(place, id) : [];
        unseen.delete(id);
        if (newest !== null) return { newest, damaged };
        adopted.set(
          id,
          moved.map((each) => each.place),
        );
        return { newest: moved[0]?.slot ?? null, damaged };
      }),
    ids: async (newsroom) => {
      const found = (await namesIn((await placeOf(newsroom)).folder)).flatMap(
        (name) => SLOT_NAME.exec(name)?.[1] ?? [],
      );
      return [...new Set(found)] as ReleaseId[];
    },
    remove: (newsroom, id, version) =>
      queue.run(id, async () => {
        const place = await placeOf(newsroom);
        if (version !== undefined) await spare(place, id);
        const kept = lasts.get(join(place.folder, id));
        if (version !== undefined && kept !== undefined && kept.asked !== version) return;
        const others = version === undefined ? (await movedFrom(place, id)).map((each) => each.place) : adopted.get(id);
        const newest = (await lastOf(place, id)).letter;
        for (const each of [place.folder, ...(others ?? [])])
          await removeIn(each, id, version === undefined, newest, fs);
        adopted.delete(id);
        if (kept !== undefined) lasts.set(join(place.folder, id), { ...kept, version: null });
      }),
    settled: queue.settled,
  };
};

const SLOT_NAME = /^(r-[a-z0-9]+)\.[ab]\.json$/;
const slotName = (id: ReleaseId, letter: Letter): string => `${id}.${letter}.json`;

/** Where the slots of a newsroom lie. */
export const placeFor = (folder: string, newsroom: string): string => join(folder, sha256Hex(newsroom).slice(0, 16));

/** Reads both slots of a release. A damaged one is moved aside through `aside`, or left where that is null. */
const readIn = async (place: string, id: ReleaseId, aside: FileSystem | null): Promise<Found> => {
  let newest: Slot | null = null;
  let newestLetter: Letter | null = null;
  let damaged = 0;
  for (const letter of ['a', 'b'] as const) {
    const path = join(place, slotName(id, letter));
    const bytes = await readIfThere(path);
    if (bytes === null) continue;
    const slot = parseSlot(bytes.toString('utf8'));
    if (!slot.ok || slot.value.release.id !== id) {
      damaged += 1;
      if (aside !== null) await renameInto(path, `${path}.damaged-${sha256Hex(bytes).slice(0, 12)}`, aside);
    } else if (newest === null || slot.value.seq > newest.seq) {
      newest = slot.value;
      newestLetter = letter;
    }
  }
  return { newest, letter: newestLetter, damaged };
};

/**
 * Removes the slots of a release in one folder, the newest last: cut short, what is left is what was kept last, and never
 * older words alone. With `all`, also what was put aside or half written.
 */
const removeIn = async (place: string, id: ReleaseId, all: boolean, newest: Letter, fs: FileSystem): Promise<void> => {
  const isOurs = (name: string): boolean =>
    all
      ? name.startsWith(`${id}.`) || name.startsWith(`.${id}.`)
      : name === slotName(id, 'a') || name === slotName(id, 'b');
  const isNewest = (name: string): number => Number(name === slotName(id, newest));
  const names = (await namesIn(place)).filter(isOurs).sort((a, b) => isNewest(a) - isNewest(b));
  for (const name of names) await fs.remove(join(place, name));
  // Else a power cut could bring an old slot back, and its words would look new.
  if (names.length > 0) await fs.syncFolder(place);
};

/** Where a folder really lies, its links followed; null where there is none. */
const reallyAt = async (path: string): Promise<string | null> => {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null;
    throw error;
  }
};
