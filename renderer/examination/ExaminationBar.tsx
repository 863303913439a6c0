import type { Fault } from '../../shared/fault';
import type { ExaminationState } from '../../shared/newsroom/examination';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { doneTitle } from './words';

/** So many are named; of more the number is said. */
const NAMED = 5;

type Props = {
  readonly state: ExaminationState;
  readonly mayWrite: boolean;
  readonly onFault: (fault: Fault) => void;
};

/** Whether everything in the newsroom is whole: after a crash, and when it was asked for. */
export const ExaminationBar = ({ state, mayWrite, onFault }: Props) => {
  const putAway = <Button onClick={() => void bridge.examination.putAway()}>Put away</Button>;
  const mend = async (): Promise<void> => {
    const done = await bridge.examination.mend();
    if (!done.ok) onFault(done.fault);
  };
  switch (state.kind) {
    case 'none':
      return null;
    case 'running':
      return (
        <Bar kind="fine" title="The newsroom is being examined">
          <p>You can go on writing.</p>
        </Bar>
      );
    case 'failed':
      return (
        <Bar kind="warn" title="The newsroom could not be examined" actions={putAway}>
          <p>{state.fault.message}</p>
        </Bar>
      );
    case 'done': {
      const { findings, mended } = state;
      return (
        <Bar
          kind={findings.length > 0 ? 'warn' : 'fine'}
          title={doneTitle(state)}
          actions={
            <>
              {findings.length > 0 && mayWrite && <Button onClick={() => void mend()}>Mend what can be mended</Button>}
              {putAway}
            </>
          }
        >
          <Places title="Not whole" places={findings} />
          <Places title="Mended" places={mended} />
        </Bar>
      );
    }
  }
};

type Place = { readonly where: string; readonly message: string };

const Places = ({ title, places }: { readonly title: string; readonly places: readonly Place[] }) =>
  places.length === 0 ? null : (
    <ul aria-label={title}>
      {places.slice(0, NAMED).map(({ where, message }) => (
        <li key={`${where} ${message}`}>
          {where}: {message}
        </li>
      ))}
      {places.length > NAMED && <li>And {(places.length - NAMED).toLocaleString('en-GB')} more.</li>}
    </ul>
  );
