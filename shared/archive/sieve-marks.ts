/*
 * Signs of a page's form as the sieve meets them, in bytes of UTF-8: tags, entities, hexadecimal digits. Each of these answers
 * as the closer look reads them (`pieces.ts`), or does not know.
 */

export const [LESS, MORE, SLASH, HYPHEN, QUOTE, LETTER_N] = [0x3c, 0x3e, 0x2f, 0x2d, 0x22, 0x6e];
export const [APOSTROPHE, BACKSLASH] = [0x27, 0x5c];
const [SPACE, AND_SIGN, NUMBER_SIGN, PERCENT_SIGN] = [0x20, 0x26, 0x23, 0x25];
const [LETTER_B, LETTER_F, LETTER_R, LETTER_T, LETTER_U] = [0x62, 0x66, 0x72, 0x74, 0x75];

/** A number for signs, one after the other: it begins with `START` (FNV-1a, 32 bits). */
export const START = 0x811c9dc5 | 0;
export const step = (number: number, sign: number): number => Math.imul(number ^ sign, 0x01000193);

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 9 && byte <= 13);
export const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
export const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
export const isHex = (byte: number): boolean => isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** Whether a byte behind `&` may begin an entity. */
export const isEntityStart = (byte: number): boolean => byte === NUMBER_SIGN || isLetter(byte);

/** The number that four hexadecimal digits at a place write; null where there are none. */
const hexAt = (bytes: Uint8Array, at: number): number | null => {
  let number = 0;
  for (let each = at; each < at + 4; each += 1) {
    const byte = bytes[each] ?? 0;
    if (!isHex(byte)) return null;
    number = number * 16 + (isDigit(byte) ? byte - 0x30 : (byte | 0x20) - 0x57);
  }
  return number;
};

/** An escape as a string of JavaScript or JSON has it: the code of the sign that it means, null for none; where the text goes on. */
export type Escape = { readonly code: number | null; readonly end: number };

/** What a backslash means. Null where it writes what is part of something that is read once more. */
export const escapeAt = (bytes: Uint8Array, at: number): Escape | null => {
  const next = bytes[at + 1] ?? SPACE;
  // The sign behind it, which is read as it stands.
  if (next >= 0x80) return { code: null, end: at + 1 };
  if (next === LETTER_B || next === LETTER_F) return { code: null, end: at + 2 };
  if (next === LETTER_N || next === LETTER_R || next === LETTER_T) return { code: SPACE, end: at + 2 };
  if (next === AND_SIGN || next === PERCENT_SIGN) return null;
  const code = (next | 0x20) === LETTER_U ? hexAt(bytes, at + 2) : null;
  if (code === null) return { code: next, end: at + 2 };
  const behind = bytes[at + 6] ?? 0;
  const mayGoOn = isEntityStart(behind) || isDigit(behind);
  return mayGoOn && (code === AND_SIGN || code === PERCENT_SIGN) ? null : { code, end: at + 6 };
};

/** Names of up to six letters as numbers, five bits a letter. */
const LONGEST_NAME = 6;
const grown = (name: number, byte: number): number => name * 32 + (byte & 0x1f);
const numberOf = (name: string): number => [...name].reduce((sum, sign) => grown(sum, sign.charCodeAt(0)), 0);
const INLINE: ReadonlySet<number> = new Set(
  'a abbr b cite code em i mark q s small span strong sub sup time u wbr'.split(' ').map(numberOf),
);
const BR = numberOf('br');

/** A tag: what it is to the words on its two sides, and where the text goes on behind it. */
export type Tag = { readonly kind: 'inline' | 'break' | 'block'; readonly end: number };

/** The tag that a `<` opens; null where that opens none, or it is not known what it is. */
export const tagAt = (bytes: Uint8Array, at: number): Tag | null => {
  const { length } = bytes;
  const isClosing = bytes[at + 1] === SLASH;
  let to = isClosing ? at + 2 : at + 1;
  let name = 0;
  const begin = to;
  for (; to < length && isLetter(bytes[to] ?? 0); to += 1)
    if (to < begin + LONGEST_NAME) name = grown(name, bytes[to] ?? 0);
  const behind = bytes[to] ?? 0;
  // It may be a space of another kind.
  if (behind >= 0x80) return null;
  const isNamed = to > begin && to <= begin + LONGEST_NAME && (behind === MORE || isSpace(behind));
  const nameEnd = to;
  while (to < length && bytes[to] !== MORE && bytes[to] !== LESS) to += 1;
  if (bytes[to] !== MORE) return null;
  const end = to + 1;
  if (isNamed && INLINE.has(name)) return { kind: 'inline', end };
  if (isClosing || name !== BR || nameEnd !== begin + 2) return { kind: 'block', end };
  let rest = nameEnd;
  while (isSpace(bytes[rest] ?? 0)) rest += 1;
  if (bytes[rest] === SLASH) rest += 1;
  return { kind: rest === to ? 'break' : 'block', end };
};

/** An entity that is read at once; `isDeeper`: by which more may be written, to be read once more. */
export type Entity = {
  readonly length: number;
  readonly isDeeper: boolean;
  readonly isApostrophe: boolean;
  readonly isAmpersand: boolean;
};
const ENTITIES: readonly (Entity & { readonly name: readonly number[] })[] = [
  'amp;',
  'lt;',
  'gt;',
  'quot;',
  'nbsp;',
  '#39;',
].map((name) => ({
  name: [...name].map((sign) => sign.charCodeAt(0)),
  length: name.length + 1,
  isDeeper: name === 'lt;' || name === 'gt;',
  isApostrophe: name === '#39;',
  isAmpersand: name === 'amp;',
}));

/** The entity that an `&` opens; null where it is none of the few that are known here. */
export const entityAt = (bytes: Uint8Array, at: number): Entity | null => {
  const found = ENTITIES.find(({ name }) => name.every((byte, index) => lower(bytes[at + 1 + index] ?? 0) === byte));
  if (found === undefined) return null;
  return found.isAmpersand && isEntityStart(bytes[at + found.length] ?? 0) ? { ...found, isDeeper: true } : found;
};

/** Whether what stands at a place, an escape or a tag within a line, may hide that the signs on both sides belong together. */
export const mayHide = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === BACKSLASH || (bytes[at] === LESS && tagAt(bytes, at)?.kind !== 'block');
export const lower = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);
