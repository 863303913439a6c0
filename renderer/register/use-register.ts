import { useEffect, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { UnreadableRelease } from '../../shared/newsroom/model';
import type { RegisterRow } from '../../shared/newsroom/register-row';
import { bridge } from '../bridge';

export type Register = {
  readonly rows: readonly RegisterRow[];
  readonly unreadable: readonly UnreadableRelease[];
  /** How many releases were read so far, of how many. */
  readonly read: number;
  readonly releases: number;
  readonly isWhole: boolean;
};

const NOTHING: Register = { rows: [], unreadable: [], read: 0, releases: 0, isWhole: false };

/** The quote register, part by part as it is read; leaving the screen stops it. */
export const useRegister = (onFault: (fault: Fault) => void): Register => {
  const [register, setRegister] = useState(NOTHING);
  useEffect(() => {
    let isHere = true;
    const readAll = async (): Promise<void> => {
      let so: Register = NOTHING;
      while (isHere && !so.isWhole) {
        const part = await bridge.register.read(so.read);
        if (!isHere) return;
        if (!part.ok) {
          onFault(part.fault);
          return;
        }
        const { rows, unreadable, read, releases } = part.value;
        so = {
          rows: [...so.rows, ...rows],
          unreadable: [...so.unreadable, ...unreadable],
          read,
          releases,
          isWhole: read >= releases,
        };
        setRegister(so);
      }
    };
    void readAll();
    return () => {
      isHere = false;
    };
  }, [onFault]);
  return register;
};
