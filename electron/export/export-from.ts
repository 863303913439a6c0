import type { ExportProgress, ExportReport } from '../../shared/archive/model';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed } from '../../shared/result';
import { readContents } from '../newsroom/contents';
import { onDisk } from '../newsroom/disk-fault';
import { nodeFileSystem } from '../newsroom/file-system';
import { readKnownTexts } from '../newsroom/known-texts';
import { type Presence, openPresence } from '../newsroom/presence';
import { exportBundle } from './export-bundle';
import { tellOf } from './export-request';
import { helpWith } from './help';
import type { ExportJob } from './job';
import { textsPlace } from './state';
import { Cancelled } from './write-bundle';

/** Hears of progress no more often than this, in milliseconds. */
const OFTEN = 100;

type With = {
  readonly program: string;
  /** The program's own script, which serves as an aide in a thread of its own. */
  readonly script: string;
  readonly signal: AbortSignal;
  readonly progress: (now: ExportProgress) => void;
};

/** Reads a newsroom and makes its bundle, as the window asks for it. */
export const exportFrom = async (
  job: ExportJob,
  { program, script, signal, progress }: With,
): Promise<Result<ExportReport, Fault>> => {
  const { plan, ...asked } = job;
  const { newsroom, data, asOf } = asked;
  const texts = textsPlace(data, newsroom);
  const known = await readKnownTexts(texts, program);
  let told = 0;
  const seldom = (now: ExportProgress): void => {
    if (performance.now() - told < OFTEN && now.done < now.of) return;
    told = performance.now();
    progress(now);
  };
  const help = await helpWith({ script, newsroom, asOf, known, tell: tellOf({ progress: seldom, signal }) });
  try {
    const contents = await onDisk(newsroom, async () =>
      readContents(newsroom, await onlyLooking(data, newsroom), known, help.beside),
    );
    if (!contents.ok) return contents;
    const { value } = contents;
    return await onDisk(newsroom, () =>
      exportBundle({
        ...asked,
        plan: plan !== null,
        preview: plan?.preview ?? false,
        pages: plan?.pages ?? null,
        ...{ contents: value, texts, program, signal, help, progress: seldom },
      }),
    );
  } catch (error) {
    if (error instanceof Cancelled) return failed(fault('cancelled', error.message));
    throw error;
  } finally {
    await help.aide.end();
  }
};

/** What this computer saw in a newsroom, asked without noting anything: the window's own process does that. */
const onlyLooking = async (data: string, newsroom: string): Promise<Presence> => {
  const onFault = (): void => undefined;
  const seen = await openPresence({ data, newsroom, now: () => new Date(), fs: nodeFileSystem, onFault });
  let missing: ReturnType<Presence['missing']> = new Map();
  return {
    ...seen,
    look: async (there, trashed) => {
      const found = await seen.peek(there, trashed);
      missing = found.missing;
      return found.told;
    },
    missing: () => missing,
  };
};
