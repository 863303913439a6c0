import { describeChange } from '../../shared/compare/describe';
import type { BlockChange, BlockKind, Comparison, FieldChange, FieldName } from '../../shared/compare/model';
import type { Block, Release, Run } from '../../shared/release/model';
import { fullDay } from '../ui/dates';
import { type Piece, firstWords, plainPieces, sidePieces } from './pieces';

/** One side of a line: words, or what stands in their place. */
export type Cell =
  | { readonly has: 'words'; readonly pieces: readonly Piece[]; readonly tag: string }
  | { readonly has: 'nothing'; readonly says: string };

export type LineLook = 'headline' | 'standfirst' | 'field' | 'part' | Block['type'];

/** A line across both columns. Both ends of a move share one change. */
export type Line = {
  readonly key: string;
  readonly look: LineLook;
  readonly kind: BlockKind;
  readonly left: Cell;
  readonly right: Cell;
  /** Which of the changes this is, or null where nothing changed. */
  readonly change: number | null;
};

export type Change = {
  readonly kind: BlockKind;
  readonly part: 'text' | 'fields';
  /** "Moved, one word changed". */
  readonly title: string;
  /** Which words, in few. */
  readonly excerpt: string;
};

/** A comparison laid out for reading: its lines from the top, and its changes in the order in which they are met. */
export type Layout = { readonly lines: readonly Line[]; readonly changes: readonly Change[] };

type Draft = Omit<Line, 'change'> & { readonly of: Change | null };
type Names = { readonly before: string; readonly after: string };

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
  const lines = drafts.map(({ of, ...line }): Line => ({ ...line, change: of === null ? null : changes.indexOf(of) }));
  return { lines, changes };
};

const words = (pieces: readonly Piece[], tag = ''): Cell => ({ has: 'words', pieces, tag });
const nothing = (says: string): Cell => ({ has: 'nothing', says });

const bothSides = (change: FieldChange): { readonly left: Cell; readonly right: Cell } => ({
  left: words(sidePieces(change.words, 'before', [], [])),
  right: words(sidePieces(change.words, 'after', [], [])),
});

/** A line that is always there: the headline, the standfirst. Left out where it is empty on both sides. */
const textLine = (look: 'headline' | 'standfirst', text: string, change: FieldChange | undefined): Draft | null => {
  if (change !== undefined) {
    const of: Change = { kind: 'changed', part: 'text', ...fieldWords(change) };
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
            ? plainPieces([{ op: side === 'before' ? 'removed' : 'added', text: fullDay(change[side]) }])
            : sidePieces(change.words, side, [], []),
          name,
        );
  return {
    key: `field ${change.field}`,
    look: 'field',
    kind: 'changed',
    left: cell('before'),
    right: cell('after'),
    of: { kind: 'changed', part: 'fields', ...fieldWords(change) },
  };
};

const fieldWords = (change: FieldChange): Pick<Change, 'title' | 'excerpt'> => ({
  title: `${FIELD_NAMES[change.field]} ${change.before === '' ? 'added' : change.after === '' ? 'removed' : 'changed'}`,
  excerpt: IN_TEXT.includes(change.field)
    ? changedWords(change.words)
    : [change.before, change.after]
        .map((value) => (value === '' ? 'none' : change.field === 'date' ? fullDay(value) : firstWords(value, 40)))
        .join(' → '),
});

const listed = (at: number | readonly number[] | null): readonly number[] =>
  at === null ? [] : typeof at === 'number' ? [at] : at;

const runsAt = (blocks: readonly Block[], at: number | readonly number[] | null): readonly Run[] =>
  listed(at).flatMap((index, order) => [...(order === 0 ? [] : [{ text: '\n' }]), ...(blocks[index]?.runs ?? [])]);

/** A draft and where its words stood before (the last of its blocks), where that place is its place. */
type Placed = { readonly draft: Draft; readonly stood: number | null };

const blockLines = (
  part: string,
  blocks: readonly BlockChange[],
  before: readonly Block[],
  after: readonly Block[],
  names: Names,
): readonly Draft[] => {
  const moves: { readonly change: BlockChange; readonly to: Draft }[] = [];
  const placed = blocks.map((change, index): Placed => {
    const draft = blockLine(`${part} ${index}`, change, before, after, names);
    const isMove = change.kind === 'moved' || change.kind === 'moved-changed';
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

const blockLine = (
  key: string,
  change: BlockChange,
  before: readonly Block[],
  after: readonly Block[],
  names: Names,
): Draft => {
  const side = (at: 'before' | 'after', tag = ''): Cell =>
    words(
      sidePieces(
        change.words,
        at,
        at === 'before' ? runsAt(before, change.before) : runsAt(after, change.after),
        at === 'after' ? change.formatting : [],
      ),
      tag,
    );
  const tag = change.kind === 'split' || change.kind === 'joined' ? describeChange(change) : '';
  return {
    key,
    look: change.type,
    kind: change.kind,
    left: change.before === null ? nothing(`Not in ${names.before}`) : side('before'),
    right: change.after === null ? nothing(`Not in ${names.after}`) : side('after', tag),
    of:
      change.kind === 'same'
        ? null
        : { kind: change.kind, part: 'text', title: describeChange(change), excerpt: excerptOf(change) },
  };
};

/** The line where a moved block stood. Its other half is filled in once it is known how far it went. */
const movedFrom = (change: BlockChange, to: Draft, before: readonly Block[]): Draft => ({
  ...to,
  key: `${to.key} from`,
  left: words(sidePieces(change.words, 'before', runsAt(before, change.before), [])),
  right: nothing(''),
});

/** Says on both ends of each move where the other is. */
const withWhere = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.map((draft, index) => {
    if (draft.of === null || (draft.kind !== 'moved' && draft.kind !== 'moved-changed')) return draft;
    const other = drafts.findIndex((one, at) => at !== index && one.of === draft.of);
    const between = drafts
      .slice(Math.min(index, other) + 1, Math.max(index, other))
      .filter(({ right }) => right.has === 'words').length;
    const far = between === 0 ? 'just' : (FAR[between] ?? between.toLocaleString('en-GB'));
    const distance = (way: string): string =>
      between === 0 ? `just ${way}` : `${far} ${between === 1 ? 'paragraph' : 'paragraphs'} ${way}`;
    if (draft.right.has === 'nothing') {
      const [way, toWay] = other > index ? ['down', 'down'] : ['up', 'up'];
      return {
        ...draft,
        left: { ...draft.left, ...(draft.left.has === 'words' ? { tag: `Moved ${way}` } : {}) },
        right: nothing(`Moved: now ${distance(toWay)}`),
      };
    }
    const from = other < index ? 'above' : 'below';
    return {
      ...draft,
      left: nothing(`Moved: was ${distance(other < index ? 'up' : 'down')}`),
      right: { ...draft.right, tag: draft.of.title.replace(/^Moved/, `Moved from ${from}`) },
    };
  });

const FAR = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const excerptOf = (change: BlockChange): string =>
  change.kind === 'changed'
    ? changedWords(change.words)
    : firstWords(
        change.words
          .map(({ text }) => text)
          .join('')
          .replaceAll('\n', ' '),
        32,
      );

/** "ten → twelve": the first words that changed. */
const changedWords = (ops: BlockChange['words']): string => {
  const first = ops.findIndex(({ op }) => op !== 'same');
  const [one, two] = [ops[first], ops[first + 1]];
  if (one === undefined) return '';
  const shown = (text: string): string => firstWords(text.trim().replaceAll('\n', ' '), 24);
  if (one.op === 'removed' && two?.op === 'added') return `${shown(one.text)} → ${shown(two.text)}`;
  return shown(one.text);
};
