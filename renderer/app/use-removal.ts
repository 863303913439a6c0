import { useState } from 'react';
import type { ReleaseId } from '../../shared/release/model';
import type { RemovalReport } from '../../shared/removal/model';

/** The release that is asked about before it is erased, and what came of the last erasing. */
export const useRemoval = () => {
  const [asked, setAsked] = useState<{ readonly id: ReleaseId; readonly headline: string } | null>(null);
  const [report, setReport] = useState<RemovalReport | null>(null);
  return {
    asked,
    ask: (id: ReleaseId, headline: string): void => setAsked({ id, headline }),
    callOff: (): void => setAsked(null),
    report,
    setReport,
  };
};
