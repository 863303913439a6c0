import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { VersionLine } from '../../shared/newsroom/model';
import type { Release, ReleaseId } from '../../shared/release/model';
import type { Result } from '../../shared/result';
import { bridge } from '../bridge';
import { type Choice, otherRelease } from './versions';

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

/** The text of one choice, null until it is read. Versions do not change and are kept; other releases are read afresh when chosen. */
export const useText = (
  history: History | null,
  choice: Choice | null,
  file: Release | null,
  onFault: (fault: Fault) => void,
): Release | null => {
  const [read, setRead] = useState<ReadonlyMap<string, Release>>(new Map());
  const line = history === null || typeof choice !== 'number' ? undefined : history.versions[choice];
  const id = history?.working.release.id;
  const object = line?.object;
  const other = choice === null ? null : otherRelease(choice);
  const key = object ?? other;
  const isRead = key !== null && read.has(key);
  useEffect(() => {
    if (id === undefined || key === null || isRead) return;
    let isHere = true;
    const take = (answer: Result<Release, Fault>): void => {
      if (!isHere) return;
      if (answer.ok) setRead((now) => new Map(now).set(key, answer.value));
      else onFault(answer.fault);
    };
    if (object !== undefined) void bridge.releases.version(id, object).then(take);
    else if (other !== null) void bridge.compare.readRelease(other).then(take);
    return () => {
      isHere = false;
    };
  }, [id, key, object, other, isRead, onFault]);
  if (choice === 'working') return history?.working.release ?? null;
  if (choice === 'file') return file;
  return key === null ? null : (read.get(key) ?? null);
};
