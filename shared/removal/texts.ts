import { wordsIn } from '../archive/folded-words';
import { readingsOf } from '../archive/pieces';
import type { Release } from '../release/model';
import { whole } from '../unknown';

/** Stretches of so many words are searched for. */
export const STRETCH = 8;
/** A headline is also searched for whole, from so many words on. */
const LEAST = 4;

/** Every stretch of so many words of a text, each joined by single spaces. */
const stretches = (words: readonly string[], length: number): string[] =>
  Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) => words.slice(at, at + length).join(' '));

/** The stretches by which the text of a release is known: of eight words each, and its headline where that is shorter. */
export const stretchesOf = (release: Release): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const text of textsOf(release)) for (const each of stretches(wordsIn(text), STRETCH)) found.add(each);
  const headline = wordsIn(release.headline);
  if (headline.length >= LEAST && headline.length < STRETCH) found.add(headline.join(' '));
  return found;
};

/**
 * Every text of a release, also in fields that are not known, and what was said of it after publication. Its address is
 * none of them: it is public, and stays.
 */
const textsOf = (release: Release): readonly string[] => {
  const { publication } = release;
  return [
    ...jsonTexts({ ...(whole(release) as object), publication: null }),
    ...jsonTexts([publication?.after ?? [], publication?.change ?? null]),
  ];
};

/**
 * Every string in a parsed JSON value; and where values that hold a `text` follow one another, as the runs of a
 * paragraph do, also these joined.
 */
export const jsonTexts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return Object.values(value).flatMap(jsonTexts);
  const runs = value.flatMap((each: unknown) =>
    typeof each === 'object' && each !== null && 'text' in each && typeof each.text === 'string' ? [each.text] : [],
  );
  return [...value.flatMap(jsonTexts), ...(runs.length > 1 ? [runs.join('')] : [])];
};

/**
 * A file's text in all the ways in which it may be read: as it is, with escapes of JSON and of HTML undone, without
 * tags, and, where it is JSON or lines of JSON, the texts in it. Out: texts; the same one may come more than once.
 */
export const readingsOfFile = (contents: string): readonly string[] => {
  const unescaped = contents.replace(
    /\\(?:u([0-9a-f]{4})|([nrt])|(["\\/]))/gi,
    (_, hex?: string, space?: string, sign?: string) =>
      hex !== undefined ? String.fromCharCode(parseInt(hex, 16)) : space !== undefined ? ' ' : (sign ?? ''),
  );
  const forms = new Set([contents, unescaped]);
  for (const form of [...forms]) if (form.includes('<')) forms.add(form.replace(/<[^>]{0,2000}>/g, ''));
  return [...[...forms].flatMap(readingsOf), ...jsonIn(contents).flatMap(jsonTexts)];
};

const jsonIn = (contents: string): readonly unknown[] => {
  const start = contents.trimStart().charAt(0);
  if (start !== '{' && start !== '[') return [];
  const whole = parsed(contents);
  return whole === undefined ? contents.split('\n').flatMap((line) => parsed(line) ?? []) : [whole];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** So many words in a row that stand in both make a text a repetition. */
const REPEATED = 5;

/** Whether a text repeats words of a release: with them it would bring back what is to be erased. */
export const repeatsWordsOf = (release: Release, text: string): boolean => {
  const own = new Set(textsOf(release).flatMap((each) => stretches(wordsIn(each), REPEATED)));
  return stretches(wordsIn(text), REPEATED).some((each) => own.has(each));
};
