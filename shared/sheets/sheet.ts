import { type Fault, fault } from '../fault';
import { personOf } from '../people/find';
import type { Person } from '../people/model';
import { quoteDigest } from '../quotes/approval';
import type { Quote } from '../quotes/model';
import type { Release, ReleaseId, Speaker } from '../release/model';
import { type Result, failed, ok } from '../result';
import { codeAmong, wholeCode } from './code';
import type { IssuedQuote, IssuedSheet, Sheet, SheetForm, SheetQuote } from './model';

/** A speaker of a release, for whom a sheet can be made. */
export type SheetSpeaker = { readonly key: string; readonly name: string; readonly count: number };

/** Who is meant by a speaker, whatever form of the name is printed: one value for one person. */
export const speakerKey = ({ person, name }: Pick<Speaker, 'person' | 'name'>, people: readonly Person[]): string =>
  personOf(people, person)?.id ?? person ?? `name:${name}`;

/** The speakers whom people set or accepted in a release, in the order of the text. */
export const sheetSpeakers = (quotes: readonly Quote[], people: readonly Person[]): readonly SheetSpeaker[] => {
  const speakers = new Map<string, SheetSpeaker>();
  for (const { stored } of quotes) {
    if (!stored?.speaker) continue;
    const key = speakerKey(stored.speaker, people);
    const { name = stored.speaker.name, count = 0 } = speakers.get(key) ?? {};
    speakers.set(key, { key, name, count: count + 1 });
  }
  return [...speakers.values()];
};

export type SheetParts = {
  readonly release: Omit<Release, 'quotes'>;
  /** The release's quotes as shown (`resolveQuotes`). */
  readonly quotes: readonly Quote[];
  readonly people: readonly Person[];
  readonly organisation: string;
  readonly zone: string;
  /** The sheets issued before for this release. */
  readonly issued: readonly IssuedSheet[];
};

/** What a code for a quote as it stands now would say yes to; null where nobody is set as its speaker. */
export const wordingOf = ({ stored, words }: Quote, release: ReleaseId): IssuedQuote | null => {
  if (!stored?.speaker) return null;
  const { name, role } = stored.speaker;
  const digest = quoteDigest(words, name, role);
  return { quote: stored.id, digest, code: wholeCode(digest, name, release) };
};

/** Every wording of a release for which there may be a code: of its quotes now, and of all sheets issued. */
export const knownWordings = (
  release: ReleaseId,
  quotes: readonly Quote[],
  issued: readonly IssuedSheet[],
): readonly IssuedQuote[] => [
  ...quotes.flatMap((quote) => wordingOf(quote, release) ?? []),
  ...issued.flatMap((sheet) => sheet.quotes),
];

/**
 * The sheet of one speaker (`speakerKey`): that speaker's quotes, numbered, with their codes. Faults: `not-found` where
 * nothing in the release is theirs, `refused` where two wordings cannot be told apart by a code.
 */
export const makeSheet = (parts: SheetParts, key: string): Result<Sheet, Fault> => {
  const { release, quotes, people, organisation, zone, issued } = parts;
  const known = knownWordings(release.id, quotes, issued).map(({ code }) => code);
  const lines: SheetQuote[] = [];
  for (const quote of quotes) {
    const { stored, words } = quote;
    const wording = wordingOf(quote, release.id);
    if (!stored?.speaker || !wording || speakerKey(stored.speaker, people) !== key) continue;
    const printed = codeAmong(wording.code, known);
    if (printed === null)
      return failed(fault('refused', 'Two quotes of this release would have one code. No sheet was made.'));
    const { name: speaker, role } = stored.speaker;
    const approval = stored.approvals.findLast(({ digest }) => digest === wording.digest) ?? null;
    lines.push({ ...wording, number: lines.length + 1, printed, words, speaker, role, approval });
  }
  const [first] = lines;
  if (first === undefined) return failed(fault('not-found', 'Nobody of that name is quoted in this release.'));
  const { id, headline, reference, dateline, language, embargo } = release;
  return ok({
    release: id,
    organisation,
    headline,
    reference,
    day: dateline.date,
    language,
    embargo,
    zone,
    speaker: first.speaker,
    quotes: lines,
  });
};

/** What the history keeps of a sheet. */
export const issuedSheet = ({ speaker, quotes }: Sheet, to: string, form: SheetForm): IssuedSheet => ({
  speaker,
  to,
  form,
  quotes: quotes.map(({ quote, digest, code }) => ({ quote, digest, code })),
});

const FORMS: Readonly<Record<SheetForm, string>> = {
  print: 'printed',
  pdf: 'as PDF',
  'e-mail': 'as e-mail',
  text: 'as text',
};

/** An issued sheet in words, for the history. */
export const issuedNote = ({ speaker, to, form, quotes }: IssuedSheet): string =>
  `${speaker}, ${String(quotes.length)} ${quotes.length === 1 ? 'quote' : 'quotes'}, ${FORMS[form]}${to === '' ? '' : `, for ${to}`}`;
