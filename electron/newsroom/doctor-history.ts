import { join } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import type { HistoryLine, VersionLine } from '../../shared/newsroom/model';
import { isVersion, mayThin } from '../../shared/newsroom/thin';
import type { ReleaseId, VersionHash } from '../../shared/release/model';
import type { Chains } from './chain';
import type { DoctorFinding, Find } from './doctor-findings';
import { objectFile, objectsIn, readObject } from './history';
import { awayFault, readHere } from './placeholder';
import { PUBLISHING, logName, readLogs } from './history-log';

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
    const frozen = new Set(all.flatMap((line) => (isVersion(line) && PUBLISHING.has(line.kind) ? [line.object] : [])));
    for (const object of objects)
      if (!named.has(object) && !altered.has(object) && !(await isPublication(folder, id, object, frozen)))
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

/** Publishing keeps the release as published beside the frozen text, with no line of its own; so does what is done with it later. */
const isPublication = async (folder: string, id: ReleaseId, object: VersionHash, frozen: ReadonlySet<VersionHash>) => {
  const kept = await readObject(folder, object);
  return (
    kept.ok && kept.value.id === id && kept.value.publication !== null && frozen.has(kept.value.publication.version)
  );
};
