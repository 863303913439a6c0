import { foldWords } from '../newsroom/search';
import { textOf, utf8 } from '../utf8';
import {
  KEYS,
  PLACES_OF,
  type ProofParts,
  SPANS,
  WORDS,
  beginningsOf,
  forbiddenKeys,
  forbiddenPlaces,
  forbiddenSpans,
  forbiddenWords,
  isIndex,
  likelySpans,
  withheldOf,
} from './forbidden';
import { wordsIn } from './folded-words';
import { type Named, waysIn } from './media-only';
import type { BundleFile } from './model';
import { type Piece, makeSeen, piecesOf } from './pieces';
import { placesIn } from './place-names';
import { type Memory, type ProofNotes, newFirst, nothingLearnt } from './remembered';
import { makeSieve } from './sieve';

/*
 * The proof that nothing withheld is in the bundle. The pages are made of public text alone; this looks at what was made,
 * as if that could not be trusted. Text is taken as folded words, and each stretch of them that a withheld text has and
 * no public one is searched for in every file, in its raw text and as it is read; a text that is shorter is searched for
 * whole. The search never reads on from one line or block to the next, whose words may meet by chance.
 */

/** Something withheld that was found in a file. */
export type Leak = {
  readonly path: string;
  readonly kind: 'words' | 'contact' | 'place';
  /** Whose it is; null for a contact of the newsroom's settings. */
  readonly release: Named | null;
  readonly words: string;
};

/** The stretches found in a file, each with the one release that most of what was found there is from. */
const blamed = (found: ReadonlyMap<string, readonly Named[]>): { words: string; release: Named }[] => {
  const counts = new Map<string, number>();
  for (const owners of found.values())
    for (const id of new Set(owners.map((owner) => owner.id))) counts.set(id, (counts.get(id) ?? 0) + 1);
  const count = ({ id }: Named): number => counts.get(id) ?? 0;
  return [...found].flatMap(([words, [first, ...others]]) =>
    first === undefined
      ? []
      : [{ words, release: others.reduce((most, each) => (count(each) > count(most) ? each : most), first) }],
  );
};

/** Searches every file, and its path, for what must not be there. */
export const prove = (files: Iterable<BundleFile>, parts: ProofParts): Leak[] => {
  const search = prover(parts);
  return [...files].flatMap(search);
};

/** As `prove`, file by file. A sieve passes over the files in which nothing can be; the others are looked at closely. */
export const prover = (parts: ProofParts): ((file: BundleFile) => readonly Leak[]) => {
  const { search } = searcher(soughtIn(parts).sought);
  return ({ path, contents }) => search({ path, bytes: utf8(contents) });
};

/** A file that is searched: its path in the website, and its very bytes, which are text in UTF-8. */
export type SearchedFile = { readonly path: string; readonly bytes: Uint8Array };

/** All that is searched for, each thing with whose it is. Plain data: it may be handed to another thread. */
export type Sought = {
  /** Stretches of withheld words. */
  readonly spans: ReadonlyMap<string, readonly Named[]>;
  /** Single words, searched for in the index alone. */
  readonly words: ReadonlyMap<string, Named>;
  /** Numbers and addresses for the media only, by their keys; null for those of the newsroom's settings. */
  readonly keys: ReadonlyMap<string, Named | null>;
  /** Ids, and addresses in the archive. */
  readonly places: ReadonlyMap<string, Named>;
};

/** Finds out what is to be searched for, and what to remember of that for the next proof. */
export const soughtIn = (
  parts: ProofParts,
  memory: Memory | null = null,
): { readonly sought: Sought; readonly learnt: ProofNotes } => {
  const learnt = nothingLearnt();
  const holders = withheldOf(parts, memory, learnt);
  const spans = forbiddenSpans(parts, holders, memory, learnt);
  const alones = forbiddenWords(parts, holders, memory, learnt);
  // In one go: a text of a large archive is read from the disk each time.
  for (const each of newFirst(parts.open, memory)) for (const { take } of [spans, alones]) take(each);
  const sought = {
    spans: new Map([...spans.found].map(([span, owners]) => [span, owners.map(named)])),
    words: new Map([...alones.found].map(([word, owner]) => [word, named(owner)])),
    keys: new Map([...forbiddenKeys(parts)].map(([key, owner]) => [key, owner && named(owner)])),
    places: new Map([...forbiddenPlaces(parts)].map(([place, owner]) => [place, named(owner)])),
  };
  return { sought, learnt };
};

const named = ({ id, headline }: Named): Named => ({ id, headline });

/** Each thing that is searched for as a text of its own. */
export const textsSought = ({ spans, words, keys, places }: Sought): readonly string[] =>
  (
    [
      [SPANS, spans],
      [KEYS, keys],
      [PLACES_OF, places],
      [WORDS, words],
    ] as const
  ).flatMap(([mark, things]) => [...things.keys()].map((each) => `${mark} ${each}`));

/** Searches files. `mayHold` is the first look at one, `closely` the second; `search` is both. */
export const searcher = ({
  spans,
  words,
  keys,
  places,
}: Sought): {
  readonly mayHold: (file: SearchedFile) => boolean;
  readonly closely: (file: SearchedFile) => readonly Leak[];
  readonly search: (file: SearchedFile) => readonly Leak[];
} => {
  const beginnings = beginningsOf(spans.keys());
  const seen = makeSeen();

  const wordsFound = (pieces: readonly Piece[]): Map<string, readonly Named[]> => {
    const found = new Map<string, readonly Named[]>();
    if (spans.size === 0) return found;
    for (const { text, least } of pieces)
      for (const span of likelySpans(text, beginnings, least)) {
        const owners = spans.get(span);
        if (owners) found.set(span, owners);
      }
    return found;
  };

  const sieve = makeSieve({
    spans: [...spans.keys(), ...[...keys.keys()].flatMap(wordsAtSign)],
    digits: [...keys.keys()].filter((key) => !key.includes('@')),
    places: places.keys(),
    fold: wordsIn,
  });
  const alone = makeSieve({ spans: words.keys(), fold: foldWords });
  const mayHold = ({ path, bytes }: SearchedFile): boolean =>
    [utf8(path), bytes].some((each) => sieve.file(each) || (isIndex(path) && alone.file(each)));

  const closely = ({ path, bytes }: SearchedFile): readonly Leak[] => {
    const contents = textOf(bytes);
    const pieces = [{ text: path, least: 1 }, ...piecesOf(contents, isIndex(path) ? undefined : seen)];
    const contacts =
      keys.size === 0 ? [] : pieces.flatMap(({ text }) => waysIn(text)).filter(({ key }) => keys.has(key));
    const single = isIndex(path)
      ? [...new Set(pieces.flatMap(({ text }) => foldWords(text)))].filter((word) => words.has(word))
      : [];
    const marks = new Set([path, contents].flatMap(placesIn).filter((place) => places.has(place)));
    const leaks = [
      ...blamed(wordsFound(pieces)).map(({ words, release }): Leak => ({ path, kind: 'words', release, words })),
      ...single.map((word): Leak => ({ path, kind: 'words', release: words.get(word) ?? null, words: word })),
      ...contacts.map(({ key, words }): Leak => ({ path, kind: 'contact', release: keys.get(key) ?? null, words })),
      ...[...marks].map((words): Leak => ({ path, kind: 'place', release: places.get(words) ?? null, words })),
    ];
    seen.settle(leaks.length === 0);
    return leaks;
  };
  return { mayHold, closely, search: (file) => (mayHold(file) ? closely(file) : []) };
};

/** The words on both sides of an address's sign, as a stretch; of a number none. */
const wordsAtSign = (key: string): readonly string[] => {
  const [before, after] = key.split('@');
  if (before === undefined || after === undefined) return [];
  const near = [wordsIn(before).at(-1), wordsIn(after)[0]].filter((word) => word !== undefined);
  return near.length === 0 ? [] : [near.join(' ')];
};
