import { useMemo, useRef, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { Settled } from '../../shared/ipc/contract';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { NewsroomSettings, ReleaseSummary } from '../../shared/newsroom/model';
import type { Person } from '../../shared/people/model';
import { type VersionHash, isEditable } from '../../shared/release/model';
import { Bar } from '../ui/Bar';
import { refuse } from '../ui/announce';
import { useMedia } from '../ui/use-media';
import { ChangeList } from './ChangeList';
import { Chooser } from './Chooser';
import { Columns } from './Columns';
import { type Asking, CompareDialogs } from './CompareDialogs';
import { CompareSummary } from './CompareSummary';
import { CompareTools } from './CompareTools';
import { DecisionFoot } from './DecisionFoot';
import type { Change } from '../../shared/compare/line';
import type { QuoteChange } from '../../shared/compare/model';
import { NothingToCompare } from './NothingToCompare';
import { Overview } from './Overview';
import { QuoteTable } from './QuoteTable';
import { type QuotePlace, placeOfQuote } from './quote-place';
import { scrollToLine } from './scroll';
import { useChoosing } from './use-choosing';
import { useChosenChange } from './use-chosen-change';
import { useComparison } from './use-comparison';
import { useCompareKeys } from './use-compare-keys';
import { useDecisions } from './use-decisions';
import type { Between, Elsewhere, Pair } from './versions';
import { decidedText } from './words';
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
  const [oneColumn, setOneColumn] = useState(false);
  const [apart, setApart] = useState(false);
  const [listInPlace, setListInPlace] = useState(false);
  const isSmall = useMedia('(max-width: 50rem)');
  const isOneColumn = oneColumn || isSmall;
  const isApart = apart && !isOneColumn;
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
  const { filter, filterBy, shown, chosen, choose, chooseNone, step } = useChosenChange({
    changes: compared?.changes ?? null,
    sheet,
    // The text cannot scroll while the list stands in its place.
    way: listInPlace ? null : `apart ${apart}`,
  });
  const deciding = useDecisions({ compared, context, onFault: setFault, saveBefore });
  const { decisions, counts, settled } = deciding;
  useCompareKeys({
    onStep: (by) => {
      step(by);
      if (document.activeElement?.closest('[role="listbox"]') === null) sheet.current?.focus({ preventScroll: true });
    },
    onTake: (nth) => deciding.takeAt(chosen, nth),
    onLeave: () => deciding.leaveAt(chosen),
    onUndo: deciding.undo,
    onRedo: deciding.redo,
    onPaper: () => setAsking('paper'),
  });
  const choosing = useChoosing({
    id: open.release.id,
    pair,
    settled,
    choosePair,
    onFile: setFile,
    onFault: setFault,
    onChosen: () => {
      setFault(null);
      deciding.forgetNews();
      chooseNone();
    },
  });
  const chooseElsewhere = (side: keyof Pair, what: 'release' | 'file'): void => {
    if (what === 'release') setAsking(side);
    else void choosing.chooseFile(side);
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
    if (place === null) refuse('This quote stands in no line of the text');
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
              onChoose={(next) => void choosing.choose(next)}
              onElsewhere={chooseElsewhere}
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
          void choosing.choose({ [side]: `release ${id}` });
        }}
        compared={compared}
        left={left}
        right={right}
        oneColumn={isOneColumn}
        onFault={setFault}
        at={at}
      />
      {isEmpty && <NothingToCompare onBack={onBack} onElsewhere={(what) => chooseElsewhere('before', what)} />}
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
                onFilter={filterBy}
                chosen={chosen}
                onChoose={choose}
                decisions={decisions}
                offers={compared.offers}
              >
                <DecisionFoot
                  counts={counts}
                  news={deciding.news}
                  offers={compared.offers}
                  course={deciding.course}
                  rest={deciding.restOf(shown)}
                  onDecide={deciding.decideRest}
                  onUndo={deciding.undo}
                  onRedo={deciding.redo}
                />
              </ChangeList>
              <Columns
                left={left}
                right={right}
                sheet={sheet}
                layout={compared.layout}
                chosen={chosen}
                decisions={decisions}
                offers={compared.offers}
                isApart={isApart}
                onChoose={choose}
                onDecide={deciding.decideAt}
              />
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
