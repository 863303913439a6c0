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
import type { ResolveContext } from '../../shared/quotes/resolve';
import { turns } from '../newsroom/turns';
import { hashOf } from './seal';
import type { ExportState, KnownRelease } from './state';

/** A short hash of what something depends on. */
export const keyHash = (key: string): string => hashOf(key).slice(0, 32);

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

export type ReadReleases = {
  readonly releases: readonly ArchiveRelease[];
  readonly findings: readonly Finding[];
  /** Those that passed with nothing to say, by address, for the next time. */
  readonly passed: ReadonlyMap<string, KnownRelease>;
};

type ReadWith = {
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
  state: ExportState | null,
  { onRead, mayShow }: ReadWith,
): Promise<ReadReleases> => {
  const reader = { quotes: (each: PublicRelease) => allQuotes(each, context), mayShow };
  const findings: Finding[] = [];
  const passed = new Map<string, KnownRelease>();
  const read: ArchiveRelease[] = [];
  const turn = turns();
  for (const each of releases) {
    const { address, currentFacts, facts } = each;
    const { overrides } = currentFacts;
    const own = keyHash(keyOfRelease(each));
    const more = overrides.length === 0 ? '' : keyHash(JSON.stringify(overrides));
    const key = `${own} ${facts.id} ${currentFacts.id} ${more}`;
    const known = state?.releases.get(address);
    const again = () => allQuotes(each, context);
    if (known?.key === key) {
      read.push(archiveRelease(each, again, known.summary, own, reader));
      passed.set(address, known);
    } else {
      const quotes = again();
      const found = checkRelease(each, quotes, context);
      findings.push(...found);
      const summary = summaryOf(each, quotes, earlierSummaries(each, context));
      if (found.length === 0) passed.set(address, { key, summary });
      const shown = shownOf(quotes);
      read.push(archiveRelease(each, () => shown, summary, own, reader));
    }
    onRead(read.length);
    await turn();
  }
  return { releases: read, findings, passed };
};
