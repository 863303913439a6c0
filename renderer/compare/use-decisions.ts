import { useCallback, useMemo, useState } from 'react';
import { isTakeable } from '../../shared/compare/take-over';
import type { Fault } from '../../shared/fault';
import type { Settled } from '../../shared/ipc/contract';
import type { ResolveContext } from '../../shared/quotes/resolve';
import { announce, refuse } from '../ui/announce';
import { type Course, type Decision, countDecisions, decide, decideOne, decisionsOf, stepAt } from './decisions';
import { offersFor } from './offers';
import type { Compared } from './use-comparison';
import { type Done, useTakeOver } from './use-take-over';
import { approvalNews, passedOverNews } from './words';

type Parts = {
  readonly compared: Compared | null;
  readonly context: ResolveContext;
  /** A fault, or null once a step went well after one. */
  readonly onFault: (fault: Fault | null) => void;
  /** Set to what waits until everything decided is saved. */
  readonly saveBefore: { current: (() => Promise<Settled>) | null };
};

/** A course after one more step, with what the step says. */
const stepOf = (course: Course): { readonly course: Course; readonly says: string } => ({
  course,
  says: stepAt(course, 'undo')?.says ?? '',
});

/** Deciding on the changes of a comparison: what was decided, what is open, and what the last step did to approvals or could not take. */
export const useDecisions = ({ compared, context, onFault, saveBefore }: Parts) => {
  const [news, setNews] = useState<readonly string[]>([]);
  const changes = compared?.changes;
  // What cannot be taken over asks for no decision.
  const toDecide = useMemo(() => (changes ?? []).filter(({ place }) => isTakeable(place)).length, [changes]);
  const onDone = useCallback(
    ({ says, before, after, passedOver }: Done, course: Course) => {
      onFault(null);
      const told = [...passedOverNews(passedOver), ...approvalNews(before, after, context)];
      setNews(told);
      const counts = countDecisions(decisionsOf(course), toDecide);
      announce([...(says === '' ? [] : [`${says}.`]), ...told, `${counts.open} to decide.`].join(' '));
    },
    [toDecide, context, onFault],
  );
  const { course, act, undo, redo, settled } = useTakeOver({ compared, onFault, onDone, saveBefore });
  const decisions = decisionsOf(course);

  const decideAt = useCallback(
    (index: number, decision: Decision) => {
      const title = changes?.[index]?.title ?? '';
      act((from) => stepOf(decideOne(from, index, decision, title)));
    },
    [changes, act],
  );
  /** What a change offers; null where it is none. */
  const offered = (index: number | null) => {
    const change = index === null ? undefined : changes?.[index];
    return compared === null || change === undefined ? null : offersFor(compared.offers, change);
  };

  return {
    course,
    decisions,
    counts: countDecisions(decisions, toDecide),
    news,
    forgetNews: () => setNews([]),
    decideAt,
    /** Takes the change from the first side that offers it, or (1) from the second; says why where none does. */
    takeAt: (index: number | null, nth: 0 | 1): void => {
      const offers = offered(index);
      const side = offers?.sides[nth];
      if (index !== null && side !== undefined) decideAt(index, side);
      else if (offers !== null && offers.why !== null) refuse(offers.why);
    },
    leaveAt: (index: number | null): void => {
      const offers = offered(index);
      if (index === null || offers === null) return;
      if (offers.why === null) decideAt(index, 'left');
      else refuse(offers.why);
    },
    /** Those of the listed changes that are still open and can be taken over. */
    restOf: (shown: readonly number[]): readonly number[] =>
      shown.filter((index) => !decisions.has(index) && (offered(index)?.sides.length ?? 0) > 0),
    decideRest: (rest: readonly number[], decision: Decision): void => {
      const says = `${rest.length} ${rest.length === 1 ? 'change' : 'changes'} taken over`;
      act((from) => (rest.length === 0 ? null : stepOf(decide(from, rest, decision, says))));
    },
    undo,
    redo,
    settled,
  };
};
