import { createQuoteFinder } from '../quotes/find';
import type { ResolveContext } from '../quotes/resolve';
import { resolveQuotes } from '../quotes/resolve';
import type { Release } from '../release/model';
import { compareFields } from './fields';
import { markQuotes } from './in-quotes';
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
  // One finder for both: a paragraph that stands in both is read once.
  const { find } = createQuoteFinder();
  const [quotesBefore, quotesAfter] = [resolveQuotes(before, context, find), resolveQuotes(after, context, find)];
  const texts = compareTexts(before, after);
  const blocks = markQuotes(texts.blocks, { before, after, quotesBefore, quotesAfter });
  const { fields, values } = texts;
  const quotes = compareQuotes(quotesBefore, quotesAfter);
  const changedQuotes = quotes.filter(({ kind }) => kind !== 'unchanged').length;
  return {
    blocks,
    fields,
    quotes,
    values,
    summary: { ...countKinds(blocks), fields: fields.length, quotes: changedQuotes },
  };
};

/** Compares two releases but for their quotes: the rows of the body, and the fields. */
export const compareTexts = (before: Release, after: Release): Pick<Comparison, 'blocks' | 'fields' | 'values'> => {
  const { changes: fields, values } = compareFields(before, after);
  return { blocks: compareBlocks(before.body, after.body), fields, values };
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
