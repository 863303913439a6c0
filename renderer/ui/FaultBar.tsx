import type { Fault } from '../../shared/fault';
import { Bar } from './Bar';
import { Button } from './Button';

type Props = {
  readonly fault: Fault;
  readonly onPutAway: () => void;
  /** Reads what was saved elsewhere meanwhile, with what is typed on top of it or without. */
  readonly onRead: (keepTyped: boolean) => void;
};

/** Why a form could not be saved. Where somebody else saved meanwhile, theirs has to be read first. */
export const FaultBar = ({ fault, onPutAway, onRead }: Props) => (
  <Bar
    kind="stop"
    title={fault.message}
    actions={
      fault.code === 'conflict' ? (
        <>
          <Button onClick={() => onRead(true)}>Read again, and keep what I typed</Button>
          <Button onClick={() => onRead(false)}>Read again, without what I typed</Button>
        </>
      ) : (
        <Button onClick={onPutAway}>Put away</Button>
      )
    }
  >
    <p>{fault.where ?? 'Nothing was changed on the disk. What you typed is still here.'}</p>
  </Bar>
);
