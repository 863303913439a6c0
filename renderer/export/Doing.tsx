import { useEffect, useState } from 'react';
import type { ExportProgress } from '../../shared/archive/model';
import { bridge } from '../bridge';
import { Button } from '../ui/Button';
import { progressWords } from './report';

type Props = { readonly what: string; readonly onStop: () => void };

/** How far the export is, in counts, and the way to stop it. */
export const Doing = ({ what, onStop }: Props) => {
  const [now, setNow] = useState<ExportProgress | null>(null);
  useEffect(() => bridge.on('export:progress', setNow), []);
  return (
    <div className="doing">
      <p>{what}</p>
      {now === null ? (
        <progress aria-label={what} />
      ) : (
        <progress aria-label={what} value={Math.min(now.done, now.of)} max={Math.max(1, now.of)} />
      )}
      <p className="meta">{now === null ? 'Reading the newsroom' : progressWords(now)}</p>
      <p className="meta">The last bundle stays until the new one is proved.</p>
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
};
