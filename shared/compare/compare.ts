import type { ResolveContext } from '../quotes/resolve';
import { resolveQuotes } from '../quotes/resolve';
import type { Release } from '../release/model';
import { compareFields } from './fields';
import type { BlockChange, Comparison } from './model';
import { compareQuotes } from './quotes';
import { compareBlocks } from './rows';

const NOBODY_KNOWN: ResolveContext = { people: [], approvals: 'persons' };

/**
 * Compares two releases, or two drafts of one. In: the two, before and after, and the newsroom's people and rule on
 * approvals, on which speakers and the status of quotes depend (left out: nobody is known, persons need approval).
 * Out: the rows of the body in the order in which they are shown, the fields that differ, a row for every quote, and a
 * count of each. Pure; never fails.
 */
export const compare = (before: Release, after: Release, context: ResolveContext = NOBODY_KNOWN): Comparison => {
  const blocks = compareBlocks(before.body, after.body);
  const { changes: fields, values } = compareFields(before, after);
  const quotes = compareQuotes(resolveQuotes(before, context), resolveQuotes(after, context));
  const changedQuotes = quotes.filter(({ kind }) => kind !== 'unchanged').length;
  return {
    blocks,
    fields,
    quotes,
    values,
    summary: { ...countKinds(blocks), fields: fields.length, quotes: changedQuotes },
  };
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
