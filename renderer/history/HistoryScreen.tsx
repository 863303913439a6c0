import { useCallback, useMemo, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/newsroom/model';
import { versionName } from '../../shared/newsroom/kind-words';
import type { NewsroomSettings, VersionLine } from '../../shared/newsroom/model';
import { isEditable } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { NameDialog } from '../ui/NameDialog';
import { ScreenTools } from '../ui/ScreenTools';
import { announce } from '../ui/announce';
import { counted, shortInstant } from '../ui/dates';
import { PaperDialog } from './PaperDialog';
import { RestoreDialog } from './RestoreDialog';
import { groupByDay } from './days';
import { Timeline } from './Timeline';
import { useVersionText, useVersions } from './use-history';
import { VersionPage } from './VersionPage';
import './history.css';

type Props = {
  readonly open: OpenRelease;
  readonly settings: NewsroomSettings;
  readonly onBack: () => void;
  /** Another text stands in the working text's place. */
  readonly onRestored: (open: OpenRelease) => void;
  /** Shows a version beside another, or beside the working text. */
  readonly onCompare: (before: VersionLine, after: VersionLine | 'working') => void;
};

/** What became of a release: its versions by day, the text of each, and the ways back. */
export const HistoryScreen = ({ open, settings, onBack, onRestored, onCompare }: Props) => {
  const { release } = open;
  const [fault, setFault] = useState<Fault | null>(null);
  const [versions, readAgain] = useVersions(
    release.id,
    useCallback((found: Fault) => setFault(found), []),
  );
  const [wanted, setWanted] = useState<number | null>(null);
  const [withAutosaves, setWithAutosaves] = useState(true);
  const [dialog, setDialog] = useState<'name' | 'restore' | 'paper' | null>(null);
  const at = useMemo(() => ({ now: new Date(), zone: settings.zone }), [settings.zone]);
  const days = useMemo(() => groupByDay(versions ?? [], at, withAutosaves), [versions, at, withAutosaves]);
  const shown = days.flatMap((day) => day.rows);
  const row = shown.find(({ index }) => index === wanted) ?? shown[0];
  const line = row?.line;
  const text = useVersionText(release.id, line?.object ?? null);
  const isText = text !== null && 'body' in text;
  const called = (version: VersionLine): string =>
    `${versionName(version)} (${shortInstant(version.time, at.now, at.zone)})`;
  const noText = isText ? undefined : 'Its text is not read.';

  const restore = async (version: VersionLine): Promise<void> => {
    setDialog(null);
    const done = await bridge.releases.restore(release.id, version.object);
    if (!done.ok) {
      setFault(done.fault);
      return;
    }
    announce(`Restored: ${called(version)}`);
    onRestored(done.value);
  };
  const name = async (version: VersionLine, draft: string): Promise<void> => {
    setDialog(null);
    const done = await bridge.releases.nameVersion(release.id, version.object, draft);
    if (!done.ok) {
      setFault(done.fault);
      return;
    }
    announce(`Draft named: ${draft}`);
    setWanted(null);
    await readAgain();
  };

  return (
    <>
      <ScreenTools name="History" onBack={onBack} backTo="to the page" className="his-tools">
        <span className="meta not-small">{versions === null ? '' : counted(versions.length, 'version')}</span>
        <span className="sp" />
        {line !== undefined && (
          <>
            <Button unavailable={noText} onClick={() => onCompare(line, 'working')}>
              Compare with now
            </Button>
            <select
              className="f version"
              aria-label="Compare with another version"
              value=""
              onChange={(event) => {
                const other = versions?.[Number(event.target.value)];
                if (other === undefined || event.target.value === '') return;
                if (other.time < line.time) onCompare(other, line);
                else onCompare(line, other);
              }}
            >
              <option value="">Compare with…</option>
              {(versions ?? [])
                .map((version, index) => ({ version, index }))
                .filter(({ index }) => index !== row?.index)
                .toReversed()
                .map(({ version, index }) => (
                  <option key={index} value={index}>
                    {called(version)}
                  </option>
                ))}
            </select>
            <Button unavailable={noText} onClick={() => setDialog('paper')}>
              Print or save…
            </Button>
            <Button unavailable={noText} onClick={() => setDialog('name')}>
              Name this version…
            </Button>
            <Button
              kind="primary"
              unavailable={
                isEditable(release)
                  ? noText
                  : `The release is ${release.state}: its text is frozen, and no older one is put in its place.`
              }
              onClick={() => setDialog('restore')}
            >
              Restore…
            </Button>
          </>
        )}
      </ScreenTools>
      {fault !== null && (
        <Bar kind="stop" title={fault.message} actions={<Button onClick={() => setFault(null)}>Put away</Button>}>
          <p>Nothing was changed. Choose another version, or go back to the page.</p>
        </Bar>
      )}
      <main className="his" aria-busy={versions === null && fault === null}>
        <aside className="his-list" aria-label="Versions" data-region="versions">
          <label className="his-filter">
            <input
              type="checkbox"
              checked={withAutosaves}
              onChange={(event) => setWithAutosaves(event.target.checked)}
            />
            Every save as it was written
          </label>
          {versions !== null && shown.length === 0 && <p className="empty">No version of another kind yet.</p>}
          {shown.length > 0 && <Timeline days={days} chosen={row?.index ?? null} onChoose={setWanted} />}
        </aside>
        {line !== undefined && isText && <VersionPage release={text} name={called(line)} />}
        {text !== null && !isText && (
          <div className="his-page">
            <Bar kind="warn" title={text.message}>
              <p>Its line in the history stays. Choose another version.</p>
            </Bar>
          </div>
        )}
      </main>
      {dialog === 'name' && line !== undefined && (
        <NameDialog
          what="version"
          hint="A draft with this text is added to the history. The page stays as it is."
          onClose={() => setDialog(null)}
          onName={(draft) => void name(line, draft)}
        >
          <p>{called(line)}</p>
        </NameDialog>
      )}
      {dialog === 'paper' && line !== undefined && (
        <PaperDialog release={release.id} version={line.object} name={called(line)} onClose={() => setDialog(null)} />
      )}
      {dialog === 'restore' && line !== undefined && (
        <RestoreDialog version={called(line)} onClose={() => setDialog(null)} onRestore={() => void restore(line)} />
      )}
    </>
  );
};
