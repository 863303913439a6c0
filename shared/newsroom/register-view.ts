import { personOf } from '../people/find';
import type { Person } from '../people/model';
import { roleOn } from '../people/role';
import type { QuoteStatus } from '../quotes/model';
import type { Day, PersonId } from '../release/model';
import type { RegisterRow } from './register-row';
import { foldedText, readQuery } from './search';

/** What of the register is shown. Null: all of it. */
export type RegisterFilter = {
  /** As typed; see `readQuery`. Looked for in the words, the speaker, the role and the release's headline. */
  readonly words: string;
  /** `speakerOf`. */
  readonly speaker: string | null;
  /** Quotes of this organisation, and of persons who belong to it. */
  readonly organisation: PersonId | null;
  readonly year: string | null;
  readonly status: QuoteStatus | null;
  /** Only releases that were published, and do not wait for the end of an embargo. */
  readonly published: boolean;
};
export const NO_FILTER: RegisterFilter = {
  words: '',
  speaker: null,
  organisation: null,
  year: null,
  status: null,
  published: false,
};

export const REGISTER_ORDERS = ['date', 'speaker', 'status', 'words'] as const;
export type RegisterOrder = { readonly by: (typeof REGISTER_ORDERS)[number]; readonly descending: boolean };

/** One value for each speaker: the person's id, else the name; empty for nobody. */
export const speakerOf = ({ person, speaker }: Pick<RegisterRow, 'person' | 'speaker'>): string => person || speaker;

const UNPUBLISHED: readonly RegisterRow['state'][] = ['working', 'in review', 'agreed'];

/** The year of a quote's release; empty where it has no date. */
export const yearOf = ({ date }: Pick<RegisterRow, 'date'>): string => date.slice(0, 4);

/** A row as it is looked through for words; worked out once for each. */
const folded = new WeakMap<RegisterRow, string>();
const foldedRow = (row: RegisterRow): string => {
  const known = folded.get(row);
  if (known !== undefined) return known;
  const text = foldedText([row.words, row.speaker, row.role, row.headline]);
  folded.set(row, text);
  return text;
};

/** Whether a quote's release waits for the end of its embargo. */
export const isHeld = ({ embargo }: Pick<RegisterRow, 'embargo'>, now: Date): boolean =>
  embargo !== '' && !(Date.parse(embargo) <= now.getTime());

/** The rows that a filter lets through, in their order. */
export const filterRows = (
  rows: readonly RegisterRow[],
  filter: RegisterFilter,
  people: readonly Person[],
  now: Date,
): readonly RegisterRow[] => {
  const { speaker, organisation, year, status, published } = filter;
  const matches = readQuery(filter.words);
  const members = new Set<string>(
    people
      .filter(
        ({ id, organisations = [] }) =>
          id === organisation || organisations.some((each) => personOf(people, each)?.id === organisation),
      )
      .map(({ id }) => id),
  );
  return rows.filter(
    (row) =>
      (speaker === null || speakerOf(row) === speaker) &&
      (organisation === null || members.has(row.person)) &&
      (year === null || yearOf(row) === year) &&
      (status === null || row.status === status) &&
      (!published || (!UNPUBLISHED.includes(row.state) && !isHeld(row, now))) &&
      (matches === null || matches(foldedRow(row))),
  );
};

const STATUS_ORDER: readonly QuoteStatus[] = [
  'no speaker',
  'changed since approval',
  'needs approval',
  'approved',
  'no approval needed',
];

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
let collator: Intl.Collator | null = null;
/** The order of names. Made when it is first asked for: that takes longer than many a file of the program to load. */
const byName = (a: string, b: string): number => (collator ??= new Intl.Collator('en-GB')).compare(a, b);

const COMPARE: Readonly<Record<RegisterOrder['by'], (a: RegisterRow, b: RegisterRow) => number>> = {
  date: (a, b) => text(a.date, b.date),
  speaker: (a, b) => byName(a.speaker, b.speaker),
  status: (a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status),
  words: (a, b) => byName(a.words, b.words),
};

/** Rows in an order; of two that are equal in it, the one of the newer release comes first. */
export const sortRows = (rows: readonly RegisterRow[], { by, descending }: RegisterOrder): readonly RegisterRow[] => {
  const compare = COMPARE[by];
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(a, b) || text(b.date, a.date) || text(a.release, b.release) || 0);
};

export type MonthCount = { readonly month: string; readonly count: number };

/** How many quotes each month of a year has, January first; months as `YYYY-MM`. */
export const countByMonth = (rows: readonly RegisterRow[], year: string): readonly MonthCount[] =>
  Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    return { month, count: rows.filter(({ date }) => date.startsWith(month)).length };
  });

/** The years there are quotes of, newest first. */
export const yearsIn = (rows: readonly RegisterRow[]): readonly string[] =>
  [...new Set(rows.map(yearOf))].filter((year) => year !== '').sort((a, b) => text(b, a));

export type RegisterSpeaker = {
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly count: number;
};

/** Who is quoted, most often first, under the name they have now; the role is the one of their newest quote. Nobody comes last. */
export const speakersIn = (rows: readonly RegisterRow[], people: readonly Person[]): readonly RegisterSpeaker[] => {
  const found = new Map<string, { newest: RegisterRow; count: number }>();
  for (const row of rows) {
    const known = found.get(speakerOf(row));
    if (known === undefined) found.set(speakerOf(row), { newest: row, count: 1 });
    else {
      known.count += 1;
      if (known.newest.date < row.date) known.newest = row;
    }
  }
  return [...found]
    .map(([key, { newest, count }]) => ({
      key,
      name: personOf(people, newest.person || null)?.name ?? newest.speaker,
      role: newest.role,
      count,
    }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || b.count - a.count || byName(a.name, b.name));
};

/**
 * The role somebody holds today, where it is another than the one they held on a quote's day: the words were said in an
 * office that has passed on. Null where it is the same, or where their roles do not tell; empty where they hold none now.
 */
export const roleSince = (
  people: readonly Person[],
  person: PersonId | '' | null,
  day: Day | '',
  today: Day,
): string | null => {
  const known = personOf(people, person === '' ? null : person);
  if (known === null || day === '' || day >= today) return null;
  const then = roleOn(known, day);
  const now = roleOn(known, today);
  return then === '' || then === now ? null : now;
};

/** What `roleSince` tells, in words. */
export const sinceWords = (since: string): string => (since === '' ? 'No longer holds it' : `Today: ${since}`);
