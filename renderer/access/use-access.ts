import { useEffect, useState } from 'react';
import type { Access } from '../../shared/newsroom/model';
import { bridge } from '../bridge';

/** Whether this program may write in the open newsroom, now and as it changes; and how to set it after an act. */
export const useAccess = (): readonly [Access, (access: Access) => void] => {
  const [access, setAccess] = useState<Access>({ kind: 'write' });
  useEffect(() => {
    let isHere = true;
    void bridge.access.read().then((now) => {
      if (isHere) setAccess(now);
    });
    const stop = bridge.on('access:changed', setAccess);
    return () => {
      isHere = false;
      stop();
    };
  }, []);
  return [access, setAccess];
};
