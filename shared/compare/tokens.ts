/**
 * Text cut into the pieces a reader sees as one: words with their inner apostrophes and hyphens, numbers with their
 * separators, currency sign and unit ("£640,000", "1,180", "12.5%", "9am"), e-mail addresses, each mark alone, each
 * stretch of white space alone, and each `\n` and tab by itself. Scripts written without spaces are cut letter by letter; a flag,
 * a key and any other joined sign stays whole, as does a word with a soft hyphen or a joiner in it.
 * The part of an address before the @ is looked for up to its legal 64 characters, so that a row of dots costs no more.
 * An own pattern rather than Intl.Segmenter: that one cuts "£640,000" and "twenty-one" apart, and its words change
 * with the ICU release, so two machines could tell one comparison differently.
 */
const LETTERS = '[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\u00ad\\u200c-\\u200d\\u2060]*';
const PIECE = new RegExp(
  [
    '[\\n\\t]',
    '[^\\S\\n\\t]+',
    '[\\p{L}\\p{N}._+-]{1,64}@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+',
    '[0-9#*]\\ufe0f?\\u20e3',
    '[£$€]?\\p{Nd}+(?:[.,:/]\\p{Nd}+)*(?:%|\\p{L}+)?',
    '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]\\p{M}*',
    `${LETTERS}(?:['’‐‑-]${LETTERS})*`,
    '\\p{Regional_Indicator}{2}',
    '\\p{Extended_Pictographic}(?:[\\p{M}\\p{Emoji_Modifier}\\u{e0020}-\\u{e007f}]|\\u200d\\p{Extended_Pictographic})*',
    '[^\\s]\\p{M}*',
  ].join('|'),
  'gu',
);

/** Cuts a text into pieces which joined give the text again, code unit for code unit. */
export const tokens = (text: string): readonly string[] => text.match(PIECE) ?? [];

const WORD = /^[£$€]?[\p{L}\p{N}]/u;

/** Whether a piece is a word or a number, rather than a mark or white space. */
export const isWord = (token: string): boolean => WORD.test(token);

/** Whether a piece is white space. */
export const isSpace = (token: string): boolean => token.trim() === '';

// Words so common that meeting one in two texts says nothing: English, and the Welsh a bilingual office writes.
const COMMON = new Set(
  (
    'a an and are as at be been but by can do for from had has have he her his i if in into is it its me my no not of on or ' +
    'our out she so such than that the their them then there these they this those to too up us was we were what when ' +
    'which who will with would you your ' +
    'ac ar am ei eu fel gan i na o oedd sydd wedi y yn yr'
  ).split(' '),
);

/** A word in the form in which it is compared for likeness: lower case, one kind of apostrophe, NFC. */
export const folded = (word: string): string => word.normalize('NFC').toLowerCase().replaceAll('’', "'");

/** Whether a word carries meaning by itself: not one of the commonest, not one or two letters; a number always does. */
export const isTelling = (word: string): boolean =>
  /\p{N}/u.test(word) || (word.length > 2 && !COMMON.has(word.toLowerCase()));
