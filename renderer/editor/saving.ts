import type { Fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { Release, VersionHash } from '../../shared/release/model';
import type { Result } from '../../shared/result';
import { isSame } from '../../shared/same';
import { type AutosaveState, type SaveProblem, createAutosave } from './autosave';
import { afterKeys } from './slices';

/** Where the words of a release go. */
export type Saves = {
  readonly save: (release: Release, after: VersionHash) => Promise<Result<VersionHash, Fault>>;
  /** Keeps words on this computer while they cannot be saved. */
  readonly keep: (release: Release, after: VersionHash) => Promise<Result<null, Fault>>;
};

type Parts = Saves & {
  readonly open: OpenRelease;
  /** Set where the release as opened is not what is saved. */
  readonly isUnsaved: boolean;
  /** The release as it stands now. */
  readonly release: () => Release;
  readonly onSaved: (release: Release) => void;
  readonly onState: (state: AutosaveState) => void;
};

/** Saves the release being edited as it changes, each time after the version that was saved last, and never the same again. */
export const createSaving = ({ open, isUnsaved, release, save, keep, onSaved, onState }: Parts) => {
  let version = open.version;
  /** What was opened or saved last: the same again is no change, and is not saved. */
  let saved = isUnsaved ? null : open.release;
  /** What was handed over last, to be saved or kept, and is somewhere safe; null where it is not known to be. */
  let handedOver = saved;
  /** Whether something may be kept on this computer: only a save takes it away. */
  let isKept = false;
  /** What was refused because a person has to choose first: asking again with the same words changes nothing. */
  let refused: { readonly release: Release; readonly problem: SaveProblem } | null = null;
  /** When something was last written; opening writes nothing. */
  let savedAt: number | null = null;

  const handOver = async <Value>(
    now: Release,
    give: (release: Release, after: VersionHash) => Promise<Result<Value, Fault>>,
  ): Promise<Result<Value, Fault>> => {
    handedOver = now;
    let isSafe = false;
    try {
      const answer = await give(now, version);
      isSafe = answer.ok;
      return answer;
    } finally {
      if (!isSafe && handedOver === now) handedOver = null;
    }
  };

  return createAutosave({
    save: async () => {
      const now = release();
      // Words that were kept and taken back again are to go, although the saved text is the one that stands here.
      if (isSame(now, saved) && !isKept) return null;
      if (refused !== null && isSame(now, refused.release)) return refused.problem;
      isKept = false;
      const answer = await handOver(now, save);
      if (!answer.ok) {
        isKept = true;
        // What was refused before it came to be kept is kept all the same.
        const kept = answer.fault.kept ?? (await handOver(now, keep)).ok;
        const problem = problemOf({ ...answer.fault, kept });
        refused = problem.needsChoice ? { release: now, problem } : null;
        return problem;
      }
      version = answer.value;
      saved = now;
      savedAt = Date.now();
      onSaved(now);
      return null;
    },
    keep: async () => {
      const now = release();
      if (handedOver !== null && isSame(now, handedOver)) return true;
      isKept = true;
      return (await handOver(now, keep)).ok;
    },
    onState: (next) => {
      onState(next.kind === 'saved' ? { ...next, at: savedAt } : next);
    },
    now: () => Date.now(),
    after: afterKeys,
  });
};

const problemOf = ({ code, message, where, kept }: Fault & { readonly kept: boolean }): SaveProblem => ({
  message,
  where: where ?? '',
  kept,
  needsChoice: code === 'conflict' || code === 'frozen',
});
