/** What is known besides the text before the caret. */
export type TypingContext = {
  /** A quotation is open from the paragraph above. */
  readonly openFromAbove: boolean;
  /** The text after the caret in the block, where there is any. */
  readonly after?: string;
};

const OPENS_AFTER = /[\s([{/“‘«]/u;
const DASH = /[—–-]/u;
const CLIPPED = /^(?:\d\ds?|tis|twas|em|til|till|cause|cos|n|bout)(?![\p{L}\p{N}])/iu;

/** Whether the last double mark of a text opens. */
const isOpen = (text: string, opening: string, closing: string): boolean =>
  text.lastIndexOf(opening) > text.lastIndexOf(closing);

/**
 * The curly mark for a typed straight one. In: the text of the block before the caret and the key. Out: “ or ” for `"`,
 * ‘ or ’ for `'`. At the head of a paragraph, after a space, a bracket or an opening mark it opens; after a dash it
 * closes what is open; else it closes or is an apostrophe. A clipped word or decade after the caret takes ’.
 */
export const curlyFor = (
  before: string,
  typed: '"' | "'",
  context: TypingContext = { openFromAbove: false },
): string => {
  const last = before.slice(-1);
  const opensHere = before === '' || OPENS_AFTER.test(last);
  if (typed === '"') {
    if (opensHere) return '“';
    if (!DASH.test(last)) return '”';
    return isOpen(before, '“', '”') || context.openFromAbove ? '”' : '“';
  }
  if (CLIPPED.test(context.after ?? '')) return '’';
  if (opensHere) return '‘';
  if (!DASH.test(last)) return '’';
  return /(?:^|[\s“(])‘[^‘’]*$/u.test(before) ? '’' : '‘';
};

/**
 * Where an opening single mark just typed turns out to be an apostrophe, once the word after it is known: "the ‘90",
 * "rock ‘n ". In: the text before the caret. Out: the offset of the mark that should be ’, or null.
 */
export const apostropheToMend = (before: string): number | null => {
  const match = /(?:^|[\s(“—–-])‘(?=(?:\d\ds?|(?:tis|twas|em|til|till|cause|cos|n|bout)[\s.,;:!?])$)/iu.exec(before);
  return match === null ? null : match.index + match[0].length - 1;
};
