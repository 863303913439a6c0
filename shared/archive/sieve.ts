import { makeScratch, textOf, utf8 } from '../utf8';
import { SPAN } from './folded-words';
import { withEntities } from './pieces';
import { makePlaceSieve } from './place-names';
import {
  APOSTROPHE,
  BACKSLASH,
  LESS,
  LETTER_N,
  QUOTE,
  START,
  entityAt,
  escapeAt,
  isEntityStart,
  isHex,
  mayHide,
  step,
  tagAt,
} from './sieve-marks';

/*
 * A first look at a file, many times quicker than the one that finds what is where: it never passes over a file in which
 * that would find something, and seldom sends it a file in which there is nothing. It reads the signs once, keeps a number
 * for each of the last few words, and asks a table whether the stretch that ends here may be one that is looked for. What
 * it cannot read in this way at once (a script without cases and the like, signs written by numbers) it lets the other see.
 * It reads bytes: a text of them is several times slower to go through, and would have to be made first.
 */

/** What a sign is to the words round it. */
const PARTS = 0;
const LETTER = 1;
const UNSEEN = 2;
const STRANGE = 3;
const OPEN = 4;
const AND = 5;
const BACK = 6;
const PERCENT = 7;
const LINE = 8;
const JOINT = 9;
const DIGIT = 10;
/** Signs up to here are in the table, and the common ones of punctuation from 0x2000 on. */
const PLAIN = 0x800;
const DASHES = 0x2000;
const KNOWN = 0x2040;

type Signs = {
  readonly kinds: Uint8Array;
  readonly folded: Uint16Array;
  /** By bytes: what the letters of ASCII are folded to; 0 for all others. */
  readonly letters: Uint8Array;
};

const LINE_END = 0x0a;

/** The sign that begins at a byte beyond ASCII, of two bytes below `PLAIN` and else of three; `KNOWN` for one that is in no table. */
const codeAt = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0;
  const next = bytes[at + 1] ?? 0;
  if ((next & 0xc0) !== 0x80) return KNOWN;
  if (lead >= 0xc2 && lead <= 0xdf) return ((lead & 0x1f) << 6) | (next & 0x3f);
  const last = bytes[at + 2] ?? 0;
  return lead === 0xe2 && next === 0x80 && (last & 0xc0) === 0x80 ? DASHES | (last & 0x3f) : KNOWN;
};

/** What each sign is, as the function that folds words has it: asked with a letter on both sides. */
const signsOf = (fold: (text: string) => readonly string[]): Signs => {
  const kinds = new Uint8Array(KNOWN + 1).fill(STRANGE);
  const folded = new Uint16Array(KNOWN);
  for (let code = 9; code < KNOWN; code = code + 1 === PLAIN ? DASHES : code + 1) {
    const sign = String.fromCharCode(code);
    // Digits of other forms may be those of a number that is looked for; the small letter of `İ` is a plain one, and that of
    // `Σ` depends on where it stands.
    if ((code > 0x7f && /[\p{N}İΣ]/u.test(sign)) || (code < 0x20 && code !== 9)) continue;
    const [first = '', ...others] = fold(`a${sign}b`);
    if (others.length > 0) kinds[code] = first === 'a' && others.length === 1 && others[0] === 'b' ? PARTS : STRANGE;
    else if (first === 'ab') kinds[code] = UNSEEN;
    else if (first.length === 3) [kinds[code], folded[code]] = [LETTER, first.charCodeAt(1)];
  }
  for (const [sign, kind] of [
    ['<', OPEN],
    ['&', AND],
    ['\\', BACK],
    ['%', PERCENT],
    ['\n', LINE],
    ['/', JOINT],
    ['-', JOINT],
  ] as const)
    kinds[sign.charCodeAt(0)] = kind;
  for (let code = 0x30; code <= 0x39; code += 1) kinds[code] = DIGIT;
  const letters = new Uint8Array(0x100).map((_, code) =>
    code < 0x80 && kinds[code] === LETTER ? (folded[code] ?? 0) : 0,
  );
  return { kinds, folded, letters };
};

/** The table of numbers that stand for stretches: a number that is in it is found, and seldom another. */
const tableOf = (numbers: ReadonlySet<number>): Int32Array => {
  let size = 64;
  while (size < numbers.size * 4) size *= 2;
  const table = new Int32Array(size);
  for (const number of numbers) {
    let at = (number ^ (number >>> 15)) & (size - 1);
    while (table[at] !== 0) at = (at + 1) & (size - 1);
    table[at] = number;
  }
  return table;
};

/** So many marks there are. */
const MARKS = 1 << 18;

/** The number of a stretch with the word before it. The last bit is set: 0 is an empty place of the table. */
const joined = (after: number, before: number): number => (Math.imul(after ^ (after >>> 15), 0x2c1b3c6d) + before) | 1;
const numberOf = (words: readonly string[]): number => {
  let number = 0;
  for (const [index, word] of words.slice(-SPAN).toReversed().entries()) {
    let hash = START;
    for (let at = 0; at < word.length; at += 1) hash = step(hash, word.charCodeAt(at));
    hash |= 1;
    number = index === 0 ? hash : joined(number, hash);
  }
  return number;
};

/** How a text is read. `raw`: all signs, with the escapes of a string; `page`: what one block shows, tags apart; `plain`: as it is. */
type Form = 'page' | 'raw' | 'plain';
type Answer = 'clean' | 'maybe' | 'deeper';

export type SieveParts = {
  /** Stretches of folded words, parted by single spaces. */
  readonly spans: Iterable<string>;
  /** Digits, the last six of which are looked for. */
  readonly digits?: Iterable<string>;
  /** Ids and addresses, of the kinds that `placesIn` gives. */
  readonly places?: Iterable<string>;
  /** How words are folded: `wordsIn`, or another. */
  readonly fold: (text: string) => readonly string[];
};

export type Sieve = {
  /** Whether a file, by its bytes in UTF-8, may hold, in any way in which it may be read, something that is looked for. */
  readonly file: (bytes: Uint8Array) => boolean;
  /** The same for a text that is no file: its words, also over line ends. */
  readonly text: (text: string) => boolean;
};

const kept = new Map<SieveParts['fold'], Signs>();

/** Makes a sieve for stretches of words and for numbers. */
export const makeSieve = ({ spans, digits = [], places = [], fold }: SieveParts): Sieve => {
  const signs = kept.get(fold) ?? signsOf(fold);
  kept.set(fold, signs);
  const { kinds, folded, letters } = signs;
  const numbers = new Set<number>();
  // A mark for each last word, and for the last two: small enough to be at hand, and most words meet none of them.
  const singles = new Uint8Array(MARKS / 8);
  const pairs = new Uint8Array(MARKS / 8);
  const mark = (marks: Uint8Array, number: number): void => {
    const place = (number ^ (number >>> 13)) & (MARKS - 1);
    marks[place >> 3] = (marks[place >> 3] ?? 0) | (1 << (place & 7));
  };
  let hasN = false;
  const partsByApostrophe = kinds[APOSTROPHE] !== UNSEEN;
  for (const span of spans) {
    const words = span.split(' ');
    hasN ||= words.includes('n');
    numbers.add(numberOf(words));
    if (words.length === 1) mark(singles, numberOf(words));
    else mark(pairs, numberOf(words.slice(-2)));
  }
  const table = tableOf(numbers);
  const mask = table.length - 1;
  const ends = new Set([...digits].map((each) => Number(each.slice(-6))));
  const endings = ends.size === 0 ? null : new Uint8Array(1_000_000);
  for (const end of ends) if (endings !== null) endings[end] = 1;

  const mayName = makePlaceSieve(places);

  const isMarked = (marks: Uint8Array, number: number): boolean => {
    const place = (number ^ (number >>> 13)) & (MARKS - 1);
    return ((marks[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;
  };
  const isIn = (number: number): boolean => {
    for (let at = (number ^ (number >>> 15)) & mask; table[at] !== 0; at = (at + 1) & mask)
      if (table[at] === number) return true;
    return false;
  };

  /** Whether a stretch of two words and more that is looked for ends here; `count` words stand before, `w1` the nearest. */
  const isLast = (pair: number, w2: number, w3: number, w4: number, count: number): boolean => {
    let stretch = pair;
    if (isIn(stretch)) return true;
    if (count === 1) return false;
    stretch = joined(stretch, w2);
    if (isIn(stretch)) return true;
    if (count === 2) return false;
    stretch = joined(stretch, w3);
    if (isIn(stretch)) return true;
    return count > 3 && isIn(joined(stretch, w4));
  };

  /** Where the block that was read last ended, and where the last tag in it, which may be on a later line. */
  let readTo = 0;
  let lastTag = 0;

  /**
   * Reads a text from a place on: `page` up to the end of a block, else up to its own. No words go on over the end of a line,
   * nor in a page over the edge of a block. What a page shows is all in its signs as they follow each other, except where a
   * tag hides between words, or an escape is meant otherwise: these blocks alone are read as a page too.
   */
  const read = (bytes: Uint8Array, form: Form, from = 0): Answer => {
    // The numbers of the last words, the newest first; plain variables, for this runs once a sign.
    let w1 = 0;
    let w2 = 0;
    let w3 = 0;
    let w4 = 0;
    let count = 0;
    let hash = START;
    let isInWord = false;
    let digitsSoFar = 0;
    let lastDigits = 0;
    let isDeeper = false;
    const isFile = form === 'raw';
    if (isFile) lastTag = 0;
    // Where the block of the page begins; how far tags reach; and how far blocks were read as a page.
    let block = from;
    let tagged = 0;
    let paged = 0;
    /** Whether a page may show something in what it has up to a sign, and in the rest of that sign's block. */
    const isShown = (at: number): boolean => {
      for (; paged <= at; paged = readTo) {
        if (read(bytes, 'page', Math.max(block, paged)) === 'maybe') return true;
        // One behind a sign that is an escape here, too.
        tagged = Math.max(tagged, lastTag);
      }
      return false;
    };
    const { length } = bytes;
    for (let at = from; at <= length; at += 1) {
      let code = at < length ? (bytes[at] ?? 0) : LINE_END;
      if (letters[code] !== 0) {
        // Most signs by far are these: they are passed in a loop of their own.
        do {
          hash = step(hash, letters[code] ?? 0);
          at += 1;
          code = at < length ? (bytes[at] ?? 0) : LINE_END;
        } while (letters[code] !== 0);
        isInWord = true;
        digitsSoFar = 0;
      }
      if (code >= 0x80) {
        code = codeAt(bytes, at);
        at += code < PLAIN ? 1 : 2;
      }
      let kind = kinds[code] ?? STRANGE;
      let parts = true;
      let breaks = false;
      if (kind === BACK && isFile) {
        const isAlike = bytes[at + 1] === QUOTE || (bytes[at + 1] === LETTER_N && bytes[at + 2] === LESS && !hasN);
        // A page shows the sign itself. It parts words, as what is written by it does here; and behind a line's end written
        // so, the letter stands alone, and is seldom looked for.
        if (!isAlike && isShown(at)) return 'maybe';
        const escape = escapeAt(bytes, at);
        if (escape === null) return 'maybe';
        at = escape.end - 1;
        if (escape.code === null) continue;
        ({ code } = escape);
        kind = code < KNOWN ? (kinds[code] ?? STRANGE) : STRANGE;
        if (kind >= OPEN && kind <= JOINT) kind = PARTS;
      }
      if (kind !== PARTS) {
        if (kind === LETTER) {
          hash = step(hash, folded[code] ?? 0);
          isInWord = true;
          digitsSoFar = 0;
          continue;
        }
        if (kind === DIGIT) {
          hash = step(hash, code);
          isInWord = true;
          digitsSoFar += 1;
          lastDigits = (lastDigits * 10 + code - 0x30) % 1_000_000;
          if (digitsSoFar >= 6 && endings?.[lastDigits] === 1) return 'maybe';
          continue;
        }
        if (kind === UNSEEN) continue;
        if (kind === STRANGE) return 'maybe';
        if (kind === JOINT) {
          if (isFile && mayName(bytes, at)) return 'maybe';
        } else if (kind === PERCENT) {
          const digits = isHex(bytes[at + 1] ?? 0) ? (isHex(bytes[at + 2] ?? 0) ? 2 : 1) : 0;
          if (digits === 2 || (form !== 'plain' && mayHide(bytes, at + 1 + digits))) return 'maybe';
        } else if (form === 'plain') {
          // A text that is read in several ways is for the other look.
          if (kind === BACK || (kind === AND && isEntityStart(bytes[at + 1] ?? 0))) return 'maybe';
        } else if (kind === LINE) breaks = true;
        else if (kind === AND) {
          const entity = entityAt(bytes, at);
          if (entity !== null) {
            at += entity.length - 1;
            if (entity.isDeeper) isDeeper = true;
            if (entity.isApostrophe) parts = partsByApostrophe;
            if (entity.isAmpersand && mayHide(bytes, at + 1)) return 'maybe';
          } else if (isEntityStart(bytes[at + 1] ?? 0) || mayHide(bytes, at + 1)) return 'maybe';
        } else if (kind === OPEN) {
          const tag = tagAt(bytes, at);
          // A sign that opens no tag: what it parts is not known here.
          if (tag === null) return 'maybe';
          if (!isFile) {
            at = tag.end - 1;
            lastTag = tag.end;
            if (tag.kind === 'inline') parts = false;
            else breaks = tag.kind === 'block';
          } else {
            tagged = Math.max(tagged, tag.end);
            if (tag.kind === 'block') block = tag.end;
            else if (isShown(at)) return 'maybe';
          }
        }
      }
      if (!parts) continue;
      if (isInWord) {
        hash |= 1;
        if (isMarked(singles, hash) && isIn(hash)) return 'maybe';
        if (count > 0) {
          const pair = joined(hash, w1);
          if (isMarked(pairs, pair) && isLast(pair, w2, w3, w4, count)) return 'maybe';
        }
        w4 = w3;
        w3 = w2;
        w2 = w1;
        w1 = hash;
        hash = START;
        isInWord = false;
        count += 1;
      }
      if (!breaks) continue;
      if (!isFile) {
        readTo = at + 1;
        return isDeeper ? 'deeper' : 'clean';
      }
      count = 0;
      digitsSoFar = 0;
      if (tagged <= at) block = at + 1;
    }
    readTo = length + 1;
    return isDeeper ? 'deeper' : 'clean';
  };

  /** A text escaped over and over is not read without end. */
  const MOST_READINGS = 5;
  const scratch = makeScratch();
  return {
    file: (given) => {
      // Not another kind of bytes, such as Node's own: `read` is half as quick where it is given several.
      let bytes = new Uint8Array(given.buffer, given.byteOffset, given.length);
      for (let reading = 0; reading < MOST_READINGS; reading += 1) {
        const answer = read(bytes, 'raw');
        if (answer !== 'deeper') return answer === 'maybe';
        // What an escape hides may be part of what is read now.
        if (bytes.includes(BACKSLASH)) return true;
        bytes = utf8(withEntities(textOf(bytes)));
      }
      return true;
    },
    text: (text) => read(scratch(text), 'plain') === 'maybe',
  };
};
