import type { Finding } from './model';
import { type Selection, addressesOf } from './select';

/**
 * Addresses that were public and would answer no more, a finding each: those that the gate lost, and those that the last
 * bundle in this place had (`before`). Nobody may let one pass: a page that was ever public answers for ever.
 */
export const checkAddressesStay = (selection: Selection, before: readonly string[]): Finding[] => {
  const here = new Set([...selection.public, ...selection.gone].flatMap(addressesOf));
  const lost = new Set([...selection.lost, ...before.filter((address) => !here.has(address))]);
  return [...lost].sort().map((address) => ({
    code: 'lost-address',
    release: null,
    headline: address,
    message: `${address} was public, and nothing would stand there any more. Publish its release again, or withdraw it: then the address stays, with the reason.`,
    quote: null,
    words: null,
    override: null,
  }));
};
