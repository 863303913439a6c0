import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { NewsroomSettings, TrashedRelease } from '../../shared/newsroom/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { ScreenTools } from '../ui/ScreenTools';
import { announce } from '../ui/announce';
import { counted, shortInstant } from '../ui/dates';
import './release-list.css';

type Props = { readonly settings: NewsroomSettings; readonly onBack: () => void };

/** The releases in the trash, last moved first, and the way back for each. */
export const TrashScreen = ({ settings, onBack }: Props) => {
  const [rows, setRows] = useState<readonly TrashedRelease[] | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const read = useCallback(async (): Promise<void> => {
    const answer = await bridge.newsroom.trash();
    if (answer.ok) setRows(answer.value);
    else setFault(answer.fault);
  }, []);
  useEffect(() => void read(), [read]);

  const putBack = async ({ id, headline }: TrashedRelease): Promise<void> => {
    const done = await bridge.releases.putBack(id);
    if (done.ok) announce(`Put back: ${nameOf(headline)}`);
    setFault(done.ok ? null : done.fault);
    await read();
  };
  const now = new Date();
  return (
    <>
      <ScreenTools name="Trash" onBack={onBack}>
        {rows !== null && <span className="meta">{counted(rows.length, 'release')}</span>}
      </ScreenTools>
      {fault !== null && (
        <Bar kind="stop" title={fault.message} actions={<Button onClick={() => setFault(null)}>Put away</Button>}>
          {fault.where !== undefined && <p>{fault.where}</p>}
        </Bar>
      )}
      <main className={rows?.length === 0 ? 'desk' : 'trash'} aria-busy={rows === null} data-region="trash">
        {rows?.length === 0 && (
          <div className="nothing">
            <p>The trash is empty. A release that is moved here keeps its text and its history.</p>
            <div className="acts">
              <Button onClick={onBack}>Back to the releases</Button>
            </div>
          </div>
        )}
        {rows !== null && rows.length > 0 && (
          <ul aria-label="Releases in the trash">
            {rows.map((row) => (
              <li key={row.id}>
                <div>
                  <b dir="auto">{nameOf(row.headline)}</b>
                  <span className="meta">
                    {`Moved here ${shortInstant(row.at, now, settings.zone)}${row.who === '' ? '' : ` by ${row.who}`}`}
                  </span>
                </div>
                <Button aria-label={`Put back: ${nameOf(row.headline)}`} onClick={() => void putBack(row)}>
                  Put back
                </Button>
              </li>
            ))}
          </ul>
        )}
      </main>
    </>
  );
};

const nameOf = (headline: string): string => (headline.trim() === '' ? 'No headline yet' : headline);
