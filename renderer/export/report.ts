import type { CheckCode, ExportProgress, ExportReport, Finding, Withheld } from '../../shared/archive/model';
import { counted, fullInstant } from '../ui/dates';

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

/** "1,204 of 10,000 releases read". */
export const progressWords = ({ doing, done, of }: ExportProgress): string => {
  const [first, all] = [Math.min(done, of), of].map((count) => count.toLocaleString('en-GB'));
  return doing === 'reading'
    ? `${first ?? ''} of ${all ?? ''} releases read and checked`
    : `${first ?? ''} of about ${all ?? ''} files made and searched`;
};

/** "3 pages change, 1 new, 0 removed": what readers will see. */
export const pageWords = ({ added, changed, removed }: ExportReport['changes']): string => {
  const [fresh, other, gone] = [added, changed, removed].map(
    (paths) => paths.filter((path) => path.endsWith('.html')).length,
  );
  return `${counted(other ?? 0, 'page changes', 'pages change')}, ${(fresh ?? 0).toLocaleString('en-GB')} new, ${(gone ?? 0).toLocaleString('en-GB')} removed`;
};
