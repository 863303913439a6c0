import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Comparison } from '../../../shared/compare/model';
import { layOut } from '../../../shared/compare/lines';
import type { Layout } from '../../../shared/compare/line';
import type { Fault } from '../../../shared/fault';
import type { NewsroomSettings } from '../../../shared/newsroom/model';
import type { Person } from '../../../shared/people/model';
import type { Release, ReleaseId, VersionHash } from '../../../shared/release/model';
import { Button } from '../../ui/Button';
import { announce, refuse } from '../../ui/announce';
import { counted } from '../../ui/dates';
import { useMedia } from '../../ui/use-media';
import type { WrittenText } from '../../written-text';
import { stepTo } from '../filters';
import { Side } from '../Side';
import { useCompared } from '../use-compared';
import { useHistory, useText } from '../use-versions';
import { VersionSelect } from '../VersionSelect';
import { type Choice, NOTHING_ELSEWHERE, firstChoice, inWords, nameOf } from '../versions';
import { inSentence } from '../words';
import { addedRanges, blockOf, identities } from './places';
import { useFollowPage } from './use-follow-page';
import { useUnderlined } from './use-underlined';
import '../compare.css';
import '../sheet.css';
import './beside.css';

type Props = {
  readonly release: ReleaseId;
  readonly text: WrittenText;
  readonly people: readonly Person[];
  readonly settings: NewsroomSettings;
  /** The version to begin with; null: the one most likely wanted. */
  readonly version: VersionHash | null;
  readonly onClose: () => void;
};

/** What is shown: the comparison that came last, laid out. */
type Shown = { readonly comparison: Comparison; readonly layout: Layout; readonly after: Release };

// The last key is this long ago before the text is read: a letter never waits for it.
const READ_AFTER = 60;

/**
 * Another version of the release beside the page while it is written: what changed against it, as it is typed. The words
 * that are new are underlined on the page, those that went are struck through here; F8 goes through the changes on both sides.
 */
export const BesidePanel = ({ release, text, people, settings, version, onClose }: Props) => {
  const [fault, setFault] = useState<Fault | null>(null);
  const [own, setOwn] = useState<Choice | null>(null);
  // By which change it is: what is written before it gives it another number.
  const [chosen, setChosen] = useState<string | null>(null);
  const [now, setNow] = useState<Release | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const at = useMemo(() => ({ now: new Date(), zone: settings.zone }), [settings.zone]);
  const context = useMemo(() => ({ people, approvals: settings.approvals }), [people, settings.approvals]);
  const { history } = useHistory(release, setFault);
  const likely = useMemo(() => {
    if (history === null) return null;
    const wanted = history.versions.findLastIndex(({ object }) => object === version);
    return wanted === -1 ? (firstChoice(history.versions, history.working.version)?.before ?? null) : wanted;
  }, [history, version]);
  const choice = own ?? likely;
  const kept = useText(history, choice, null, setFault);
  const state = now?.state;
  // What is beside the page are words: how far the release has come is none of them.
  const before = useMemo(() => (kept === null || state === undefined ? null : { ...kept, state }), [kept, state]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const readSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setNow(text.read()), READ_AFTER);
    };
    readSoon();
    const stop = text.subscribe(readSoon);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [text]);

  const named = choice === null ? null : nameOf(choice, history?.versions ?? [], at);
  const name = named === null ? '' : inWords(named.name);
  const done = useCompared(before, now, context);
  const shown = useMemo((): Shown | null => {
    if (done === null || done.before !== before) return null;
    const { comparison, after } = done;
    return {
      comparison,
      after,
      layout: layOut(comparison, done.before, after, { before: name, after: 'the working text' }),
    };
  }, [done, before, name]);
  const changes = shown?.layout.changes ?? [];
  const known = useMemo(() => (shown === null ? [] : identities(shown.layout.changes, shown.comparison)), [shown]);
  const found = chosen === null ? -1 : known.indexOf(chosen);
  const here = found === -1 ? null : found;
  useUnderlined(
    text,
    useMemo(() => (shown === null ? [] : addedRanges(shown.comparison, shown.after)), [shown]),
  );
  const lines = shown?.layout.lines;
  const places = useMemo(
    () => (shown === null ? [] : shown.layout.lines.map((line) => blockOf(line, shown.comparison))),
    [shown],
  );
  useFollowPage(sheet, text, places);
  // With the system's colours nothing can be underlined on the page: the new words stand here too.
  const isForced = useMedia('(forced-colors: active)');

  const show = (index: number): void => {
    setChosen(known[index] ?? null);
    const change = changes[index];
    if (change === undefined || lines === undefined) return;
    announce(`Change ${index + 1} of ${changes.length}: ${inSentence(change.spoken)}`);
    const nth = lines.findLastIndex((line) => line.change === index && line.isPlace);
    const block = places.slice(0, nth + 1).findLast((place) => place !== null) ?? null;
    const element = block === null ? null : text.elementOf(block);
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  const step = (by: 1 | -1): void => {
    const next = stepTo([...changes.keys()], here, by);
    if (next !== null) show(next);
    else if (shown !== null) refuse('The two are the same');
  };
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  useLayoutEffect(() => {
    if (here === null) return;
    const row = sheet.current?.querySelector(`[data-change="${here}"]`);
    row?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [here]);

  const title = here === null ? counted(changes.length, 'change') : `Change ${here + 1} of ${changes.length}`;
  const current = here === null ? undefined : changes[here];
  return (
    <aside className="beside side" aria-label="Beside the page" data-region="beside">
      <header>
        {history !== null && choice !== null && (
          <VersionSelect
            label="Shown beside the page"
            versions={history.versions}
            value={choice}
            onChange={(next) => {
              setOwn(next);
              setChosen(null);
            }}
            onElsewhere={null}
            elsewhere={NOTHING_ELSEWHERE}
            at={at}
          />
        )}
        <span className="sp" />
        <Button aria-label="Previous change" aria-keyshortcuts="Shift+F8" title="Shift F8" onClick={() => step(-1)}>
          <ArrowUp className="i" aria-hidden="true" />
        </Button>
        <Button aria-label="Next change" aria-keyshortcuts="F8" title="F8" onClick={() => step(1)}>
          <ArrowDown className="i" aria-hidden="true" />
        </Button>
        <Button kind="ghost" aria-label="Put away what stands beside the page" onClick={onClose}>
          <X className="i" aria-hidden="true" />
        </Button>
      </header>
      <p className="about" data-live={shown === null ? 'waiting' : 'shown'}>
        {fault !== null && fault.message}
        {fault === null &&
          history !== null &&
          choice === null &&
          'No other version is kept yet. “Name this draft…” makes one.'}
        {fault === null && shown !== null && (
          <>
            <b>{title}</b>
            {current !== undefined && <span>{`: ${inSentence(current.title)}`}</span>}
          </>
        )}
      </p>
      <div
        className={`beside-text ${isForced ? 'one-column' : ''}`}
        ref={sheet}
        tabIndex={0}
        role="table"
        aria-label={name}
      >
        {lines?.map((line) => (
          <div
            key={line.key}
            role="row"
            className={`line look-${line.look} ${line.change !== null && line.change === here ? 'act' : ''}`}
            data-change={line.change ?? undefined}
            onClick={line.change === null ? undefined : () => show(line.change ?? 0)}
          >
            {isForced && line.right.has !== 'nothing' ? (
              <Side cell={line.right} side="right" line={line} />
            ) : (
              <Side cell={line.left} side="left" line={line} />
            )}
          </div>
        ))}
      </div>
    </aside>
  );
};
