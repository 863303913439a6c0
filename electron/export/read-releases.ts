import { setImmediate as othersTurn } from 'node:timers/promises';
import { checkRelease } from '../../shared/archive/checks';
import type { Finding } from '../../shared/archive/model';
import type { PublicRelease } from '../../shared/archive/select';
import {
  type ArchiveRelease,
  allQuotes,
  archiveRelease,
  keyOfRelease,
  shownOf,
  summaryOf,
} from '../../shared/archive/site';
import type { ResolveContext } from '../../shared/quotes/resolve';
import { hashOf } from './seal';
import type { ExportState, KnownRelease } from './state';

/** So long, in milliseconds, the program may be kept from answering. */
const SLICE = 20;

/** Gives others their turn where they had none for a while. */
export const turns = (): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await othersTurn();
    since = performance.now();
  };
};

/** A short hash of what something depends on. */
export const keyHash = (key: string): string => hashOf(key).slice(0, 32);

export type ReadReleases = {
  readonly releases: readonly ArchiveRelease[];
  readonly findings: readonly Finding[];
  /** Those that passed with nothing to say, by address, for the next time. */
  readonly passed: ReadonlyMap<string, KnownRelease>;
};

/**
 * The quotes of public releases, and what stands against each. A release that passed when it was last looked at, and is
 * as it was, is not read again; `onRead` hears of each.
 */
export const readReleases = async (
  releases: readonly PublicRelease[],
  context: ResolveContext,
  state: ExportState | null,
  onRead: (count: number) => void,
): Promise<ReadReleases> => {
  const findings: Finding[] = [];
  const passed = new Map<string, KnownRelease>();
  const read: ArchiveRelease[] = [];
  const turn = turns();
  for (const each of releases) {
    const { address, current, release } = each;
    const { overrides } = current;
    const key = keyHash(`${keyOfRelease(each)} ${release.id} ${current.id} ${JSON.stringify(overrides)}`);
    const known = state?.releases.get(address);
    const again = () => allQuotes(each, context);
    if (known?.key === key) {
      read.push(archiveRelease(each, again, known.summary));
      passed.set(address, known);
    } else {
      const quotes = again();
      const own = checkRelease(each, quotes, context);
      findings.push(...own);
      const summary = summaryOf(each, quotes);
      if (own.length === 0) passed.set(address, { key, summary });
      const shown = shownOf(quotes);
      read.push(archiveRelease(each, () => shown, summary));
    }
    onRead(read.length);
    await turn();
  }
  return { releases: read, findings, passed };
};
