import { useCallback, useEffect, useState } from 'react';
import type { Backup, Backups, BackupState } from '../../shared/backup/model';
import type { Fault } from '../../shared/fault';
import type { RestoredNewsroom } from '../../shared/ipc/contract';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { ScreenTools } from '../ui/ScreenTools';
import { announce, refuse } from '../ui/announce';
import { counted, fullInstant } from '../ui/dates';
import { backupWords } from './words';
import './backup.css';

type Props = {
  readonly settings: NewsroomSettings;
  readonly state: BackupState;
  /** Unset while another program writes in the newsroom. */
  readonly mayWrite: boolean;
  readonly onBack: () => void;
  /** A backup was restored, and is open now. */
  readonly onRestored: (restored: RestoredNewsroom) => void;
};

/** The newsroom's backups, newest first: make one now, or restore one to a new folder. */
export const BackupScreen = ({ settings, state, mayWrite, onBack, onRestored }: Props) => {
  const [found, setFound] = useState<Backups | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const read = useCallback(async (): Promise<void> => {
    const answer = await bridge.backup.list();
    if (answer.ok) setFound(answer.value);
    else setFault(answer.fault);
  }, []);
  // Also when one was made of itself meanwhile.
  useEffect(() => {
    if (state.kind === 'idle' || state.kind === 'failed') void read();
  }, [read, state.kind]);

  const tell = (why: Fault): void => {
    if (why.code === 'cancelled') announce(why.message);
    else setFault(why);
  };
  const busy = async (work: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    setFault(null);
    await work();
    setIsBusy(false);
  };
  const make = (): Promise<void> =>
    busy(async () => {
      announce('Backing up');
      const made = await bridge.backup.now();
      if (!made.ok) tell(made.fault);
      else if (made.value.isNew) announce('Backed up');
      else refuse('Nothing has changed since the last backup');
      await read();
    });
  const restore = (name: string | null): Promise<void> =>
    busy(async () => {
      const restored = await bridge.backup.restore(name);
      if (!restored.ok) {
        tell(restored.fault);
        return;
      }
      announce('Restored, and open now');
      onRestored(restored.value);
    });
  const backups = found?.backups ?? [];
  const wait = isBusy ? 'One thing at a time: this waits until the other is done.' : undefined;
  return (
    <>
      <ScreenTools name="Backups" onBack={onBack} wait={wait}>
        {found !== null && <span className="meta not-small">{counted(backups.length, 'backup')}</span>}
        <span className="sp" />
        <Button onClick={() => void restore(null)} unavailable={wait}>
          Restore from a file…
        </Button>
        <Button
          kind="primary"
          onClick={() => void make()}
          unavailable={wait ?? (mayWrite ? undefined : 'Another program writes in this newsroom, and backs it up.')}
        >
          Back up now
        </Button>
      </ScreenTools>
      {fault !== null && (
        <Bar
          kind="stop"
          title={fault.message}
          actions={
            <>
              <Button onClick={() => void bridge.backup.show()}>Show the backups’ folder</Button>
              <Button onClick={() => setFault(null)}>Put away</Button>
            </>
          }
        >
          {fault.where !== undefined && <p>{fault.where}</p>}
          {fault.detail !== undefined && <p>{fault.detail}</p>}
        </Bar>
      )}
      <main className="backups" aria-busy={found === null || isBusy} data-region="backups">
        <div className="intro">
          <p>
            While a newsroom is open, it is backed up once a day. The last backup of each of seven days is kept, and of
            each of four weeks before that. A backup is a zip file with everything in the newsroom; it is restored to a
            new folder, and what you have now stays as it is.
          </p>
          {found !== null && (
            <p className="place">
              <span>{found.folder}</span>
              <Button kind="link" onClick={() => void bridge.backup.show()}>
                Show the folder
              </Button>
            </p>
          )}
          {found !== null && found.restored !== null && (
            <p>
              This newsroom was itself restored at {fullInstant(found.restored.at, settings.zone)}, from the backup of{' '}
              {fullInstant(found.restored.of, settings.zone)}. Its histories are compared with what this computer has
              seen since then.
            </p>
          )}
        </div>
        <Progress state={state} />
        {found !== null && backups.length === 0 && <p className="none">There is no backup of this newsroom yet.</p>}
        {backups.length > 0 && (
          <ul aria-label="Backups">
            {backups.map((backup) => (
              <Row
                key={backup.name}
                backup={backup}
                zone={settings.zone}
                wait={wait}
                onRestore={() => void restore(backup.name)}
              />
            ))}
          </ul>
        )}
      </main>
    </>
  );
};

type RowProps = {
  readonly backup: Backup;
  readonly zone: string;
  readonly wait: string | undefined;
  readonly onRestore: () => void;
};

const Row = ({ backup, zone, wait, onRestore }: RowProps) => {
  const at = fullInstant(backup.at, zone);
  return (
    <li>
      <div>
        <b>{at}</b>
        <span className="meta">{backupWords(backup)}</span>
      </div>
      {backup.facts !== null && (
        <Button aria-label={`Restore to a new folder: ${at}`} unavailable={wait} onClick={onRestore}>
          Restore to a new folder…
        </Button>
      )}
    </li>
  );
};

const Progress = ({ state }: { readonly state: BackupState }) => {
  if (state.kind !== 'making' && state.kind !== 'restoring') return null;
  const what = state.kind === 'making' ? 'Backing up' : 'Restoring';
  return (
    <div className="progress">
      <label>
        {what}: {state.done.toLocaleString('en-GB')} of {counted(state.total, 'file')}
        <progress max={state.total} value={state.done} />
      </label>
      <Button onClick={() => void bridge.backup.callOff()}>Stop</Button>
    </div>
  );
};
