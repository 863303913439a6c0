import { useEffect, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { ChangedHistory } from '../../shared/newsroom/model';
import { bridge } from '../bridge';
import { askAfterDrawing } from '../ui/after-drawing';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { counted } from '../ui/dates';

/** So many are named; of more the number is said. */
const NAMED = 3;

/** Says when a history is not the one that this computer has seen, naming file and line. Asked once, at opening. */
export const HistoryAlarm = () => {
  const [found, setFound] = useState<readonly ChangedHistory[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(
    () =>
      askAfterDrawing(bridge.newsroom.checkHistory, (answer) => {
        if (answer.ok) setFound(answer.value);
        else setFault(answer.fault);
      }),
    [],
  );
  const accept = async (): Promise<void> => {
    const done = await bridge.newsroom.acceptHistory();
    setFault(done.ok ? null : done.fault);
    if (done.ok) setFound([]);
  };
  return (
    <>
      {fault !== null && (
        <Bar
          kind="warn"
          title="The histories could not be compared with what this computer knows of them"
          actions={<Button onClick={() => setFault(null)}>Put away</Button>}
        >
          <p>{fault.message}</p>
        </Bar>
      )}
      {found.length > 0 && (
        <Bar
          kind="stop"
          title={`${counted(found.length, 'history', 'histories')} changed outside Standfirst`}
          actions={
            <>
              <Button onClick={() => void accept()}>I know why: report it no more</Button>
              <Button onClick={() => setFound([])}>Put away</Button>
            </>
          }
        >
          <ul>
            {found.slice(0, NAMED).map(({ log, line, message }) => (
              <li key={`${log}/${line}`}>
                {message} {log}
              </li>
            ))}
          </ul>
          {found.length > NAMED && <p>And {(found.length - NAMED).toLocaleString('en-GB')} more.</p>}
          <p>Where a backup was put in the newsroom’s place this is to be expected. Nothing was changed by looking.</p>
        </Bar>
      )}
    </>
  );
};
