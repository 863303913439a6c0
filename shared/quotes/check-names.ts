import type { Person } from '../people/model';
import type { QuoteFinding } from './check-model';
import type { Quote, QuoteBlock } from './model';
import { ROLE_WORDS } from './names';
import { isJunior, withoutTitle } from './name-parts';
import { readBlock } from './reading';

/** Whether one letter put in, left out, changed or swapped with its neighbour makes `b` of `a`. Equal words are not. */
export const isOneLetterOff = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (left.length <= 1 && right.length <= 1) return true;
  return (
    left.length === 2 && right.length === 2 && left.charAt(0) === right.charAt(1) && left.charAt(1) === right.charAt(0)
  );
};

type Named = { readonly name: string; readonly block: number; readonly start: number };

const partsOf = (name: string): { readonly first: string; readonly last: string } => {
  const words = withoutTitle(name)
    .normalize('NFC')
    .split(' ')
    .filter((word) => !isJunior(word));
  return { first: words[0] ?? '', last: words.at(-1) ?? '' };
};

/** Korea and Korean, Africa and African: a place and its people, both spelt right. */
const isPlaceAndPeople = (a: string, b: string): boolean =>
  (a.endsWith('a') && b === `${a}n`) || (b.endsWith('a') && a === `${b}n`);

const SHORTEST = 4;

/** Nia Prosser and Nia Proser, Owen Bell and Owan Bell: two people hardly, one of them misspelt likely. */
const isSameMisspelt = (a: string, b: string): boolean => {
  const [one, two] = [partsOf(a), partsOf(b)];
  const off = (x: string, y: string): boolean =>
    Math.min(x.length, y.length) >= SHORTEST - 1 && Math.max(x.length, y.length) >= SHORTEST && isOneLetterOff(x, y);
  if (isPlaceAndPeople(one.last, two.last)) return false;
  return (one.first === two.first && off(one.last, two.last)) || (one.last === two.last && off(one.first, two.first));
};

/** The names of the paragraphs read last: in an open release nearly all are asked for again after every change. */
const known = new Map<string, readonly string[]>();
const KEPT = 2000;

const namesIn = (text: string): readonly string[] => {
  const names =
    known.get(text) ??
    [...new Set(readBlock(text, []).names.map(({ naming }) => (naming.organisation ? '' : naming.name)))].filter(
      (name) => name !== '',
    );
  if (known.size >= KEPT) known.clear();
  known.set(text, names);
  return names;
};

/** Every full name in the text, in order, and where it stands. */
const namesOf = (blocks: readonly QuoteBlock[]): readonly Named[] =>
  blocks.flatMap(({ text }, block) =>
    namesIn(text).flatMap((name) => placesOf(name, text).map((start) => ({ name, block, start }))),
  );

const placesOf = (words: string, text: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const isWhole = !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + words.length));
    if (isWhole) places.push(at);
  }
  return places;
};

/**
 * Names spelt in two ways. The newsroom's spelling is the right one, else the one that stands more often, else the
 * first. In: the blocks, and the people of the newsroom. Out: one finding for each place of the other spelling.
 */
export const checkSpellings = (blocks: readonly QuoteBlock[], people: readonly Person[]): readonly QuoteFinding[] => {
  const places = namesOf(blocks);
  const counts = new Map<string, number>();
  for (const { name } of places) counts.set(name, (counts.get(name) ?? 0) + 1);
  const right = new Set(people.flatMap(({ name, alsoKnownAs }) => [name, ...alsoKnownAs]));
  const all = [...new Set([...right, ...counts.keys()])];
  return places.flatMap(({ name, block, start }) => {
    if (right.has(name)) return [];
    const own = counts.get(name) ?? 0;
    const better = all.find((other) => {
      if (!isSameMisspelt(name, other)) return false;
      const theirs = counts.get(other) ?? 0;
      return right.has(other) || theirs > own || (theirs === own && all.indexOf(other) < all.indexOf(name));
    });
    if (better === undefined) return [];
    const place = { block, start, end: start + name.length };
    const message = `${name} is spelt ${better} elsewhere.`;
    return [
      { code: 'two-spellings', message, place, fix: { says: `Write ${better}`, edit: { ...place, text: better } } },
    ];
  });
};

const speakerOf = ({ stored, proposals }: Quote): { readonly name: string; readonly role: string } | null =>
  stored?.speaker ?? proposals[0] ?? null;

/** The sentence around a place, as far as full stops tell. */
const sentenceAround = (text: string, start: number, end: number): string => {
  const from = Math.max(...['. ', '! ', '? '].map((stop) => text.lastIndexOf(stop, start - 1) + 1), 0);
  const to = text.slice(end).search(/[.!?](?:\s|$)/u);
  return text.slice(from, to < 0 ? text.length : end + to);
};

const tellsRole = (sentence: string, role: string): boolean => {
  const lower = sentence.toLowerCase();
  if (role !== '' && lower.includes(role.toLowerCase())) return true;
  const words = lower.match(/[\p{L}-]+/gu) ?? [];
  return (
    words.some((word) => ROLE_WORDS.has(word)) || /,\s*(?:who\b|aged\b|\d{1,3}\s*,|an?\s|of\s|from\s)/iu.test(sentence)
  );
};

/**
 * Speakers who are not introduced: where the name stands first, the sentence tells no role, age, place or relation.
 * In: the quotes as resolved, the blocks, and the people, whose bodies need no role.
 */
export const checkIntroductions = (
  quotes: readonly Quote[],
  blocks: readonly QuoteBlock[],
  people: readonly Person[],
): readonly QuoteFinding[] => {
  const speakers = new Map(
    quotes.flatMap((quote) => {
      const speaker = speakerOf(quote);
      return speaker === null || !speaker.name.includes(' ') ? [] : [[speaker.name, speaker] as const];
    }),
  );
  const bodies = new Set(people.filter(({ kind }) => kind === 'organisation').map(({ name }) => name));
  const named = new Set(namesOf(blocks).map(({ name }) => name));
  return [...speakers.values()].flatMap(({ name, role }): readonly QuoteFinding[] => {
    if (bodies.has(name) || !named.has(name)) return [];
    for (const [block, { text }] of blocks.entries()) {
      const start = placesOf(partsOf(name).last, text)[0];
      if (start === undefined) continue;
      const whole = placesOf(name, text)[0];
      const place =
        whole === undefined
          ? { block, start, end: start + partsOf(name).last.length }
          : { block, start: whole, end: whole + name.length };
      if (whole !== undefined && tellsRole(sentenceAround(text, place.start, place.end), role)) return [];
      const message =
        whole === undefined
          ? `${name} is first named here by surname alone.`
          : `${name} is first named here without a word of who that is.`;
      return [{ code: 'no-role', message, place, fix: null }];
    }
    return [];
  });
};
