import { canonicalJson } from '../canonical';
import { csvOf } from '../newsroom/csv';
import type { ResolveContext } from '../quotes/resolve';
import { registerCsv, registerRows } from '../newsroom/register';
import type { BundleFile } from './model';
import type { GoneRelease } from './select';
import type { ArchiveRelease } from './site';

/*
 * What the next office, or an archive, is handed beside the website: the releases as they were frozen, from which the
 * same archive can be made again. It is not for the web, and lies outside of what is: a source is whole, with the contacts
 * that are for the media only, who approved what, and who let what pass. Of what is not public it holds nothing.
 */

/** Where it lies in the bag, beside the website. */
export const HANDOVER = 'handover/';

export type HandoverParts = {
  readonly releases: readonly ArchiveRelease[];
  readonly gone: readonly GoneRelease[];
  readonly organisation: string;
  readonly context: ResolveContext;
};

const README = (organisation: string): string => `The news archive of ${organisation}, handed over

This folder is not for the web. Only ../data is: put that, and nothing else, on a server.

sources/         each public release as it was frozen when it was published, in the form that Standfirst reads: one JSON
                 file a release, named by its id. They hold contacts that are for the media only, and who approved what.
register.csv     every quote of them: who said it, in which role, when, and who approved it.
corrections.csv  what was corrected, withdrawn, replaced or removed: where, when, and what readers are told.
retention.csv    for each address the days that a retention period is counted from.

../manifest-sha256.txt and ../tagmanifest-sha256.txt hold the SHA-256 of every file (RFC 8493, BagIt):
"sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt" says whether they are whole.
`;

/** The files of the handover, with their paths in the bag. */
export const handover = ({ releases, gone, organisation, context }: HandoverParts): readonly BundleFile[] => {
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
    ...releases.map(({ release }) => ({ path: `sources/${release.id}.json`, contents: canonicalJson(release) })),
  ];
  return files.map(({ path, contents }) => ({ path: `${HANDOVER}${path}`, contents }));
};
