import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { OpenRelease, Settled } from '../../shared/ipc/contract';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import type { Person } from '../../shared/people/model';
import type { VersionHash } from '../../shared/release/model';
import { Bar } from '../ui/Bar';
import { announce } from '../ui/announce';
import { useMedia } from '../ui/use-media';
import { ChangeList } from './ChangeList';
import { Chooser } from './Chooser';
import { CompareSummary } from './CompareSummary';
import { CompareTools } from './CompareTools';
import { type Course, type Decision, countDecisions, decide, decideOne, decisionsOf, stepAt } from './decisions';
import { DecisionFoot } from './DecisionFoot';
import { shownChanges, stepTo, toggled } from './filters';
import type { Change, Trait } from '../../shared/compare/line';
import { NothingToCompare } from './NothingToCompare';
import { type Offers, offersFor } from './offers';
import { Overview } from './Overview';
import { QuoteTable } from './QuoteTable';
import { scrollToChange } from './scroll';
import { Sheet } from './Sheet';
import { useComparison } from './use-comparison';
import { useCompareKeys } from './use-compare-keys';
import { type Done, useTakeOver } from './use-take-over';
import type { Between, Pair } from './versions';
import { approvalNews, decidedText, inSentence } from './words';
import './compare.css';

type Props = {
  readonly open: OpenRelease;
  readonly people: readonly Person[];
  readonly settings: NewsroomSettings;
  /** The version shown beside the working text at first; else the one that is most likely meant. */
  readonly beside?: VersionHash | null;
  /** What to begin with; the versions most likely wanted where it is null. */
  readonly between: Between | null;
  readonly onBack: () => void;
  /** Set to what waits until all that was taken over is saved. */
  readonly saveBefore: { current: (() => Promise<Settled>) | null };
};
/** A course after one more step, with what the step says. */
const stepOf = (course: Course): { readonly course: Course; readonly says: string } => ({
  course,
  says: stepAt(course, 'undo')?.says ?? '',
});
const NO_CHANGES: readonly Change[] = [];

/** Two versions of a release side by side. What changed is decided in shared/compare; here it is shown, and taken over or left. */
export const ComparePane = ({ open, people, settings, beside = null, between, onBack, saveBefore }: Props) => {
  const [fault, setFault] = useState<Fault | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  /** What the last step did to approvals in the working text. */
  const [news, setNews] = useState<readonly string[]>([]);
  const [filter, setFilter] = useState<ReadonlySet<Trait>>(new Set());
  const [oneColumn, setOneColumn] = useState(false);
  const [apart, setApart] = useState(false);
  const [listInPlace, setListInPlace] = useState(false);
  const isSmall = useMedia('(max-width: 50rem)');
  const sheet = useRef<HTMLElement>(null);
  const at = useMemo(() => ({ now: new Date(), zone: settings.zone }), [settings.zone]);
  const context = useMemo(() => ({ people, approvals: settings.approvals }), [people, settings.approvals]);

  const { history, pair, left, right, compared, choosePair } = useComparison({
    open,
    beside,
    between,
    context,
    at,
    onFault: setFault,
  });
  const changes = compared?.changes ?? NO_CHANGES;
  const shown = useMemo(() => shownChanges(changes, filter), [changes, filter]);

  const onDone = useCallback(
    ({ says, before: was, after: is }: Done, course: Course) => {
      setFault(null);
      const approvals = approvalNews(was, is, context);
      setNews(approvals);
      const counts = countDecisions(decisionsOf(course), changes.length);
      announce([`${says}.`, ...approvals, `${counts.open} to decide.`].join(' '));
    },
    [changes.length, context],
  );
  const { course, act, undo, redo, settled } = useTakeOver({ compared, onFault: setFault, onDone, saveBefore });
  const decisions = decisionsOf(course);
  const counts = countDecisions(decisions, changes.length);

  const choose = useCallback(
    (index: number) => {
      setChosen(index);
      const change = changes[index];
      if (change === undefined) return;
      announce(`Change ${shown.indexOf(index) + 1} of ${shown.length}: ${inSentence(change.spoken)}`);
    },
    [changes, shown],
  );
  // Once it is drawn: the text cannot scroll while the list stands in its place, and a chosen line is taller.
  useEffect(() => {
    if (!listInPlace && chosen !== null) scrollToChange(sheet.current, chosen);
  }, [listInPlace, chosen, apart]);
  const step = (by: 1 | -1): void => {
    const next = stepTo(shown, chosen, by);
    if (next !== null) choose(next);
    else if (compared !== null) announce(changes.length === 0 ? 'The two versions are the same' : 'No change is shown');
  };
  const decideAt = useCallback(
    (index: number, decision: Decision) => {
      const title = changes[index]?.title ?? '';
      act((from) => stepOf(decideOne(from, index, decision, title)));
    },
    [changes, act],
  );
  const decideRest = (rest: readonly number[], decision: Decision): void => {
    const says = `${rest.length} ${rest.length === 1 ? 'change' : 'changes'} taken over`;
    act((from) => (rest.length === 0 ? null : stepOf(decide(from, rest, decision, says))));
  };
  useCompareKeys({
    onStep: (by) => {
      step(by);
      if (document.activeElement?.closest('[role="listbox"]') === null) sheet.current?.focus({ preventScroll: true });
    },
    onTake: (nth) => {
      const change = chosen === null ? undefined : changes[chosen];
      if (compared === null || chosen === null || change === undefined) return;
      const { sides, why } = offersFor(compared.offers, change);
      const side = sides[nth];
      if (side !== undefined) decideAt(chosen, side);
      else if (why !== null) announce(why);
    },
    onLeave: () => {
      if (chosen === null || compared === null) return;
      if (compared.offers.why === null) decideAt(chosen, 'left');
      else announce(compared.offers.why);
    },
    onUndo: undo,
    onRedo: redo,
  });

  /** What was chosen and waits for the saves before it: a second choice goes on from it. */
  const wanted = useRef<Pair | null>(null);
  const take = async (change: Partial<Pair>): Promise<void> => {
    const from = wanted.current ?? pair;
    if (from === null) return;
    const next = { ...from, ...change };
    wanted.current = next;
    await settled();
    await choosePair(next);
    if (wanted.current === next) wanted.current = null;
    setFault(null);
    setNews([]);
    setChosen(null);
  };

  const isEmpty = history !== null && pair === null;
  const isOneColumn = oneColumn || isSmall;
  const isApart = apart && !isOneColumn;
  const rest = (offers: Offers): readonly number[] =>
    shown.filter((index) => {
      const change = changes[index];
      return !decisions.has(index) && change !== undefined && offersFor(offers, change).sides.length > 0;
    });
  return (
    <>
      <CompareTools
        onBack={() => void settled().then(onBack)}
        focusBack={beside === null}
        chooser={
          pair === null || history === null ? null : (
            <Chooser history={history} pair={pair} onChoose={(next) => void take(next)} at={at} />
          )
        }
        changes={changes}
        shown={shown}
        chosen={chosen}
        onStep={step}
        oneColumn={oneColumn}
        onOneColumn={() => setOneColumn(!oneColumn)}
        listInPlace={listInPlace}
        onListInPlace={() => setListInPlace(!listInPlace)}
      />
      {fault !== null && (
        <Bar kind="stop" title={fault.message}>
          <p>The working text is as it was. Go back to the page, or choose other versions.</p>
        </Bar>
      )}
      {isEmpty && <NothingToCompare onBack={onBack} />}
      {!isEmpty && (
        <div
          className={`cmp ${isOneColumn ? 'one-column' : ''} ${isSmall && listInPlace ? 'list-in-place' : ''}`}
          aria-busy={compared === null && fault === null}
        >
          {compared !== null && (
            <>
              <ChangeList
                changes={changes}
                shown={shown}
                filter={filter}
                onFilter={(trait) => setFilter(toggled(filter, trait))}
                chosen={chosen}
                onChoose={choose}
                decisions={decisions}
                offers={compared.offers}
              >
                <DecisionFoot
                  counts={counts}
                  news={news}
                  offers={compared.offers}
                  course={course}
                  rest={rest(compared.offers)}
                  onDecide={decideRest}
                  onUndo={undo}
                  onRedo={redo}
                />
              </ChangeList>
              <main
                className={isApart ? 'cols is-apart' : 'cols'}
                ref={sheet}
                data-region="sheet"
                tabIndex={0}
                aria-label="The two versions"
              >
                <div className="colh" aria-hidden="true">
                  <div>
                    <b>{left.name}</b> <span className="meta">{left.about}</span>
                  </div>
                  <span />
                  <div>
                    <b>{right.name}</b> <span className="meta">{right.about}</span>
                  </div>
                </div>
                {changes.length === 0 && <p className="alike">The two versions are the same, word for word.</p>}
                <Sheet
                  layout={compared.layout}
                  chosen={chosen}
                  decisions={decisions}
                  offers={compared.offers}
                  names={{ before: left.name, after: right.name }}
                  isApart={isApart}
                  onChoose={choose}
                  onDecide={decideAt}
                />
              </main>
              <Overview layout={compared.layout} sheet={sheet} way={`${isOneColumn} ${isApart}`} />
              {compared.comparison.quotes.length > 0 && <QuoteTable quotes={compared.comparison.quotes} at={at} />}
            </>
          )}
        </div>
      )}
      <CompareSummary
        changes={changes}
        decided={decisions.size === 0 ? '' : decidedText(counts)}
        isApart={apart}
        onApart={isOneColumn ? null : () => setApart(!apart)}
      />
    </>
  );
};
