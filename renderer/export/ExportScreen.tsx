import { useCallback, useEffect, useRef, useState } from 'react';
import { goingPublic } from '../../shared/archive/going-public';
import type { ExportReport, Finding, Withheld } from '../../shared/archive/model';
import type { Fault } from '../../shared/fault';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import type { Instant } from '../../shared/release/model';
import type { Result } from '../../shared/result';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { ScreenTools } from '../ui/ScreenTools';
import { StatusMark } from '../ui/StatusMark';
import { announce } from '../ui/announce';
import { counted, fullInstant } from '../ui/dates';
import { AsOf } from './AsOf';
import { Changes } from './Changes';
import { Checks, type FindingPlace } from './Checks';
import { Doing } from './Doing';
import { OverrideDialog } from './OverrideDialog';
import { PreviewDialog } from './PreviewDialog';
import { Signature } from './Signature';
import { WithheldList } from './WithheldList';
import { blockers, doneWords, wayOn, whyWait } from './report';
import './export.css';

type Props = {
  readonly settings: NewsroomSettings;
  readonly onBack: () => void;
  readonly onGoTo: (place: FindingPlace) => void;
};
type Doing = 'checking' | 'writing' | null;

/** Makes the bundle: the checks, what stays out, what will change, and then the files. Or only shows what would be later. */
export const ExportScreen = ({ settings, onBack, onGoTo }: Props) => {
  const { zone } = settings;
  const [report, setReport] = useState<ExportReport | null>(null);
  /** What is withheld now, also while a preview is shown. */
  const [now, setNow] = useState<readonly Withheld[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const [doing, setDoing] = useState<Doing>('checking');
  const [asked, setAsked] = useState<Finding | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const later = useRef<HTMLButtonElement>(null);

  const take = useCallback(
    (answer: Result<ExportReport, Fault>): void => {
      setDoing(null);
      if (!answer.ok) {
        setFault(answer.fault);
        if (answer.fault.code === 'cancelled') announce('The export was stopped');
        return;
      }
      setFault(null);
      setReport(answer.value);
      if (!answer.value.preview) setNow(answer.value.withheld);
      if (answer.value.written) announce(`The bundle is written: ${counted(answer.value.files.length, 'file')}`);
      else announce(doneWords(answer.value, zone));
    },
    [zone],
  );
  const last = useRef(0);
  /** The answer to what was asked last is the one that counts: asking again stops what was under way. */
  const ask = useCallback(
    async (call: () => Promise<Result<ExportReport, Fault>>): Promise<void> => {
      last.current += 1;
      const mine = last.current;
      const answer = await call();
      if (mine === last.current) take(answer);
    },
    [take],
  );
  const isPreview = report?.preview === true;
  /** Looks again, at what is shown, or at another instant; null: at now. */
  const plan = async (at: Instant | null = isPreview ? report.asOf : null): Promise<void> => {
    setDoing('checking');
    await ask(() => bridge.export.plan(at));
  };
  const backToNow = (): void => {
    later.current?.focus();
    void plan(null);
  };
  useEffect(() => void ask(() => bridge.export.plan(null)), [ask]);

  const write = async (): Promise<void> => {
    setDoing('writing');
    announce('Writing the bundle');
    await ask(bridge.export.bundle);
  };
  const changeFolder = async (): Promise<void> => {
    const chosen = await bridge.export.chooseFolder();
    if (chosen.ok) await plan();
    else if (chosen.fault.code !== 'cancelled') setFault(chosen.fault);
  };
  const letPass = async (finding: Finding, reason: string): Promise<void> => {
    setAsked(null);
    const { release, words, code: check } = finding;
    if (release === null || words === null) return;
    const kept = await bridge.export.override({ release, check, digest: words.digest, reason });
    if (kept.ok) await plan();
    else setFault(kept.fault);
  };
  const look = async (path: string): Promise<void> => {
    const shown = await bridge.export.look(path);
    if (!shown.ok) setFault(shown.fault);
  };
  const show = async (): Promise<void> => {
    const shown = await bridge.export.show();
    if (!shown.ok) setFault(shown.fault);
  };

  const folder = report?.folder ?? null;
  const isWritten = report?.written === true && doing === null;
  const stops = report === null || isPreview ? 0 : blockers(report.findings).length;
  const next = report === null ? null : wayOn(report);
  const wait =
    doing === null
      ? whyWait(report)
      : doing === 'writing'
        ? 'The bundle is being written.'
        : 'The checks are under way.';
  return (
    <>
      <ScreenTools name={isPreview ? 'Preview' : 'Export'} onBack={onBack}>
        <span className="meta folder">
          {folder === null ? 'No folder chosen' : `${isPreview ? 'beside' : 'to'} ${folder}`}
        </span>
        <Button kind="link" onClick={() => void changeFolder()}>
          {folder === null ? 'Choose a folder…' : 'Change…'}
        </Button>
      </ScreenTools>
      {fault !== null && (
        <Bar
          kind={fault.code === 'cancelled' ? 'warn' : 'stop'}
          title={fault.message}
          actions={
            <>
              <Button onClick={() => void changeFolder()}>Choose another folder…</Button>
              <Button onClick={() => void plan()}>Check again</Button>
            </>
          }
        >
          {fault.where !== undefined && <p>{fault.where}</p>}
        </Bar>
      )}
      {report !== null && isPreview && (
        <Bar
          kind="warn"
          title="This is a preview, not the archive"
          actions={<Button onClick={backToNow}>Back to now</Button>}
        >
          <p>{`It shows ${fullInstant(report.asOf, zone)}, if nothing else changes. Nothing is written.`}</p>
        </Bar>
      )}
      {report !== null && isWritten && (
        <Bar
          kind="fine"
          title="The bundle is written and proved whole"
          actions={<Button onClick={() => void show()}>Show in folder</Button>}
        >
          <p>{`${counted(report.files.length, 'file')} in ${report.folder ?? 'the chosen folder'}`}</p>
        </Bar>
      )}
      <main className="exp" aria-busy={doing !== null}>
        <div className="left" data-region="checks" tabIndex={0} aria-label="Checks and what is withheld" role="group">
          {doing !== null && <Doing key={doing} writing={doing === 'writing'} />}
          {report !== null && (
            <>
              <AsOf
                asOf={report.asOf}
                preview={report.preview}
                withheld={report.withheld}
                onLater={() => setIsChoosing(true)}
                {...{ now, zone, later }}
              />
              <Checks findings={report.findings} preview={report.preview} onGoTo={onGoTo} onOverride={setAsked} />
              <WithheldList withheld={report.withheld} zone={zone} />
              {!report.preview && <Signature />}
              {report.notes.length > 0 && (
                <section aria-labelledby="notes">
                  <h2 id="notes">Notes</h2>
                  <ul className="notes">
                    {report.notes.map((note) => (
                      <li key={note}>{note}</li>
                    ))}
                  </ul>
                </section>
              )}
            </>
          )}
        </div>
        <div className="right" data-region="changes">
          {report !== null && (
            <Changes
              changes={report.changes}
              pages={report.pages}
              written={report.written}
              preview={report.preview}
              onLook={(path) => void look(path)}
            />
          )}
        </div>
      </main>
      <footer className="foot" data-region="foot">
        <span className={stops > 0 && doing === null ? 'stops' : 'waits'} role="status">
          {stops > 0 && doing === null && <StatusMark status="changed since approval" />}
          {wait ?? (isWritten ? 'Nothing is left to export.' : next?.said)}
        </span>
        <span className="sp" />
        {doing !== null && (
          <Button big onClick={() => void bridge.export.cancel()}>
            {doing === 'writing' ? 'Cancel the export' : 'Cancel the checks'}
          </Button>
        )}
        {/* Stays where it is: a second press of it must not be a press of Cancel. */}
        {isWritten ? (
          <Button big onClick={() => void plan()}>
            Check again
          </Button>
        ) : (
          <Button kind="primary" big unavailable={wait} onClick={() => void write()}>
            {isPreview ? 'Export' : (next?.act ?? 'Export')}
          </Button>
        )}
      </footer>
      {isChoosing && (
        <PreviewDialog
          moments={goingPublic(now)}
          zone={zone}
          onClose={() => setIsChoosing(false)}
          onPreview={(at) => {
            setIsChoosing(false);
            void plan(at);
          }}
        />
      )}
      {asked !== null && (
        <OverrideDialog
          finding={asked}
          onClose={() => setAsked(null)}
          onOverride={(reason) => void letPass(asked, reason)}
        />
      )}
    </>
  );
};
