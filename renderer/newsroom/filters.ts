import type { ReleaseSummary } from '../../shared/newsroom/model';
import type { ReleaseState } from '../../shared/release/model';

/** What narrows the list, each empty where it does not, and how it is sorted. */
export type ListView = {
  readonly state: ReleaseState | 'embargoed' | '';
  readonly topic: string;
  readonly person: string;
  /** The first and the last day, as `2026-11-22`. */
  readonly from: string;
  readonly until: string;
  readonly language: string;
  readonly quotes: 'to settle' | '';
  readonly sort: 'groups' | 'newest' | 'oldest' | 'headline' | 'saved';
};

export const WHOLE_LIST: ListView = {
  state: '',
  topic: '',
  person: '',
  from: '',
  until: '',
  language: '',
  quotes: '',
  sort: 'groups',
};

export const SORTS: readonly (readonly [ListView['sort'], string])[] = [
  ['groups', 'What is being written first'],
  ['newest', 'Newest day first'],
  ['oldest', 'Oldest day first'],
  ['headline', 'By headline'],
  ['saved', 'Saved last first'],
];

export const STATES: readonly (readonly [ListView['state'], string])[] = [
  ['', 'Any state'],
  ['working', 'Working'],
  ['in review', 'In review'],
  ['agreed', 'Agreed'],
  ['embargoed', 'Embargoed'],
  ['published', 'Published'],
  ['corrected', 'Corrected'],
  ['withdrawn', 'Withdrawn'],
  ['replaced', 'Replaced'],
  ['removed', 'Removed'],
];

const toSettle = ({ quotes }: ReleaseSummary): number =>
  quotes === null ? 0 : quotes.noSpeaker + quotes.needsApproval + quotes.changed;

const isEmbargoed = ({ embargo }: ReleaseSummary, now: Date): boolean =>
  embargo !== null && Date.parse(embargo) > now.getTime();

/** Whether a day lies between two others, either of which may be empty; what has no day lies between none. */
const isBetween = (day: string, from: string, until: string): boolean =>
  (from === '' && until === '') || (day !== '' && day >= from && (until === '' || day <= until));

/** The releases that a view lets through, in the order in which they were given. */
export const narrowed = (rows: readonly ReleaseSummary[], view: ListView, now: Date): readonly ReleaseSummary[] => {
  const { state, topic, person, from, until, language, quotes } = view;
  if ([state, topic, person, from, until, language, quotes].every((each) => each === '')) return rows;
  return rows.filter(
    (row) =>
      (state === '' || (state === 'embargoed' ? isEmbargoed(row, now) : row.state === state)) &&
      (topic === '' || (row.topics ?? []).includes(topic)) &&
      (person === '' || (row.speakers ?? []).includes(person)) &&
      isBetween(row.date, from, until) &&
      (language === '' || row.language === language) &&
      (quotes === '' || toSettle(row) > 0),
  );
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
let collator: Intl.Collator | null = null;
/** Made when it is first asked for, not as the program starts. */
const byHeadline = (a: string, b: string): number =>
  (collator ??= new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true })).compare(a, b);

/** The rows sorted by one thing alone. What has no day stands last, whichever way. */
export const sorted = (
  rows: readonly ReleaseSummary[],
  sort: Exclude<ListView['sort'], 'groups'>,
): readonly ReleaseSummary[] => {
  switch (sort) {
    case 'newest':
      return rows.toSorted((a, b) => order(b.date, a.date) || order(b.savedAt, a.savedAt));
    case 'oldest':
      return rows.toSorted(
        (a, b) => Number(a.date === '') - Number(b.date === '') || order(a.date, b.date) || order(a.savedAt, b.savedAt),
      );
    case 'headline':
      return rows.toSorted(
        (a, b) => Number(a.headline === '') - Number(b.headline === '') || byHeadline(a.headline, b.headline),
      );
    case 'saved':
      return rows.toSorted((a, b) => order(b.savedAt, a.savedAt));
  }
};

/** Whatever stands in one of the fields of some releases, each once, sorted. */
export const valuesIn = (
  rows: readonly ReleaseSummary[],
  of: (row: ReleaseSummary) => readonly string[],
): readonly string[] => [...new Set(rows.flatMap(of))].sort(byHeadline);
