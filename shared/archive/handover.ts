import { z } from 'zod';
import { canonicalJson } from '../canonical';
import { writtenForm } from '../unknown';
import { csvOf } from '../newsroom/csv';
import type { ResolveContext } from '../quotes/resolve';
import { sha256Hex } from '../digest';
import { isAddress, placeKey } from '../release/address';
import { emptyRelease } from '../release/empty';
import type { MediaName, Publication, Release, ReleaseId, VersionHash } from '../release/model';
import {
  addressSchema,
  embargoSchema,
  instantSchema,
  overrideSchema,
  publicationSchema,
  releaseIdSchema,
} from '../release/parse';
import { isSame } from '../same';
import { registerCsv, registerRows, registeredText } from '../newsroom/register';
import type { BundleFile } from './model';
import type { GoneRelease } from './select';
import type { ArchiveRelease } from './site';

/*
 * What the next office, or an archive, is handed beside the website: the releases as they were frozen, and what was done
 * with each, from which `import --handover` makes the same releases again. It is not for the web, and lies outside of what
 * is: a source is whole, with the contacts that are for the media only, who approved what, and who let what pass. Of a
 * release that was taken back it holds what readers are told, and of one that is not public nothing; with one that is come the notes on its own corrections.
 */

/** Where it lies in the bag, beside the website. */
export const HANDOVER = 'handover/';
export const PUBLICATIONS = `${HANDOVER}publications.json`;
export const sourcePath = (id: string): string => `${HANDOVER}sources/${id}.json`;
export const earlierSourcePath = (version: string): string => `${HANDOVER}earlier/${version}.json`;

export const earlierPicturePath = (file: MediaName): string => `${HANDOVER}media/${file}`;

/**
 * What was done with a public release, as its own file says it: also what was let pass since its text was frozen. A change
 * that is open is not among it, with what was let pass in it.
 */
export const publicFactsOf = ({ id, state, embargo, publication, overrides }: Release, frozen: Release) => {
  const change = publication?.change ?? null;
  const own = overrides.filter(({ at }) => change === null || Date.parse(at) < Date.parse(change.at));
  return {
    id,
    state,
    embargo,
    publication: publication === null ? null : { ...publication, change: null },
    ...(isSame(own, frozen.overrides) ? {} : { overrides: own }),
  };
};

/** What readers are told at the address of a release that was taken back. */
export type Notice = GoneRelease & { readonly by: string };
const noticeSchema = z.strictObject({
  address: addressSchema,
  /** Also where wordings stood from before corrections. */
  formerly: z.array(z.string()),
  language: z.string().min(2),
  kind: z.enum(['withdrawn', 'replaced', 'removed']),
  at: instantSchema,
  reason: z.string().min(1),
  to: z.string().nullable(),
  /** The office that hands over. */
  by: z.string().min(1),
}) satisfies z.ZodType<Notice>;

/** `publications.json`: what was done with each release, and what readers are told of those that were taken back. */
export const publicationsSchema = z.strictObject({
  format: z.literal(1),
  releases: z.array(
    z.strictObject({
      id: releaseIdSchema,
      state: z.enum(['published', 'corrected']),
      embargo: embargoSchema.nullable(),
      publication: publicationSchema,
      overrides: z.array(overrideSchema).exactOptional(),
    }),
  ),
  /** Of an earlier Standfirst the addresses alone. */
  gone: z.array(z.union([noticeSchema, z.string()])),
});

export type HandoverParts = {
  readonly releases: readonly ArchiveRelease[];
  readonly gone: readonly GoneRelease[];
  readonly organisation: string;
  readonly context: ResolveContext;
  /** The very texts of versions that an earlier Standfirst froze: written today, they would have other bytes. */
  readonly frozen: ReadonlyMap<VersionHash, string>;
};

/** The public texts of releases by their versions, and what could be read of them before a correction. */
export const handedTexts = (releases: readonly ArchiveRelease[]) => ({
  sources: new Map(
    releases.flatMap(({ release, currentFacts: { publication } }) =>
      publication === null ? [] : [[publication.version, release] as const],
    ),
  ),
  wordings: new Map(
    releases.flatMap(({ corrections, earlier }) =>
      earlier.flatMap(({ correction }) => {
        const was = corrections[correction]?.earlier ?? null;
        return was === null ? [] : [[was.version, was.text] as const];
      }),
    ),
  ),
});

const README = (organisation: string): string => `The news archive of ${organisation}, handed over

This folder is not for the web. Only ../data is: put that, and nothing else, on a server.

sources/         each public release as it was frozen when it was published, in the form that Standfirst reads: one JSON
                 file a release, named by its id. They hold contacts that are for the media only, and who approved what.
earlier/         what could be read of them before a correction, in the same form, named by its SHA-256.
media/           pictures of those that stand in ../data no more, named by their SHA-256.
publications.json  for each: its address, who published and changed it, and when; and what stands at the addresses of
                 those that were taken back.
register.csv     every quote of them: who said it, in which role, when, and who approved it.
corrections.csv  what was corrected, withdrawn, replaced or removed: where, when, and what readers are told.
retention.csv    for each address the days that a retention period is counted from.

../manifest-sha256.txt and ../tagmanifest-sha256.txt hold the SHA-256 of every file (RFC 8493, BagIt):
"sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt" says whether they are whole.

"standfirst import .. --handover --newsroom DIR" takes the releases into a newsroom, as they are here.
`;

/** The files of the handover, with their paths in the bag. */
export const handover = ({ releases, gone, organisation, context, frozen }: HandoverParts): readonly BundleFile[] => {
  const told = [
    ...releases.flatMap(({ corrections, address }) =>
      corrections.map(({ at, note }) => [at, address, 'corrected', note, '']),
    ),
    ...gone.map(({ at, address, kind, reason, to }) => [at, address, kind, reason, to ?? '']),
  ].sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1));
  const dates = [
    ...releases.map(({ address, since, updated, release }) => [address, release.id, since, updated, '']),
    ...gone.map(({ address, at }) => [address, '', '', '', at]),
  ].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  const files = [
    { path: 'readme.txt', contents: README(organisation) },
    {
      path: 'register.csv',
      contents: registerCsv(
        registerRows(
          releases.map(({ current, release: frozen }) => registeredText({ current, frozen })),
          context,
        ),
      ),
    },
    { path: 'corrections.csv', contents: csvOf([['at', 'address', 'what', 'readers are told', 'leads to'], ...told]) },
    {
      path: 'retention.csv',
      contents: csvOf([['address', 'id', 'published', 'last changed', 'taken back'], ...dates]),
    },
  ];
  const publications = {
    format: 1,
    releases: releases.map(({ current, release }) => publicFactsOf(current, release)),
    gone: gone.map((each) => ({ ...each, by: organisation.trim() === '' ? 'Another office' : organisation })),
  };
  const { wordings } = handedTexts(releases);
  const textOf = (version: VersionHash | undefined, release: Release): string =>
    (version === undefined ? undefined : frozen.get(version)) ?? writtenForm(release);
  return [
    ...files.map(({ path, contents }) => ({ path: `${HANDOVER}${path}`, contents })),
    { path: PUBLICATIONS, contents: canonicalJson(publications) },
    ...releases.map(({ release, currentFacts: { publication } }) => ({
      path: sourcePath(release.id),
      contents: textOf(publication?.version, release),
    })),
    ...[...wordings].map(([version, text]) => ({ path: earlierSourcePath(version), contents: textOf(version, text) })),
  ];
};

/** The id of a release that is made of a notice: always the same one. */
export const noticeId = (address: string): ReleaseId => `r-${sha256Hex(placeKey(address)).slice(0, 10)}` as ReleaseId;

/** As a release that is handed over is taken in. */
type HandedNotice = {
  readonly release: Release;
  readonly text: string;
  readonly facts: Pick<Release, 'id' | 'state' | 'embargo'> & { readonly publication: Publication };
};

/**
 * A release that stands for one that was taken back, of which nothing is known but what readers are told: its text is its
 * address, and was public from the moment in which it ended. `to`: what took its place, where that is known.
 */
export const releaseOfNotice = (notice: Notice, to: ReleaseId | null): HandedNotice => {
  const { address, language, kind, at, reason, by } = notice;
  const id = noticeId(address);
  const dateline = { place: '', date: at.slice(0, 10) };
  const text: Release = { ...emptyRelease(id, language), headline: address, dateline };
  const done = { at, by, reason };
  const publication: Publication = {
    by,
    at,
    version: sha256Hex(writtenForm(text)) as VersionHash,
    address,
    // Of a wording's address there is none without the correction.
    formerly: notice.formerly.filter(isAddress).map((former) => ({ address: former, until: at, by })),
    // What is replaced by itself leads nowhere.
    after: [kind === 'replaced' ? { ...done, kind, release: to ?? id } : { ...done, kind }],
    change: null,
  };
  return { release: text, text: writtenForm(text), facts: { id, state: kind, embargo: null, publication } };
};
