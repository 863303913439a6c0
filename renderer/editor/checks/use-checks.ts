import { useEffect, useState } from 'react';
import { checkWorking } from '../../../shared/archive/check-working';
import { stops } from '../../../shared/archive/checks';
import type { Finding } from '../../../shared/archive/model';
import type { QuoteFinding } from '../../../shared/quotes/check-model';
import { checkQuotes } from '../../../shared/quotes/checks';
import { type Look, lookInSlices } from '../../../shared/writing/look';
import { countInSlices, readingAge } from '../../../shared/writing/reading';
import type { Session, SessionState } from '../session';
import { workInSlices } from '../slices';

/** What was found in the text as it stood at `of`. */
export type Checks = {
  readonly of: SessionState;
  /** Would stop the export. */
  readonly blocking: readonly Finding[];
  /** May misquote somebody. */
  readonly misquoting: readonly QuoteFinding[];
  readonly looks: readonly Look[];
  /** The age at which the body is read with ease; null where nothing can be said. */
  readonly age: number | null;
};

/** The text is looked at this long after the last word, and not before: nobody is told of a sentence that is not done. */
const PAUSE = 700;

/** Looks at the whole text in slices, a check or a block at a time. */
function* lookAt(session: Session, done: (checks: Checks) => void): Generator<void> {
  const of = session.state();
  const release = session.release();
  yield;
  const blocking = checkWorking(release, of.quotes, session.context()).filter(stops);
  yield;
  const misquoting = checkQuotes(release, of.quotes, session.context().people);
  yield;
  const looks = yield* lookInSlices(
    release,
    of.quotes.flatMap(({ ranges }) => ranges),
  );
  yield* countInSlices(release.body);
  done({ of, blocking, misquoting, looks, age: readingAge(release.body, release.language) });
}

/** What is to be said of the text, a moment after it was written in. */
export const useChecks = (session: Session): Checks | null => {
  const [checks, setChecks] = useState<Checks | null>(null);
  useEffect(() => {
    let looked: SessionState | null = null;
    let callOff = (): void => {};
    const look = (): void => {
      const now = session.state();
      const isSameText =
        looked?.body === now.body &&
        looked.fields === now.fields &&
        looked.quotes === now.quotes &&
        looked.facts === now.facts;
      if (isSameText) return;
      looked = now;
      callOff();
      callOff = workInSlices(
        PAUSE,
        () => lookAt(session, setChecks),
        () => undefined,
      );
    };
    look();
    const stop = session.subscribe(look);
    return () => {
      stop();
      callOff();
    };
  }, [session]);
  return checks;
};

/** “2 stop the export, 3 worth a look”. */
export const checkWords = ({ blocking, misquoting, looks }: Checks): string => {
  const look = misquoting.length + looks.length;
  const parts = [
    ...(blocking.length > 0
      ? [`${String(blocking.length)} ${blocking.length === 1 ? 'stops' : 'stop'} the export`]
      : []),
    ...(look > 0 ? [`${String(look)} worth a look`] : []),
  ];
  return parts.length === 0 ? 'Nothing found' : parts.join(', ');
};
