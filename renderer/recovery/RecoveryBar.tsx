import type { Fault } from '../../shared/fault';
import type { Recovery } from '../../shared/ipc/contract';
import type { ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { announce } from '../ui/announce';
import { recoveryWords } from './words';

type Props = {
  readonly recovery: Recovery;
  readonly id: ReleaseId | null;
  readonly zone: string;
  readonly onFault: (fault: Fault) => void;
  readonly onSeen: () => void;
};

/** Stands over a release whose words were recovered, wait on this computer, or were kept and damaged, until it was read. */
export const RecoveryBar = ({ recovery, id, zone, onFault, onSeen }: Props) => {
  const { title, text } = recoveryWords(recovery, { now: new Date(), zone });
  const saveCopy = async (of: ReleaseId): Promise<void> => {
    const saved = await bridge.recovery.copyStranded(of);
    if (saved.ok) announce('A copy was saved');
    else if (saved.fault.code !== 'cancelled') onFault(saved.fault);
  };
  return (
    <Bar
      kind={recovery.outcome === 'continued' ? 'fine' : 'warn'}
      title={title}
      actions={
        <>
          {recovery.outcome === 'waiting' && id !== null && (
            <Button onClick={() => void saveCopy(id)}>Save a copy…</Button>
          )}
          <Button onClick={onSeen}>Put away</Button>
        </>
      }
    >
      <p>{text}</p>
    </Bar>
  );
};
