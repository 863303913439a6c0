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

/** Makes ready for the export of a newsroom of which so much is known. `script`: see `makeAide`. */
export const helpWith = async (script: string, job: AheadJob, known: KnownTexts, many = MANY): Promise<Help> => {
  const aide = makeAide(script);
  const isLarge = known.size === 0 && (await findReleaseFolders(job.newsroom)).length >= many;
  if (!isLarge) return { aide, many, beside: null, ahead: () => [] };
  aide.lookAhead(job);
  let own = nothingAhead('');
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
    },
    ahead: () => [own, aide.ahead()],
  };
};
