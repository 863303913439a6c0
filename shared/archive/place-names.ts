import { utf8 } from '../utf8';
import { HYPHEN, SLASH, START, isDigit, isLetter, lower, step } from './sieve-marks';

/* Places of the archive as files name them: ids of releases, and their addresses. */

/** Ids, and the ends of addresses by which each is known: `2026/11/slug`; where no figure or letter stands before. */
const PLACES = /r-[0-9a-z]{8,32}(?![0-9a-z])|[0-9]{4}\/[0-9]{2}\/[a-z0-9]+(?:-[a-z0-9]+)*/g;

/** The ids and the places in the archive that a text names. */
export const placesIn = (given: string): string[] => {
  const text = given.toLowerCase();
  const found: string[] = [];
  PLACES.lastIndex = 0;
  for (let match = PLACES.exec(text); match !== null; match = PLACES.exec(text)) {
    const [place] = match;
    // Looked at here, and not by the expression: that would look back from every sign.
    if (/[0-9a-z]/.test(text.charAt(match.index - 1))) PLACES.lastIndex = match.index + 1;
    else found.push(place.startsWith('r-') ? place : `news/${place}.html`);
  }
  return found;
};

const LETTER_R = 0x72;
const isInWord = (byte: number | undefined): boolean => byte !== undefined && (isDigit(byte) || isLetter(byte));

/** A number for what stands in a name's place from one byte to another, capitals taken as small letters. */
const numberOf = (bytes: Uint8Array, from: number, to: number): number => {
  let number = START;
  for (let at = from; at < to; at += 1) number = step(number, lower(bytes[at] ?? 0));
  return number;
};

/**
 * Makes a first look for places, of the kinds that `placesIn` gives. It is asked at each `/` and `-` of a file, in bytes of
 * UTF-8, whether the sign may stand in one of them as its last `/` or as the `-` of an id. It passes over none that does, and
 * seldom takes another for it.
 */
export const makePlaceSieve = (places: Iterable<string>): ((bytes: Uint8Array, at: number) => boolean) => {
  const numbers = new Set<number>();
  for (const place of places) {
    const name = utf8(place.replace(/^news\/|\.html$/g, ''));
    numbers.add(numberOf(name, 0, name.length));
  }
  /** Whether a name that begins at one byte is one of them. Its words are read from another on, with what joins them. */
  const isSought = (bytes: Uint8Array, begin: number, from: number, joint: number): boolean => {
    let to = from;
    while (isInWord(bytes[to]) || (to > from && bytes[to] === joint && isInWord(bytes[to + 1]))) to += 1;
    return to > from && numbers.has(numberOf(bytes, begin, to));
  };
  return (bytes, at) => {
    const before = bytes[at - 1] ?? 0;
    if (bytes[at] === SLASH)
      return isDigit(before) && bytes[at - 3] === SLASH && isSought(bytes, at - 7, at + 1, HYPHEN);
    return lower(before) === LETTER_R && isSought(bytes, at - 1, at + 1, 0);
  };
};
