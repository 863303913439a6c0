import { join } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import type { HistoryLine, VersionLine } from '../../shared/newsroom/model';
import { isVersion, mayThin } from '../../shared/newsroom/thin';
import type { ReleaseId, VersionHash } from '../../shared/release/model';
import type { Chains } from './chain';
import type { DoctorFinding, Find } from './doctor';
import { objectFile, objectsIn, readObject } from './history';
import { awayFault, readHere } from './placeholder';
import { logName, readLogs } from './history-log';
import { readRelease } from './release-file';

/** What is wrong with a release's history: its logs, what this computer has seen of them, and its texts. */
export const examineHistory = async (
  newsroom: string,
  path: string,
  id: ReleaseId,
  chains: Chains | null,
): Promise<readonly DoctorFinding[]> => {
  const folder = join(newsroom, path);
  const findings: DoctorFinding[] = [];
  const find: Find = (code, where, message) => void findings.push({ code, where: `${path}/${where}`, message });
  const objects = new Set(await objectsIn(folder));
  const altered = await alteredObjects(folder, objects, find);
  const logs = await readLogs(folder);
  const all = logs.flatMap((log) => log.lines);
  const isRemoved = all.some((line) => line.kind === 'removed');
  for (const log of logs) {
    for (const problem of log.problems) find('log-broken', logName(log.device), `${problem}.`);
    for (const line of log.lines.filter(isVersion))
      if (!isRemoved && !objects.has(line.object) && !wasThinned(line, all))
        find('object-missing', logName(log.device), `The text of version ${line.seq} is not there: ${line.object}.`);
  }
  for (const { log, message } of (await chains?.compare({ id, path }, false)) ?? [])
    findings.push({ code: 'history-changed', where: log, message });
  if (!all.some(isVersion)) find('no-history', 'history/log', 'The release has no history.');
  // A line that cannot be read may name any text.
  else if (logs.every((log) => log.problems.length === 0)) {
    const named = new Set(all.filter(isVersion).map((line) => line.object));
    for (const object of objects)
      if (!named.has(object) && !altered.has(object) && !(await isPublication(folder, id, object, named)))
        find('object-orphan', `history/objects/${object}.json`, 'No line of the history names this text.');
  }
  return findings;
};

/** Whether a line's text was let go by thinning: only old autosaves are, and a later line says so. */
const wasThinned = (line: VersionLine, all: readonly HistoryLine[]): boolean =>
  mayThin(line.kind) &&
  all.some((other) => !isVersion(other) && other.time >= line.time && other.objects.includes(line.object));

/** Hashes every text again. Out: those that were altered. */
const alteredObjects = async (
  folder: string,
  objects: ReadonlySet<VersionHash>,
  find: Find,
): Promise<ReadonlySet<VersionHash>> => {
  const altered = new Set<VersionHash>();
  for (const hash of objects) {
    const bytes = await readHere(objectFile(folder, hash));
    if (bytes === 'away') {
      find('not-downloaded', `history/objects/${hash}.json`, awayFault(folder).message);
      continue;
    }
    if (bytes === null || sha256Hex(bytes) === hash) continue;
    altered.add(hash);
    find('object-altered', `history/objects/${hash}.json`, 'The text was altered: it is not the one that was kept.');
  }
  return altered;
};

/**
 * Publishing, and each change of what is public, keeps the release as it was then beside the frozen text, with no line of
 * its own: the line of the frozen text (`named`) stands for both.
 */
const isPublication = async (
  folder: string,
  id: ReleaseId,
  object: VersionHash,
  named: ReadonlySet<VersionHash>,
): Promise<boolean> => {
  const kept = await readObject(folder, object);
  const now = await readRelease(folder, id);
  const { publication = null } = kept.ok ? kept.value : {};
  // While release.json is damaged, this text is the one it is mended with.
  return publication !== null && (!now.ok || named.has(publication.version));
};
