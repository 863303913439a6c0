import { firstWords } from '../quotes/excerpt';
import { overrideOf, quoteWordsDigest } from './check-words';
import type { CheckCode, Finding } from './model';
import { placedTexts } from './places';
import type { PublicRelease } from './select';

const CODE: CheckCode = 'placeholder-left';

/** What may stand in brackets only until somebody fills it in. */
const TO_FILL =
  '(?:insert|add|check|confirm|complete|fill in|tbc|tbd|tba|tkt?k?|xx+|name|full name|surname|date|day|month|time|place|venue|number|figure|amount|quote|quotes|title|role|job title|link|url|email|phone|telephone|to follow|to come|to be confirmed|placeholder|your \\w+)';

/*
 * Marks by which writers note that something is still to come. Each stands for nothing else in the running text of a
 * release: capitals where the letters are common in small ones, and an X for a figure only beside what figures stand beside.
 */
const MARKS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:TK)+(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:TBC|TBD)(?![\p{L}\p{N}])/u,
  new RegExp(`[[{<]\\s*${TO_FILL}(?:[\\s:,–-][^\\]}>\\n]{0,60})?\\s*[\\]}>]`, 'iu'),
  /[£$€]\s?[Xx]+(?:[.,][Xx]+)*(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])[Xx]{2,}(?=\s?(?:%|per cent|percent|million|billion|thousand|people|officers|years|January|February|March|April|May|June|July|August|September|October|November|December)(?![\p{L}]))/u,
  /(?<![\p{L}\p{N}])XXX+(?![\p{L}\p{N}])/u,
  /[£$€]?\?{2,}/u,
  /(?<![\p{L}])lorem ipsum(?![\p{L}])/iu,
  /_{4,}/u,
];

/** The same, to be looked for everywhere in a text. */
const EVERY_MARK = MARKS.map((mark) => new RegExp(mark, `g${mark.flags}`));

/** What in a text was left to be filled in, as it stands there; null where nothing was. */
export const placeholderIn = (text: string): string | null => {
  for (const mark of MARKS) {
    const found = mark.exec(text)?.[0];
    if (found !== undefined) return found.trim();
  }
  return null;
};

/** Where in a text something was left to be filled in: UTF-16 offsets, in order, none overlapping another. */
export const placeholdersIn = (text: string): readonly { readonly start: number; readonly end: number }[] => {
  const found = EVERY_MARK.flatMap((mark) =>
    [...text.matchAll(mark)].map((match) => ({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
    })),
  ).toSorted((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((each) => {
    if (each.start < end) return false;
    end = each.end;
    return true;
  });
};

/**
 * Texts of a public release in which something was left to be filled in: TK, TBC, [insert name], £XX. What looks like one
 * and is none may be let pass, for the whole of the text it stands in.
 */
export const checkPlaceholders = ({ release, current }: PublicRelease): Finding[] =>
  placedTexts(release).flatMap(({ text, where, at }) => {
    const found = placeholderIn(text);
    if (found === null) return [];
    const digest = quoteWordsDigest(text);
    return [
      {
        code: CODE,
        release: release.id,
        headline: release.headline,
        message: `“${found}” ${where} was left to be filled in.`,
        quote: null,
        at,
        words: { digest, all: text, first: firstWords(text) },
        override: overrideOf(current.overrides, CODE, digest),
      },
    ];
  });
