import { sha256Hex } from '../digest';
import { normaliseWords } from '../quotes/approval';
import type { Override } from '../release/model';
import type { CheckCode, Finding } from './model';

/** What an override is bound to: the SHA-256 of the words it lets pass in normal form. Other words need another. */
export const quoteWordsDigest = (words: string): string => sha256Hex(normaliseWords(words));

export { firstWords } from '../quotes/excerpt';

/** Who let these words pass this check last, and why; null where nobody did. */
export const overrideOf = (overrides: readonly Override[], check: CheckCode, digest: string): Finding['override'] => {
  const found = overrides.findLast((override) => override.check === check && override.digest === digest);
  return found ? { by: found.by, reason: found.reason } : null;
};
