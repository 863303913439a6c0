import { useMemo, useState } from 'react';
import type { Comparison } from '../../shared/compare/model';
import type { Fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { ResolveContext } from '../../shared/quotes/resolve';
import type { Release, VersionHash } from '../../shared/release/model';
import type { Change, Layout } from '../../shared/compare/line';
import { layOut } from '../../shared/compare/lines';
import { type Offers, offersOf } from './offers';
import { useCompared } from './use-compared';
import { useHistory, useText } from './use-versions';
import {
  type Between,
  type Elsewhere,
  type Named,
  type Pair,
  choicesOf,
  firstChoice,
  inWords,
  nameOf,
} from './versions';

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
  readonly elsewhere: Elsewhere;
  readonly onFault: (fault: Fault) => void;
};

/** The two versions that stand side by side, what they are called, and their comparison once both are read. */
export const useComparison = ({ open, beside, between, context, at, elsewhere, onFault }: Parts) => {
  const { history, reread } = useHistory(open.release.id, onFault);
  const [own, setOwn] = useState<Pair | null>(null);
  const asked = history === null || between === null ? null : choicesOf(between, history.versions);
  const likely = history === null ? null : firstChoice(history.versions, history.working.version, beside);
  const pair = own ?? asked ?? likely;
  const file = elsewhere.file?.release ?? null;
  const before = useText(history, pair?.before ?? null, file, onFault);
  const after = useText(history, pair?.after ?? null, file, onFault);
  const named = (choice: Pair['before'] | undefined): Named =>
    nameOf(choice ?? 'working', history?.versions ?? [], at, elsewhere);
  const [left, right] = [named(pair?.before), named(pair?.after)];
  const working = history?.working ?? null;
  const done = useCompared(before, after, context);
  const compared = useMemo((): Compared | null => {
    // What stands there is of other versions until the new comparison comes: nothing is decided on it.
    if (done === null || working === null || done.before !== before || done.after !== after) return null;
    const { comparison } = done;
    const names = { before: inWords(left.name), after: inWords(right.name) };
    const layout = layOut(comparison, done.before, done.after, names);
    const offers = offersOf({ before: done.before, after: done.after, working: working.release }, names);
    return { comparison, before: done.before, after: done.after, working, layout, changes: layout.changes, offers };
  }, [done, before, after, working, left.name, right.name]);

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
