import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BagAbout, MANIFEST, PAYLOAD, TAG_MANIFEST } from '../../shared/archive/bag';
import { type BundleParts, addressesMade, bundle } from '../../shared/archive/bundle';
import { newLines } from '../../shared/archive/new-lines';
import { invariant } from '../../shared/assert';
import { stampOfFile } from '../newsroom/file-stamp';
import type { ExistingBundle } from './bundle-folder';
import { keyHash, keyHasher } from './read-releases';
import { SIGNATURE, type SealMore, type SealedFile, hashOf, sealTags, sealed } from './seal';
import type { FileSearch } from './search-files';
import type { ExportState, KnownFile } from './state';

type MakeParts = {
  readonly parts: BundleParts;
  readonly search: FileSearch;
  readonly state: ExportState | null;
  readonly before: ExistingBundle;
  /** Where the bundle from before stands; null where there is none. */
  readonly folder: string | null;
  readonly about: BagAbout;
  readonly more: SealMore;
  /** Before each file: how many were made, of about how many. */
  readonly onFile: (done: number, of: number) => void;
};

/** A bag that is being made. All but `files` tell of the whole once that was gone through. */
export type MadeBag = {
  /**
   * The files that are not as they stand in the folder, once; what says of the bag that it is whole only where `isSame`
   * does not say that nothing changed.
   */
  readonly files: (isSame: () => boolean) => Generator<SealedFile>;
  /** Hashes by path, of those that stay too. */
  readonly hashes: () => ReadonlyMap<string, string>;
  /** Whether the website and what lies beside it are as they stand. */
  readonly isSame: () => boolean;
  /** All files, made again: each is the one that was proved, byte for byte. */
  readonly again: () => Generator<SealedFile>;
  /** Whether what was known of the files, and of what is searched for, holds as it is. */
  readonly isAsKnown: () => boolean;
  /** What is to be remembered of the website's files; `written` is the folder that holds them now, null: nothing was written. */
  readonly state: (written: string | null) => Omit<ExportState, 'base' | 'preview' | 'releases'>;
};

/** Makes the files of a bag as they are asked for. Each that is made is searched; one that is known is neither made nor read. */
export const makeBag = (given: MakeParts): MadeBag => {
  const { parts, search, state, before, folder, about, more, onFile } = given;
  const hashes = new Map<string, string>();
  /** Of the files that are made. */
  const keys = new Map<string, string>();
  let bytes = 0;
  /** Files of the website. */
  let count = 0;
  let areTagsMade = false;

  /** What was noted of a file that stands as it did then. */
  const noted = (place: string): KnownFile | null => {
    const known = state?.files.get(place);
    if (known === undefined || before.isAsNoted) return known ?? null;
    return before.hashes.get(place) === known.hash && before.stats.get(place) === known.stat ? known : null;
  };
  const keep = (place: string, known: KnownFile): void => {
    hashes.set(place, known.hash);
    bytes += sizeIn(known);
    count += 1;
  };
  const add = (made: SealedFile, key: string): void => {
    keys.set(made.path, key);
    hashes.set(made.path, made.hash);
    bytes += made.bytes.length;
    count += 1;
  };

  /** Whether the website stands as it was made, of the same releases in the same order: then each of its files has the same key. */
  const isStanding = state !== null && before.isAsNoted && state.standing === search.inputs;

  function* website(): Generator<SealedFile> {
    const of = Math.max(before.hashes.size, parts.releases.length * 2);
    if (isStanding) {
      onFile(of, of);
      for (const [place, known] of state.files) {
        if (place.startsWith(PAYLOAD)) keep(place, known);
      }
      return;
    }
    const keyOf = keyHasher();
    const all = search.mustSearchAll();
    for (const file of bundle(parts)) {
      onFile(hashes.size, of);
      const place = `${PAYLOAD}${file.path}`;
      const key = keyOf(file.key ?? '');
      const known = file.key === undefined ? null : noted(place);
      if (known?.key === key) {
        if (all && folder !== null) search.search(file.path, readFileSync(path.join(folder, place)));
        keep(place, known);
        continue;
      }
      const made = sealed(place, file.contents);
      add(made, key);
      // What was made and stands there was searched for all that is sought now, unless all is searched.
      const wasSearched = !all && folder !== null && known !== null && known.key !== '';
      search.search(file.path, wasSearched ? newIn(made.bytes, path.join(folder, place)) : made.bytes);
      if (before.hashes.get(place) !== made.hash) yield made;
    }
    for (const picture of more.pictures ?? []) {
      // Its name is the hash of its bytes: it never changes.
      const place = `${PAYLOAD}${picture.path}`;
      const key = keyHash(picture.path);
      const known = noted(place);
      if (known?.key === key) {
        keep(place, known);
        continue;
      }
      const made = sealed(place, picture.read());
      add(made, key);
      if (before.hashes.get(place) !== made.hash) yield made;
    }
  }

  const saysWhen = (): Iterable<SealedFile> => sealTags(new Map(hashes), bytes, about, more);
  /** What says of the rest that it is whole, and for which instant it was made, follows from the rest. */
  const isSame = (): boolean => {
    const beside = new Map((more.beside ?? []).map(({ path: name, contents }) => [name, hashOf(contents)] as const));
    const was = [...before.hashes].filter(([name]) => !isTag(name));
    const isSigned = before.hashes.has(SIGNATURE) === (more.sign !== undefined);
    const isWhole = was.length > 0 && was.length === count + beside.size;
    return isSigned && isWhole && was.every(([name, hash]) => (beside.get(name) ?? hashes.get(name)) === hash);
  };

  return {
    files: function* (mayStay) {
      yield* website();
      if (mayStay()) {
        // They say for which instant it was made; what stands holds.
        for (const [name, hash] of before.hashes) if (!hashes.has(name)) hashes.set(name, hash);
        return;
      }
      areTagsMade = true;
      for (const tag of [...saysWhen()]) {
        hashes.set(tag.path, tag.hash);
        if (before.hashes.get(tag.path) !== tag.hash) yield tag;
      }
    },
    hashes: () => hashes,
    isSame,
    isAsKnown: () => isStanding && !areTagsMade,
    again: function* () {
      for (const { path: name, contents } of bundle(parts)) {
        const made = sealed(`${PAYLOAD}${name}`, contents);
        invariant(hashes.get(made.path) === made.hash, 'a bundle that is made twice is the same');
        yield made;
      }
      for (const { path: name, read } of more.pictures ?? []) yield sealed(`${PAYLOAD}${name}`, read());
      const website = new Map([...hashes].filter(([name]) => name.startsWith(PAYLOAD)));
      yield* sealTags(website, bytes, about, more);
    },
    state: (written) => {
      const files = new Map<string, KnownFile>();
      const after = written === null ? before.hashes : hashes;
      for (const place of new Set([...after.keys(), TAG_MANIFEST])) {
        const hash = after.get(place) ?? '';
        const stood = before.hashes.get(place) === hash ? before.stats.get(place) : undefined;
        const stat = stood ?? (written === null ? before.stats.get(place) : stampOfFile(path.join(written, place)));
        const key = hashes.get(place) === hash ? (keys.get(place) ?? state?.files.get(place)?.key) : undefined;
        if (stat !== undefined) files.set(place, { key: key ?? '', hash, stat });
      }
      const standing = written !== null || isSame() ? search.inputs : '';
      const addresses = written === null ? before.addresses : addressesMade(parts);
      return { ...search.noted(), standing, files, addresses };
    },
  };
};

/** The lines of a file that are new beside the one that stands in its place. */
const newIn = (bytes: Uint8Array, stands: string): Uint8Array =>
  Buffer.from(newLines(Buffer.from(bytes).toString('utf8'), readFileSync(stands, 'utf8')), 'utf8');

/** The size of a file, which the disk told first. */
const sizeIn = ({ stat }: KnownFile): number => Number(stat.slice(0, stat.indexOf(' ')));

const TAGS: ReadonlySet<string> = new Set(['bag-info.txt', 'bagit.txt', MANIFEST, SIGNATURE, TAG_MANIFEST]);
const isTag = (name: string): boolean => TAGS.has(name);
