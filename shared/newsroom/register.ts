import { csvOf } from './csv';
import { personOf } from '../people/find';
import { type ResolveContext, resolveQuotes } from '../quotes/resolve';
import { fittingApproval } from '../quotes/approval';
import { laterEmbargo } from '../release/embargo';
import type { Release } from '../release/model';
import type { PublishedRelease } from './model';
import type { RegisterRow } from './register-row';

/** What counts in the register of a release that was published: the text frozen then, in the state it is in now, held as long as either says. */
export const registeredText = ({ current, frozen }: PublishedRelease): Release => ({
  ...frozen,
  state: current.state,
  embargo: laterEmbargo(frozen.embargo, current.embargo),
});

/** Every quote of some releases, sorted by speaker, then date, then release; quotes without a speaker come last. */
export const registerRows = (releases: readonly Release[], context: ResolveContext): readonly RegisterRow[] =>
  releases.flatMap((release) => registerRowsOf(release, context)).sort(bySpeaker);

/** The quotes of one release, in the order of its text. */
export const registerRowsOf = (release: Release, context: ResolveContext): readonly RegisterRow[] =>
  resolveQuotes(release, context).map(({ key, stored, status, words }) => {
    const speaker = stored?.speaker ?? null;
    const approval = fittingApproval(stored, words);
    const person = personOf(context.people, speaker?.person ?? null);
    return {
      speaker: speaker?.name ?? '',
      role: speaker?.role ?? '',
      kind: person?.kind ?? '',
      date: release.dateline.date,
      status,
      approvedBy: approval?.approvedBy ?? '',
      approvedAt: approval?.at ?? '',
      release: release.id,
      headline: release.headline,
      state: release.state,
      words,
      person: person?.id ?? '',
      how: approval?.how ?? '',
      quote: key,
      embargo: release.embargo?.instant ?? '',
    };
  });

const bySpeaker = (a: RegisterRow, b: RegisterRow): number =>
  Number(a.speaker === '') - Number(b.speaker === '') ||
  order(a.speaker, b.speaker) ||
  order(a.date, b.date) ||
  order(a.release, b.release);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const COLUMNS = [
  'speaker',
  'role',
  'kind',
  'date',
  'status',
  'approvedBy',
  'approvedAt',
  'release',
  'headline',
  'state',
  'words',
  'embargo',
] as const satisfies readonly (keyof RegisterRow)[];

/** The register as CSV, with a heading. */
export const registerCsv = (rows: readonly RegisterRow[]): string =>
  csvOf([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
