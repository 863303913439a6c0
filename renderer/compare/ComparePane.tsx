import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { ArrowDown, ArrowLeft, ArrowUp } from 'lucide-react';
import { compare } from '../../shared/compare/compare';
import type { Fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/ipc/contract';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import type { Person } from '../../shared/people/model';
import type { VersionHash } from '../../shared/release/model';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { announce } from '../ui/announce';
import { counted } from '../ui/dates';
import { useMedia } from '../ui/use-media';
import { ChangeList } from './ChangeList';
import { CompareSummary } from './CompareSummary';
import { NothingToCompare } from './NothingToCompare';
import { Overview } from './Overview';
import { QuoteTable } from './QuoteTable';
import { Sheet } from './Sheet';
import { VersionSelect } from './VersionSelect';
import { type Change, layOut } from './lines';
import { useHistory, useText } from './use-versions';
import { type Choice, firstChoice, inWords, nameOf } from './versions';
import './compare.css';

type Props = {
  readonly open: OpenRelease;
  readonly people: readonly Person[];
  readonly settings: NewsroomSettings;
  /** The version shown beside the working text at first; else the one that is most likely meant. */
  readonly beside?: VersionHash | null;
  readonly onBack: () => void;
};
const NO_CHANGES: readonly Change[] = [];
type Pair = { readonly before: Choice; readonly after: Choice };

/** Two versions of a release side by side. What changed is decided in shared/compare; here it is shown. */
export const ComparePane = ({ open, people, settings, beside = null, onBack }: Props) => {
  const [fault, setFault] = useState<Fault | null>(null);
  const history = useHistory(open.release.id, setFault);
  const [own, setOwn] = useState<Pair | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [oneColumn, setOneColumn] = useState(false);
  const [listInPlace, setListInPlace] = useState(false);
  const isSmall = useMedia('(max-width: 50rem)');
  const sheet = useRef<HTMLElement>(null);
  const at = useMemo(() => ({ now: new Date(), zone: settings.zone }), [settings.zone]);

  const pair = own ?? (history === null ? null : firstChoice(history.versions, history.working.version, beside));
  const before = useText(history, pair?.before ?? null, setFault);
  const after = useText(history, pair?.after ?? null, setFault);
  const versions = history?.versions ?? [];
  const [left, right] = [
    nameOf(pair?.before ?? 'working', versions, at),
    nameOf(pair?.after ?? 'working', versions, at),
  ];
  const laid = useMemo(() => {
    if (before === null || after === null) return null;
    const comparison = compare(before, after, { people, approvals: settings.approvals });
    return {
      comparison,
      ...layOut(comparison, before, after, { before: inWords(left.name), after: inWords(right.name) }),
    };
  }, [before, after, people, settings.approvals, left.name, right.name]);
  const changes = laid?.changes ?? NO_CHANGES;

  const choose = useCallback(
    (index: number) => {
      setChosen(index);
      scrollTo(sheet.current, index);
      const change = changes[index];
      if (change === undefined) return;
      announce(
        `Change ${index + 1} of ${changes.length}: ${change.title.charAt(0).toLowerCase()}${change.title.slice(1)}`,
      );
    },
    [changes],
  );
  // The text cannot scroll while the list stands in its place.
  useEffect(() => {
    if (!listInPlace && chosen !== null) scrollTo(sheet.current, chosen);
  }, [listInPlace, chosen]);
  const step = (by: 1 | -1): void => {
    if (changes.length === 0) announce('The two versions are the same');
    else if (chosen === null) choose(by === 1 ? 0 : changes.length - 1);
    else choose((chosen + by + changes.length) % changes.length);
  };
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8') return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  const take = (next: Pair): void => {
    setOwn(next);
    setChosen(null);
  };

  const isEmpty = history !== null && pair === null;
  const current = chosen === null ? undefined : changes[chosen];
  return (
    <>
      <header className="tb" aria-label="Compare" data-region="tools">
        <h1 className="vh">Compare versions</h1>
        <Button kind="ghost" onClick={onBack} autoFocus={beside === null}>
          <ArrowLeft className="i" aria-hidden="true" />
          <span>
            Back<span className="not-small"> to the page</span>
          </span>
        </Button>
        {pair !== null && (
          <>
            <span className="v" />
            <VersionSelect
              label="Before"
              versions={versions}
              value={pair.before}
              onChange={(choice) => take({ ...pair, before: choice })}
              at={at}
            />
            <span className="meta not-small">beside</span>
            <VersionSelect
              label="After"
              versions={versions}
              value={pair.after}
              onChange={(choice) => take({ ...pair, after: choice })}
              at={at}
            />
            <span className="sp" />
            <Button className="only-small" aria-pressed={listInPlace} onClick={() => setListInPlace(!listInPlace)}>
              {chosen === null ? counted(changes.length, 'change') : `${chosen + 1} of ${changes.length}`}
              <span className="vh">, list of changes</span>
            </Button>
            <span className="meta where not-small">
              {chosen === null ? '' : `Change ${chosen + 1} of ${changes.length}`}
              {current !== undefined && <span className="not-middle">: {current.title.toLowerCase()}</span>}
            </span>
            <Button aria-label="Previous change" aria-keyshortcuts="Shift+F8" title="Shift F8" onClick={() => step(-1)}>
              <ArrowUp className="i" aria-hidden="true" />
            </Button>
            <Button aria-label="Next change" aria-keyshortcuts="F8" title="F8" onClick={() => step(1)}>
              <ArrowDown className="i" aria-hidden="true" />
            </Button>
            <Button
              kind="ghost"
              className="not-small"
              aria-pressed={oneColumn}
              onClick={() => setOneColumn(!oneColumn)}
            >
              One column
            </Button>
          </>
        )}
      </header>
      {fault !== null && (
        <Bar kind="stop" title={fault.message}>
          <p>Nothing was changed. Go back to the page, or choose other versions.</p>
        </Bar>
      )}
      {isEmpty && <NothingToCompare onBack={onBack} />}
      {!isEmpty && (
        <div
          className={`cmp ${oneColumn || isSmall ? 'one-column' : ''} ${isSmall && listInPlace ? 'list-in-place' : ''}`}
          aria-busy={laid === null && fault === null}
        >
          {laid !== null && (
            <>
              <ChangeList changes={laid.changes} chosen={chosen} onChoose={choose} />
              <main className="cols" ref={sheet} data-region="sheet" tabIndex={0} aria-label="The two versions">
                <div className="colh" aria-hidden="true">
                  <div>
                    <b>{left.name}</b> <span className="meta">{left.about}</span>
                  </div>
                  <span />
                  <div>
                    <b>{right.name}</b> <span className="meta">{right.about}</span>
                  </div>
                </div>
                {laid.changes.length === 0 && <p className="alike">The two versions are the same, word for word.</p>}
                <Sheet
                  lines={laid.lines}
                  chosen={chosen}
                  onChoose={choose}
                  names={{ before: left.name, after: right.name }}
                />
              </main>
              <Overview lines={laid.lines} />
              {laid.comparison.quotes.length > 0 && <QuoteTable quotes={laid.comparison.quotes} />}
            </>
          )}
        </div>
      )}
      <CompareSummary changes={changes} />
    </>
  );
};

/** Brings the first end of a change that is to be seen to the middle of the sheet. */
const scrollTo = (sheet: HTMLElement | null, change: number): void => {
  const ends = [...(sheet?.querySelectorAll(`[data-change="${change}"]`) ?? [])];
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  ends.find((end) => end.checkVisibility())?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
};
