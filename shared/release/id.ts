import type { PersonId, QuoteId, ReleaseId } from './model';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Turns random bytes into an id's letters (Crockford base 32): no two look alike, all are safe in file names. */
const letters = (random: Uint8Array): string => Array.from(random, (byte) => ALPHABET[byte & 31]).join('');

/** A new release's id from 12 random bytes (60 bits are used). */
export const releaseId = (random: Uint8Array): ReleaseId => `r-${letters(random)}` as ReleaseId;
/** A new quote's id from 12 random bytes. */
export const quoteId = (random: Uint8Array): QuoteId => `q-${letters(random)}` as QuoteId;
/** A new person's id from 12 random bytes. */
export const personId = (random: Uint8Array): PersonId => `p-${letters(random)}` as PersonId;
