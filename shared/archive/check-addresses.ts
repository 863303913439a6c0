import type { Finding, Withheld } from './model';
import { type Selection, addressesOf, placesEver } from './select';

/** So many addresses are named in one finding. */
const NAMED = 10;

/**
 * Addresses that were public and would answer no more: a finding for each release that the gate lost, and one for the other
 * addresses that the last bundle in this place had (`before`), by why. Nobody may let one pass: a page that was ever public
 * answers for ever.
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
  const ofBundle = (isWaiting: boolean, words: string) => {
    const addresses = others.filter((address) => waiting.has(address) === isWaiting);
    const message = `${listed(addresses)} ${words}`;
    return addresses.length === 0 ? [] : [{ release: null, headline: 'The bundle that stands there', message }];
  };
  return [
    ...selection.lost.map(({ release, headline, why, address }) => ({
      release,
      headline,
      message: wordsOf(why, address),
    })),
    ...ofBundle(true, LATER),
    ...ofBundle(false, NOBODYS),
  ].map((found) => ({ code: 'lost-address', quote: null, words: null, override: null, ...found }));
};

const wordsOf = (why: Withheld['why'], address: string): string =>
  why === 'embargoed'
    ? `${address} is public, and an embargo set since would hold it back. No embargo takes back what readers have: take it off, or withdraw the release. Then the address stays, with the reason.`
    : `${address} was public, and nothing would stand there any more. Publish its release again, or withdraw it: then the address stays, with the reason.`;

const LATER =
  'would answer no more: not public as of the instant that this bundle is made for. Choose a later one, or another place for the bundle.';
const NOBODYS =
  'would answer no more: no release of this newsroom stands there. If it is another newsroom’s bundle, choose another place; else bring the release back, from a backup.';

/** Addresses in a row, and how many more there are. */
const listed = (addresses: readonly string[]): string => {
  const more = addresses.length - NAMED;
  return `${addresses.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};
