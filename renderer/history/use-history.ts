import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { VersionLine } from '../../shared/newsroom/model';
import type { Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { bridge } from '../bridge';

/** The versions of a release, oldest first, read again when asked. Null until they are there. */
export const useVersions = (
  id: ReleaseId,
  onFault: (fault: Fault) => void,
): readonly [readonly VersionLine[] | null, () => Promise<void>] => {
  const [versions, setVersions] = useState<readonly VersionLine[] | null>(null);
  const read = useCallback(async (): Promise<void> => {
    const answer = await bridge.releases.versions(id);
    if (answer.ok) setVersions(answer.value);
    else onFault(answer.fault);
  }, [id, onFault]);
  useEffect(() => void read(), [read]);
  return [versions, read];
};

type Shown = { readonly object: VersionHash; readonly text: Release | Fault };

/** The text of a version: null until it is read, a fault where it cannot be. */
export const useVersionText = (id: ReleaseId, object: VersionHash | null): Release | Fault | null => {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (object === null) return;
    let isHere = true;
    void bridge.releases.version(id, object).then((answer) => {
      if (isHere) setShown({ object, text: answer.ok ? answer.value : answer.fault });
    });
    return () => {
      isHere = false;
    };
  }, [id, object]);
  return shown !== null && shown.object === object ? shown.text : null;
};
