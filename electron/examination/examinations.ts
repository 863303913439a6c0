import type { ExaminationState, Finding } from '../../shared/newsroom/examination';
import type { Mended } from '../../shared/newsroom/model';
import { examineBundle } from '../export/examine-bundle';
import type { Log } from '../log';
import type { FindingCode } from '../newsroom/doctor-findings';
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

/** What a crash leaves behind that is made from something else: it is made again without a question. */
const DERIVED: readonly FindingCode[] = ['text-stale'];
const isDerived = ({ code }: { readonly code: FindingCode }): boolean => DERIVED.includes(code);

type Needs = {
  readonly log: Log;
  readonly who: () => string;
  readonly onState: (state: ExaminationState) => void;
  /** Where the newsroom's bundle was exported to last; null where it never was, or that is not known here. */
  readonly exportedTo: (newsroom: string) => string | null;
};

/** Makes the examinations of whichever newsroom is open. */
export const makeExaminations = ({ log, who, onState, exportedTo }: Needs): Examinations => {
  let state: ExaminationState = { kind: 'none' };
  /** Counts what was begun or put away: what ends late says nothing. */
  let turn = 0;

  const tell = (now: ExaminationState): void => {
    state = now;
    onState(now);
  };
  /** What was handed over last is held against the newsroom. A bundle that is elsewhere by now says nothing. */
  const againstBundle = async (newsroom: string): Promise<readonly Finding[]> => {
    const folder = exportedTo(newsroom);
    const compared = folder === null ? null : await examineBundle(folder, newsroom);
    if (compared === null) return [];
    if (compared.ok) return compared.value;
    log.info('newsroom not held against its bundle', { code: compared.fault.code });
    return [];
  };
  const examine = async (store: NewsroomStore, why: 'left' | 'asked', mended: readonly Mended[]): Promise<void> => {
    turn += 1;
    const mine = turn;
    tell({ kind: 'running' });
    const examined = await store.examine();
    if (mine !== turn) return;
    if (why === 'left' && mended.length === 0 && examined.ok && examined.value.findings.some(isDerived)) {
      const made = await store.mend(who(), DERIVED);
      if (mine !== turn) return;
      if (made.ok && made.value.length > 0) return examine(store, why, made.value);
    }
    if (!examined.ok) {
      log.info('newsroom not examined', { code: examined.fault.code });
      tell({ kind: 'failed', fault: examined.fault });
      return;
    }
    const { releases } = examined.value;
    const findings = [...examined.value.findings, ...(await againstBundle(store.folder))];
    if (mine !== turn) return;
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
