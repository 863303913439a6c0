/* Lines that belong to the page a release was copied from, not to the release. Each is shown with its reason, and only
   dropped by consent: a real sentence of the same words can be kept. */

type Mark = { readonly line: RegExp; readonly why: string };

const ANYWHERE: readonly Mark[] = [
  { line: /^skip to (?:the )?(?:main )?content$/i, why: 'A link for keyboards at the top of a web page' },
  { line: /^back to (?:the )?news archive$/i, why: 'A link back to the archive' },
  { line: /^latest news$/i, why: 'The heading of the teaser under a web page' },
  { line: /^all news$/i, why: 'A link of the teaser under a web page' },
  { line: /^get the latest news$/i, why: 'The heading of the sign-up under a web page' },
  { line: /^(?:#\s*){3,}$|^-\s*30\s*-$/, why: 'A mark for the end of a release' },
];
/** Words that could begin a real sentence, so they count only next to a line that is certain. */
const BESIDE_ANOTHER: readonly Mark[] = [
  { line: /^keep up to date with\b.{0,200}$/i, why: 'The teaser under a web page' },
];

const reason = (marks: readonly Mark[], line: string): string | null => {
  const bare = line.trim().replace(/[.:]$/, '');
  return marks.find((mark) => mark.line.test(bare))?.why ?? null;
};

/** For each line the reason why it is page furniture, or null. `lines` are those with words in them, in order. */
export const furnitureOf = (lines: readonly string[]): readonly (string | null)[] => {
  const certain = lines.map((line) => reason(ANYWHERE, line));
  const isCertain = (index: number): boolean => typeof certain[index] === 'string';
  return lines.map(
    (line, index) =>
      certain[index] ?? (isCertain(index - 1) || isCertain(index + 1) ? reason(BESIDE_ANOTHER, line) : null),
  );
};

/** The line that ends a release: ENDS, with or without dashes. */
export const isEnds = (line: string): boolean => /^[\s\-–—*#/]*(?:ends|end|diwedd)[\s\-–—*#/.]*$/i.test(line);

/** The heading over the notes to editors. */
export const isNotesHeading = (line: string): boolean =>
  /^(?:notes? (?:to|for) (?:the )?editors?|nodiadau i olygyddion)\s*[:.]?$/i.test(line.trim());
