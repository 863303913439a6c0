import { sha256Hex } from '../digest';
import { normaliseWords } from '../quotes/approval';
import type { Quote, QuoteStatus } from '../quotes/model';
import { type ResolveContext, resolveQuotes } from '../quotes/resolve';
import type { Override } from '../release/model';
import type { CheckCode, Finding } from './model';
import type { PublicRelease } from './select';

/** What an override of a quote's check is bound to: the SHA-256 of its words in normal form. Other words need another. */
export const quoteWordsDigest = (words: string): string => sha256Hex(normaliseWords(words));

const QUOTE_CHECKS: Readonly<Partial<Record<QuoteStatus, { readonly code: CheckCode; readonly says: string }>>> = {
  'no speaker': { code: 'quote-no-speaker', says: 'has no speaker that a person accepted' },
  'needs approval': { code: 'quote-needs-approval', says: 'needs approval and has none' },
  'changed since approval': { code: 'quote-changed', says: 'has changed since it was approved' },
};

/** The first words of a quote without its marks, for showing, at most eight, with an ellipsis where it goes on. */
const firstWords = (words: string): string => {
  const all = words
    .replace(/^[“"‘'«]\s*|\s*[”"’'»]$/gu, '')
    .split(/\s+/u)
    .filter(Boolean);
  return all.length <= 8 ? all.join(' ') : `${all.slice(0, 8).join(' ')}…`;
};

const overrideOf = (overrides: readonly Override[], check: CheckCode, digest: string): Finding['override'] => {
  const found = overrides.findLast((override) => override.check === check && override.digest === digest);
  return found ? { by: found.by, reason: found.reason } : null;
};

const quoteFinding = ({ release, current }: PublicRelease, quote: Quote): Finding[] => {
  const check = QUOTE_CHECKS[quote.status];
  if (!check) return [];
  const digest = quoteWordsDigest(quote.words);
  const block = quote.ranges[0]?.block ?? 0;
  const words = firstWords(quote.words);
  return [
    {
      code: check.code,
      release: release.id,
      headline: release.headline,
      message: `The quote “${words}” in paragraph ${block + 1} ${check.says}.`,
      quote: { key: quote.key, block },
      words: { digest, all: quote.words, first: words },
      override: overrideOf(current.overrides, check.code, digest),
    },
  ];
};

/** What stands against exporting these releases: each quote that is not settled, each field that is missing. */
export const checkReleases = (releases: readonly PublicRelease[], context: ResolveContext): Finding[] =>
  releases.flatMap((each) => {
    const { release } = each;
    const lacks = (code: CheckCode, message: string): Finding => ({
      code,
      release: release.id,
      headline: release.headline,
      message,
      quote: null,
      words: null,
      override: null,
    });
    return [
      ...(release.headline.trim() === '' ? [lacks('missing-headline', 'A published release has no headline.')] : []),
      ...(release.dateline.date === '' ? [lacks('missing-date', `“${release.headline}” has no date.`)] : []),
      ...resolveQuotes(release, context).flatMap((quote) => quoteFinding(each, quote)),
    ];
  });

/** Whether a finding stops the export: nobody has let it pass. */
export const stops = (finding: Finding): boolean => finding.override === null;
