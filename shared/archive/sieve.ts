import { SPAN } from './folded-words';
import { makeKnownLines } from './known-lines';
import { withEntities } from './pieces';

/*
 * A first look at a file, many times quicker than the one that finds what is where: it never passes over a file in which
 * that would find something, and seldom sends it a file in which there is nothing. It reads the signs once, keeps a number
 * for each of the last few words, and asks a table whether the stretch that ends here may be one that is looked for. What
 * it cannot read in this way at once (a script without cases and the like, signs written by numbers) it lets the other see.
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
const DIGIT = 9;
/** Signs up to here are in the table, and the common ones of punctuation from 0x2000 on. */
const PLAIN = 0x800;
const DASHES = 0x2000;
const KNOWN = 0x2040;

type Signs = {
  readonly kinds: Uint8Array;
  readonly folded: Uint16Array;
  /** Of the plain signs (ASCII), letters alone: what each is folded to; 0 for all others. */
  readonly letters: Uint8Array;
};

/** What each sign is, as the function that folds words has it: asked with a letter on both sides. */
const signsOf = (fold: (text: string) => readonly string[]): Signs => {
  const kinds = new Uint8Array(KNOWN).fill(STRANGE);
  const folded = new Uint16Array(KNOWN);
  for (let code = 9; code < KNOWN; code = code + 1 === PLAIN ? DASHES : code + 1) {
    const sign = String.fromCharCode(code);
    // Digits of other scripts may be those of a number that is looked for.
    if ((code > 0x7f && /\p{Nd}/u.test(sign)) || (code < 0x20 && code !== 9)) continue;
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
  ] as const)
    kinds[sign.charCodeAt(0)] = kind;
  for (let code = 0x30; code <= 0x39; code += 1) kinds[code] = DIGIT;
  const letters = new Uint8Array(0x80).map((_, code) => (kinds[code] === LETTER ? (folded[code] ?? 0) : 0));
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

const START = 0x811c9dc5 | 0;
const step = (hash: number, sign: number): number => Math.imul(hash ^ sign, 0x01000193);
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

/** Lines that were found clean and may come again: up to so many signs of them, and about so many lines. */
const [LONGEST, MOST_KNOWN] = [400, 4096];

const INLINE = new Set('a abbr b cite code em i mark q s small span strong sub sup time u wbr'.split(' '));
const TAG = /<(br)\s*\/?>|<\/?([a-z]+)(?=[\s>])[^<>]*>|<[^<>]*>/iy;
const ENTITY = /&(?:(amp);(?=[#a-z])|(?:amp|quot|nbsp);|(#39);|(lt|gt);)/iy;

export type SieveParts = {
  /** Stretches of folded words, parted by single spaces. */
  readonly spans: Iterable<string>;
  /** Digits, the last six of which are looked for. */
  readonly digits?: Iterable<string>;
  /** How words are folded: `wordsIn`, or another. */
  readonly fold: (text: string) => readonly string[];
};

export type Sieve = {
  /** Whether a file may hold, in any way in which it may be read, something that is looked for. */
  readonly file: (contents: string) => boolean;
  /** The same for a text that is no file: its words, also over line ends. */
  readonly text: (text: string) => boolean;
};

const kept = new Map<SieveParts['fold'], Signs>();

/** Makes a sieve for stretches of words and for numbers. */
export const makeSieve = ({ spans, digits = [], fold }: SieveParts): Sieve => {
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
  const clean = makeKnownLines(LONGEST, MOST_KNOWN);
  /** The beginning of the first line from here on that is not known to be clean; the text's end where there is none. */
  const pastClean = (text: string, from: number): number => {
    for (let at = from; at < text.length;) {
      const next = text.indexOf('\n', at);
      const end = next === -1 ? text.length : next;
      if (!clean.has(text, at, end)) return at;
      at = end + 1;
    }
    return Math.max(from, text.length);
  };

  /**
   * Reads a text from a place on: `page` up to the end of a block, else up to its own. No words go on over the end of a line,
   * nor in a page over the edge of a block. So a line that was clean before is passed over; and what a page shows is all in
   * its signs as they follow each other, except where a tag hides between words, or an escape is meant otherwise: these
   * blocks alone are read as a page too.
   */
  const read = (text: string, form: Form, from = 0): Answer => {
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
    // Where the line begins, and whether it may be known by itself; where the block of the page begins; how far tags
    // reach; and how far blocks were read as a page.
    if (isFile) lastTag = 0;
    let line = isFile ? pastClean(text, from) : from;
    let isWhole = isFile;
    let block = line;
    let tagged = 0;
    let paged = 0;
    // A number for the words of the line.
    let marked = START;
    /** Whether a page may show something in what it has up to a sign, and in the rest of that sign's block. */
    const isShown = (at: number): boolean => {
      for (; paged <= at; paged = readTo) {
        if (read(text, 'page', Math.max(block, paged)) === 'maybe') return true;
        // One behind a sign that is an escape here, too.
        tagged = Math.max(tagged, lastTag);
      }
      return false;
    };
    const { length } = text;
    for (let at = line; at <= length; at += 1) {
      let code = at === length ? 10 : text.charCodeAt(at);
      if (code < 0x80 && letters[code] !== 0) {
        // Most signs by far are these: they are passed in a loop of their own.
        do {
          hash = step(hash, letters[code] ?? 0);
          at += 1;
          code = at < length ? text.charCodeAt(at) : 10;
        } while (code < 0x80 && letters[code] !== 0);
        isInWord = true;
        digitsSoFar = 0;
      }
      let kind = code < KNOWN ? (kinds[code] ?? STRANGE) : STRANGE;
      if (kind === BACK && isFile) {
        const next = text[at + 1] ?? '';
        // A page shows the sign itself. It parts words, as what is written by it does here; and behind a line's end written
        // so, the letter stands alone, and is seldom looked for.
        const isAlike = next === '"' || (next === 'n' && text[at + 2] === '<' && !hasN);
        if (!isAlike && isShown(at)) return 'maybe';
        at += 1;
        if (next === '' || next === '\n') isWhole = false;
        if (next === 'b' || next === 'f') continue;
        if (next === 'u' || next === 'U') {
          const hex = /^[0-9a-f]{4}/i.exec(text.slice(at + 1, at + 5))?.[0];
          if (hex !== undefined) {
            code = parseInt(hex, 16);
            at += 4;
            // What is written by its number may be part of what is read once more.
            if (code === 0x26 || code === 0x25) {
              if (/^[#a-z0-9]/i.test(text.slice(at + 1, at + 2))) return 'maybe';
            }
          } else code = next.charCodeAt(0);
        } else if (next === '&' || next === '%') return 'maybe';
        else code = next === '' || next === 'n' || next === 'r' || next === 't' ? 0x20 : next.charCodeAt(0);
        kind = code < KNOWN ? (kinds[code] ?? STRANGE) : STRANGE;
        if (kind >= OPEN && kind <= LINE) kind = PARTS;
      }
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
      let parts = true;
      let breaks = kind === LINE && form !== 'plain';
      if (kind === AND) {
        ENTITY.lastIndex = at;
        const entity = form === 'plain' ? null : ENTITY.exec(text);
        if (entity !== null) {
          at += entity[0].length - 1;
          if (entity[1] !== undefined || entity[3] !== undefined) isDeeper = true;
          if (entity[2] !== undefined) parts = false;
        } else if (/^[#a-z]/i.test(text.slice(at + 1, at + 2))) return 'maybe';
      } else if (kind === PERCENT) {
        if (/^[0-9a-f]{2}/i.test(text.slice(at + 1, at + 3))) return 'maybe';
      } else if (kind === OPEN && form !== 'plain') {
        TAG.lastIndex = at;
        const tag = TAG.exec(text);
        // A sign that opens no tag: what it parts is not known here.
        if (tag === null) return 'maybe';
        const isInline = INLINE.has((tag[2] ?? '').toLowerCase());
        if (!isFile) {
          at += tag[0].length - 1;
          lastTag = at + 1;
          if (isInline) parts = false;
          else breaks = tag[1] === undefined;
        } else {
          tagged = Math.max(tagged, at + tag[0].length);
          if (!isInline && tag[1] === undefined) block = at + tag[0].length;
          else if (isShown(at)) return 'maybe';
        }
      }
      if (!parts) continue;
      if (isInWord) {
        hash |= 1;
        marked = step(marked, hash);
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
      if (tagged > at) isWhole = false;
      else {
        if (isWhole && !isDeeper) clean.meet(text, line, at, marked);
        marked = START;
        line = pastClean(text, at + 1);
        block = line;
        at = line - 1;
        isWhole = true;
      }
    }
    readTo = length + 1;
    return isDeeper ? 'deeper' : 'clean';
  };

  /** A text escaped over and over is not read without end. */
  const MOST_READINGS = 5;
  return {
    file: (contents) => {
      let text = contents;
      for (let reading = 0; reading < MOST_READINGS; reading += 1) {
        const answer = read(text, 'raw');
        if (answer !== 'deeper') return answer === 'maybe';
        text = withEntities(text);
      }
      return true;
    },
    // In a text that is read in several ways, each is for the other look.
    text: (text) => /&[#a-z]|%[0-9a-f]|\\/i.test(text) || read(text, 'plain') === 'maybe',
  };
};
