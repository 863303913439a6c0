import { useEffect, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { StrandedWords } from '../../shared/ipc/contract';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { askAfterDrawing } from '../ui/after-drawing';
import { announce } from '../ui/announce';
import { shortInstant } from '../ui/dates';

type Props = {
  /** Asked again whenever this changes. */
  readonly releases: number;
  readonly openId: ReleaseId | null;
  readonly zone: string;
  readonly onBrought: (open: OpenRelease) => void;
  /** The same function at every drawing. */
  readonly onFault: (fault: Fault) => void;
};

/** Says that words are kept on this computer of a release that is no longer in the newsroom, one release at a time. */
export const StrandedBar = ({ releases, openId, zone, onBrought, onFault }: Props) => {
  const [found, setFound] = useState<readonly StrandedWords[]>([]);
  const [seen, setSeen] = useState<ReadonlySet<ReleaseId>>(new Set());
  useEffect(
    () =>
      askAfterDrawing(bridge.recovery.stranded, (answer) => {
        if (answer.ok) setFound(answer.value);
        else onFault(answer.fault);
      }),
    [releases, onFault],
  );
  const words = found.find(({ id }) => id !== openId && !seen.has(id));
  if (words === undefined) return null;
  const { id, headline, at } = words;
  const bringBack = async (): Promise<void> => {
    const brought = await bridge.recovery.bringBack(id);
    if (!brought.ok) {
      onFault(brought.fault);
      return;
    }
    setFound((now) => now.filter((each) => each.id !== id));
    onBrought(brought.value);
  };
  const saveCopy = async (): Promise<void> => {
    const saved = await bridge.recovery.copyStranded(id);
    if (saved.ok) announce('A copy was saved');
    else if (saved.fault.code !== 'cancelled') onFault(saved.fault);
  };
  return (
    <Bar
      kind="warn"
      title={`Words of a release that is not here any more: ${headline === '' ? 'no headline' : headline}`}
      actions={
        <>
          <Button onClick={() => void bringBack()}>Bring it back</Button>
          <Button onClick={() => void saveCopy()}>Save a copy…</Button>
          <Button onClick={() => setSeen((now) => new Set(now).add(id))}>Put away</Button>
        </>
      }
    >
      <p>
        They were written on this computer ({shortInstant(at, new Date(), zone)}) and never reached the newsroom. They
        stay here until you bring them back.
      </p>
    </Bar>
  );
};
