import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../../shared/fault';
import type { NewsroomSettings, ReleaseSummary } from '../../shared/newsroom/model';
import { summaryOf } from '../../shared/newsroom/summary';
import type { Person } from '../../shared/people/model';
import type { ReleaseId } from '../../shared/release/model';
import { type Result, ok } from '../../shared/result';
import { RELEASE_FILE } from './folders';
import { readRelease } from './release-file';
import { systemCode } from './save-file';

/**
 * Reads summaries and remembers them for as long as a release's file is the same one (every save puts a new file in its
 * place, so its number and times change) and people and rules are the same. The list of 10,000 releases is then a
 * matter of asking for 10,000 file times.
 */
export const makeSummaries = () => {
  let known = new Map<string, { readonly stamp: string; readonly summary: ReleaseSummary }>();
  let rules = '';
  return (people: readonly Person[], approvals: NewsroomSettings['approvals']) => {
    const now = JSON.stringify([people, approvals]);
    if (now !== rules) known = new Map();
    rules = now;
    const cache = known;
    return async (folder: string, id: ReleaseId): Promise<Result<{ readonly summary: ReleaseSummary }, Fault>> => {
      const stamp = await stampOf(join(folder, RELEASE_FILE));
      const hit = cache.get(folder);
      if (hit !== undefined && stamp !== '' && hit.stamp === stamp) return ok({ summary: hit.summary });
      const read = await readRelease(folder, id);
      if (!read.ok) return read;
      const summary = summaryOf(read.value.release, read.value.savedAt, { people, approvals });
      cache.set(folder, { stamp, summary });
      return ok({ summary });
    };
  };
};

const stampOf = async (file: string): Promise<string> => {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(':');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  }
};
