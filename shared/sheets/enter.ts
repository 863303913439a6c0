import { type ResolveContext, resolveQuotes } from '../quotes/resolve';
import type { Quote } from '../quotes/model';
import type { Instant, Release, ReleaseId, VersionHash } from '../release/model';
import { readCode } from './code';
import type { IssuedQuote, IssuedSheet } from './model';
import { knownWordings, wordingOf } from './sheet';

/** A sheet as its line in the history tells of it: when it was issued, and the text it was made from. */
export type KnownSheet = IssuedSheet & { readonly at: Instant; readonly object: VersionHash };

/** A quote of a sheet issued before, with where its words can be read. */
export type OldWording = IssuedQuote & Pick<KnownSheet, 'at' | 'object'>;

/** What a returned code says. */
export type CodeAnswer =
  /** It cannot be a code: too short, too long, or with signs that no code has. */
  | { readonly kind: 'malformed' }
  /** The quotes that stand in exactly these words; more than one only where the same person says the same twice. */
  | { readonly kind: 'found'; readonly quotes: readonly Quote[] }
  /** It is of an older wording. `quote`: what stands there now; null where it is no longer in the text. */
  | { readonly kind: 'outdated'; readonly issued: OldWording; readonly quote: Quote | null }
  /** Two wordings begin with it: nobody can say which was meant. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unknown' };

type Where = { readonly release: ReleaseId; readonly quotes: readonly Quote[]; readonly sheets: readonly KnownSheet[] };

/** Finds what a code typed by hand stands for, among a release's quotes as they are and all sheets issued for it. */
export const answerCode = (typed: string, { release, quotes, sheets }: Where): CodeAnswer => {
  const code = readCode(typed);
  if (code === null) return { kind: 'malformed' };
  const known = knownWordings(release, quotes, sheets).filter((each) => each.code.startsWith(code));
  const [meant, another] = [...new Set(known.map(({ digest }) => digest))];
  if (meant === undefined) return { kind: 'unknown' };
  if (another !== undefined) return { kind: 'ambiguous' };
  const now = quotes.filter((quote) => wordingOf(quote, release)?.digest === meant);
  if (now.length > 0) return { kind: 'found', quotes: now };
  const issued = sheets
    .flatMap(({ at, object, quotes: each }) => each.map((wording) => ({ ...wording, at, object })))
    .findLast(({ digest }) => digest === meant);
  if (issued === undefined) return { kind: 'unknown' };
  return { kind: 'outdated', issued, quote: quotes.find(({ stored }) => stored?.id === issued.quote) ?? null };
};

/** The quote of an older text whose wording has this digest; null where it has none such. */
export const quoteOfWording = (text: Release, digest: string, context: ResolveContext): Quote | null =>
  resolveQuotes(text, context).find((quote) => wordingOf(quote, text.id)?.digest === digest) ?? null;
