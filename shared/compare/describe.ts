import { unreachable } from '../assert';
import type { Block } from '../release/model';
import type { BlockChange, FormattingChange, WordOp } from './model';
import { isWord, tokens } from './tokens';

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/**
 * One row in a few words, for the list of changes: "Moved, one word changed", "Paragraph removed", "Formatting: bold",
 * with "in a quote" where words of a quotation changed. Numbers up to twelve are written out. A replaced word counts once; marks count only where no word
 * changed.
 */
export const describeChange = (change: BlockChange): string => {
  const details = [...wordDetails(change), ...markDetails(change), ...formattingDetails(change.formatting)];
  const withDetails = (opening: string): string => [opening, ...details].join(', ');
  switch (change.kind) {
    case 'same':
      return 'Unchanged';
    case 'added':
      return `${blockNoun(change.type)} added${withQuote(change)}`;
    case 'removed':
      return `${blockNoun(change.type)} removed${withQuote(change)}`;
    case 'moved':
    case 'moved-changed':
      return withDetails('Moved');
    case 'split':
      return withDetails(`Split into ${numberText(countOf(change.after))}`);
    case 'joined':
      return withDetails(`Joined from ${numberText(countOf(change.before))}`);
    case 'changed':
    case 'formatting':
      return capitalised(details.join(', '));
    default:
      return unreachable(change.kind);
  }
};

/**
 * One row to be spoken and to head its place: as `describeChange`, but a moved block says what it is and from where to
 * where, counted from one: "Moved paragraph, one word changed, from paragraph 3 to 7".
 */
export const speakChange = (change: BlockChange): string => {
  if (change.kind !== 'moved' && change.kind !== 'moved-changed') return describeChange(change);
  const noun = blockNoun(change.type).toLowerCase();
  const details = describeChange(change).split(', ').slice(1);
  return [`Moved ${noun}`, ...details, `from ${moveText(change)}`].join(', ');
};

/** From where to where a block moved: "paragraph 3 to 7". Every block counts, from one. */
export const moveText = ({ before, after }: BlockChange): string => `paragraph ${first(before)} to ${first(after)}`;

const first = (at: BlockChange['before']): number => 1 + ((typeof at === 'number' ? at : at?.[0]) ?? 0);

const withQuote = ({ inQuote }: BlockChange): string => (inQuote === true ? ', with a quote' : '');

const numberText = (count: number): string => NUMBERS[count] ?? count.toLocaleString('en-GB');

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const countOf = (at: BlockChange['before']): number => (at === null ? 0 : typeof at === 'number' ? 1 : at.length);

const blockNoun = (type: Block['type']): string => {
  switch (type) {
    case 'paragraph':
      return 'Paragraph';
    case 'heading':
      return 'Heading';
    case 'list-item':
      return 'List item';
    case 'block-quote':
      return 'Block quote';
    case 'image':
      return 'Image';
    case 'table-caption':
      return 'Table caption';
    case 'table-row':
      return 'Table row';
    default:
      return unreachable(type);
  }
};

/** A text without signs that nobody sees, its letters in one form. */
const seen = (text: string): string => text.normalize('NFC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '');

/** The words of a text as they are told apart: an apostrophe is one, whatever its form. */
const wordsOf = (text: string): readonly string[] =>
  tokens(text)
    .filter(isWord)
    .map((word) => seen(word).replace(/[‘’]/gu, "'"));

const counted = (count: number, verb: string): string =>
  `${numberText(count)} ${count === 1 ? 'word' : 'words'} ${verb}`;

/** How many words changed; where none did, what else is different. Empty where the text is the same. */
const wordDetails = ({ kind, words, inQuote, marks: repairs }: BlockChange): readonly string[] => {
  const where = inQuote === true && !kind.startsWith('moved') ? ['in a quote'] : [];
  const edited = words.filter(({ op }) => op !== 'same');
  if (edited.length === 0) return [];
  const { replaced, added, removed, moved } = countEdits(words);
  const count = replaced + added + removed;
  const verb = added === count ? 'added' : removed === count ? 'removed' : 'changed';
  const told = [...(count > 0 ? [counted(count, verb)] : []), ...(moved > 0 ? [counted(moved, 'moved')] : [])];
  if (told.length > 0) return [...told, ...where];
  const marks = edited.map(({ text }) => text.replace(/\s/gu, '')).join('');
  if (marks === '') return kind === 'split' || kind === 'joined' ? [] : ['spacing changed'];
  const [was, is] = (['removed', 'added'] as const).map((own) =>
    seen(edited.map(({ op, text }) => (op === own ? text : '')).join('')),
  );
  if (was === is) return ['invisible signs changed'];
  if (!isQuotationMarks(marks)) return ['punctuation changed'];
  return repairs === undefined ? ['quotation marks changed'] : [];
};

/** The marks of a running quotation that came or went: "running quotation: closing mark moved here". */
const markDetails = ({ marks }: BlockChange): readonly string[] =>
  marks === undefined ? [] : [`running quotation: ${marks.join(' and ')}`];

const isQuotationMarks = (text: string): boolean => /^["“”„«»'‘’‚‹›]+$/u.test(text);

/** Whether what changed in a row is more than spaces and the marks of a running quotation. */
export const isReworded = ({ words, marks }: BlockChange): boolean => {
  const edited = words.map(({ op, text }) => (op === 'same' ? '' : text.replace(/\s/gu, ''))).join('');
  return edited !== '' && (marks === undefined || !isQuotationMarks(edited));
};

/** How many words were replaced, put in and taken out; those of a stretch that went in one place and came in another moved. */
const countEdits = (words: readonly WordOp[]): Readonly<Record<'replaced' | 'added' | 'removed' | 'moved', number>> => {
  let [replaced, added, removed, moved] = [0, 0, 0, 0];
  const alone: Record<'added' | 'removed', (readonly string[])[]> = { added: [], removed: [] };
  for (let index = 0; index < words.length; index += 1) {
    const [op, next] = [words[index], words[index + 1]];
    if (op === undefined || op.op === 'same') continue;
    const own = wordsOf(op.text);
    if (op.op === 'removed' && next?.op === 'added') {
      const put = wordsOf(next.text);
      replaced +=
        own.length === put.length
          ? own.filter((word, at) => word !== put[at]).length
          : Math.min(own.length, put.length);
      added += Math.max(0, put.length - own.length);
      removed += Math.max(0, own.length - put.length);
      index += 1;
    } else alone[op.op].push(own);
  }
  const came = alone.added.map((each) => each.join(' '));
  for (const went of alone.removed) {
    const there = came.indexOf(went.join(' '));
    if (there === -1) removed += went.length;
    else {
      moved += went.length;
      came.splice(there, 1);
      alone.added.splice(there, 1);
    }
  }
  return { replaced, added: added + alone.added.flat().length, removed, moved };
};

const formattingDetails = (formatting: readonly FormattingChange[]): readonly string[] => {
  const [own, looks] = [true, false].map((isOwn) => [
    ...new Set(formatting.filter((each) => isOfImage(each) === isOwn).map(formattingName)),
  ]);
  return [...(own ?? []), ...(looks === undefined || looks.length === 0 ? [] : [`formatting: ${looks.join(', ')}`])];
};

/** Whether a change is one of what an image says besides its caption: a field of it, not a look. */
export const isOfImage = ({ what }: FormattingChange): boolean =>
  what === 'image' || what === 'alternative text' || what === 'credit';

const formattingName = ({ what, before, after }: FormattingChange): string => {
  switch (what) {
    case 'bold':
    case 'italic':
      return after === 'on' ? what : `${what} taken off`;
    case 'link':
      return before === '' ? 'link added' : after === '' ? 'link removed' : 'link address changed';
    case 'language':
      return 'language';
    case 'block type':
      return `${before} to ${after}`;
    case 'image':
      return 'another picture';
    case 'alternative text':
    case 'credit':
      return before === '' ? `${what} added` : after === '' ? `${what} removed` : `${what} changed`;
    default:
      return unreachable(what);
  }
};
