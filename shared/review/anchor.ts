import { indicesAt } from '../compare/merge';
import type { BlockChange } from '../compare/model';
import { rangeAcross } from '../compare/offsets';
import { compareBlocks } from '../compare/rows';
import { diffWords } from '../compare/words';
import type { Block, Release } from '../release/model';
import { blockText } from '../release/text';
import type { Anchor, RemarkPart } from './model';

/** The texts of a part of a release, one a block; a field is one block. */
export const textsOf = (release: Release, part: RemarkPart): readonly string[] =>
  part === 'body' || part === 'notes' ? release[part].map(blockText) : [release[part]];

/** The anchor of a stretch of a text; null where no words stand there. Offsets are UTF-16 in the block's text. */
export const anchorOf = (
  release: Release,
  at: { readonly part: RemarkPart; readonly block: number; readonly start: number; readonly end: number },
): Anchor | null => {
  const text = textsOf(release, at.part)[at.block] ?? '';
  const words = text.slice(at.start, at.end);
  return words.trim() === '' ? null : { ...at, words };
};

/**
 * Makes a follower of phrases from one text to another of the same release. In: the text in which anchors count, and the
 * text as it is now. Out: a function that gives an anchor as it stands now, also where its block moved, was split or joined,
 * or words around or within it changed; null where none of its words are left. The comparison is made once.
 */
export const followAnchors = (from: Release, to: Release): ((anchor: Anchor) => Anchor | null) => {
  const rows = new Map<'body' | 'notes', readonly BlockChange[]>();
  const rowsOf = (part: 'body' | 'notes'): readonly BlockChange[] => {
    const known = rows.get(part) ?? compareBlocks(from[part], to[part]);
    rows.set(part, known);
    return known;
  };
  return (anchor) => {
    const { part, block, start, end } = anchor;
    if (part === 'headline' || part === 'standfirst') {
      const range = rangeAcross(diffWords(from[part], to[part]), 'before', { start, end });
      return range === null ? null : anchorOf(to, { part, block: 0, ...range });
    }
    const row = rowsOf(part).find((each) => indicesAt(each, 'before').includes(block));
    if (row === undefined || row.after === null) return null;
    const before = offsetsOf(from[part], indicesAt(row, 'before'));
    const at = before.get(block) ?? 0;
    const range = rangeAcross(row.words, 'before', { start: at + start, end: at + end });
    return range === null ? null : placed(to, part, indicesAt(row, 'after'), range);
  };
};

/** Where each block begins in the text of a row, whose blocks are joined by one sign each. */
const offsetsOf = (blocks: readonly Block[], indices: readonly number[]): ReadonlyMap<number, number> => {
  const starts = new Map<number, number>();
  let at = 0;
  for (const index of indices) {
    starts.set(index, at);
    const block = blocks[index];
    at += (block === undefined ? 0 : blockText(block).length) + 1;
  }
  return starts;
};

/** The first of the blocks in which words of a range stand: a phrase that was split is shown where it begins. */
const placed = (
  to: Release,
  part: 'body' | 'notes',
  indices: readonly number[],
  range: { readonly start: number; readonly end: number },
): Anchor | null => {
  const starts = offsetsOf(to[part], indices);
  const texts = textsOf(to, part);
  for (const [block, at] of starts) {
    const length = texts[block]?.length ?? 0;
    const start = Math.max(0, range.start - at);
    const end = Math.min(length, range.end - at);
    const anchor = start < end ? anchorOf(to, { part, block, start, end }) : null;
    if (anchor !== null) return anchor;
  }
  return null;
};

/** The phrase by its words alone, where the text in which it was marked is no longer to be had; null where it stands nowhere, or more than once. */
export const findAnchor = (release: Release, { part, words }: Anchor): Anchor | null => {
  const found = textsOf(release, part).flatMap((text, block) => {
    const start = text.indexOf(words);
    const isAlone = start !== -1 && text.indexOf(words, start + 1) === -1;
    return start === -1 ? [] : [isAlone ? anchorOf(release, { part, block, start, end: start + words.length }) : null];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
};
