import { basename, join } from 'node:path';
import { canonicalAgain } from '../../shared/canonical';
import type { Fault } from '../../shared/fault';
import type { ReleaseId } from '../../shared/release/model';
import type { Result } from '../../shared/result';
import type { Chains } from './chain';
import { partedIn } from './bring-together';
import { type FoundCopy, copiesAtTop, copiesIn } from './copies';
import { copyOfFolder } from './copy-names';
import type { DoctorFinding, Examination, Find } from './doctor-findings';
import { examineHistory } from './doctor-history';
import { examineNames } from './doctor-names';
import { examineMedia } from './doctor-media';
import { examineRelease } from './doctor-release';
import {
  type FoundFolder,
  PEOPLE_FILE,
  RELEASES_FOLDER,
  RELEASE_FILE,
  SETTINGS_FILE,
  findReleaseFolders,
  removedName,
} from './folders';
import { namesIn, readIfThere } from './history';
import { type Indexes, differingIn } from './indexes';
import { type Presence, idsInTrash } from './presence';
import { QUIETLY, faultText, inPool, readPeople, readSettings } from './read-all';
import { TRASH_FOLDER, findTrashed, noteName, readNote } from './trash';

type Needs = {
  readonly now?: () => Date;
  /** What this computer has seen of the histories: they are compared with it, and nothing is remembered. */
  readonly chains?: Chains | null;
  /** Which releases this computer saw here. */
  readonly presence?: Presence | null;
  /** What this computer keeps of the releases for speed: it is compared with what would be computed now. */
  readonly indexes?: Indexes | null;
  /** Looks at a release while nothing is written to it. Needed where the newsroom is open. */
  readonly inTurn?: <Value>(id: ReleaseId, work: () => Promise<Value>) => Promise<Value>;
};

/** Reads and parses everything in a newsroom, its trash too, and says what is not whole. Writes nothing. */
export const examine = async (
  newsroom: string,
  { now = () => new Date(), chains = null, presence = null, indexes = null, inTurn }: Needs = {},
): Promise<Examination> => {
  const findings: DoctorFinding[] = [];
  const find: Find = (code, where, message) => void findings.push({ code, where, message });
  await examineDocument(newsroom, SETTINGS_FILE, 'settings', await readSettings(newsroom), find);
  await examineDocument(newsroom, PEOPLE_FILE, 'people', await readPeople(newsroom), find);

  const folders = await findReleaseFolders(newsroom);
  const owner = new Map<ReleaseId, string>();
  const names = folders.flatMap(({ id, name }) => (id === null ? [] : [name]));
  const trashed = await findTrashed(newsroom);
  const parted = await partedIn(newsroom, folders, trashed);
  const apart = new Map(parted.map(({ own, other }) => [other.path, own.path]));
  for (const { id, path } of [...folders, ...trashed]) {
    const own = apart.get(path);
    if (own !== undefined) find('duplicate-id', path, partedMessage(own));
    else if (id === null) find('folder-name', path, folderMessage(path, names));
    else if (owner.has(id)) find('duplicate-id', path, twinMessage(owner.get(id) ?? '', id));
    else owner.set(id, path);
  }
  const turnOf = inTurn ?? ((_, work) => work());
  const perRelease = await inPool(
    [...owner],
    ([id, path]) =>
      turnOf(id, async () => [
        ...(await examineRelease(newsroom, path, id)),
        ...(await examineHistory(newsroom, path, id, chains)),
        ...(await examineMedia(newsroom, path, id, now())),
      ]),
    inTurn === undefined ? undefined : QUIETLY,
  );
  findings.push(...perRelease.flat());
  const missing = presence === null ? [] : await examinePresence(newsroom, owner, presence, find);
  if (chains !== null)
    for (const { log, message } of await chains.gone(new Set([...owner.keys(), ...missing])))
      find('history-changed', log, message);
  await examineTrash(newsroom, trashed, find);
  const copies = [
    ...(await copiesAtTop(newsroom)),
    ...(await inPool([...folders, ...trashed], (each) => copiesIn(newsroom, each))).flat(),
  ];
  for (const copy of copies) find('conflict-copy', copy.where, copyMessage(copy));
  const told = new Set(copies.map(({ where }) => where));
  findings.push(...(await examineNames(newsroom, now())).filter(({ where }) => !told.has(where)));
  for (const where of indexes === null ? [] : await differingIn(newsroom, indexes))
    find('index-differs', where, 'What the list or the quote register knows of it is not what the release says.');
  // A copy of a picture is told of as a copy.
  const isToldTwice = ({ code, where }: DoctorFinding): boolean => code === 'media-orphan' && told.has(where);
  return { findings: findings.filter((each) => !isToldTwice(each)), releases: folders.length };
};

const examineDocument = async (
  newsroom: string,
  name: string,
  code: 'settings' | 'people',
  read: Result<object, Fault>,
  find: Find,
): Promise<void> => {
  if (!read.ok) {
    find(code, name, faultText(read.fault));
    return;
  }
  const bytes = await readIfThere(join(newsroom, name));
  if (bytes !== null && bytes.toString('utf8') !== canonicalAgain(bytes.toString('utf8')))
    find('not-canonical', name, 'It is not in the one written form: another program has written it.');
};

/** Many releases that this computer saw here and that are not there. Out: their ids. */
const examinePresence = async (
  newsroom: string,
  owner: ReadonlyMap<ReleaseId, string>,
  presence: Presence,
  find: Find,
): Promise<Iterable<ReleaseId>> => {
  const there = await inPool([...owner], async ([id, path]) =>
    (await namesIn(join(newsroom, path))).includes(RELEASE_FILE) ? [[id, path] as const] : [],
  );
  const { told, missing } = await presence.peek(new Map(there.flat()), await idsInTrash(newsroom));
  if (told === null) return [];
  const more = told.missing > told.folders.length ? ' and others' : '';
  find(
    'releases-missing',
    RELEASES_FOLDER,
    `${told.missing} of ${told.of} releases that this computer saw here are not there: ${told.folders.join(', ')}${more}. Is the folder still syncing, or the disk not connected?`,
  );
  return missing.keys();
};

/** What a copy of a file is: which program kept it, and what it is to the file. */
const copyMessage = ({ original, name, verdict }: FoundCopy): string => {
  const by = [name.program, name.from].filter((each) => each !== '').join(', ');
  const what = `A conflict copy of ${basename(original)}${by === '' ? '' : ` (${by})`}.`;
  switch (verdict.kind) {
    case 'spare':
    case 'log':
      return `${what} ${verdict.because}`;
    case 'object':
      return `${what} The text itself is missing.`;
    case 'review':
      return `${what} It holds remarks that the file does not have.`;
    case 'text':
      return `${what} It holds another text: open the release, compare the two, and keep it as a draft or move it away.`;
    case 'document':
      return `${what} It holds something else: compare the two, take over what is wanted, and move it away.`;
    case 'unreadable':
      return `${what} ${verdict.message}`;
  }
};

const partedMessage = (own: string): string =>
  `One computer moved the release to the trash while another wrote in it, so its files are parted between this folder and ${own}. Mending brings them together there.`;

const twinMessage = (path: string, id: ReleaseId): string =>
  basename(path) === removedName(basename(path), id)
    ? `Its release was removed (${path}), and this came back from another computer. It is erased too as the newsroom is opened next.`
    : `It has the id of ${path}.`;

const folderMessage = (path: string, names: readonly string[]): string => {
  const original = names.find((name) => copyOfFolder(name, basename(path)) !== null);
  return original === undefined
    ? 'The folder’s name is not one that Standfirst gives.'
    : `It looks like a copy of ${original} that another program made. The release opens from that one; both were left.`;
};

/** Each folder in the trash has a note beside it, and each note its folder. */
const examineTrash = async (newsroom: string, trashed: readonly FoundFolder[], find: Find): Promise<void> => {
  const notes = new Set<string>();
  for (const { name, id } of trashed) {
    notes.add(noteName(name));
    if (id !== null && (await readNote(newsroom, name)) === null)
      find(
        'trash-note',
        `${TRASH_FOLDER}/${name}`,
        'The note beside it, of where it lay and who moved it, is missing.',
      );
  }
  for (const name of await namesIn(join(newsroom, TRASH_FOLDER)))
    if (name.endsWith('.json') && !name.startsWith('.') && !notes.has(name))
      find('trash-note', `${TRASH_FOLDER}/${name}`, 'The release that it tells of is not beside it.');
};
