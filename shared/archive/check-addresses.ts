import type { Finding, Withheld } from './model';
import { type Selection, addressesOf, placesEver } from './select';

/**
 * Addresses that were public and would answer no more: a finding for each release that the gate lost, and for each other
 * address that the last bundle in this place had (`before`). Nobody may let one pass: a page that was ever public answers
 * for ever.
 */
export const checkAddressesStay = (selection: Selection, before: readonly string[]): Finding[] => {
  const known = new Set([
    ...[...selection.public, ...selection.gone].flatMap(addressesOf),
    ...selection.lost.flatMap(({ addresses }) => addresses),
  ]);
  const others = [...new Set(before)].filter((address) => !known.has(address)).sort();
  const waiting = new Set(
    selection.closed.flatMap(({ current: { publication } }) => (publication ? placesEver(publication) : [])),
  );
  return [
    ...selection.lost.map(({ release, headline, why, address }) => ({
      release,
      headline,
      message: wordsOf(why, address),
    })),
    ...others.map((address) => ({
      release: null,
      headline: address,
      message: waiting.has(address) ? laterWords(address) : nobodysWords(address),
    })),
  ].map((found) => ({ code: 'lost-address', quote: null, words: null, override: null, ...found }));
};

const wordsOf = (why: Withheld['why'], address: string): string =>
  why === 'embargoed'
    ? `${address} is public, and an embargo set since would hold it back. No embargo takes back what readers have: take it off, or withdraw the release. Then the address stays, with the reason.`
    : `${address} was public, and nothing would stand there any more. Publish its release again, or withdraw it: then the address stays, with the reason.`;

const nobodysWords = (address: string): string =>
  `${address} is in the bundle that stands there, and no release of this newsroom has it. Choose another place if that is another newsroom’s bundle; else bring the release back, from a backup.`;

const laterWords = (address: string): string =>
  `${address} is in the bundle that stands there, and is not public as of the instant that this one is made for. Choose a later instant, or another place.`;
