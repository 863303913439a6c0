import { useState } from 'react';
import { type Instant, isEditable } from '../../shared/release/model';
import { AccessBar } from '../access/AccessBar';
import { BackupBar } from '../backup/BackupBar';
import { bridge } from '../bridge';
import { ExaminationBar } from '../examination/ExaminationBar';
import { useExamination } from '../examination/use-examination';
import { OutsideBars } from '../outside/OutsideBars';
import { ChoiceBar } from '../recovery/ChoiceBar';
import { MendedBar } from '../recovery/MendedBar';
import { RecoveryBar } from '../recovery/RecoveryBar';
import { StrandedBar } from '../recovery/StrandedBar';
import { RemovalBar } from '../removal/RemovalBar';
import { RemoveDialog } from '../removal/RemoveDialog';
import { TidiedBar } from '../removal/TidiedBar';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { fullInstant } from '../ui/dates';
import type { useBackupState } from '../backup/use-backup-state';
import { HistoryAlarm } from './HistoryAlarm';
import type { NewsroomWork } from './use-newsroom';

type Props = {
  readonly work: NewsroomWork;
  readonly backup: ReturnType<typeof useBackupState>;
  /** Set where the newsroom was just restored: when the backup was made. */
  readonly restored: Instant | null;
};

/** What has to be said above the page: what failed, what was recovered, who else writes here. */
export const NewsroomBars = ({ work, backup: [backup, putBackupAway], restored }: Props) => {
  const { newsroom, place, access, mayWrite, openId, fault, removal, trash, choice, leave, move } = work;
  const { zone } = newsroom.settings;
  const [isRestored, setIsRestored] = useState(restored !== null);
  const [mended, setMended] = useState(newsroom.mended ?? []);
  const examination = useExamination();
  return (
    <div className="bars">
      {fault !== null && (
        <Bar kind="stop" title={fault.message} actions={<Button onClick={() => work.setFault(null)}>Put away</Button>}>
          {fault.where !== undefined && <p>{fault.where}</p>}
        </Bar>
      )}
      {isRestored && restored !== null && (
        <Bar
          kind="fine"
          title={`Restored: this is the newsroom as it was at ${fullInstant(restored, zone)}`}
          actions={<Button onClick={() => setIsRestored(false)}>Put away</Button>}
        >
          <p>What was written after that is not in it. It lies in {newsroom.folder}; the other one is as it was.</p>
        </Bar>
      )}
      {place.screen !== 'backups' && (
        <BackupBar state={backup} onShow={() => void leave(() => move({ to: 'backups' }))} onPutAway={putBackupAway} />
      )}
      {removal.report !== null && <RemovalBar report={removal.report} onPutAway={() => removal.setReport(null)} />}
      {removal.trouble !== null && <TidiedBar trouble={removal.trouble} onPutAway={() => removal.setTrouble(null)} />}
      {removal.asked !== null && (
        <RemoveDialog {...removal.asked} onClose={removal.callOff} onRemoved={(done) => void work.removed(done)} />
      )}
      <ExaminationBar state={examination} mayWrite={mayWrite} onFault={work.setFault} />
      {mended.length > 0 && <MendedBar mended={mended} onSeen={() => setMended([])} />}
      <AccessBar
        access={access}
        zone={zone}
        onTakeOver={() => void bridge.access.takeOver().then(work.entered)}
        onBringUp={(withoutBackup) => void bridge.access.bringUp(withoutBackup).then(work.entered)}
      />
      {place.recovery !== null && place.screen === 'editor' && (
        <RecoveryBar
          recovery={place.recovery}
          id={openId}
          zone={zone}
          onFault={work.setFault}
          onSeen={() => move({ to: 'recovery-seen' })}
        />
      )}
      {newsroom.missing === undefined && mayWrite && (
        <StrandedBar
          releases={newsroom.releases.length}
          openId={openId}
          zone={zone}
          onBrought={(open) => void leave(() => work.showChanged(open))}
          onFault={work.setFault}
        />
      )}
      {choice !== null && place.open !== null && (
        <ChoiceBar
          recovery={choice}
          zone={zone}
          mayWrite={isEditable(place.open.release)}
          onKeepSaved={() => void work.back()}
          onKeepRecovered={() => void work.keepRecovered(choice.version)}
        />
      )}
      {place.open?.later === true && (
        <Bar kind="warn" title="A later Standfirst wrote this release">
          <p>
            What is known of it here can be read, and it is not changed. Open it with that Standfirst, or a later one,
            to write in it. It is not exported from here.
          </p>
        </Bar>
      )}
      <OutsideBars
        newsroom={newsroom}
        openId={openId}
        mayWrite={mayWrite}
        beside={place.screen === 'compare' ? place.beside : null}
        onCompare={(id, object) =>
          void leave(async () => {
            if (id !== openId) await work.openRelease(id);
            move({ to: 'compare', beside: object });
          })
        }
        onDecided={() => void work.back()}
        onLook={work.refresh}
        onFault={work.setFault}
      />
      <HistoryAlarm />
      {trash.moved !== null && (
        <Bar
          kind="fine"
          title={`Moved to the trash: ${trash.moved.name}`}
          actions={
            <>
              <Button onClick={() => void trash.undo()}>Undo</Button>
              <Button onClick={trash.putAway}>Put away</Button>
            </>
          }
        />
      )}
    </div>
  );
};
