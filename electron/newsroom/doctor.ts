import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import { releaseAsText } from '../../shared/newsroom/plain-text';
import type { ReleaseId } from '../../shared/release/model';
import { MAX_PATH, RELEASE_FILE, SETTINGS_FILE, PEOPLE_FILE, TEXT_FILE, findReleaseFolders } from './folders';
import { namesIn, objectFile, objectsFolder, readIfThere, readLogs, readObject } from './history';
import { faultText, inPool, readPeople, readSettings } from './read-all';
import { readRelease } from './release-file';
import { isTemporaryName } from './save-file';

export type FindingCode =
  | 'settings'
  | 'people'
  | 'release-unreadable'
  | 'release-newer'
  | 'folder-name'
  | 'duplicate-id'
  | 'not-canonical'
  | 'text-stale'
  | 'no-history'
  | 'log-broken'
  | 'object-missing'
  | 'object-altered'
  | 'frozen-text'
  | 'stale-temporary'
  | 'unsafe-name'
  | 'long-path';

/** Something wrong in a newsroom: `where` is a path below it, `message` a whole sentence. */
export type DoctorFinding = { readonly code: FindingCode; readonly where: string; readonly message: string };
export type Examination = { readonly findings: readonly DoctorFinding[]; readonly releases: number };

/** Where damaged files are put aside; what lies there is not examined. */
export const QUARANTINE = 'quarantine';
export const STALE_AFTER = 60_000;

type Clock = { readonly now?: () => Date };

/** Reads and parses everything in a newsroom and says what is not whole. Writes nothing. */
export const examine = async (newsroom: string, { now = () => new Date() }: Clock = {}): Promise<Examination> => {
  const findings: DoctorFinding[] = [];
  const settings = await readSettings(newsroom);
  if (!settings.ok) findings.push({ code: 'settings', where: SETTINGS_FILE, message: faultText(settings.fault) });
  const people = await readPeople(newsroom);
  if (!people.ok) findings.push({ code: 'people', where: PEOPLE_FILE, message: faultText(people.fault) });
  const folders = await findReleaseFolders(newsroom);
  const owner = new Map<ReleaseId, string>();
  for (const { id, path } of folders) {
    if (id === null)
      findings.push({
        code: 'folder-name',
        where: path,
        message: 'The folder’s name is not one that Standfirst gives.',
      });
    else if (owner.has(id))
      findings.push({ code: 'duplicate-id', where: path, message: `It has the id of ${owner.get(id) ?? ''}.` });
    else owner.set(id, path);
  }
  const perRelease = await inPool([...owner], ([id, path]) => examineRelease(newsroom, path, id));
  findings.push(...perRelease.flat());
  findings.push(...(await examineNames(newsroom, now())));
  return { findings, releases: folders.length };
};

const examineRelease = async (newsroom: string, path: string, id: ReleaseId): Promise<readonly DoctorFinding[]> => {
  const folder = join(newsroom, path);
  const findings: DoctorFinding[] = [];
  const find = (code: FindingCode, where: string, message: string): void => {
    findings.push({ code, where: `${path}/${where}`, message });
  };
  const read = await readRelease(folder, id);
  if (!read.ok) {
    const code = read.fault.code === 'newer-format' ? 'release-newer' : 'release-unreadable';
    find(code, RELEASE_FILE, faultText(read.fault));
  } else {
    const { release } = read.value;
    const bytes = await readIfThere(join(folder, RELEASE_FILE));
    if (bytes?.toString('utf8') !== canonicalJson(release))
      find('not-canonical', RELEASE_FILE, 'It is not in the one written form: another program has written it.');
    const text = await readIfThere(join(folder, TEXT_FILE));
    if (text === null || !text.equals(Buffer.from(releaseAsText(release), 'utf8')))
      find('text-stale', TEXT_FILE, 'It is not the text of release.json.');
    if (release.publication !== null) {
      const frozen = await readObject(folder, release.publication.version);
      if (!frozen.ok)
        find('frozen-text', RELEASE_FILE, `Its published text cannot be used. ${faultText(frozen.fault)}`);
    }
  }
  const objects = await examineObjects(folder, find);
  let lines = 0;
  for (const log of await readLogs(folder)) {
    lines += log.lines.length;
    for (const problem of log.problems) find('log-broken', `history/log/${log.device}.jsonl`, `${problem}.`);
    for (const { object, seq } of log.lines)
      if (!objects.has(object))
        find(
          'object-missing',
          `history/log/${log.device}.jsonl`,
          `The text of version ${seq} is not there: ${object}.`,
        );
  }
  if (lines === 0) find('no-history', 'history/log', 'The release has no history.');
  return findings;
};

type Find = (code: FindingCode, where: string, message: string) => void;

/** Hashes every object again. Out: the names of those that are there, whole or not. */
const examineObjects = async (folder: string, find: Find): Promise<ReadonlySet<string>> => {
  const there = new Set<string>();
  for (const name of await namesIn(objectsFolder(folder))) {
    const hash = /^([0-9a-f]{64})\.json$/.exec(name)?.[1];
    if (hash === undefined) continue;
    there.add(hash);
    const bytes = await readIfThere(objectFile(folder, hash));
    if (bytes !== null && sha256Hex(bytes) !== hash)
      find('object-altered', `history/objects/${name}`, 'The text was altered: it is not the one that was kept.');
  }
  return there;
};

const SAFE_NAME = /^[A-Za-z0-9._-]+$/;

const examineNames = async (newsroom: string, now: Date): Promise<readonly DoctorFinding[]> => {
  const findings: DoctorFinding[] = [];
  for (const where of await filesBelow(newsroom)) {
    const name = where.slice(where.lastIndexOf('/') + 1);
    if (isTemporaryName(name)) {
      if (await isStale(join(newsroom, where), now))
        findings.push({ code: 'stale-temporary', where, message: 'It is left from an interrupted save.' });
    } else if (!SAFE_NAME.test(name) || /[.]$/.test(name))
      findings.push({ code: 'unsafe-name', where, message: 'The name is not safe on every system.' });
    if (where.length > MAX_PATH)
      findings.push({ code: 'long-path', where, message: `The path is longer than ${MAX_PATH} characters.` });
  }
  return findings;
};

const isStale = async (path: string, now: Date): Promise<boolean> =>
  now.getTime() - (await stat(path)).mtime.getTime() > STALE_AFTER;

/** Files that lie there for Finder and Explorer. */
const SYSTEM = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !SYSTEM.has(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').includes(QUARANTINE))
    .sort();
};
