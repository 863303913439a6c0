import { useEffect, useState } from 'react';
import type { ChangedHistory } from '../../shared/newsroom/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { counted } from '../ui/dates';

/** So many are named; of more the number is said. */
const NAMED = 3;

/** Says when a history is not the one that this computer has seen, naming file and line. Asked once, at opening. */
export const HistoryAlarm = () => {
  const [found, setFound] = useState<readonly ChangedHistory[]>([]);
  useEffect(() => {
    let isHere = true;
    void bridge.newsroom.checkHistory().then((answer) => {
      if (isHere && answer.ok) setFound(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, []);
  if (found.length === 0) return null;
  const accept = async (): Promise<void> => {
    const done = await bridge.newsroom.acceptHistory();
    if (done.ok) setFound([]);
  };
  return (
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
      <p>
        The texts that the histories name were not touched by this. Whoever restored a backup finds this message too.
      </p>
    </Bar>
  );
};
