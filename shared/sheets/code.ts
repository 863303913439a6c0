import { sha256Hex } from '../digest';
import { normaliseWords } from '../quotes/approval';
import type { ReleaseId } from '../release/model';

/**
 * Crockford's base 32 (https://www.crockford.com/base32.html): of the look-alikes O and 0, I, L and 1 one alone is ever
 * written, and the others are read as it.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** So many characters a code has unless two wordings of a release would share them; the most it can have is 12. */
const SHORTEST = 6;
const LONGEST = 12;

/**
 * The whole code of a wording in a release: the first 60 bits of SHA-256 over its digest (`quoteDigest`), the speaker and
 * the release, each preceded by its length. What is printed is its beginning: 6 characters, 30 bits. Whoever types six at
 * random meets one of n codes of a release with a chance of n in 2^30 (about one in a thousand million).
 */
export const wholeCode = (digest: string, speaker: string, release: ReleaseId): string => {
  const parts = [digest, normaliseWords(speaker), release];
  const hex = sha256Hex(parts.map((part) => `${String(part.length)}:${part}`).join(''));
  const bits = BigInt(`0x${hex.slice(0, (LONGEST * 5) / 4)}`);
  return Array.from({ length: LONGEST }, (_, index) => {
    const at = Number((bits >> BigInt(5 * (LONGEST - 1 - index))) & 31n);
    return ALPHABET[at] ?? '';
  }).join('');
};

/**
 * What is printed of a whole code among all that are known in its release, those of sheets issued before too: 6
 * characters, or as many more as it takes to be the beginning of no other. Null where even 12 do not part them.
 */
export const codeAmong = (own: string, known: readonly string[]): string | null => {
  const others = known.filter((each) => each !== own);
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    const code = own.slice(0, length);
    if (!others.some((other) => other.startsWith(code))) return code;
  }
  return null;
};

/** A code as it is printed: in threes, `7K3-M9Q`. */
export const shownCode = (code: string): string => code.match(/.{1,3}/g)?.join('-') ?? '';

/**
 * A code as somebody typed it: letter case, spaces, dashes and full stops do not count, O is 0, I and L are 1. Null where
 * it cannot be a code.
 */
export const readCode = (typed: string): string | null => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isCode =
    plain.length >= SHORTEST && plain.length <= LONGEST && [...plain].every((one) => ALPHABET.includes(one));
  return isCode ? plain : null;
};
