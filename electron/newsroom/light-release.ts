import { readFileSync } from 'node:fs';
import type { CurrentFacts, PublishedRelease, ReleaseFacts } from '../../shared/newsroom/model';
import type { Release, VersionHash } from '../../shared/release/model';
import { parseReleaseText, readAgain } from '../../shared/release/parse';
import { ok } from '../../shared/result';
import { isSame } from '../../shared/same';
import { sha256 } from './sha256';

/*
 * A release of which only what lists need is held. Its long parts are read from its file when they are asked for, and
 * held only while there is room: an archive of many years is many times larger than what is ever needed at once.
 */

/** What is held of a release; the other parts are read when they are asked for. */
export type LightParts = ReleaseFacts & {
  /** Set where it has a `before`. */
  readonly isFromBefore?: true;
};

/** So many bytes of files are held as they were read; of the others the last few texts alone. */
const ROOM = 8 << 20;
const LAST = 8;

/** A text on the disk: its file, and the SHA-256 of its bytes. */
export type TextPlace = {
  readonly file: string;
  readonly hash: string;
  /** Whether these bytes were read as a whole release before, with nothing unknown in it: they need not be proved again. */
  readonly isPlain: boolean;
};
export type TextReader = {
  /** Reads a text again. Throws `ESTALE` where the file is not the one that was read before. */
  readonly read: (place: TextPlace) => Release;
  /** Holds a text that was read, of so many bytes, if there is room. */
  readonly hold: (hash: string, release: Release, size: number) => void;
};

/** The error of a file that is not the one that was read a moment ago. */
const changed = (file: string): Error =>
  Object.assign(new Error(`${file} was changed while it was read`), { code: 'ESTALE' });

/** A reader that holds what it read first, up to a limit, and the last few besides. */
export const makeTextReader = (room = ROOM): TextReader => {
  const held = new Map<string, Release>();
  const last = new Map<string, Release>();
  let bytesHeld = 0;
  const hold = (hash: string, release: Release, size: number): void => {
    if (bytesHeld + size <= room) {
      bytesHeld += size;
      held.set(hash, release);
      return;
    }
    last.set(hash, release);
    const [oldest] = last.size > LAST ? last.keys() : [];
    if (oldest !== undefined) last.delete(oldest);
  };
  return {
    hold,
    read: ({ file, hash, isPlain }) => {
      const known = held.get(hash) ?? last.get(hash);
      if (known !== undefined) return known;
      const bytes = readFileSync(file);
      if (sha256(bytes) !== hash) throw changed(file);
      const text = bytes.toString('utf8');
      const again = isPlain ? readAgain(text) : null;
      const parsed = again === null ? parseReleaseText(text) : ok(again);
      if (!parsed.ok) throw changed(file);
      hold(hash, parsed.value, bytes.length);
      return parsed.value;
    },
  };
};

/** Whether the parts that are read when they are asked for are the same in two releases, the one read as being like the other. */
export const haveSameLong = (one: Release, other: Release): boolean =>
  one.body === other.body &&
  one.notes === other.notes &&
  one.quotes === other.quotes &&
  isSame(one.before, other.before);

export const lightPartsOf = ({ body: _, notes: __, quotes: ___, before, ...parts }: Release): LightParts => ({
  ...parts,
  ...(before === undefined ? {} : { isFromBefore: true as const }),
});

const hashes = new WeakMap<Release, string>();

/** The hash of the bytes of a light release; null of any other. */
export const hashOfText = (release: Release): string | null => hashes.get(release) ?? null;

/**
 * A release by its light parts, and by those that a working text has for itself. The others are its own properties too, so
 * that none is lost where it is copied. `hash` is that of its own bytes, where its long parts are read from another text that
 * has the same.
 */
export const lightRelease = (
  parts: LightParts,
  place: TextPlace,
  { read }: TextReader,
  own: Partial<LightParts> = {},
  hash = place.hash,
): Release => {
  // Written out: all of them are of one shape then, and quick to make and to ask.
  const release: Release & { isFromBefore?: true } = {
    ...parts,
    ...own,
    get body() {
      return read(place).body;
    },
    get notes() {
      return read(place).notes;
    },
    get quotes() {
      return read(place).quotes;
    },
  };
  if (release.isFromBefore) {
    delete release.isFromBefore;
    Object.defineProperty(release, 'before', { enumerable: true, get: () => read(place).before });
  }
  hashes.set(release, hash);
  return release;
};

/** The two texts of a published release: what is held of each, and how the whole of it is had. */
type LightTexts = {
  readonly light: NonNullable<PublishedRelease['light']>;
  readonly current: () => Release;
  readonly frozen: () => Release;
  readonly chain: string | null;
  readonly earlier: ReadonlyMap<VersionHash, Release>;
};

/** A published release of which a text is made when it is asked for. A class: there are many, and these are small. */
class LightPublished implements PublishedRelease {
  readonly light: LightTexts['light'];
  readonly chain: string | null;
  readonly earlier: ReadonlyMap<VersionHash, Release>;
  private ownCurrent: Release | null = null;
  private ownFrozen: Release | null = null;
  constructor(private readonly texts: LightTexts) {
    this.light = texts.light;
    this.chain = texts.chain;
    this.earlier = texts.earlier;
  }
  get current(): Release {
    return (this.ownCurrent ??= this.texts.current());
  }
  get frozen(): Release {
    return (this.ownFrozen ??= this.texts.frozen());
  }
}

export const lightPublished = (texts: LightTexts): PublishedRelease => new LightPublished(texts);

/** What is asked of all working texts, of what is held of one. */
export const currentFactsOf = (
  { id, headline, overrides, contacts }: ReleaseFacts,
  { state, embargo, publication }: Pick<Release, 'state' | 'embargo' | 'publication'>,
): CurrentFacts => ({ id, headline, state, embargo, publication, overrides, contacts });
