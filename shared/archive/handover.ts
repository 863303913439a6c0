import { z } from 'zod';
import { canonicalJson } from '../canonical';
import { writtenForm } from '../unknown';
import { csvOf } from '../newsroom/csv';
import type { ResolveContext } from '../quotes/resolve';
import type { MediaName, Release, VersionHash } from '../release/model';
import { embargoSchema, overrideSchema, publicationSchema, releaseIdSchema } from '../release/parse';
import { isSame } from '../same';
import { registerCsv, registerRows } from '../newsroom/register';
import type { BundleFile } from './model';
import type { GoneRelease } from './select';
import type { ArchiveRelease } from './site';

/*
 * What the next office, or an archive, is handed beside the website: the releases as they were frozen, and what was done
 * with each, from which `import --handover` makes the same releases again. It is not for the web, and lies outside of what
 * is: a source is whole, with the contacts that are for the media only, who approved what, and who let what pass. Of a
 * release that is not public it holds nothing; with one that is come the notes on its own corrections.
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

/** `publications.json`: what was done with each release, and which addresses stand for releases that were taken back. */
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
  gone: z.array(z.string()),
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
publications.json  for each: its address, who published and changed it, and when.
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
          releases.map(({ release }) => release),
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
    gone: gone.map(({ address }) => address),
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
