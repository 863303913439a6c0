import { foldWords } from '../newsroom/search';
import { direction } from '../release/language';
import { blockTexts } from '../release/text';
import { dayWords } from './dates';
import { type BundleFile, madeFile } from './model';
import type { ArchiveRelease, Site } from './site';
import { stringsFor } from './strings';

/*
 * The index that the archive is searched by without a server: plain scripts, each of which hands its part to the page, so
 * that it works from a file path too. Releases are taken in the order in which they became public, in segments. A segment
 * that is full never changes by a new release, and has a file for each first letter of its words; the last one has one
 * file for all, its names among them. A word's releases are pairs of signs that are neither letters nor figures: they are read as words nowhere.
 */

export const SEGMENT = 512;
/** Two of these are a release's number in its segment: 23 by 23. */
export const SIGNS = '!#$()*+,-./:;=?[]^_{|}~';

/** A release's number within its segment as two signs. */
const signs = (number: number): string =>
  `${SIGNS[Math.floor(number / SIGNS.length)] ?? ''}${SIGNS[number % SIGNS.length] ?? ''}`;

/** What a release is found by first: what names it. */
const namingTexts = ({ release, summary }: ArchiveRelease): string[] => [
  release.headline,
  ...release.topics,
  ...summary.said.map(({ name, role }) => `${name} ${role}`),
];

/** All else that it is found by. */
const otherTexts = ({ release, corrections }: ArchiveRelease): string[] => [
  release.standfirst,
  release.dateline.place,
  ...[...release.body, ...release.notes].flatMap(blockTexts),
  ...corrections.map(({ note }) => note),
];

/** The texts of a public release by whose words it is found. */
export const indexedTexts = (release: ArchiveRelease): readonly string[] => [
  ...namingTexts(release),
  ...otherTexts(release),
];

/** The parts of a full segment: one for each plain letter and figure, and as many as that for all other signs together. */
const SHARDS: readonly string[] = [
  ...'0123456789abcdefghijklmnopqrstuvwxyz',
  ...Array.from({ length: 16 }, (_, number) => `u${number.toString(16)}`),
];

/** What the parts of an index of so many releases are called: it says nothing of any text. */
export const partNames = (releases: number): readonly string[] => [
  ...SHARDS,
  ...Array.from({ length: Math.ceil(releases / SEGMENT) }, (_, part) => String(part)),
];

/**
 * The part in which words that begin so are. Which parts there are does not depend on the words, so that a segment that
 * did not change need not be read to know its files.
 */
const shardOf = (word: string): string => {
  const code = word.codePointAt(0) ?? 0;
  const first = String.fromCodePoint(code);
  return /[a-z0-9]/.test(first) ? first : `u${(code % 16).toString(16)}`;
};

type Posting = { all: string; naming: string; last: number };
type Postings = Map<string, Posting>;

const postingsOf = (releases: readonly ArchiveRelease[]): Postings => {
  const found: Postings = new Map();
  releases.forEach((release, number) => {
    const own = signs(number);
    const add = (words: readonly string[], areNaming: boolean): void => {
      for (const word of words) {
        const entry = found.get(word);
        // Each release once, whatever it says a word in; what names it was read first.
        if (entry === undefined) found.set(word, { all: own, naming: areNaming ? own : '', last: number });
        else if (entry.last !== number) {
          entry.last = number;
          entry.all += own;
          if (areNaming) entry.naming += own;
        }
      }
    };
    add(foldWords(namingTexts(release).join('\n')), true);
    add(foldWords(otherTexts(release).join('\n')), false);
  });
  return found;
};

const call = (name: string, part: string, value: string): string => `${name}(${JSON.stringify(part)},${value});\n`;

type Entry = readonly [string, Posting];

/** Words as a script, a line each, sorted. */
const wordsScript = (part: string, words: Iterable<Entry>): string => {
  const found = new Map(words);
  const lines = [...found.keys()].sort().map((word) => {
    const { all = '', naming = '' } = found.get(word) ?? {};
    return `${JSON.stringify(word)}:${JSON.stringify(naming === '' ? all : `${all} ${naming}`)}`;
  });
  return call('standfirstWords', part, `{\n${lines.join(',\n')}\n}`);
};

/** What is shown of each release of a segment, a line each value. */
const namesScript = (site: Site, part: string, releases: readonly ArchiveRelease[]): string => {
  const rows = releases.map(({ facts, address }) => {
    const { language, headline, dateline } = facts;
    const day = dayWords(dateline.date, stringsFor(language, site.settings.language).language);
    return [address, headline, day, language, direction(language)];
  });
  const lines = rows.map((row) => `[${row.map((value) => JSON.stringify(value)).join(',\n')}]`);
  return call('standfirstNames', part, `[\n${lines.join(',\n')}\n]`);
};

const sincePublic = (a: ArchiveRelease, b: ArchiveRelease): number =>
  a.since === b.since ? (a.address < b.address ? -1 : 1) : a.since < b.since ? -1 : 1;

/** The words of a segment by part, read when the first of them is asked for. */
const shardsOf = (segment: readonly ArchiveRelease[]): ((shard: string) => readonly Entry[]) => {
  let shards: Map<string, Entry[]> | null = null;
  return (shard) => {
    if (shards === null) {
      shards = new Map(SHARDS.map((name) => [name, []]));
      for (const entry of postingsOf(segment)) shards.get(shardOf(entry[0]))?.push(entry);
    }
    return shards.get(shard) ?? [];
  };
};

/**
 * The files of the index. `search/parts.js` says of each segment, in order, which files its words are in: their names, or
 * none where all are in one.
 */
export function* searchIndex(site: Site): Generator<BundleFile> {
  const releases = site.releases.toSorted(sincePublic);
  const parts: string[] = [];
  for (let start = 0; start < releases.length; start += SEGMENT) {
    const segment = releases.slice(start, start + SEGMENT);
    const part = String(parts.length);
    const key = segment.map((each) => each.key).join('\n');
    const names = (): string => namesScript(site, part, segment);
    if (segment.length < SEGMENT) {
      yield madeFile(`search/${part}.js`, key, () => `${names()}${wordsScript(part, postingsOf(segment))}`);
      parts.push('');
      continue;
    }
    yield madeFile(`search/${part}-names.js`, key, names);
    const words = shardsOf(segment);
    for (const shard of SHARDS)
      yield madeFile(`search/${part}-${shard}.js`, key, () => wordsScript(`${part}-${shard}`, words(shard)));
    parts.push(SHARDS.join(' '));
  }
  const list = `standfirstParts(${JSON.stringify(parts, null, 1)});\n`;
  yield madeFile('search/parts.js', list, () => list);
}
