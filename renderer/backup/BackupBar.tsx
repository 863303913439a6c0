import type { BackupState } from '../../shared/backup/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';

type Props = {
  readonly state: BackupState;
  readonly onShow: () => void;
  readonly onPutAway: () => void;
};

/** Says over the work that a backup could not be made, until one is. */
export const BackupBar = ({ state, onShow, onPutAway }: Props) =>
  state.kind === 'failed' ? (
    <Bar
      kind="warn"
      title={state.fault.message}
      actions={
        <>
          <Button onClick={() => void bridge.backup.now()}>Try again</Button>
          <Button onClick={onShow}>Show backups</Button>
          <Button kind="ghost" onClick={onPutAway}>
            Put away
          </Button>
        </>
      }
    >
      {state.fault.where !== undefined && <p>{state.fault.where}</p>}
      <p>Your releases are not touched by this. The backups from before are as they were.</p>
    </Bar>
  ) : null;
