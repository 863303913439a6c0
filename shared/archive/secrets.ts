import type { Person } from '../people/model';
import type { Contact, Release } from '../release/model';
import { nameInAddress } from '../release/address';
import { blockTexts } from '../release/text';
import { runsOf, spansOf, wordsIn } from './folded-words';
import { shortNumber } from './media-only';
import { placedTexts } from './places';

/** A name of one word is looked for from this length on. */
const SHORTEST_NAME = 3;

/** The texts of a release that its page shows, or would show, and where its words lead. */
export const pageTexts = (release: Release): string[] => placedTexts(release).map(({ text }) => text);

/** What stands on both sides of words that are a part of a text: nothing, or what no word goes on over. */
const EDGE = /^[\s.,;:!?()“”–—]?$/u;

const standsWhole = (text: string, part: string): boolean => {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    if (EDGE.test(text.charAt(at - 1)) && EDGE.test(text.charAt(at + part.length))) return true;
  return false;
};

/** The texts of the page of a public release, if there is one, and whether all words of another stand in one of them. */
export const openTexts = (
  release: Release | null,
): { readonly texts: ReadonlySet<string>; readonly has: (text: string) => boolean } => {
  const texts = new Set(release === null ? [] : pageTexts(release));
  // Parted by a sign that no text has, so that none goes on in the next.
  const all = [...texts].join('\n\0\n');
  const headline = release === null ? '' : ` ${wordsIn(release.headline).join(' ')} `;
  const has = (text: string): boolean =>
    texts.has(text) ||
    (text !== '' && standsWhole(all, text)) ||
    // Its name in the address, above all.
    (/^[a-z0-9-]+$/.test(text) && headline.includes(` ${text.replaceAll('-', ' ')} `));
  return { texts, has };
};

/** Every text of a release that must not be seen: also its place and reference, and what was once approved or let pass. */
export const secretTexts = (release: Release): string[] => {
  const blocks = [...release.body, ...release.notes].flatMap(blockTexts);
  return [
    ...pageTexts(release),
    // A verse may have no line that is long enough in the whole.
    ...blocks.filter((text) => text.includes('\n')).flatMap((text) => text.split('\n')),
    release.reference,
    release.dateline.place,
    ...release.quotes.flatMap(({ speaker, approvals }) => [
      ...(speaker ? [speaker.role] : []),
      ...approvals.flatMap(({ words, role }) => [words, role]),
    ]),
    ...release.overrides.map(({ reason }) => reason),
    release.publication?.change?.note ?? '',
    ...release.contacts.filter(({ mediaOnly }) => mediaOnly).map(shortNumber),
    ...(release.publication === null ? [] : [nameInAddress(release.publication.address)]),
  ];
};

/** Those who are named in a release's facts: as speakers, approvers, contacts, and those who worked on it. */
const namesIn = (release: Release): string[] => [
  ...release.quotes.flatMap(({ speaker, approvals }) => [
    ...(speaker ? [speaker.name, speaker.setBy] : []),
    ...approvals.flatMap((each) => [each.speaker, each.approvedBy, each.recordedBy]),
  ]),
  ...release.overrides.map(({ by }) => by),
  ...release.contacts.map(({ name }: Contact) => name),
  ...(release.publication === null ? [] : [release.publication, ...release.publication.after].map(({ by }) => by)),
  ...(release.publication?.change ? [release.publication.change.by] : []),
];

const NAME_PART = "\\p{Lu}[\\p{L}\\p{M}\\p{N}'’.-]*";
const NAME_PAIRS = new RegExp(`(${NAME_PART})(?=\\s+(${NAME_PART}))`, 'gu');

/** Pairs of words with capitals, such as a name that nobody entered has. */
const capitalPairs = (text: string): string[] =>
  [...text.matchAll(NAME_PAIRS)].map(([, first = '', second = '']) => `${first} ${second}`);

/** The folded names of people, by which they are found in a text. */
export type KnownNames = { readonly runs: ReadonlySet<string>; readonly lengths: readonly number[] };

export const knownNames = (people: readonly Person[]): KnownNames => {
  const all = people.flatMap(({ name, alsoKnownAs }) => [name, ...alsoKnownAs]).map((name) => wordsIn(name));
  const runs = all.map((words) => words.join(' ')).filter((run) => run.length >= SHORTEST_NAME);
  return { runs: new Set(runs), lengths: [...new Set(runs.map((run) => run.split(' ').length))] };
};

/**
 * The stretches of words by which a withheld release is known: of its texts, each from two words on; of the names of
 * all who stand in it, and its headline and reference, also single ones. `texts` are those of its `secretTexts` that are
 * not open; others that are open are passed over too.
 */
export const secretSpans = (
  release: Release,
  texts: readonly string[],
  known: KnownNames,
  isOpen: (text: string) => boolean,
): Set<string> => {
  const single = [...namesIn(release), release.headline, release.reference]
    .filter((text) => !isOpen(text))
    .flatMap(spansOf);
  const people = texts.flatMap((text) => {
    const words = wordsIn(text);
    return known.lengths.flatMap((length) => runsOf(words, length)).filter((run) => known.runs.has(run));
  });
  return new Set([
    ...texts.flatMap(spansOf).filter((span) => span.includes(' ')),
    ...texts.flatMap(capitalPairs).flatMap(spansOf),
    ...[...single, ...people].filter((span) => span.length >= SHORTEST_NAME),
  ]);
};
