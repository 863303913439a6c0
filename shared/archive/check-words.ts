import { sha256Hex } from '../digest';
import { normaliseWords, quoteDigest } from '../quotes/approval';
import type { Quote } from '../quotes/model';
import type { Override } from '../release/model';
import type { CheckCode, Finding } from './model';

/** What an override of words is bound to: their SHA-256 in normal form. Other words need another. */
export const quoteWordsDigest = (words: string): string => sha256Hex(normaliseWords(words));

/**
 * What an override of a quote's approval is bound to: its words, and the name and role of whoever is said to have spoken
 * them, as an approval is (`quoteDigest`). The same words of another speaker, or in another role, need another override;
 * so do those that were let pass before Standfirst bound the speaker, by their words alone. A quote without a speaker is
 * let pass by its words.
 */
export const quoteOverrideDigest = ({ status, stored, words }: Pick<Quote, 'status' | 'stored' | 'words'>): string =>
  status === 'no speaker' || !stored?.speaker
    ? quoteWordsDigest(words)
    : quoteDigest(words, stored.speaker.name, stored.speaker.role);

/** Who let these words pass this check last, and why; null where nobody did. */
export const overrideOf = (overrides: readonly Override[], check: CheckCode, digest: string): Finding['override'] => {
  const found = overrides.findLast((override) => override.check === check && override.digest === digest);
  return found ? { by: found.by, reason: found.reason } : null;
};
