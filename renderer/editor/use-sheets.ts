import { useEffect, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { ReleaseId } from '../../shared/release/model';
import type { KnownSheet } from '../../shared/sheets/enter';
import { bridge } from '../bridge';

/** The sheets issued for a release so far, oldest first; null until they are read, a fault where they cannot be. */
export const useSheets = (release: ReleaseId): readonly KnownSheet[] | Fault | null => {
  const [sheets, setSheets] = useState<readonly KnownSheet[] | Fault | null>(null);
  useEffect(() => {
    let isHere = true;
    void bridge.releases.versions(release).then((answer) => {
      if (!isHere) return;
      if (!answer.ok) setSheets(answer.fault);
      else
        setSheets(
          answer.value.flatMap(({ sheet, time, object }) =>
            sheet === undefined ? [] : [{ ...sheet, at: time, object }],
          ),
        );
    });
    return () => {
      isHere = false;
    };
  }, [release]);
  return sheets;
};
