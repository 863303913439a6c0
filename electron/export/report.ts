import { PAYLOAD } from '../../shared/archive/bag';
import { dayOf } from '../../shared/archive/dates';
import { offsetOf } from '../../shared/archive/leak-offset';
import type { BundleFile, ExportReport, Finding, ReleasePageInfo } from '../../shared/archive/model';
import type { Leak } from '../../shared/archive/proof';
import type { ArchiveRelease } from '../../shared/archive/site';
import type { Selection } from '../../shared/archive/select';
import type { Release } from '../../shared/release/model';
import type { NewsroomContents } from '../newsroom/model';

/** All texts that must not be in the bundle: those that are withheld, as frozen and as they are now. */
export const secretOf = ({ unpublished }: NewsroomContents, { closed }: Selection): Release[] => [
  ...unpublished,
  ...closed.flatMap(({ current, frozen }) => [frozen, current]),
];

/** A finding for each folder that could not be read whole. */
export const unreadable = ({ unreadable: folders }: NewsroomContents): Finding[] =>
  folders.map(({ folder, message }) => ({
    code: 'frozen-text-altered',
    release: null,
    headline: folder,
    message: `${folder} could not be read whole, so it cannot be said what is public: ${message}`,
    quote: null,
    words: null,
    override: null,
  }));

const LEAKS: Readonly<Record<Leak['kind'], string>> = {
  words: 'words that are withheld',
  contact: 'a number or an address for the media only',
  place: 'the place of a release that is withheld',
};

/** So many are told with their place in the file: they are made again for it. */
const PLACED = 50;

/** One finding for each file, release and kind, with where the first stands; `files` are those in which they were found. */
export const leaksFound = (leaks: readonly Leak[], files: Iterable<BundleFile>): Finding[] => {
  const first = new Map<string, Leak>();
  for (const leak of leaks) {
    const key = `${leak.path} ${leak.kind} ${leak.release?.id ?? ''}`;
    if (!first.has(key)) first.set(key, leak);
  }
  const told = [...first.values()];
  const offsets = offsetsOf(told.slice(0, PLACED), files);
  return told.map((leak) => {
    const { path, kind, release, words } = leak;
    const offset = offsets.get(leak) ?? null;
    return {
      code: 'withheld-text-found',
      release: release?.id ?? null,
      headline: release?.headline ?? 'The newsroom’s settings',
      message: `${path} would hold ${LEAKS[kind]}${offset === null ? '' : `, at byte ${offset}`}: “${words}”.`,
      quote: null,
      words: null,
      override: null,
    };
  });
};

const offsetsOf = (leaks: readonly Leak[], files: Iterable<BundleFile>): ReadonlyMap<Leak, number | null> => {
  const offsets = new Map<Leak, number | null>();
  if (leaks.length === 0) return offsets;
  for (const file of files) {
    const own = leaks.filter(({ path }) => path === file.path);
    const contents = own.length === 0 ? '' : file.contents;
    for (const leak of own) offsets.set(leak, offsetOf(leak, contents));
    if (offsets.size === leaks.length) break;
  }
  return offsets;
};

/** What the release pages among these paths in the bag show. A page that says that a release is gone bears none of its words. */
export const releasePages = (
  { public: open, gone }: Selection,
  paths: ExportReport['changes'],
): readonly ReleasePageInfo[] => {
  const touched = new Set([...paths.added, ...paths.changed]);
  const isNew = new Set(paths.added);
  const shown = open.map(({ address, facts, corrections }): ReleasePageInfo => {
    const path = `${PAYLOAD}${address}`;
    const kind = corrections.length > 0 && !isNew.has(path) ? 'corrected' : 'release';
    return { path, headline: facts.headline, kind };
  });
  const ended = gone.map(({ address, kind }): ReleasePageInfo => ({
    path: `${PAYLOAD}${address}`,
    headline: '',
    kind,
  }));
  return [...shown, ...ended].filter(({ path }) => touched.has(path));
};

/** What is said of each wording from before a correction that readers are not shown, though it was public. */
export const notShown = ({ facts, corrections, earlier }: ArchiveRelease, zone: string): string[] =>
  corrections.flatMap((each, index) =>
    each.earlier === null || earlier.some(({ correction }) => correction === index)
      ? []
      : [
          `What “${facts.headline}” said before its correction of ${dayOf(each.at, zone)} is not shown to readers: it would not pass the checks that stand today.`,
        ],
  );

/** Whether a file is the web team's concern; what stands beside the website only says of it that it is whole. */
export const isWebsite = (name: string): boolean => name.startsWith(PAYLOAD);

/** What a bundle changes in a folder that holds another: hashes by path in the bag. Also its own paths, sorted. */
export const changesOf = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Pick<ExportReport, 'files' | 'changes'> => {
  const files = [...after.keys()].filter(isWebsite).sort();
  const [added, changed]: [string[], string[]] = [[], []];
  for (const path of files) {
    const was = before.get(path);
    if (was === undefined) added.push(path);
    else if (was !== after.get(path)) changed.push(path);
  }
  const removed = [...before.keys()].filter((path) => isWebsite(path) && !after.has(path)).sort();
  return { files, changes: { added, changed, removed, same: files.length - added.length - changed.length } };
};
