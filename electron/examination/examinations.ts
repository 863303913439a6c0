import type { ExaminationState } from '../../shared/newsroom/examination';
import type { Mended } from '../../shared/newsroom/model';
import type { Log } from '../log';
import type { NewsroomStore } from '../newsroom/model';

/** Examines the open newsroom: by itself after a crash, and whenever somebody wants to know. */
export type Examinations = {
  readonly state: () => ExaminationState;
  /** Examines in the background; one that is under way already is enough. A newsroom that was left ends what went on in it. */
  readonly begin: (store: NewsroomStore, why: 'left' | 'asked') => Promise<void>;
  /** Mends what needs no person, and examines again. */
  readonly mend: (store: NewsroomStore, who: string) => Promise<void>;
  /** The findings were seen, or another newsroom was entered. */
  readonly putAway: () => void;
};

type Needs = { readonly log: Log; readonly onState: (state: ExaminationState) => void };

/** Makes the examinations of whichever newsroom is open. */
export const makeExaminations = ({ log, onState }: Needs): Examinations => {
  let state: ExaminationState = { kind: 'none' };
  /** Counts what was begun or put away: what ends late says nothing. */
  let turn = 0;

  const tell = (now: ExaminationState): void => {
    state = now;
    onState(now);
  };
  const examine = async (store: NewsroomStore, why: 'left' | 'asked', mended: readonly Mended[]): Promise<void> => {
    turn += 1;
    const mine = turn;
    tell({ kind: 'running' });
    const examined = await store.examine();
    if (mine !== turn) return;
    if (!examined.ok) {
      log.info('newsroom not examined', { code: examined.fault.code });
      tell({ kind: 'failed', fault: examined.fault });
      return;
    }
    const { releases, findings } = examined.value;
    log.info('newsroom examined', { why, releases, findings: findings.length });
    tell({ kind: 'done', why, releases, findings, mended });
  };

  return {
    state: () => state,
    begin: (store, why) => (state.kind === 'running' ? Promise.resolve() : examine(store, why, [])),
    mend: async (store, who) => {
      const mended = await store.mend(who);
      if (!mended.ok) tell({ kind: 'failed', fault: mended.fault });
      else {
        log.info('newsroom mended', { mended: mended.value.length });
        await examine(store, 'asked', mended.value);
      }
    },
    putAway: () => {
      turn += 1;
      tell({ kind: 'none' });
    },
  };
};
