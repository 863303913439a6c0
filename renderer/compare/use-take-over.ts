import { useCallback, useEffect, useRef, useState } from 'react';
import { canonicalJson } from '../../shared/canonical';
import { carryOut } from '../../shared/compare/carry-out';
import type { Fault } from '../../shared/fault';
import type { Settled } from '../../shared/ipc/contract';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { MediaName, Release } from '../../shared/release/model';
import { bridge } from '../bridge';
import { type Course, NOTHING_DECIDED, decisionsOf, moved, stepAt, withoutChanges } from './decisions';
import type { Compared } from './use-comparison';

/** What a step did: to what (empty where nothing came of it), and the working text before and after it. */
export type Done = {
  readonly says: string;
  readonly before: Release;
  readonly after: Release;
  /** Titles of changes that could not be taken: they are undecided again. */
  readonly passedOver: readonly string[];
};

type Parts = {
  /** A comparison of other versions comes with the working text read afresh: then nothing is decided yet. */
  readonly compared: Compared | null;
  readonly onFault: (fault: Fault) => void;
  readonly onDone: (done: Done, course: Course) => void;
  /** Set to what waits until everything decided is saved. */
  readonly saveBefore: { current: (() => Promise<Settled>) | null };
};

/** Pictures that come from another release are brought over first. */
const adoptPictures = async (release: Release, { before, after, working }: Compared): Promise<Fault | null> => {
  const there = new Set(picturesIn(working.release));
  for (const file of picturesIn(release)) {
    const from = [before, after].find(({ id, ...text }) => id !== release.id && picturesIn(text).includes(file));
    if (there.has(file) || from === undefined) continue;
    const adopted = await bridge.media.adopt(release.id, file, from.id);
    if (!adopted.ok) return adopted.fault;
  }
  return null;
};

const picturesIn = ({ body, notes }: Pick<Release, 'body' | 'notes'>): readonly MediaName[] =>
  [...body, ...notes].flatMap((block) => (block.type === 'image' ? [block.file] : []));

/**
 * The decisions on the changes of a comparison, each carried out on the working text and saved at once. The text from
 * before the first is kept in the history. A step counts only once it is saved; the next waits for it.
 */
export const useTakeOver = ({ compared, onFault, onDone, saveBefore }: Parts) => {
  const [course, setCourse] = useState(NOTHING_DECIDED);
  const latest = useRef({ course, compared, onFault, onDone });
  const now = useRef<{ readonly release: Release; readonly open: OpenRelease; readonly isKept: boolean } | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    latest.current = { ...latest.current, compared, onFault, onDone };
  }, [compared, onFault, onDone]);

  const start = compared?.working ?? null;
  useEffect(() => {
    now.current = start === null ? null : { release: start.release, open: start, isKept: false };
    latest.current.course = NOTHING_DECIDED;
    setCourse(NOTHING_DECIDED);
  }, [start]);

  /** Goes on to other decisions once those before are saved. In: from the course so far, the next; null for none. */
  const act = useCallback((next: (course: Course) => { readonly course: Course; readonly says: string } | null) => {
    const work = async (): Promise<void> => {
      const { course: from, compared: what } = latest.current;
      const there = now.current;
      const step = next(from);
      if (step === null || what === null || there === null) return;
      const taken = [...decisionsOf(step.course)].flatMap(([index, decision]) => {
        const place = what.changes[index]?.place;
        return place === undefined || decision === 'left' ? [] : [{ place, from: decision }];
      });
      const { release, passedOver } = carryOut({ ...what, working: what.working.release, taken });
      const passed = what.changes.flatMap(({ place, title }, index) =>
        passedOver.includes(place) ? [{ index, title }] : [],
      );
      const course = withoutChanges(
        step.course,
        passed.map(({ index }) => index),
      );
      const fault = (await adoptPictures(release, what)) ?? (await save(release));
      if (fault !== null) {
        latest.current.onFault(fault);
        return;
      }
      latest.current.course = course;
      setCourse(course);
      const says = passed.length > 0 && course.at < step.course.at ? '' : step.says;
      const titles = passed.map(({ title }) => title);
      latest.current.onDone({ says, before: there.release, after: release, passedOver: titles }, course);
    };
    const save = async (release: Release): Promise<Fault | null> => {
      const there = now.current;
      if (there === null || canonicalJson(there.release) === canonicalJson(release)) return null;
      if (!there.isKept) {
        const kept = await bridge.releases.keep(release.id);
        if (!kept.ok) return kept.fault;
      }
      const saved = await bridge.releases.save(release, there.open.version);
      if (!saved.ok) return saved.fault;
      now.current = { release, open: { release, version: saved.value }, isKept: true };
      return null;
    };
    queue.current = queue.current.then(work);
  }, []);

  useEffect(() => {
    saveBefore.current = async () => {
      await queue.current;
      return 'saved';
    };
    return () => {
      saveBefore.current = null;
    };
  }, [saveBefore]);

  return {
    course,
    act,
    undo: () =>
      act((from) => {
        const step = stepAt(from, 'undo');
        return step === null ? null : { course: moved(from, 'undo'), says: `Undone: ${step.says}` };
      }),
    redo: () =>
      act((from) => {
        const step = stepAt(from, 'redo');
        return step === null ? null : { course: moved(from, 'redo'), says: step.says };
      }),
    /** Waits until every step is saved. */
    settled: () => queue.current,
  };
};
