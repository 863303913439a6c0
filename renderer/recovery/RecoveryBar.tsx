import type { Recovery } from '../../shared/ipc/contract';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { recoveryWords } from './words';

type Props = { readonly recovery: Recovery; readonly zone: string; readonly onSeen: () => void };

/** Stands over a release whose words were recovered, or whose kept words were damaged, until it was read. */
export const RecoveryBar = ({ recovery, zone, onSeen }: Props) => {
  const { title, text } = recoveryWords(recovery, { now: new Date(), zone });
  return (
    <Bar
      kind={recovery.outcome === 'continued' ? 'fine' : 'warn'}
      title={title}
      actions={<Button onClick={onSeen}>Put away</Button>}
    >
      <p>{text}</p>
    </Bar>
  );
};
