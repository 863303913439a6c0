import { useCallback, useMemo, useRef, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/newsroom/model';
import { reword } from '../../shared/compare/reword';
import { versionName } from '../../shared/newsroom/kind-words';
import type { NewsroomSettings, VersionLine } from '../../shared/newsroom/model';
import type { Person } from '../../shared/people/model';
import { resolveQuotes } from '../../shared/quotes/resolve';
import { isDraft, isEditable } from '../../shared/release/model';
import { textsOf } from '../../shared/review/anchor';
import { draftKey, reviewedDrafts, writersOf } from '../../shared/review/draft-state';
import type { ReviewChange } from '../../shared/review/change';
import type { DraftState } from '../../shared/review/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { ScreenTools } from '../ui/ScreenTools';
import { announce } from '../ui/announce';
import { counted, shortInstant } from '../ui/dates';
import { CopyDialog } from './CopyDialog';
import { DraftList } from './DraftList';
import type { Placed } from './place-remarks';
import { RemarkDialog } from './RemarkDialog';
import { RemarkList } from './RemarkList';
import { RemarkedText } from './RemarkedText';
import { type Selected, selectedIn } from './selection';
import { StepDialog } from './StepDialog';
import { useReview } from './use-review';
import { useStepKeys } from './use-step-keys';
import { STATE_WORDS } from './words';
import './review.css';

type Props = {
  readonly open: OpenRelease;
  readonly settings: NewsroomSettings;
  readonly people: readonly Person[];
  readonly who: string;
  readonly mayWrite: boolean;
  /** Whether it was asked for to agree the release. */
  readonly toAgree: boolean;
  readonly onBack: () => void;
  /** The release was agreed: the page shows it. */
  readonly onAgreed: (open: OpenRelease) => void;
  readonly onCompare: (before: VersionLine, after: VersionLine | 'working') => void;
};

type Asking =
  | { readonly what: 'remark'; readonly selected: Selected | null }
  | { readonly what: 'step'; readonly draft: VersionLine; readonly to: DraftState }
  | { readonly what: 'agree' }
  | { readonly what: 'copy' };

/** The drafts of a release and what reviewers say of them. */
export const ReviewScreen = (props: Props) => {
  const { open, settings, people, who, toAgree, onBack, onAgreed, onCompare } = props;
  const id = open.release.id;
  const [fault, setFault] = useState<Fault | null>(null);
  const [asking, setAsking] = useState<Asking | null>(toAgree ? { what: 'agree' } : null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [brought, setBrought] = useState<{ readonly draft: VersionLine; readonly of: VersionLine | null } | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const at = useMemo(() => ({ now: new Date(), zone: settings.zone }), [settings.zone]);
  const onFault = useCallback((found: Fault | null) => setFault(found), []);
  const { reviewed, text, shown, setShown, placed, read, ask, change } = useReview(id, onFault);
  const drafts = useMemo(
    () => (reviewed === null ? [] : reviewedDrafts(reviewed.versions, reviewed.review)),
    [reviewed],
  );
  const working = reviewed?.working.release ?? open.release;
  const mayWrite = props.mayWrite && working.state !== 'removed';
  const nameOf = (object: string): string => {
    const lines = reviewed?.versions.filter((line) => line.object === object) ?? [];
    const line = lines.findLast(({ kind }) => kind === 'draft') ?? lines.at(-1);
    if (line === undefined) return 'a version that is gone';
    // What it was kept for says nothing to a reader: which text it was is told by when it stood.
    return line.kind === 'draft' ? versionName(line) : `the text of ${shortInstant(line.time, at.now, at.zone)}`;
  };
  const shownName = shown === 'working' ? 'the working text' : nameOf(shown);

  const choose = (remark: string): void => {
    setChosen(remark);
    const found = placed.find((each) => each.remark.id === remark);
    if (found === undefined) return;
    page.current?.querySelector(`[data-no~="${found.number}"], mark.chosen`)?.scrollIntoView({ block: 'center' });
    announce(
      `Remark ${found.number} of ${placed.length}, by ${found.remark.by}: ${found.remark.text || 'other wording'}`,
    );
  };
  useStepKeys(
    placed.filter(({ remark }) => remark.resolved === null).map(({ remark }) => remark.id),
    chosen,
    choose,
  );
  const use = async ({ at: place, remark }: Placed): Promise<void> => {
    if (place === null || remark.proposed === null || reviewed === null) return;
    const whole = textsOf(working, place.part)[place.block] ?? '';
    const words = `${whole.slice(0, place.start)}${remark.proposed}${whole.slice(place.end)}`;
    const kept = await ask(bridge.releases.keep(id).then((done) => (done.ok ? { ok: true, value: true } : done)));
    if (kept === null) return;
    const next = reword(working, [{ part: place.part, block: place.block, words }]);
    if ((await ask(bridge.releases.save(next, reviewed.working.version))) === null) return;
    announce('Wording taken into the working text');
    await change({ what: 'resolve', remark: remark.id, resolved: true });
  };
  const askFor = (what: Asking): void => {
    setFault(null);
    setAsking(what);
  };
  const isSaving = useRef(false);
  /** Saves what a dialog holds. The dialog stays until that is done: what was typed is nowhere else. */
  const fromDialog = async <Value,>(save: () => Promise<Value | null>): Promise<Value | null> => {
    if (isSaving.current) return null;
    isSaving.current = true;
    try {
      const done = await save();
      if (done !== null) setAsking(null);
      return done;
    } finally {
      isSaving.current = false;
    }
  };
  const changeFrom = async (what: ReviewChange, words: string): Promise<void> => {
    if ((await fromDialog(async () => ((await change(what)) ? true : null))) !== null) announce(words);
  };
  const agree = async (said: Parameters<Parameters<typeof StepDialog>[0]['onDone']>[0]): Promise<void> => {
    const agreed = await fromDialog(() => ask(bridge.review.agree(id, said)));
    if (agreed === null) return;
    announce('Now agreed');
    onAgreed(agreed);
  };
  const copyFrom = async (beside: VersionLine | null): Promise<void> => {
    setAsking(null);
    // A copy shows a version, so that what comes back stands on it.
    const kept = await ask(bridge.releases.keep(id).then((done) => (done.ok ? { ok: true, value: true } : done)));
    const version = shown === 'working' ? await bridge.releases.open(id) : null;
    const object = shown === 'working' ? (version?.ok === true ? version.value.version : null) : shown;
    const before = beside === null ? null : await ask(bridge.releases.version(id, beside.object));
    if (kept === null || object === null || (beside !== null && before === null)) return;
    const draft = shown === 'working' ? 'Working text' : nameOf(shown);
    const file = await ask(
      bridge.review.copy(id, {
        object,
        draft,
        before: before === null || beside === null ? null : { release: before, name: versionName(beside) },
      }),
    );
    if (file === null) return;
    setSaved(file);
  };
  const bring = async (): Promise<void> => {
    const taken = await ask(bridge.review.takeReply(id));
    if (taken === null) return;
    await read();
    const of = reviewed?.versions.findLast(({ object }) => object === taken.of) ?? null;
    setBrought(taken.draft === null ? null : { draft: taken.draft, of });
    if (taken.draft === null) announce(`Remarks from ${taken.by} brought in`);
  };

  const open1 = placed.filter(({ remark }) => remark.resolved === null).length;
  const toSettle = useMemo(
    () =>
      resolveQuotes(working, { people, approvals: settings.approvals }).filter(
        ({ status }) => status !== 'approved' && status !== 'no approval needed',
      ).length,
    [working, people, settings.approvals],
  );
  const openPoints = [
    ...(open1 === 0 ? [] : [`${counted(open1, 'remark is', 'remarks are')} open.`]),
    ...(toSettle === 0 ? [] : [`${counted(toSettle, 'quote is', 'quotes are')} not settled.`]),
  ];
  return (
    <>
      <ScreenTools name="Drafts and remarks" onBack={onBack} backTo="to the page" className="rv-tools">
        <span className="sp" />
        {mayWrite && (
          <Button
            // The press on the button would take the selection away.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => askFor({ what: 'remark', selected: selectedIn(page.current) })}
            unavailable={text === null ? 'Its text is not read.' : undefined}
          >
            Remark…
          </Button>
        )}
        <Button onClick={() => askFor({ what: 'copy' })}>Review copy…</Button>
        {mayWrite && <Button onClick={() => void bring()}>Bring remarks in…</Button>}
        {mayWrite && working.state === 'in review' && (
          <Button kind="primary" onClick={() => askFor({ what: 'agree' })}>
            Agree…
          </Button>
        )}
      </ScreenTools>
      {fault !== null && (asking === null || asking.what === 'copy') && (
        <Bar kind="stop" title={fault.message} actions={<Button onClick={() => setFault(null)}>Put away</Button>}>
          <p>{fault.where ?? 'Nothing was changed. Try again, or go back to the page.'}</p>
        </Bar>
      )}
      {saved !== null && (
        <Bar kind="fine" title="Review copy saved" actions={<Button onClick={() => setSaved(null)}>Put away</Button>}>
          <p>{saved}</p>
        </Bar>
      )}
      {brought !== null && (
        <Bar
          kind="fine"
          title={`Other wording came back: ${brought.draft.name}`}
          actions={
            <>
              <Button
                onClick={() => onCompare(brought.of ?? brought.draft, brought.of === null ? 'working' : brought.draft)}
              >
                Put it side by side
              </Button>
              <Button onClick={() => setBrought(null)}>Put away</Button>
            </>
          }
        >
          <p>It is a draft now. The working text is as it was.</p>
        </Bar>
      )}
      <main className="rv" aria-busy={reviewed === null && fault === null}>
        <DraftList
          drafts={drafts}
          shown={shown}
          onShow={setShown}
          mayWrite={mayWrite && isDraft(working)}
          onStep={(draft, to) => askFor({ what: 'step', draft, to })}
          onCompare={(draft) => onCompare(draft, 'working')}
          at={at}
        />
        {text === null ? (
          <div className="rv-page" />
        ) : (
          <RemarkedText text={text} name={shownName} placed={placed} chosen={chosen} onChoose={choose} page={page} />
        )}
        <RemarkList
          placed={placed}
          chosen={chosen}
          onChoose={choose}
          mayWrite={mayWrite}
          mayUse={shown === 'working' && isEditable(working)}
          nameOf={({ remark }) => nameOf(remark.object)}
          onChange={change}
          onUse={(each) => void use(each)}
          zone={settings.zone}
        />
      </main>
      {asking?.what === 'remark' && text !== null && (
        <RemarkDialog
          text={text}
          shown={shown}
          selected={asking.selected}
          who={who}
          fault={fault}
          onClose={() => setAsking(null)}
          onSave={(remark) => void changeFrom(remark, 'Remark saved')}
        />
      )}
      {asking?.what === 'step' && (
        <StepDialog
          what={asking.draft.name}
          to={asking.to}
          who={who}
          writers={writersOf(reviewed?.versions ?? [])}
          open={asking.to === 'agreed' ? openPoints : []}
          fault={fault}
          onClose={() => setAsking(null)}
          onDone={(said) =>
            void changeFrom(
              { what: 'step', draft: draftKey(asking.draft), to: asking.to, ...said },
              `${asking.draft.name}: ${STATE_WORDS[asking.to]}`,
            )
          }
        />
      )}
      {asking?.what === 'agree' && reviewed !== null && (
        <StepDialog
          what="this release"
          to="agreed"
          who={who}
          writers={writersOf(reviewed.versions)}
          open={openPoints}
          fault={fault}
          onClose={() => setAsking(null)}
          onDone={(said) => void agree(said)}
        />
      )}
      {asking?.what === 'copy' && (
        <CopyDialog
          name={shownName}
          others={drafts.map(({ line }) => line.name)}
          onClose={() => setAsking(null)}
          onSave={(beside) => void copyFrom(beside === null ? null : (drafts[beside]?.line ?? null))}
        />
      )}
    </>
  );
};
