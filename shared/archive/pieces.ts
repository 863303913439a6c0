import { SPAN } from './folded-words';

/** Part of a file that is read on its own; shorter stretches than `least` words are not looked for in it. */
export type Piece = { readonly text: string; readonly least: number };

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;

export const withEntities = (text: string): string =>
  text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const withEscapes = (text: string): string =>
  text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, hex: string | undefined, sign: string) => {
    if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
    return 'nrt'.includes(sign) ? ' ' : 'bf'.includes(sign) ? '' : sign;
  });

/** Percent signs read as an address has them; a stretch that is no UTF-8 is left. */
const withPercents = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (stretch) => {
    try {
      return decodeURIComponent(stretch);
    } catch (error) {
      if (error instanceof URIError) return stretch;
      throw error;
    }
  });

/** A text escaped over and over is not read without end. */
const MOST_READINGS = 5;

/** The ways in which a text may be meant: with entities read, once and twice, and each with percent signs read. */
export const readingsOf = (text: string): string[] => {
  const readings = new Set([text.includes('&') ? withEntities(text) : text]);
  for (const reading of readings) {
    if (readings.size >= MOST_READINGS) break;
    if (/&[#a-z]/i.test(reading)) readings.add(withEntities(reading));
    if (/%[0-9a-f]{2}/i.test(reading)) readings.add(withPercents(reading));
  }
  return [...readings];
};

/** All forms in which a text that is public may come up in the pieces of a file: as it is, and however it is read. */
export const allowedReadings = (text: string): string[] => [
  ...new Set([text, withEscapes(text)].flatMap((form) => [form, ...readingsOf(form)])),
];

const INLINE = /<\/?(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr)(?:\s[^>]*)?>/gi;

/** A page's text as read, block by block: words on both sides of a block's edge do not follow one another. */
const shownBlocks = (contents: string): string[] =>
  contents
    .replace(INLINE, '')
    .replace(/<br\s*\/?>/gi, ' ')
    .split(/<[^>]*>|\n/);

/** A line's parts between the signs of a tag and between quote marks that are not escaped: texts, names, values. */
const segmentsOf = (line: string): string[] => line.split(/[<>]|(?<!\\)"/).map(withEscapes);

/** Short texts that were searched in an earlier file and had nothing: those of a file count once that file is known to be clean. */
export type Seen = {
  /** Whether a text was searched before; else it is noted. */
  readonly has: (kind: 'line' | 'block', text: string) => boolean;
  readonly settle: (isClean: boolean) => void;
};

/** Longer texts seldom come again, and so many are enough: the same words frame every page. */
const [LONGEST, MOST_SEEN] = [240, 40_000];

export const makeSeen = (): Seen => {
  const known = { line: new Set<string>(), block: new Set<string>() };
  let noted: (readonly [kind: 'line' | 'block', text: string])[] = [];
  return {
    has: (kind, text) => {
      if (text.length > LONGEST) return false;
      if (known[kind].has(text)) return true;
      noted.push([kind, text]);
      return false;
    },
    settle: (isClean) => {
      if (isClean) for (const [kind, text] of noted) if (known[kind].size < MOST_SEEN) known[kind].add(text);
      noted = [];
    },
  };
};

/**
 * A file's text in the pieces that are searched: what it shows, what stands between the signs of its form, and its lines
 * as they are, in which names of tags and of fields stand beside words: only long stretches are looked for there. What
 * was `seen` is passed over.
 */
export const piecesOf = (contents: string, seen?: Seen): Piece[] => {
  const lines = contents.split('\n').filter((line) => seen?.has('line', line) !== true);
  // A feed holds pages as text: they are read as pages too.
  const pages = /&(?:lt|#60|#x3c);/i.test(contents) ? [contents, withEntities(contents)] : [contents];
  const blocks = pages.flatMap(shownBlocks).filter((block) => seen?.has('block', block) !== true);
  const parts = new Set([...blocks, ...lines.flatMap(segmentsOf)]);
  const whole = new Set(lines.map(withEscapes));
  return [
    ...[...parts].flatMap(readingsOf).map((text) => ({ text, least: 1 })),
    ...[...whole]
      .filter((line) => !parts.has(line))
      .flatMap(readingsOf)
      .map((text) => ({ text, least: SPAN })),
  ].filter(({ text }) => text.trim() !== '');
};
