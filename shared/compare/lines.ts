import { describeChange, isOfImage, isReworded, moveText, speakChange } from './describe';
import type { BlockChange, Comparison, FieldChange, FieldName } from './model';
import type { ChangePlace } from './take-over';
import { listNumber } from '../release/list-number';
import type { Block, Release, Run } from '../release/model';
import { dayWords } from '../archive/dates';
import {
  type Cell,
  type Change,
  type Draft,
  type Layout,
  type Line,
  type Names,
  type Trait,
  nothing,
  words,
} from './line';
import { withWhere } from './moves';
import { type Piece, firstWords, plainPieces, sidePieces } from './pieces';

const FIELD_NAMES: Readonly<Record<FieldName, string>> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  place: 'Place',
  date: 'Date',
  reference: 'Reference',
  language: 'Language',
  embargo: 'Embargo',
  topics: 'Topics',
  notes: 'Notes to editors',
  contacts: 'Contacts',
  state: 'State',
};

/** The fields that are shown as text, in their places. */
const IN_TEXT: readonly FieldName[] = ['headline', 'standfirst', 'notes'];

/**
 * Lays a comparison out in lines. In: the comparison, the two releases it was made of, and the names of the two versions,
 * for the words in a place where nothing stands. Decides nothing about what changed.
 */
export const layOut = (comparison: Comparison, before: Release, after: Release, names: Names): Layout => {
  const field = (name: FieldName): FieldChange | undefined => comparison.fields.find((change) => change.field === name);
  const notes = field('notes')?.blocks;
  const others = comparison.fields.filter(({ field: name }) => !IN_TEXT.includes(name));
  const drafts = [
    textLine('headline', after.headline, field('headline')),
    textLine('standfirst', after.standfirst, field('standfirst')),
    ...blockLines('body', comparison.blocks, before.body, after.body, names),
    ...(notes === undefined ? [] : [partLine('Notes to editors')]),
    ...(notes === undefined ? [] : blockLines('notes', notes, before.notes, after.notes, names)),
    ...(others.length === 0 ? [] : [partLine('Fields')]),
    ...others.map((change) => fieldLine(change, names)),
  ].filter((draft) => draft !== null);

  const changes = [...new Set(drafts.flatMap(({ of }) => of ?? []))];
  const numbers = new Map(changes.map((change, index) => [change, index]));
  const moves = changes.filter(({ moved }) => moved !== null);
  const lines = drafts.map(({ of, ...line }): Line => {
    // A move is decided on where its words stand now; any other change has one line.
    const isPlace = of !== null && (of.moved === null || line.right.has === 'words');
    const move = of === null || of.moved === null ? null : moves.indexOf(of) + 1;
    return { ...line, change: of === null ? null : (numbers.get(of) ?? null), isPlace, move };
  });
  return { lines, changes };
};

const bothSides = (change: FieldChange): { readonly left: Cell; readonly right: Cell } => ({
  left: words(sidePieces(change.words, 'before', [], [])),
  right: words(sidePieces(change.words, 'after', [], [])),
});

/** A line that is always there: the headline, the standfirst. Left out where it is empty on both sides. */
const textLine = (look: 'headline' | 'standfirst', text: string, change: FieldChange | undefined): Draft | null => {
  if (change !== undefined) {
    const of: Change = { ...fieldChange(change, look), part: 'text', traits: ['words', 'fields'] };
    return { key: look, look, kind: 'changed', ...bothSides(change), of };
  }
  if (text === '') return null;
  const same = words(plainPieces([{ op: 'same', text }]));
  return { key: look, look, kind: 'same', left: same, right: same, of: null };
};

const partLine = (name: string): Draft => {
  const title = words(plainPieces([{ op: 'same', text: name }]));
  return { key: `part ${name}`, look: 'part', kind: 'same', left: title, right: title, of: null };
};

const fieldLine = (change: FieldChange, names: Names): Draft => {
  const name = FIELD_NAMES[change.field];
  const cell = (side: 'before' | 'after'): Cell =>
    change[side] === ''
      ? nothing(`${name}: empty in ${names[side]}`)
      : words(
          change.field === 'date'
            ? plainPieces([{ op: side === 'before' ? 'removed' : 'added', text: dayWords(change[side]) }])
            : sidePieces(change.words, side, [], []),
          name,
        );
  return {
    key: `field ${change.field}`,
    look: 'field',
    kind: 'changed',
    left: cell('before'),
    right: cell('after'),
    of: change.field === 'notes' ? null : fieldChange(change, change.field),
  };
};

const fieldChange = (change: FieldChange, field: Exclude<FieldName, 'notes'>): Change => {
  const title = `${FIELD_NAMES[field]} ${change.before === '' ? 'added' : change.after === '' ? 'removed' : 'changed'}`;
  return {
    kind: 'changed',
    part: 'fields',
    title,
    spoken: title,
    excerpt: fieldExcerpt(change),
    moved: null,
    traits: ['fields'],
    place: { in: 'fields', field },
  };
};

const fieldExcerpt = (change: FieldChange): string =>
  IN_TEXT.includes(change.field)
    ? changedWords(change.words)
    : [change.before, change.after]
        .map((value) => (value === '' ? 'none' : change.field === 'date' ? dayWords(value) : firstWords(value, 40)))
        .join(' → ');

const listed = (at: number | readonly number[] | null): readonly number[] =>
  at === null ? [] : typeof at === 'number' ? [at] : at;

const runsAt = (blocks: readonly Block[], at: number | readonly number[] | null): readonly Run[] =>
  listed(at).flatMap((index, order) => [...(order === 0 ? [] : [{ text: '\n' }]), ...(blocks[index]?.runs ?? [])]);

/** A side that holds words of blocks, of which the first is given by its index. */
const blockCell = (pieces: readonly Piece[], tag: string, blocks: readonly Block[], first: number): Cell => {
  const block = blocks[first];
  return words(pieces, tag, listNumber(blocks, first), block?.type === 'list-item' ? block.depth : 0);
};

/** A draft and where its words stood before (the last of its blocks), where that place is its place. */
type Placed = { readonly draft: Draft; readonly stood: number | null };

const blockLines = (
  part: 'body' | 'notes',
  blocks: readonly BlockChange[],
  before: readonly Block[],
  after: readonly Block[],
  names: Names,
): readonly Draft[] => {
  const moves: { readonly change: BlockChange; readonly to: Draft }[] = [];
  const placed = blocks.map((change, index): Placed => {
    const isMove = change.kind === 'moved' || change.kind === 'moved-changed';
    const draft = blockLine({ place: { in: part, row: index }, change, before, after, names });
    if (isMove) moves.push({ change, to: draft });
    return { draft, stood: isMove ? null : (listed(change.before).at(-1) ?? null) };
  });
  // Each move also gets a line where it stood before: after the line of the block that it followed there.
  for (const { change, to } of moves.toSorted(
    (a, b) => (listed(a.change.before)[0] ?? 0) - (listed(b.change.before)[0] ?? 0),
  )) {
    const stood = listed(change.before)[0] ?? 0;
    const precedes = placed.reduce(
      (best, { stood: at }, index) => (at !== null && at < stood && at > (placed[best]?.stood ?? -1) ? index : best),
      -1,
    );
    placed.splice(precedes + 1, 0, { draft: movedFrom(change, to, before), stood });
  }
  return withWhere(placed.map(({ draft }) => draft));
};

const blockLine = ({
  place,
  change,
  before,
  after,
  names,
}: {
  readonly place: Exclude<ChangePlace, { readonly in: 'fields' }>;
  readonly change: BlockChange;
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  readonly names: Names;
}): Draft => {
  const side = (at: 'before' | 'after', tag = ''): Cell => {
    const blocks = at === 'before' ? before : after;
    const formatting = at === 'after' ? change.formatting.filter((each) => !isOfImage(each)) : [];
    const first = listed(change[at])[0] ?? -1;
    const pieces = sidePieces(change.words, at, runsAt(blocks, change[at]), formatting);
    return blockCell(pieces, tag === '' ? imageTag(blocks[first]) : tag, blocks, first);
  };
  // What is said of an image is no look of words.
  const isSaid = change.kind === 'formatting' && change.formatting.every(isOfImage);
  const kind = isSaid ? 'changed' : change.kind;
  const tag = change.kind === 'split' || change.kind === 'joined' ? describeChange(change) : '';
  return {
    key: `${place.in} ${place.row}`,
    look: change.type,
    kind,
    left: change.before === null ? nothing(`Not in ${names.before}`) : side('before'),
    right: change.after === null ? nothing(`Not in ${names.after}`) : side('after', tag),
    of:
      change.kind === 'same'
        ? null
        : {
            kind,
            part: 'text',
            title: describeChange(change),
            spoken: speakChange(change),
            excerpt: excerptOf(change),
            moved: change.kind.startsWith('moved') ? moveText(change) : null,
            traits: traitsOf(change),
            place,
          },
  };
};

/** What an image says besides its caption, over it; empty for any other block. */
const imageTag = (block: Block | undefined): string => {
  if (block?.type !== 'image') return '';
  const told = block.decorative ? 'decorative' : block.alternative === '' ? 'not described' : `“${block.alternative}”`;
  return `Image, ${told}${block.credit === '' ? '' : `, ${block.credit}`}`;
};

/** What changed of an image besides its caption, as a field's values are shown. */
const imageExcerpt = ({ formatting }: BlockChange): string | null => {
  const told = formatting.find(({ what }) => what === 'alternative text' || what === 'credit');
  if (told === undefined) return null;
  return [told.before, told.after].map((value) => (value === '' ? 'none' : firstWords(value, 40))).join(' → ');
};

const traitsOf = (change: BlockChange): readonly Trait[] => {
  const { kind, formatting, inQuote } = change;
  return [
    ...(isReworded(change) ? ['words' as const] : []),
    ...(kind.startsWith('moved') || kind === 'split' || kind === 'joined' ? ['moves' as const] : []),
    ...(formatting.some(isOfImage) ? ['fields' as const] : []),
    ...(formatting.some((each) => !isOfImage(each)) ? ['formatting' as const] : []),
    ...(inQuote === true ? ['quotes' as const] : []),
  ];
};

/** The line where a moved block stood. Its other half is filled in once it is known how far it went. */
const movedFrom = (change: BlockChange, to: Draft, before: readonly Block[]): Draft => ({
  ...to,
  key: `${to.key} from`,
  left: blockCell(
    sidePieces(change.words, 'before', runsAt(before, change.before), []),
    '',
    before,
    listed(change.before)[0] ?? -1,
  ),
  right: nothing(''),
});

const excerptOf = (change: BlockChange): string =>
  imageExcerpt(change) ??
  (change.kind === 'changed' && isReworded(change)
    ? changedWords(change.words)
    : firstWords(
        change.words
          .map(({ text }) => text)
          .join('')
          .replace(/[\n\t]/g, ' '),
        32,
      ));

/** "ten → twelve": the first words that changed. */
const changedWords = (ops: BlockChange['words']): string => {
  const first = ops.findIndex(({ op }) => op !== 'same');
  const [one, two] = [ops[first], ops[first + 1]];
  if (one === undefined) return '';
  const shown = (text: string): string => firstWords(text.trim().replaceAll('\n', ' '), 24);
  if (one.op === 'removed' && two?.op === 'added') return `${shown(one.text)} → ${shown(two.text)}`;
  return shown(one.text);
};
