import type { GoingPublic } from '../../shared/archive/going-public';
import type {
  CheckCode,
  ExportProgress,
  ExportReport,
  Finding,
  ReleasePageInfo,
  Withheld,
} from '../../shared/archive/model';
import { counted, fullDay, fullInstant } from '../ui/dates';

/** “November 2026”, of `2026-11`. */
const monthOf = (month: string): string => fullDay(`${month}-01`).replace(/^\d+ /, '');

/** The checks as lines to be ticked: each passes where no finding bears one of its codes. */
const CHECKS: readonly { readonly codes: readonly CheckCode[]; readonly words: string }[] = [
  { codes: ['quote-no-speaker'], words: 'Every quote has a speaker' },
  { codes: ['quote-needs-approval'], words: 'Every quote that needs approval has it' },
  { codes: ['quote-changed'], words: 'No quote has changed since its approval' },
  { codes: ['quote-outside-body'], words: 'No quote stands outside the body, unapproved' },
  { codes: ['media-only-contact'], words: 'No contact for the media only is in a text' },
  {
    codes: ['missing-headline', 'missing-date', 'missing-standfirst'],
    words: 'Every release has a headline, a date and a standfirst',
  },
  { codes: ['image-not-described', 'image-missing'], words: 'Every image is there, and described or decorative' },
  { codes: ['dead-link'], words: 'Every link into the archive leads somewhere' },
  { codes: ['placeholder-left'], words: 'Nothing was left to be filled in' },
  { codes: ['embargo-line'], words: 'No line in a text speaks of an embargo' },
  { codes: ['template-broken', 'look-unreadable'], words: 'The organisation’s look is whole and can be read' },
  { codes: ['same-address'], words: 'Every release has an address of its own' },
  { codes: ['lost-address'], words: 'Every address that was public still answers' },
  { codes: ['frozen-text-altered'], words: 'Every text is as it was published' },
  { codes: ['withheld-text-found'], words: 'Nothing withheld stands in any file' },
];

export const passedChecks = (findings: readonly Finding[]): readonly string[] =>
  CHECKS.filter(({ codes }) => !findings.some(({ code }) => codes.includes(code))).map(({ words }) => words);

/** What stops the export: findings that nobody has let pass, those that are not about a quote first. */
export const blockers = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .filter(({ override }) => override === null)
    .toSorted((a, b) => Number(a.quote !== null) - Number(b.quote !== null));

/** Why the bundle cannot be written yet, or undefined where it can. */
export const whyWait = (report: ExportReport | null): string | undefined => {
  if (report === null) return 'The checks are not done yet.';
  if (report.preview) return 'A preview writes nothing. Go back to now to export.';
  const count = blockers(report.findings).length;
  if (count > 0) return `${count === 1 ? 'One thing is' : `${counted(count, 'thing')} are`} to be settled first.`;
  if (report.folder === null) return 'No folder is chosen for the bundle yet.';
  if (report.files.length === 0) return 'Nothing is published yet, so there is nothing to export.';
  return undefined;
};

/** Why a release stays out, in words that say until when. `zone` is the newsroom's. */
export const withheldWords = ({ why, until }: Withheld, zone: string): string => {
  switch (why) {
    case 'embargoed':
      return until === null ? 'Embargoed' : `Embargoed until ${fullInstant(until, zone)}`;
    case 'not published':
      return 'Not published';
    case 'withdrawn':
      return 'Withdrawn: the address stays, with a notice';
    case 'replaced':
      return 'Replaced: the address leads to the other release';
    case 'removed':
      return 'Removed: the address stays, with the reason';
  }
};

/** A withheld release by the name that the list of releases has for it. */
export const withheldName = ({ headline, why }: Withheld): string =>
  headline.trim() !== '' ? headline : why === 'removed' ? 'Removed release' : 'No headline yet';

/** What is said once the checks are done. */
export const doneWords = ({ asOf, preview, findings }: ExportReport, zone: string): string => {
  const stops = blockers(findings).length;
  if (preview)
    return `A preview, not the archive: ${fullInstant(asOf, zone)}. ${stops === 0 ? 'Nothing would stop the export' : `${counted(stops, 'thing')} to settle before then`}`;
  return stops === 0 ? 'Checks done: nothing stops the export' : `Checks done: ${stops} to settle first`;
};

/** What pressing the way on does, and what is said beside it where nothing stops the export. */
export const wayOn = ({ files, changes }: ExportReport): { readonly act: string; readonly said: string } =>
  changes.added.length + changes.changed.length + changes.removed.length > 0
    ? { act: `Export ${counted(files.length, 'file')}`, said: 'Nothing stops the export.' }
    : { act: 'Export again', said: 'No file changes. To export again only proves the bundle once more.' };

/** "4 new, 3 changed, 1 goes. 1,204 stay as they are." */
export const changeWords = ({ added, changed, removed, same }: ExportReport['changes']): string => {
  const parts = [
    ...(added.length > 0 ? [`${added.length.toLocaleString('en-GB')} new`] : []),
    ...(changed.length > 0 ? [`${changed.length.toLocaleString('en-GB')} changed`] : []),
    ...(removed.length > 0 ? [`${removed.length.toLocaleString('en-GB')} taken away`] : []),
  ];
  const moving = parts.length === 0 ? 'Nothing changes.' : `${parts.join(', ')}.`;
  return same === 0 ? moving : `${moving} ${counted(same, 'file stays as it is', 'files stay as they are')}.`;
};

const COUNTED: Readonly<Record<ExportProgress['doing'], string>> = {
  reading: 'releases',
  making: 'files',
  placing: 'new files',
};

/** "1,204 of 10,000 releases. About 12 seconds left." `since` is how long it has been at this stage, in milliseconds. */
export const progressWords = ({ doing, done, of }: ExportProgress, since: number): string => {
  const [first, all] = [Math.min(done, of), of].map((count) => count.toLocaleString('en-GB'));
  const about = doing === 'making' ? 'about ' : '';
  const left = done > 0 ? (since * (of - done)) / done / 1000 : 0;
  const time = since < LONG_ENOUGH || left < 1 ? '' : ` About ${leftWords(left)} left.`;
  return `${first ?? ''} of ${about}${all ?? ''} ${COUNTED[doing]}.${time}`;
};
/** So long, in milliseconds, a stage is watched before it is said how long it will take. */
const LONG_ENOUGH = 2_000;
const leftWords = (seconds: number): string =>
  seconds < 90 ? counted(Math.ceil(seconds), 'second') : counted(Math.round(seconds / 60), 'minute');

/** What goes public at an instant: “Grants open and 2 others”. */
export const goingWords = ({ releases: [first, ...others] }: GoingPublic): string => {
  const name = first === undefined || first.headline === '' ? 'a release without a headline' : first.headline;
  return others.length === 0 ? name : `${name} and ${counted(others.length, 'other')}`;
};

/** A file of the website as readers know it: its name, what it is, and how it is called where no other is beside it. */
export type NamedPage = {
  readonly path: string;
  readonly word: string;
  readonly name: string;
  readonly kind: string;
  readonly spoken: string;
};
type Change = 'added' | 'changed' | 'removed';

const WORDS: Readonly<Record<Change, string>> = { added: 'New', changed: 'Changed', removed: 'Taken away' };
const KINDS: Readonly<Record<ReleasePageInfo['kind'], { readonly word: string | null; readonly kind: string }>> = {
  release: { word: null, kind: 'release page' },
  corrected: { word: 'Corrected', kind: 'release page' },
  withdrawn: { word: 'Withdrawn', kind: 'address kept, with a notice' },
  replaced: { word: 'Replaced', kind: 'address leads to the other' },
  removed: { word: 'Removed', kind: 'address kept, with the reason' },
};
const LISTS: readonly (readonly [form: RegExp, name: (parts: readonly string[]) => string])[] = [
  [/^index\.html$/, () => 'News Archive'],
  [/^news\/(\d{4})\/index\.html$/, ([year = '']) => `News in ${year}`],
  [/^news\/(\d{4})\/(\d{2})\/index\.html$/, ([year = '', month = '']) => `News in ${monthOf(`${year}-${month}`)}`],
  [/^news\/page-(\d+)\.html$/, ([page = '']) => `All news, page ${page}`],
  [/^(topics|people)\/index\.html$/, ([all = '']) => (all === 'topics' ? 'All topics' : 'All people')],
  // Whose list it is, its path says: an address does not have every letter of a name.
  [/^topics\/[^/]+\/index\.html$/, () => 'News on a topic'],
  [/^people\/[^/]+\/index\.html$/, () => 'Quotes of a person'],
  [/^topics\/[^/]+\/page-(\d+)\.html$/, ([page = '']) => `News on a topic, page ${page}`],
  [/^people\/[^/]+\/page-(\d+)\.html$/, ([page = '']) => `Quotes of a person, page ${page}`],
  [/^corrections\.html$/, () => 'Corrections'],
  [/^search(?:\/index)?\.html$/, () => 'Search'],
  [/^accessibility\.html$/, () => 'Accessibility statement'],
  [/^404\.html$/, () => 'Page not found'],
];

/** Pages of the website that change, those of releases first, by the names that readers know; the other files by their paths. */
export const namedPages = ({
  changes,
  pages,
}: Pick<ExportReport, 'changes' | 'pages'>): {
  readonly pages: readonly NamedPage[];
  readonly files: readonly NamedPage[];
} => {
  const releases = new Map(pages.map((each) => [each.path, each]));
  const all = (['added', 'changed', 'removed'] as const).flatMap((change) =>
    changes[change].map((path) => named(path, WORDS[change], releases.get(path))),
  );
  const isPage = ({ path }: NamedPage): boolean => path.endsWith('.html');
  const rank = ({ path }: NamedPage): number => (releases.has(path) ? 0 : 1);
  return {
    pages: all.filter(isPage).toSorted((a, b) => rank(a) - rank(b)),
    files: all.filter((each) => !isPage(each)),
  };
};

const named = (path: string, word: string, release: ReleasePageInfo | undefined): NamedPage => {
  const place = path.replace(/^data\//, '');
  if (release !== undefined) {
    const { word: own, kind } = KINDS[release.kind];
    const name = release.headline === '' ? place : release.headline;
    return { path, word: own ?? word, name, kind, spoken: name };
  }
  for (const [form, name] of LISTS) {
    const [match, ...parts] = form.exec(place) ?? [];
    if (match !== undefined) return { path, word, name: name(parts), kind: 'list', spoken: `${name(parts)}, ${place}` };
  }
  return { path, word, name: place, kind: 'page', spoken: place };
};

/** "3 pages change, 1 new, 0 removed": what readers will see. */
export const pageWords = ({ added, changed, removed }: ExportReport['changes']): string => {
  const [fresh, other, gone] = [added, changed, removed].map(
    (paths) => paths.filter((path) => path.endsWith('.html')).length,
  );
  return `${counted(other ?? 0, 'page changes', 'pages change')}, ${(fresh ?? 0).toLocaleString('en-GB')} new, ${(gone ?? 0).toLocaleString('en-GB')} removed`;
};
