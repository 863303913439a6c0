import type { ArchiveRelease } from './site';

/*
 * What an earlier proof found out, so that public texts that are the same are not read again for the next: of each stretch
 * of words that is withheld in one text and public in another, in which other. It is only ever a saving: what it says holds
 * while that other text is public as it was; what it does not know is looked for in all of them.
 */

/** What a public release's working text, and the facts beside it, have that its own page does not show. */
export type Withheld = { readonly spans: readonly string[]; readonly words: readonly string[] };

/** What is remembered from one proof to the next. */
export type ProofNotes = {
  /** What is withheld in one text and public in another, by hash: the key of that other one. */
  readonly allowed: ReadonlyMap<string, string>;
  /** By a hash of both texts of a public release, where these say the same: who worked on it, mostly. */
  readonly own: ReadonlyMap<string, Withheld>;
  /** The key of what frames the releases' words. */
  readonly frame: string;
};

/** The notes of the last proof, for the one that is being made. */
export type Remembered = ProofNotes & {
  /** The keys of public releases that were read for it. */
  readonly read: ReadonlySet<string>;
  /** What was searched for, by hash. */
  readonly sought: ReadonlySet<string>;
};

/** Notes of no proof: everything is looked for. */
export const nothingRemembered = (): Remembered => ({ ...nothingLearnt(), read: new Set(), sought: new Set() });

/** The memory of a proof that is being made. */
export type Memory = {
  /** A short hash of a text. */
  readonly hash: (text: string) => string;
  readonly last: Remembered | null;
};

/** What a proof notes as it is made. */
export type Learnt = { readonly allowed: Map<string, string>; readonly own: Map<string, Withheld>; frame: string };
export const nothingLearnt = (): Learnt => ({ allowed: new Map(), own: new Map(), frame: '' });

type Sifting<Owner> = {
  /** What is withheld; what is public is taken from it. */
  readonly found: Map<string, Owner>;
  /** Tells its words from those of another sifting. */
  readonly mark: string;
  /** Makes what reads a text and drops each word of `found` that stands in it. */
  readonly reader: (drop: (word: string) => void) => (text: string) => void;
  /** Public texts that are no release's: few, and read each time. */
  readonly office: Iterable<string>;
  readonly frame?: { readonly key: string; readonly texts: () => Iterable<string> };
  readonly open: readonly ArchiveRelease[];
  readonly textsOf: (release: ArchiveRelease) => Iterable<string>;
};

/** Reads a public text, for all that it makes public. */
export type Take = (release: ArchiveRelease) => void;

/** Public releases in the order in which a proof reads them: what the last one did not read may leave nothing to look for in the others. */
export const newFirst = (open: readonly ArchiveRelease[], memory: Memory | null): readonly ArchiveRelease[] => {
  const wasRead = ({ key }: ArchiveRelease): boolean => memory?.last?.read.has(key) === true;
  return [...open.filter((each) => !wasRead(each)), ...open.filter(wasRead)];
};

/**
 * Takes from what is withheld all that is public, but what stands in the releases: that is for whom it gives, to be called
 * with each of them once (`newFirst`), so that several siftings read each text in one go. What was public before is so by
 * the text it stood in, while that is the same; what was searched for before can only be public by a text that is new. While
 * anything else is left, all texts are read.
 */
export const sift = <Owner>(
  { found, mark, reader, office, frame, open, textsOf }: Sifting<Owner>,
  memory: Memory | null,
  learnt: Learnt,
): Take => {
  const hash = memory?.hash ?? (() => '');
  const last = memory?.last ?? null;
  let witness = '';
  const drop = (word: string): void => {
    if (found.delete(word) && memory !== null && witness !== '') learnt.allowed.set(hash(`${mark} ${word}`), witness);
  };
  const unknown = new Set<string>();
  if (last !== null) {
    const standing = new Set([...open.map(({ key }) => key), frame?.key ?? '']);
    for (const word of found.keys()) {
      const id = hash(`${mark} ${word}`);
      const stands = last.allowed.get(id);
      if (stands !== undefined && standing.has(stands)) {
        found.delete(word);
        learnt.allowed.set(id, stands);
      } else if (!last.sought.has(id)) unknown.add(word);
    }
  }
  const mustReadAll = (): boolean => {
    for (const word of unknown) {
      if (found.has(word)) return true;
      unknown.delete(word);
    }
    return last === null;
  };
  if (found.size === 0) return () => undefined;
  const take = reader(drop);
  for (const text of office) take(text);
  if (frame !== undefined && (mustReadAll() || last?.frame !== frame.key)) {
    witness = frame.key;
    for (const text of frame.texts()) take(text);
  }
  return (each) => {
    if (found.size === 0 || (last?.read.has(each.key) === true && !mustReadAll())) return;
    witness = each.key;
    for (const text of textsOf(each)) take(text);
  };
};
