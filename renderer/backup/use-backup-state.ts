import { useEffect, useState } from 'react';
import type { BackupState } from '../../shared/backup/model';
import { bridge } from '../bridge';

/** What is going on with backups, as the main process tells it; `putAway` takes a failure off the screen. */
export const useBackupState = (): readonly [BackupState, () => void] => {
  const [state, setState] = useState<BackupState>({ kind: 'idle' });
  useEffect(() => bridge.on('backup:state', setState), []);
  return [state, () => setState({ kind: 'idle' })];
};
