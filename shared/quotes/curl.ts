import { curlyFor } from './typing';

/** A mark behind a measure, `6" pipe`, `5' 10"`, is no quotation mark. */
const MEASURE = /\d/u;

/**
 * Straight marks made curly by the quotation they belong to, not by the letters beside them: the first of a paragraph opens,
 * the next closes, whatever spaces stand around them. In a running quotation each paragraph opens anew. Single marks
 * between letters, and those that nothing closes, are apostrophes. In: the texts of paragraphs in order. Out: as many
 * texts, each as long as it was.
 */
export const curlTexts = (texts: readonly string[]): readonly string[] => {
  let isOpen = false;
  return texts.map((text, index) => {
    const singles = curlSingles(text);
    const { curled, open } = curlDoubles(singles, isOpen, /^\s*["“]/u.test(texts[index + 1] ?? ''));
    isOpen = open;
    return curled;
  });
};

/** Whether a straight mark stands behind a measure; asked only where no quotation is open that it could close. */
const isMeasure = (text: string, index: number): boolean =>
  MEASURE.test(text[index - 1] ?? '') && !/^[\p{L}\p{N}]/u.test(text.slice(index + 1));

type Curled = { readonly curled: string; readonly open: boolean };

/** Each straight double mark of a text as `opens` has it: whether one is open before it, and where it stands. */
const eachDouble = (text: string, opens: (isOpen: boolean, index: number) => boolean): Curled => {
  let open = false;
  const curled = text.replace(/["“”]/gu, (mark, index: number) => {
    if (mark === '"' && !open && isMeasure(text, index)) return mark;
    open = mark === '"' ? opens(open, index) : mark === '“';
    return open ? '“' : '”';
  });
  return { curled, open };
};

const curlDoubles = (text: string, openFromAbove: boolean, goesOn: boolean): Curled => {
  const head = text.length - text.trimStart().length;
  const inTurn = eachDouble(text, (isOpen, index) => !isOpen || (openFromAbove && index === head));
  if (!inTurn.open || goesOn) return inTurn;
  // One mark is missing: it is not guessed which one, and each is set by what stands before it.
  const byPlace = eachDouble(
    text,
    (isOpen, index) => curlyFor(text.slice(0, index), '"', { openFromAbove: isOpen }) === '“',
  );
  return { ...byPlace, open: false };
};

/** A mark that can close: behind a word or a stop, and before none. */
const CLOSING = /(?<=[^\s(])'(?![\p{L}\p{N}])/gu;

const curlSingles = (text: string): string => {
  if (!text.includes("'")) return text;
  const lastClosing = [...text.matchAll(CLOSING)].at(-1)?.index ?? -1;
  let open = false;
  let curled = '';
  for (const [index, letter] of [...text.matchAll(/./gsu)].map(({ index: at, 0: each }) => [at, each] as const)) {
    if (letter !== "'") {
      curled += letter;
      continue;
    }
    const after = text.slice(index + 1);
    const isWithin = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, index - 2), index)) && /^[\p{L}\p{N}]/u.test(after);
    if (isWithin || (!open && isMeasure(text, index))) {
      curled += isWithin ? '’' : "'";
      continue;
    }
    const wants = curlyFor(curled, "'", { openFromAbove: false, after });
    // What closes it stands behind something of its own.
    const isClosed = lastClosing > index + 1;
    const opens: boolean = wants === '‘' && !open && isClosed;
    open = opens || (open && isClosed && wants === '’' && !/^[\s.,;:!?"”)]|^$/u.test(after));
    curled += opens ? '‘' : '’';
  }
  return curled;
};
