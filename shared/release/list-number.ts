import type { Block } from './model';

/** The number that an item of a numbered list has where it stands among `blocks`, counted from one; null for any other block. */
export const listNumber = (blocks: readonly Block[], index: number): number | null => {
  const block = blocks[index];
  if (block?.type !== 'list-item' || block.list === 'bulleted') return null;
  let number = 1;
  for (let at = index - 1; at >= 0; at -= 1) {
    const above = blocks[at];
    if (above?.type !== 'list-item' || above.depth < block.depth) break;
    if (above.depth === block.depth && above.list !== block.list) break;
    if (above.depth === block.depth) number += 1;
  }
  return number;
};
