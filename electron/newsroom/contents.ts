import { join } from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import { type PublishedRelease, type UnreadableRelease, earlierVersions } from '../../shared/newsroom/model';
import { mediaOf } from '../../shared/release/media';
import { hasEnded, laterEmbargo } from '../../shared/release/embargo';
import { type MediaName, type Release, type ReleaseId, type VersionHash, isGone } from '../../shared/release/model';
import { type Result, ok } from '../../shared/result';
import { hasUnknown } from '../../shared/unknown';
import { mediaFile } from '../media/media-folder';
import { embargoInCopies } from './copies';
import { stampOfFile } from './file-stamp';
import { RELEASE_FILE } from './folders';
import { objectFile, readObject } from './history';
import { type Log, publicationLine, readLogs } from './history-log';
import {
  type LightParts,
  type TextPlace,
  type TextReader,
  currentFactsOf,
  haveSameLong,
  lightPartsOf,
  lightPublished,
  lightRelease,
  makeTextReader,
} from './light-release';
import { lostAct, lostActMessage } from './lost-act';
import { type KnownText, type KnownTexts, knownText, stampOfTexts } from './known-texts';
import { LOOK_FOLDER, readLook } from './look';
import type { Beside, NewsroomContents } from './model';
import { type Presence, idsInTrash, thereOf } from './presence';
import { collectReleases, faultText, readPeople, readSettings } from './read-all';
import { atOnce } from './reads';
import { readSaved } from './release-file';
import { sha256 } from './sha256';
import { turns } from './turns';

/** One release as the archive needs it. */
type Read = {
  readonly id: ReleaseId;
  readonly text:
    | { readonly kind: 'published'; readonly published: PublishedRelease }
    | { readonly kind: 'unpublished'; readonly release: Release }
    | { readonly kind: 'damaged'; readonly fault: Fault };
  /** The pictures of its published text. */
  readonly media: readonly MediaName[];
  /** What is known of its files from now on; null where it is read whole, or nothing may be kept. */
  readonly known: KnownText | null;
};

/**
 * Everything the archive needs, read from disk: settings, people, and each release. The text of a published release is
 * the one frozen in its history, hashed again; where it is missing or altered the release is named as unreadable. So are
 * releases that are missing in great number, where it is remembered what was seen.
 *
 * With `known`, what was known of texts before: one whose files are the same is not read, and of each only what lists
 * need is held. What more is asked for is read then, and throws `ESTALE` where the file is no more the same. `beside`: what
 * is done with them as they are read.
 *
 * For a process of its own, such as the command line: files are read at once, and others have their turn between releases.
 */
export const readContents = async (
  newsroom: string,
  presence: Presence | null = null,
  known: KnownTexts | null = null,
  beside: Beside | null = null,
): Promise<Result<NewsroomContents, Fault>> => {
  const settings = await readSettings(newsroom);
  if (!settings.ok) return settings;
  const people = await readPeople(newsroom);
  if (!people.ok) return people;
  const onRead = beside?.begin(settings.value, people.value);
  const read =
    known === null ? readWhole : textReader((id) => known.get(id) ?? beside?.textOf(id), onRead ?? (() => undefined));
  const turn = turns();
  const all = await collectReleases(newsroom, async (folder, id) => {
    await turn();
    const done = await read(folder, id);
    beside?.onEach();
    return done;
  });
  const published: PublishedRelease[] = [];
  const unpublished: Release[] = [];
  const unreadable: UnreadableRelease[] = [...all.unreadable];
  const media = new Map<MediaName, string>();
  const texts = new Map<ReleaseId, KnownText>();
  for (const { id, path, text, media: files, known: kept } of all.releases) {
    if (text.kind === 'unpublished') unpublished.push(text.release);
    else if (text.kind === 'published') {
      published.push(text.published);
      for (const file of files) if (!media.has(file)) media.set(file, mediaFile(join(newsroom, path), file));
    } else unreadable.push({ folder: path, message: `Its published text cannot be used. ${faultText(text.fault)}` });
    if (kept !== null) texts.set(id, kept);
  }
  const isAsKnown = known?.size === texts.size && [...texts].every(([id, text]) => known.get(id) === text);
  if (presence !== null) {
    const seen = all.releases.map(({ id, path }) => ({ id, folder: path }));
    await presence.look(thereOf(seen, all.unreadable), await idsInTrash(newsroom));
    // Named rather than left out: a bundle made of half a newsroom would take the other half off the web.
    for (const folder of presence.missing().values()) unreadable.push({ folder, message: MISSING });
  }
  const { look } = settings.value;
  if (look?.logo) media.set(look.logo.file, mediaFile(join(newsroom, LOOK_FOLDER), look.logo.file));
  const lookFiles = await readLook(newsroom);
  return ok({
    settings: settings.value,
    people: people.value,
    published,
    unpublished,
    unreadable,
    media,
    texts: isAsKnown ? known : texts,
    ...(lookFiles === null ? {} : { lookFiles }),
  });
};

const MISSING = 'It was here when this computer looked last, and is not there now.';

const readWhole = async (folder: string, id: ReleaseId): Promise<Result<Read, Fault>> => {
  const saved = await readSaved(folder, id, atOnce);
  if (!saved.ok) return saved;
  const { release } = saved.value;
  if (release.publication === null) return unpublishedRead(release);
  if (release.state === 'removed') return removedRead(release);
  const { version } = release.publication;
  const frozen = await readObject(folder, version, release, atOnce);
  if (!frozen.ok) return damagedRead(release, frozen.fault);
  const logs = await readLogs(folder, atOnce);
  const elsewhere = await elsewhereFault(folder, release, frozen.value, logs);
  if (elsewhere !== null) return damagedRead(release, elsewhere);
  const chain = publicationLine(logs, version);
  const earlier = new Map<VersionHash, Release>();
  for (const each of await readEarlier(folder, release)) earlier.set(each.version, each.text);
  const published = { current: release, frozen: frozen.value, chain, earlier };
  return publishedRead(release.id, published, mediaOf(frozen.value), null);
};

/**
 * What another computer did with a release, and its file does not know of: what was taken back or held there does not go out from
 * here, until it is settled.
 */
const elsewhereFault = async (
  folder: string,
  release: Release,
  frozen: Release,
  logs: readonly Log[],
): Promise<Fault | null> => {
  const act = await lostAct(folder, release, logs);
  if (act !== null) return fault('refused', lostActMessage(act), { where: folder });
  if (release.publication === null || isGone(release)) return null;
  const own = laterEmbargo(release.embargo, frozen.embargo);
  const held = await embargoInCopies(folder, release.id, atOnce);
  // One that had ended as it was published held nothing back.
  if (held === null || laterEmbargo(own, held) === own || hasEnded(held, Date.parse(release.publication.at)))
    return null;
  const message = `A conflict copy of it, which another program keeps beside it, is held until ${held.instant}. Open the release, compare the two, and keep the copy as a draft.`;
  return fault('refused', message, { where: folder });
};

const unpublishedRead = (release: Release): Result<Read, Fault> =>
  ok({ id: release.id, text: { kind: 'unpublished', release }, media: [], known: null });
const damagedRead = ({ id }: Release, fault: Fault): Result<Read, Fault> =>
  ok({ id, text: { kind: 'damaged', fault }, media: [], known: null });
const publishedRead = (
  id: ReleaseId,
  published: PublishedRelease,
  media: readonly MediaName[],
  known: KnownText | null,
): Result<Read, Fault> => ok({ id, text: { kind: 'published', published }, media, known });
/** The text of a removed release is gone from the history too: only its end is public. */
const removedRead = (release: Release): Result<Read, Fault> =>
  publishedRead(release.id, { current: release, frozen: release, chain: null, earlier: NONE }, mediaOf(release), null);

/** The texts from before a release's corrections that are whole. Of one that is not, readers have the correction alone; the doctor tells of it. */
const readEarlier = async (
  folder: string,
  release: Release,
): Promise<readonly { readonly version: VersionHash; readonly text: Release }[]> => {
  const texts: { version: VersionHash; text: Release }[] = [];
  for (const version of earlierVersions(release)) {
    const read = await readObject(folder, version, release, atOnce);
    if (read.ok) texts.push({ version, text: read.value });
  }
  return texts;
};

const NONE: ReadonlyMap<VersionHash, Release> = new Map();

/** Where a text of the history lies. */
const objectPlace = (folder: string, version: VersionHash, isPlain: boolean): TextPlace => ({
  file: objectFile(folder, version),
  hash: version,
  isPlain,
});

/**
 * Reads releases of which only the light parts are held; those that are `known` and as they were are not read at all.
 * `onRead` hears of each published one that is.
 */
export const textReader = (
  known: (id: ReleaseId) => KnownText | undefined,
  onRead: (published: PublishedRelease) => void,
) => {
  const reader = makeTextReader();
  return async (folder: string, id: ReleaseId): Promise<Result<Read, Fault>> => {
    const file = join(folder, RELEASE_FILE);
    const was = known(id);
    if (was !== undefined && was.stamp === stampOfTexts(folder, [was.version, ...earlierVersions(was.current)]))
      return publishedRead(id, asKnown(folder, was, reader), was.media, was);
    const stood = stampOfFile(file);
    const saved = await readSaved(folder, id, atOnce);
    if (!saved.ok) return saved;
    const { release: whole, bytes } = saved.value;
    const hash = sha256(bytes);
    const parts = lightPartsOf(whole);
    const own = { file, hash, isPlain: !hasUnknown(whole) };
    const { publication } = whole;
    if (publication === null || whole.state === 'removed') {
      reader.hold(hash, whole, bytes.length);
      const release = lightRelease(parts, own, reader);
      return publication === null ? unpublishedRead(release) : removedRead(release);
    }
    const { version } = publication;
    // Taken before the rest is read: what changes meanwhile is seen the next time.
    const stamp = stampOfTexts(folder, [version, ...earlierVersions(whole)]);
    const frozen = await readObject(folder, version, whole, atOnce);
    if (!frozen.ok) return damagedRead(whole, frozen.fault);
    const logs = await readLogs(folder, atOnce);
    const elsewhere = await elsewhereFault(folder, whole, frozen.value, logs);
    if (elsewhere !== null) return damagedRead(whole, elsewhere);
    const chain = publicationLine(logs, version);
    reader.hold(version, frozen.value, bytes.length);
    const place = objectPlace(folder, version, !hasUnknown(frozen.value));
    // Mostly both say the same, and one of them is enough to be read again.
    const isOneText = haveSameLong(whole, frozen.value);
    if (!isOneText) reader.hold(hash, whole, bytes.length);
    const media = mediaOf(frozen.value);
    const isSteady = stood !== '' && stamp.startsWith(`${stood}|`);
    const texts = await readEarlier(folder, whole);
    const lights = texts.map((each) => ({
      version: each.version,
      parts: lightPartsOf(each.text),
      place: objectPlace(folder, each.version, !hasUnknown(each.text)),
    }));
    const earlier = new Map(lights.map((each) => [each.version, lightRelease(each.parts, each.place, reader)]));
    const files = {
      stamp,
      hash,
      version,
      chain,
      earlier: lights.map((each) => ({ version: each.version, parts: each.parts })),
    };
    // What is not known travels with the text itself, and would not be kept.
    const isPlain = [own, place, ...lights.map((each) => each.place)].every((each) => each.isPlain);
    const text = isSteady && isPlain ? knownText(files, { current: whole, frozen: frozen.value }) : null;
    const frozenParts = lightPartsOf(frozen.value);
    const published = lightPublished({
      light: { current: currentFactsOf(parts, whole), frozen: frozenParts, hash },
      current: () => (isOneText ? lightRelease(parts, place, reader, {}, hash) : lightRelease(parts, own, reader)),
      frozen: () => lightRelease(frozenParts, place, reader),
      chain,
      earlier,
    });
    onRead(published);
    return publishedRead(whole.id, published, media, text);
  };
};

/** A published release by what is known of it. Of a text that holds anything unknown nothing was kept. */
const asKnown = (folder: string, was: KnownText, reader: TextReader): PublishedRelease => {
  const { version, hash, frozen: parts, current, chain } = was;
  const lightOf = (version: VersionHash, parts: LightParts): Release =>
    lightRelease(parts, objectPlace(folder, version, true), reader);
  return lightPublished({
    light: { current: currentFactsOf(parts, current), frozen: parts, hash },
    current: () => lightRelease(parts, { file: join(folder, RELEASE_FILE), hash, isPlain: true }, reader, current),
    frozen: () => lightOf(version, parts),
    chain,
    earlier:
      was.earlier.length === 0
        ? NONE
        : new Map(was.earlier.map((each) => [each.version, lightOf(each.version, each.parts)])),
  });
};
