import { invariant } from '../assert';
import type { Block, Release } from '../release/model';
import type { BlockChange, Comparison } from './model';

/**
 * Takes every change of a comparison over. In: a comparison and the release it was made from. Out: that release with
 * the body and the compared fields of the one it was compared with, exactly; id, quotes, overrides and publication stay.
 * Throws (a bug) where the comparison was made from another release.
 */
export const patch = (comparison: Pick<Comparison, 'blocks' | 'values'>, before: Release): Release => ({
  ...before,
  ...comparison.values,
  body: comparison.blocks.flatMap((change) => blocksAfter(change, before.body)),
});

/** The blocks that one row leaves standing: none for a removed one. */
const blocksAfter = (change: BlockChange, before: readonly Block[]): readonly Block[] => {
  if (change.after === null) return [];
  if (change.becomes !== undefined) return change.becomes;
  invariant(typeof change.before === 'number', 'a row that changes nothing stands on one block');
  const block = before[change.before];
  invariant(block !== undefined, 'a comparison is applied to the release it was made from');
  return [block];
};
