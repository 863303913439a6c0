import type { Range } from '../release/model';

/** The three families of quote mark: double (“ ” " „), single (‘ ’ ' ‚) and guillemets (« » ‹ ›). */
export type Family = 'double' | 'single' | 'angle';

/**
 * `open-or-close`: a straight mark whose neighbours do not settle it. `close-or-apostrophe`: a single mark after a
 * letter and before a space. Apostrophes and feet and inches that are certain never become marks.
 */
export type MarkRole = 'open' | 'close' | 'open-or-close' | 'close-or-apostrophe';
export type Mark = { readonly at: number; readonly family: Family; readonly role: MarkRole; readonly sure: boolean };

/** A stretch in quote marks at the outermost level; whether it is speech is decided elsewhere. */
export type MarkedSpan = {
  readonly ranges: readonly Range[];
  readonly family: Family;
  /** Whether the family is the one this document quotes speech with. */
  readonly primary: boolean;
  readonly missingClose: boolean;
  /** Block quotes without marks, one after another. */
  readonly unmarked?: true;
};

const FAMILY: Readonly<Record<string, Family>> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '„': 'double',
  '‟': 'double',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‛': 'single',
  '«': 'angle',
  '»': 'angle',
  '‹': 'angle',
  '›': 'angle',
};
const ANY_MARK = /["“”„‟'‘’‚‛«»‹›]/gu;
const LETTER = /[\p{L}\p{N}]/u;
const OPENS_AFTER = /[\s([{/—–-]/u;
const CLOSES_BEFORE = /[\s.,;:!?)\]}/—–…-]/u;
/** Words written with a mark for what is left out in front: ’tis, ’em, rock ’n’ roll, ’90s, the summer of ’76. */
const CLIPPED =
  /^(?:tis|twas|twere|twill|em|til|till|cause|cos|n|bout|round|ave|ere|appen|fraid|nuff|orse|allo)(?![\p{L}\p{N}])/iu;
const DECADE = /^\d0?\d?s?(?![\p{L}\p{N}])/u;

/** Whether a character is a quote mark, or may be one. */
export const isMark = (char: string): boolean => FAMILY[char] !== undefined;

const clippedAt = (text: string, at: number): boolean => {
  const rest = text.slice(at + 1, at + 9);
  if (CLIPPED.test(rest)) return true;
  return DECADE.test(rest) && /^\d\ds?/u.test(rest) && !/^\d+['’]/u.test(rest);
};

const doubleRole = (char: string, before: string, after: string): MarkRole => {
  if (char === '“' || char === '„' || char === '‟') return 'open';
  // ”So” is quoted in Swedish, and where a mark was turned the wrong way.
  if (char === '”') return (before === '' || /[\s([{]/u.test(before)) && LETTER.test(after) ? 'open' : 'close';
  const opens = before === '' || OPENS_AFTER.test(before) || before === "'" || before === '‘';
  const closes = after === '' || CLOSES_BEFORE.test(after) || after === "'" || after === '’';
  if (opens && !closes) return 'open';
  if (closes && !opens) return 'close';
  return 'open-or-close';
};

/** « French », «Russian» and »German«: the same marks the other way round, told by what they touch. */
const angleRole = (char: string, before: string, after: string): 'open' | 'close' => {
  const startsWord = before === '' || OPENS_AFTER.test(before);
  if (char === '«' || char === '‹')
    return !startsWord && (after === '' || CLOSES_BEFORE.test(after)) ? 'close' : 'open';
  return startsWord && LETTER.test(after) ? 'open' : 'close';
};

const singleMark = (text: string, at: number): Mark | null => {
  const char = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const mark = (role: MarkRole, sure: boolean): Mark => ({ at, family: 'single', role, sure });
  const inMarks = isMark(before) && (FAMILY[before] !== 'single' || before === '‘');
  const startsWord = before === '' || OPENS_AFTER.test(before) || inMarks;
  if (startsWord && clippedAt(text, at)) return null;
  if (/(?:^|\s)['’‘]n$/iu.test(text.slice(Math.max(0, at - 3), at))) return null;
  // ‚German‘ marks end with the one that opens elsewhere.
  const isLow = char === '‘' && /[\p{L}\p{N}.,?!…]/u.test(before) && (after === '' || CLOSES_BEFORE.test(after));
  if (isLow && text.lastIndexOf('‚', at) >= 0) return mark('close', true);
  if (char === '‘' || char === '‚' || char === '‛') return mark('open', true);
  if (LETTER.test(before) && LETTER.test(after)) return null;
  // Feet: 6' 2", a 40' wall.
  if (char === "'" && /\d/u.test(before) && /^\s?\d+\s?(?:"|”|in)/u.test(text.slice(at + 1, at + 7))) return null;
  const endsWord = after === '' || CLOSES_BEFORE.test(after) || isMark(after);
  if (startsWord && !endsWord && char === "'") return mark('open', true);
  // A mark turned the wrong way, where a quotation begins and no word is clipped: “Roe said: ’We start.’”
  if (startsWord && char === '’' && LETTER.test(after) && /(?:^|:)\s*$/u.test(text.slice(0, at)))
    return mark('open', true);
  if (startsWord && char === "'" && (after === '"' || after === '“' || after === '…' || after === '—'))
    return mark('open', true);
  if (LETTER.test(before)) return mark(endsWord ? 'close-or-apostrophe' : 'close', !endsWord);
  if (before !== '' && !/\s/u.test(before)) return mark('close', true);
  if (before !== '' && (after === '' || /[\s.,;:!?]/u.test(after))) return mark('close', true);
  return null;
};

/** Every mark of one text that may open or close a quotation, in order. */
export const marksOf = (text: string): readonly Mark[] => {
  const marks: Mark[] = [];
  for (const match of text.matchAll(ANY_MARK)) {
    const at = match.index;
    const char = match[0];
    const family = FAMILY[char];
    if (family === 'single') {
      const mark = singleMark(text, at);
      if (mark !== null) marks.push(mark);
    } else if (family === 'double') {
      const before = text.charAt(at - 1);
      // „So“ is quoted in German: the mark that opens elsewhere closes there.
      const low = char === '“' && text.charAt(marks.findLast((mark) => mark.family === 'double')?.at ?? -1) === '„';
      const role = low ? 'close' : doubleRole(char, before, text.charAt(at + 1));
      marks.push({ at, family, role, sure: char !== '"' || !/\d/u.test(before) });
    } else if (family === 'angle') {
      marks.push({ at, family, role: angleRole(char, text.charAt(at - 1), text.charAt(at + 1)), sure: true });
    }
  }
  return marks;
};
