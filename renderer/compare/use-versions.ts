import { useEffect, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/ipc/contract';
import type { VersionLine } from '../../shared/newsroom/model';
import type { Release, ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import type { Choice } from './versions';

/** What there is to compare: the history, oldest first, and the working text read afresh. */
export type History = { readonly versions: readonly VersionLine[]; readonly working: OpenRelease };

/** Reads the history of a release and its working text. Null until they are there. */
export const useHistory = (id: ReleaseId, onFault: (fault: Fault) => void): History | null => {
  const [history, setHistory] = useState<History | null>(null);
  useEffect(() => {
    let isHere = true;
    void Promise.all([bridge.releases.open(id), bridge.releases.versions(id)]).then(([working, versions]) => {
      if (!isHere) return;
      if (!working.ok) onFault(working.fault);
      else if (!versions.ok) onFault(versions.fault);
      else setHistory({ working: working.value, versions: versions.value });
    });
    return () => {
      isHere = false;
    };
  }, [id, onFault]);
  return history;
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
