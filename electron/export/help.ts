import type { ExportProgress } from '../../shared/archive/model';
import { findReleaseFolders } from '../newsroom/folders';
import type { KnownTexts } from '../newsroom/known-texts';
import type { Beside } from '../newsroom/model';
import { type Aide, type AheadJob, makeAide } from './aide';
import { type Ahead, contextHash, makeLookAhead, nothingAhead } from './ahead';

/** What helps with an export that has much to do: a second thread, and what was found out while the newsroom was read. */
export type Help = {
  readonly aide: Aide;
  /** From so many releases on the second thread is worth it. */
  readonly many: number;
  /** Given to what reads the newsroom; null where there is nothing to be found out. */
  readonly beside: Beside | null;
  /** What was found out in both threads. */
  readonly ahead: () => readonly Ahead[];
};

const MANY = 500;

type HelpParts = AheadJob & {
  /** See `makeAide`. */
  readonly script: string;
  /** What is known of the newsroom's texts. */
  readonly known: KnownTexts;
  /** Hears how far the reading is. What it throws stops it. */
  readonly tell?: (now: ExportProgress) => void;
  readonly many?: number;
};

/** Makes ready for an export of a newsroom. */
export const helpWith = async ({ script, known, tell, many = MANY, ...job }: HelpParts): Promise<Help> => {
  const aide = makeAide(script);
  const of = known.size === 0 ? (await findReleaseFolders(job.newsroom)).length : 0;
  if (of < many) return { aide, many, beside: null, ahead: () => [] };
  aide.lookAhead(job);
  let own = nothingAhead('');
  let read = 0;
  return {
    aide,
    many,
    beside: {
      begin: ({ approvals }, { people }) => {
        const context = { people, approvals };
        own = nothingAhead(contextHash(context));
        return makeLookAhead(context, job.asOf, own);
      },
      textOf: aide.textOf,
      onEach: () => {
        read += 1;
        tell?.({ doing: 'reading', done: Math.min(of, read + aide.told()), of });
      },
    },
    ahead: () => [own, aide.ahead()],
  };
};
