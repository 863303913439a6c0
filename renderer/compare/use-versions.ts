import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/ipc/contract';
import type { VersionLine } from '../../shared/newsroom/model';
import type { Release, ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import type { Choice } from './versions';

/** What there is to compare: the history, oldest first, and the working text read afresh. */
export type History = { readonly versions: readonly VersionLine[]; readonly working: OpenRelease };

/** Reads the history of a release and its working text: null until they are there. `reread` reads both again. */
export const useHistory = (
  id: ReleaseId,
  onFault: (fault: Fault) => void,
): { readonly history: History | null; readonly reread: () => Promise<void> } => {
  const [history, setHistory] = useState<History | null>(null);
  const isHere = useRef(true);
  const reread = useCallback(async () => {
    const [working, versions] = await Promise.all([bridge.releases.open(id), bridge.releases.versions(id)]);
    if (!isHere.current) return;
    if (!working.ok) onFault(working.fault);
    else if (!versions.ok) onFault(versions.fault);
    else setHistory({ working: working.value, versions: versions.value });
  }, [id, onFault]);
  useEffect(() => {
    isHere.current = true;
    void reread();
    return () => {
      isHere.current = false;
    };
  }, [reread]);
  return { history, reread };
};

/** The text of one choice, null until it is read. What was read once is kept: versions do not change. */
export const useText = (
  history: History | null,
  choice: Choice | null,
  onFault: (fault: Fault) => void,
): Release | null => {
  const [read, setRead] = useState<ReadonlyMap<string, Release>>(new Map());
  const line = history === null || choice === null || choice === 'working' ? undefined : history.versions[choice];
  const id = history?.working.release.id;
  const object = line?.object;
  const isRead = object !== undefined && read.has(object);
  useEffect(() => {
    if (id === undefined || object === undefined || isRead) return;
    let isHere = true;
    void bridge.releases.version(id, object).then((release) => {
      if (!isHere) return;
      if (release.ok) setRead((now) => new Map(now).set(object, release.value));
      else onFault(release.fault);
    });
    return () => {
      isHere = false;
    };
  }, [id, object, isRead, onFault]);
  if (choice === 'working') return history?.working.release ?? null;
  return object === undefined ? null : (read.get(object) ?? null);
};
