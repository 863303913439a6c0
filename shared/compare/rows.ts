import type { Block } from '../release/model';
import { blockText } from '../release/text';
import type { Pairing } from './align';
import { align } from './align';
import { diffLooks } from './looks';
import type { BlockChange, BlockKind } from './model';
import { diffWords } from './words';

/**
 * Compares two bodies (or two sets of notes) block by block.
 *
 * Out: one row for each block of `after` in its order, with each removed block after the row of the unmoved block it
 * followed before. A moved block has one row, where it stands after; a split one a single row, where its first part
 * stands.
 */
export const compareBlocks = (before: readonly Block[], after: readonly Block[]): readonly BlockChange[] => {
  const identitiesBefore = before.map((block) => JSON.stringify(block));
  const identitiesAfter = after.map((block) => JSON.stringify(block));
  const pairings = align(
    before.map((block, index) => ({ text: alignedText(block), identity: identitiesBefore[index] ?? '' })),
    after.map((block, index) => ({ text: alignedText(block), identity: identitiesAfter[index] ?? '' })),
  );

  const paired = new Set(pairings.flatMap((pairing) => pairing.before));
  const startsAt = new Map(pairings.map((pairing) => [pairing.after[0] ?? -1, pairing]));
  const covered = new Set(pairings.flatMap((pairing) => pairing.after));
  const rows: BlockChange[] = [];

  const inPlace = new Set(pairings.filter((pairing) => !pairing.moved).flatMap((pairing) => pairing.before));
  const putRemovedFrom = (start: number): void => {
    for (let index = start; index < before.length && !inPlace.has(index); index += 1) {
      const block = before[index];
      if (block !== undefined && !paired.has(index)) rows.push(removedRow(index, block));
    }
  };

  putRemovedFrom(0);
  after.forEach((block, index) => {
    const pairing = startsAt.get(index);
    if (pairing === undefined) {
      if (!covered.has(index)) rows.push(addedRow(index, block));
      return;
    }
    const these = pairing.before.flatMap((at) => before[at] ?? []);
    const those = pairing.after.flatMap((at) => after[at] ?? []);
    const isIdentical =
      these.length === those.length && identitiesBefore[pairing.before[0] ?? -1] === identitiesAfter[index];
    rows.push(pairedRow({ pairing, these, those, isIdentical }));
    if (!pairing.moved) putRemovedFrom((pairing.before.at(-1) ?? 0) + 1);
  });
  return rows;
};

/** What a block is known again by: its words, and of an image the picture, whatever is said of it. */
const alignedText = (block: Block): string =>
  block.type === 'image' ? `${block.file}\n${blockText(block)}` : blockText(block);

const removedRow = (index: number, block: Block): BlockChange => ({
  kind: 'removed',
  before: index,
  after: null,
  words: diffWords(blockText(block), ''),
  formatting: [],
  type: block.type,
});

const addedRow = (index: number, block: Block): BlockChange => ({
  kind: 'added',
  before: null,
  after: index,
  words: diffWords('', blockText(block)),
  formatting: [],
  type: block.type,
  becomes: [block],
});

type Pair = {
  readonly pairing: Pairing;
  readonly these: readonly Block[];
  readonly those: readonly Block[];
  readonly isIdentical: boolean;
};

const pairedRow = ({ pairing, these, those, isIdentical }: Pair): BlockChange => {
  const words = diffWords(these.map(blockText).join('\n'), those.map(blockText).join('\n'));
  const formatting = isIdentical ? [] : diffLooks(these, those, words);
  const isReworded = words.some(({ op }) => op !== 'same');
  return {
    kind: kindOf(pairing, isReworded, formatting.length > 0),
    before: oneOrSeveral(pairing.before),
    after: oneOrSeveral(pairing.after),
    words,
    formatting,
    type: those[0]?.type ?? 'paragraph',
    ...(isIdentical ? {} : { becomes: those }),
  };
};

const oneOrSeveral = (indices: readonly number[]): number | readonly number[] =>
  indices.length === 1 ? (indices[0] ?? 0) : indices;

const kindOf = (pairing: Pairing, isReworded: boolean, isReformatted: boolean): BlockKind => {
  if (pairing.after.length > 1) return 'split';
  if (pairing.before.length > 1) return 'joined';
  if (pairing.moved) return isReworded || isReformatted ? 'moved-changed' : 'moved';
  if (isReworded) return 'changed';
  return isReformatted ? 'formatting' : 'same';
};
