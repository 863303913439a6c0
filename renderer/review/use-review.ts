import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { VersionLine } from '../../shared/newsroom/model';
import type { Release, ReleaseId, VersionHash } from '../../shared/release/model';
import type { Result } from '../../shared/result';
import type { ReviewChange } from '../../shared/review/change';
import { emptyReview, type Review } from '../../shared/review/model';
import { bridge } from '../bridge';
import { type Placed, placeRemarks } from './place-remarks';

/** What the screen of drafts and remarks shows: the release, its versions, what was said, and the texts that it was said of. */
export type Reviewed = {
  readonly working: OpenRelease;
  /** Oldest first. */
  readonly versions: readonly VersionLine[];
  readonly review: Review;
};

/** A text to look at: the working text, or that of a version. */
export type Shown = VersionHash | 'working';

/** Reads a release with all that was said of it, and changes that. A fault is given to `onFault`; nothing is lost by it. */
export const useReview = (id: ReleaseId, onFault: (fault: Fault | null) => void) => {
  const [reviewed, setReviewed] = useState<Reviewed | null>(null);
  const [texts, setTexts] = useState<ReadonlyMap<VersionHash, Release | null>>(new Map());
  const [shown, setShown] = useState<Shown>('working');
  const isHere = useRef(true);

  const read = useCallback(async (): Promise<void> => {
    const [working, versions, review] = await Promise.all([
      bridge.releases.open(id),
      bridge.releases.versions(id),
      bridge.review.read(id),
    ]);
    if (!isHere.current) return;
    const fault = [working, versions, review].find((each) => !each.ok);
    if (fault !== undefined && !fault.ok) onFault(fault.fault);
    // Remarks that cannot be read do not keep anybody from the drafts.
    if (working.ok && versions.ok)
      setReviewed({
        working: working.value,
        versions: versions.value,
        review: review.ok ? review.value : emptyReview(id),
      });
  }, [id, onFault]);
  useEffect(() => {
    isHere.current = true;
    void read();
    return () => {
      isHere.current = false;
    };
  }, [read]);

  // Every text that something was said of, or that is looked at, once.
  const wanted = useMemo(() => {
    const objects = new Set(reviewed?.review.remarks.map(({ object }) => object) ?? []);
    if (shown !== 'working') objects.add(shown);
    return [...objects].filter((object) => !texts.has(object));
  }, [reviewed, shown, texts]);
  useEffect(() => {
    for (const object of wanted)
      void bridge.releases.version(id, object).then((answer) => {
        if (isHere.current) setTexts((now) => new Map(now).set(object, answer.ok ? answer.value : null));
      });
  }, [id, wanted]);

  const text: Release | null = shown === 'working' ? (reviewed?.working.release ?? null) : (texts.get(shown) ?? null);
  const remarks = reviewed?.review.remarks;
  const placed = useMemo(
    (): readonly Placed[] => (text === null || remarks === undefined ? [] : placeRemarks(remarks, texts, text)),
    [text, remarks, texts],
  );

  /** Does something and takes up what came of it. Out: its value, or null where it failed. */
  const ask = async <Value>(call: Promise<Result<Value, Fault>>): Promise<Value | null> => {
    const answer = await call;
    if (!isHere.current) return null;
    if (!answer.ok) {
      if (answer.fault.code !== 'cancelled') onFault(answer.fault);
      return null;
    }
    onFault(null);
    return answer.value;
  };
  const change = async (what: ReviewChange): Promise<boolean> => {
    const done = await ask(bridge.review.change(id, what));
    if (done !== null) await read();
    return done !== null;
  };
  return { reviewed, text, shown, setShown, placed, read, ask, change };
};
