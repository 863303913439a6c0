import type { FormattingChange, WordOp } from './model';
import type { Run } from '../release/model';

/** A stretch of a compared text with one fate and one look. */
export type Piece = {
  readonly op: WordOp['op'];
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: boolean;
  /** Its look differs over the same words. */
  readonly reformatted: boolean;
};

const PLAIN = { bold: false, italic: false, link: false, reformatted: false } as const;

/** Words without looks, as pieces. */
export const plainPieces = (words: readonly WordOp[]): readonly Piece[] => words.map((word) => ({ ...PLAIN, ...word }));

/**
 * The words of one side with their looks. In: the words compared; the runs of that side's blocks, joined by `\n`; and, for
 * the after side, the changes of formatting, whose offsets count in its text. Out: pieces in order. The after side also
 * carries the removed words, plain, for the reading in one column; the before side has no added ones.
 */
export const sidePieces = (
  words: readonly WordOp[],
  side: 'before' | 'after',
  runs: readonly Run[],
  formatting: readonly FormattingChange[],
): readonly Piece[] => {
  const own = side === 'before' ? 'removed' : 'added';
  const looks = lookRanges(runs);
  const edges = [...looks.map(({ end }) => end), ...formatting.flatMap(({ start, end }) => [start, end])].toSorted(
    (a, b) => a - b,
  );
  const pieces: Piece[] = [];
  let at = 0;
  for (const { op, text } of words) {
    if (op !== 'same' && op !== own) {
      if (side === 'after') pieces.push({ ...PLAIN, op, text });
      continue;
    }
    const end = at + text.length;
    for (const [start, stop] of stretches(at, end, edges)) {
      const run = looks.find((look) => look.start <= start && start < look.end)?.run;
      pieces.push({
        op,
        text: text.slice(start - at, stop - at),
        bold: run?.bold === true,
        italic: run?.italic === true,
        link: run?.link !== undefined,
        reformatted: formatting.some((change) => change.start <= start && stop <= change.end),
      });
    }
    at = end;
  }
  return pieces;
};

type Look = { readonly start: number; readonly end: number; readonly run: Run };

const lookRanges = (runs: readonly Run[]): readonly Look[] => {
  let at = 0;
  return runs.map((run) => {
    const start = at;
    at += run.text.length;
    return { start, end: at, run };
  });
};

const stretches = (start: number, end: number, edges: readonly number[]): readonly (readonly [number, number])[] => {
  const cuts = [...new Set([start, ...edges.filter((edge) => edge > start && edge < end), end])];
  return cuts.slice(0, -1).map((cut, index) => [cut, cuts[index + 1] ?? end] as const);
};

/** Pieces by paragraph: a `\n` ends one. */
export const paragraphsOf = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces) {
    piece.text.split('\n').forEach((text, index) => {
      if (index > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ ...piece, text });
    });
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
};

/** The words around the first change, cut at word ends: what a row of the quotes has room for. */
export const aroundChange = (words: readonly WordOp[], room = 44): readonly WordOp[] => {
  const first = words.findIndex(({ op }) => op !== 'same');
  const last = words.findLastIndex(({ op }) => op !== 'same');
  if (first === -1) return [{ op: 'same', text: firstWords(words.map(({ text }) => text).join(''), room * 2) }];
  return words.slice(Math.max(0, first - 1), last + 2).map((word, index, cut): WordOp => {
    if (word.op !== 'same') return word;
    if (index === 0 && first > 0) return { op: 'same', text: lastWords(word.text, room) };
    return index === cut.length - 1 ? { op: 'same', text: firstWords(word.text, room) } : word;
  });
};

/** The beginning of a text, whole words, with an ellipsis where more follows. */
export const firstWords = (text: string, room: number): string => {
  if (text.length <= room) return text;
  const cut = text.slice(0, room + 1);
  return `${cut.slice(0, Math.max(cut.search(/\s\S*$/u), 1))}…`;
};

const lastWords = (text: string, room: number): string => {
  if (text.length <= room) return text;
  const cut = text.slice(-room);
  return `…${cut.slice(Math.max(cut.search(/\s/u) + 1, 0))}`;
};
