import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { Settled } from '../../shared/ipc/contract';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { NewsroomSettings, ReleaseSummary } from '../../shared/newsroom/model';
import type { Person } from '../../shared/people/model';
import { isTakeable } from '../../shared/compare/take-over';
import { type VersionHash, isEditable } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { announce } from '../ui/announce';
import { useMedia } from '../ui/use-media';
import { ChangeList } from './ChangeList';
import { Chooser } from './Chooser';
import { type Asking, CompareDialogs } from './CompareDialogs';
import { CompareSummary } from './CompareSummary';
import { CompareTools } from './CompareTools';
import { type Course, type Decision, countDecisions, decide, decideOne, decisionsOf, stepAt } from './decisions';
import { DecisionFoot } from './DecisionFoot';
import { shownChanges, stepTo, toggled } from './filters';
import type { Change, Trait } from '../../shared/compare/line';
import type { QuoteChange } from '../../shared/compare/model';
import { NothingToCompare } from './NothingToCompare';
import { type Offers, offersFor } from './offers';
import { Overview } from './Overview';
import { QuoteTable } from './QuoteTable';
import { type QuotePlace, placeOfQuote } from './quote-place';
import { scrollToChange, scrollToLine } from './scroll';
import { Sheet } from './Sheet';
import { useComparison } from './use-comparison';
import { useCompareKeys } from './use-compare-keys';
import { type Done, useTakeOver } from './use-take-over';
import type { Between, Elsewhere, Pair } from './versions';
import { approvalNews, decidedText, inSentence } from './words';
import './compare.css';

type Props = {
  readonly open: OpenRelease;
  readonly people: readonly Person[];
  readonly settings: NewsroomSettings;
  /** All of the newsroom: any of them can stand beside this one. */
  readonly releases: readonly ReleaseSummary[];
  /** The version shown beside the working text at first; else the one that is most likely meant. */
  readonly beside?: VersionHash | null;
  /** What to begin with; the versions most likely wanted where it is null. */
  readonly between: Between | null;
  readonly onBack: () => void;
  /** Goes on writing with a version beside the page; null where nothing may be written. */
  readonly onWriteBeside: ((version: VersionHash) => void) | null;
  /** Set to what waits until all that was taken over is saved. */
  readonly saveBefore: { current: (() => Promise<Settled>) | null };
};
/** A course after one more step, with what the step says. */
const stepOf = (course: Course): { readonly course: Course; readonly says: string } => ({
  course,
  says: stepAt(course, 'undo')?.says ?? '',
});
const WORKING_ALONE: Pair = { before: 'working', after: 'working' };
const NO_CHANGES: readonly Change[] = [];

/** Two versions of a release side by side. What changed is decided in shared/compare; here it is shown, and taken over or left. */
export const ComparePane = ({
  open,
  people,
  settings,
  releases,
  beside = null,
  between,
  onBack,
  onWriteBeside,
  saveBefore,
}: Props) => {
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

  const [file, setFile] = useState<Elsewhere['file']>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const elsewhere = useMemo(() => ({ releases, file }), [releases, file]);
  const { history, pair, left, right, compared, choosePair } = useComparison({
    open,
    beside,
    between,
    context,
    at,
    elsewhere,
    onFault: setFault,
  });
  const changes = compared?.changes ?? NO_CHANGES;
  // What cannot be taken over asks for no decision.
  const toDecide = useMemo(() => changes.filter(({ place }) => isTakeable(place)).length, [changes]);
  const shown = useMemo(() => shownChanges(changes, filter), [changes, filter]);

  const onDone = useCallback(
    ({ says, before: was, after: is }: Done, course: Course) => {
      setFault(null);
      const approvals = approvalNews(was, is, context);
      setNews(approvals);
      const counts = countDecisions(decisionsOf(course), toDecide);
      announce([`${says}.`, ...approvals, `${counts.open} to decide.`].join(' '));
    },
    [toDecide, context],
  );
  const { course, act, undo, redo, settled } = useTakeOver({ compared, onFault: setFault, onDone, saveBefore });
  const decisions = decisionsOf(course);
  const counts = countDecisions(decisions, toDecide);

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
      const change = chosen === null ? undefined : changes[chosen];
      if (chosen === null || compared === null || change === undefined) return;
      const { why } = offersFor(compared.offers, change);
      if (why === null) decideAt(chosen, 'left');
      else announce(why);
    },
    onUndo: undo,
    onRedo: redo,
    onPaper: () => setAsking('paper'),
  });

  /** What was chosen and waits for the saves before it: a second choice goes on from it. */
  const wanted = useRef<Pair | null>(null);
  const take = async (change: Partial<Pair>): Promise<void> => {
    const next = { ...(wanted.current ?? pair ?? WORKING_ALONE), ...change };
    wanted.current = next;
    await settled();
    await choosePair(next);
    if (wanted.current === next) wanted.current = null;
    setFault(null);
    setNews([]);
    setChosen(null);
  };

  const askElsewhere = async (side: keyof Pair, what: 'release' | 'file'): Promise<void> => {
    if (what === 'release') {
      setAsking(side);
      return;
    }
    const chosenFile = await bridge.compare.chooseFile(open.release.id);
    if (!chosenFile.ok) {
      if (chosenFile.fault.code !== 'cancelled') setFault(chosenFile.fault);
      return;
    }
    setFile(chosenFile.value);
    await take({ [side]: 'file' });
  };

  const placeOf = (quote: QuoteChange): QuotePlace | null =>
    compared === null ? null : placeOfQuote(quote, compared.comparison, compared.layout);
  const currentQuotes = new Set(
    compared?.comparison.quotes.filter(
      (quote) => chosen !== null && quote.kind !== 'unchanged' && placeOf(quote)?.change === chosen,
    ),
  );
  const showQuote = (quote: QuoteChange): void => {
    const place = placeOf(quote);
    if (place === null) announce('This quote stands in no line of the text');
    else if (place.change !== null) choose(place.change);
    else scrollToLine(sheet.current, place.line);
  };
  // The version across from the working text: what the writer can go on writing beside.
  const across =
    pair === null ? null : pair.after === 'working' ? pair.before : pair.before === 'working' ? pair.after : null;
  const version = typeof across === 'number' ? history?.versions[across]?.object : undefined;
  const writeBeside =
    onWriteBeside === null || version === undefined || !isEditable(open.release)
      ? null
      : () => void settled().then(() => onWriteBeside(version));

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
            <Chooser
              history={history}
              pair={pair}
              onChoose={(next) => void take(next)}
              onElsewhere={(side, what) => void askElsewhere(side, what)}
              elsewhere={elsewhere}
              at={at}
            />
          )
        }
        changes={changes}
        shown={shown}
        chosen={chosen}
        onStep={step}
        onPaper={() => setAsking('paper')}
        onWriteBeside={writeBeside}
        oneColumn={oneColumn}
        onOneColumn={setOneColumn}
        listInPlace={listInPlace}
        onListInPlace={() => setListInPlace(!listInPlace)}
      />
      {fault !== null && (
        <Bar kind="stop" title={fault.message}>
          <p>The working text is as it was. Go back to the page, or choose other versions.</p>
        </Bar>
      )}
      <CompareDialogs
        asking={asking}
        onClose={() => setAsking(null)}
        releases={releases.filter(({ id, state }) => id !== open.release.id && state !== 'removed')}
        onRelease={(side, id) => {
          setAsking(null);
          void take({ [side]: `release ${id}` });
        }}
        compared={compared}
        left={left}
        right={right}
        oneColumn={isOneColumn}
        onFault={setFault}
        at={at}
      />
      {isEmpty && <NothingToCompare onBack={onBack} onElsewhere={(what) => void askElsewhere('before', what)} />}
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
              {compared.comparison.quotes.length > 0 && (
                <QuoteTable quotes={compared.comparison.quotes} current={currentQuotes} onShow={showQuote} at={at} />
              )}
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
