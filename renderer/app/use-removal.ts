import { useState } from 'react';
import type { ReleaseId } from '../../shared/release/model';
import type { BackupTrouble, RemovalReport } from '../../shared/removal/model';

/** The release that is asked about before it is erased, what came of the last erasing, and of the backups as the newsroom was entered. */
export const useRemoval = () => {
  const [asked, setAsked] = useState<{ readonly id: ReleaseId; readonly headline: string } | null>(null);
  const [report, setReport] = useState<RemovalReport | null>(null);
  const [trouble, setTrouble] = useState<BackupTrouble | null>(null);
  return {
    asked,
    ask: (id: ReleaseId, headline: string): void => setAsked({ id, headline }),
    callOff: (): void => setAsked(null),
    report,
    setReport,
    trouble,
    setTrouble,
  };
};
