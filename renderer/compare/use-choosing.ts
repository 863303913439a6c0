import { useRef } from 'react';
import type { Fault } from '../../shared/fault';
import type { ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import type { Elsewhere, Pair } from './versions';

type Parts = {
  readonly id: ReleaseId;
  readonly pair: Pair | null;
  /** Waits until what was decided is saved. */
  readonly settled: () => Promise<unknown>;
  readonly choosePair: (pair: Pair) => Promise<void>;
  readonly onFile: (file: Elsewhere['file']) => void;
  readonly onFault: (fault: Fault) => void;
  /** Once other versions stand side by side. */
  readonly onChosen: () => void;
};

const WORKING_ALONE: Pair = { before: 'working', after: 'working' };

/** Choosing what stands side by side: versions of this release, another one, or a file. */
export const useChoosing = ({ id, pair, settled, choosePair, onFile, onFault, onChosen }: Parts) => {
  /** What was chosen and waits for the saves before it: a second choice goes on from it. */
  const wanted = useRef<Pair | null>(null);
  const choose = async (change: Partial<Pair>): Promise<void> => {
    const next = { ...(wanted.current ?? pair ?? WORKING_ALONE), ...change };
    wanted.current = next;
    await settled();
    await choosePair(next);
    if (wanted.current === next) wanted.current = null;
    onChosen();
  };
  const chooseFile = async (side: keyof Pair): Promise<void> => {
    const file = await bridge.compare.chooseFile(id);
    if (file.ok) {
      onFile(file.value);
      await choose({ [side]: 'file' });
    } else if (file.fault.code !== 'cancelled') onFault(file.fault);
  };
  return { choose, chooseFile };
};
