import { earlierSummaries } from '../../shared/archive/check-earlier';
import { checkRelease } from '../../shared/archive/checks';
import type { Finding } from '../../shared/archive/model';
import type { PublicRelease } from '../../shared/archive/select';
import {
  type ArchiveRelease,
  type EarlierReader,
  allQuotes,
  archiveRelease,
  keyOfRelease,
  shownOf,
  summaryOf,
} from '../../shared/archive/site';
import type { Quote } from '../../shared/quotes/model';
import type { ResolveContext } from '../../shared/quotes/resolve';
import { turns } from '../newsroom/turns';
import { hashOf } from './seal';
import type { KnownRelease } from './state';

/** A short hash of what something depends on. */
export const keyHash = (key: string): string => hashOf(key).slice(0, 32);

/** What is noted of words: a hash, and not themselves. */
export const noteHash = (text: string): string => hashOf(text).slice(0, 20);

/** As `keyHash`, for many: some of them, one after the other, have one and the same long key. */
export const keyHasher = (): ((key: string) => string) => {
  let last = '';
  let hash = keyHash(last);
  return (key) => {
    if (key !== last) [last, hash] = [key, keyHash(key)];
    return hash;
  };
};

/** The release's own key, `ArchiveRelease.key`, in that of its having passed. */
export const ownKeyIn = ({ key }: KnownRelease): string => key.slice(0, key.indexOf(' '));

/** A release that was looked at in this export, with the quotes that its page shows. */
export type LookedAt = KnownRelease & { readonly shown: readonly Quote[] };

/** Looks at a release by itself: what stands against it, and what is noted of it where nothing does. */
export const lookAtRelease = (
  each: PublicRelease,
  context: ResolveContext,
): LookedAt & { readonly findings: readonly Finding[] } => {
  const quotes = allQuotes(each, context);
  const summary = summaryOf(each, quotes, earlierSummaries(each, context));
  return {
    key: keyOfLook(each, ownKeyOf(each)),
    summary,
    shown: shownOf(quotes),
    findings: checkRelease(each, quotes, context),
  };
};

/** The release's own key, as `ArchiveRelease.key` begins. */
export const ownKeyOf = (each: PublicRelease): string => keyHash(keyOfRelease(each));

/** What a look at a release depends on: its own key, whose text it is, and what was let pass. */
const keyOfLook = ({ facts, currentFacts: { id, overrides } }: PublicRelease, own: string): string =>
  `${own} ${facts.id} ${id} ${overrides.length === 0 ? '' : keyHash(JSON.stringify(overrides))}`;

export type ReadReleases = {
  readonly releases: readonly ArchiveRelease[];
  readonly findings: readonly Finding[];
  /** Those that passed with nothing to say, by address, for the next time. */
  readonly passed: ReadonlyMap<string, KnownRelease>;
};

type ReadWith = {
  /** Those that passed before, by address, and those that were looked at just now. */
  readonly known: ReadonlyMap<string, KnownRelease | LookedAt>;
  /** Hears of each. */
  readonly onRead: (count: number) => void;
} & Pick<EarlierReader, 'mayShow'>;

/**
 * The quotes of public releases, and what stands against each. A release that passed when it was last looked at, and is
 * as it was, is not read again.
 */
export const readReleases = async (
  releases: readonly PublicRelease[],
  context: ResolveContext,
  { known, onRead, mayShow }: ReadWith,
): Promise<ReadReleases> => {
  const reader = { quotes: (each: PublicRelease) => allQuotes(each, context), mayShow };
  const findings: Finding[] = [];
  const passed = new Map<string, KnownRelease>();
  const read: ArchiveRelease[] = [];
  const turn = turns();
  for (const each of releases) {
    const { address } = each;
    const own = ownKeyOf(each);
    const was = known.get(address);
    if (was?.key === keyOfLook(each, own)) {
      const shown = 'shown' in was ? was.shown : null;
      read.push(
        archiveRelease(each, shown === null ? () => allQuotes(each, context) : () => shown, was.summary, own, reader),
      );
      passed.set(address, was);
    } else {
      const { key, summary, shown, findings: found } = lookAtRelease(each, context);
      findings.push(...found);
      if (found.length === 0) passed.set(address, { key, summary });
      read.push(archiveRelease(each, () => shown, summary, own, reader));
    }
    onRead(read.length);
    await turn();
  }
  return { releases: read, findings, passed };
};
