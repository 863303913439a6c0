import { useMemo, useState } from 'react';
import { compare } from '../../shared/compare/compare';
import type { Comparison } from '../../shared/compare/model';
import type { Fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/ipc/contract';
import type { ResolveContext } from '../../shared/quotes/resolve';
import type { Release, VersionHash } from '../../shared/release/model';
import type { Change, Layout } from '../../shared/compare/line';
import { layOut } from '../../shared/compare/lines';
import { type Offers, offersOf } from './offers';
import { useHistory, useText } from './use-versions';
import { type Between, type Named, type Pair, choicesOf, firstChoice, inWords, nameOf } from './versions';

/** What is compared, laid out for reading, with the working text as it was when it was compared. */
export type Compared = {
  readonly comparison: Comparison;
  readonly before: Release;
  readonly after: Release;
  readonly working: OpenRelease;
  readonly layout: Layout;
  readonly changes: readonly Change[];
  readonly offers: Offers;
};

type Parts = {
  readonly open: OpenRelease;
  /** A version to stand beside the working text at first. */
  readonly beside: VersionHash | null;
  /** Two versions to begin with, chosen elsewhere. */
  readonly between: Between | null;
  readonly context: ResolveContext;
  readonly at: { readonly now: Date; readonly zone: string };
  readonly onFault: (fault: Fault) => void;
};

/** The two versions that stand side by side, what they are called, and their comparison once both are read. */
export const useComparison = ({ open, beside, between, context, at, onFault }: Parts) => {
  const { history, reread } = useHistory(open.release.id, onFault);
  const [own, setOwn] = useState<Pair | null>(null);
  const asked = history === null || between === null ? null : choicesOf(between, history.versions);
  const likely = history === null ? null : firstChoice(history.versions, history.working.version, beside);
  const pair = own ?? asked ?? likely;
  const before = useText(history, pair?.before ?? null, onFault);
  const after = useText(history, pair?.after ?? null, onFault);
  const named = (choice: Pair['before'] | undefined): Named => nameOf(choice ?? 'working', history?.versions ?? [], at);
  const [left, right] = [named(pair?.before), named(pair?.after)];
  const working = history?.working ?? null;
  const compared = useMemo((): Compared | null => {
    if (before === null || after === null || working === null) return null;
    const comparison = compare(before, after, context);
    const names = { before: inWords(left.name), after: inWords(right.name) };
    const layout = layOut(comparison, before, after, names);
    const offers = offersOf({ before, after, working: working.release }, names);
    return { comparison, before, after, working, layout, changes: layout.changes, offers };
  }, [before, after, working, context, left.name, right.name]);

  return {
    history,
    pair,
    left,
    right,
    compared,
    /** Compares another pair, with the working text as it is by now. */
    choosePair: async (next: Pair): Promise<void> => {
      await reread();
      setOwn(next);
    },
  };
};
