import { personOf } from '../people/find';
import type { Person } from '../people/model';
import { roleOn } from '../people/role';
import type { Day } from '../release/model';
import type { QuoteFinding } from './check-model';
import { firstWords } from './excerpt';
import { CERTAIN, type Proposal, type Quote } from './model';
import { withoutTitle } from './name-parts';

const wordsOf = (name: string): readonly string[] =>
  withoutTitle(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether one word is another, or a short form of it: A for Ann, Tom for Tomos. */
const isShortFor = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/**
 * Whether two names may be one person's: the last word of one stands in the other, and where both are a first name with one
 * surname, the first names may be one too.
 */
const mayBeOne = (one: string, other: string): boolean => {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [lastA = '', lastB = ''] = [a.at(-1), b.at(-1)];
  if (!a.includes(lastB) && !b.includes(lastA)) return false;
  const [firstA = '', firstB = ''] = [a[0], b[0]];
  if (a.length < 2 || b.length < 2 || lastA !== lastB) return true;
  return isShortFor(firstA, firstB) || a.includes(firstB) || b.includes(firstA);
};

/**
 * Whom the text gives a quote to for certain, where that is not the one who was settled as its speaker; else null. In: the
 * quote, and the people of the newsroom, who know which entries became one.
 */
export const givenToAnother = (
  { stored, proposals }: Pick<Quote, 'stored' | 'proposals'>,
  people: readonly Person[],
): Proposal | null => {
  const speaker = stored?.speaker ?? null;
  const [first] = proposals;
  if (speaker === null || first === undefined || first.name === '' || first.confidence < CERTAIN) return null;
  const person = personOf(people, speaker.person);
  const isSame =
    person !== null && first.person !== null ? person.id === first.person : mayBeOne(speaker.name, first.name);
  return isSame ? null : first;
};

/** Quotes that readers would take for somebody else's: the words round them name another than was settled. */
export const checkSpeakers = (quotes: readonly Quote[], people: readonly Person[]): readonly QuoteFinding[] =>
  quotes.flatMap((quote) => {
    const other = givenToAnother(quote, people);
    const place = quote.ranges[0];
    if (other === null || place === undefined) return [];
    const message = `The text gives “${firstWords(quote.words)}” to ${other.name}, and it is settled as said by ${quote.stored?.speaker?.name ?? ''}.`;
    return [{ code: 'other-speaker', message, place, fix: null }];
  });

/**
 * Speakers who are given a role of theirs that they do not hold on the release's date, as where the date was set after the
 * speaker. A role in other words than any of theirs was written for the quote, and is left.
 */
export const checkRoles = (
  quotes: readonly Quote[],
  people: readonly Person[],
  day: Day | '',
): readonly QuoteFinding[] =>
  quotes.flatMap(({ stored, words, ranges }) => {
    const { name, role = '', person } = stored?.speaker ?? { name: '', person: null };
    const known = personOf(people, person);
    const place = ranges[0];
    if (known === null || place === undefined || day === '' || !known.roles.some(({ title }) => title === role))
      return [];
    const held = roleOn(known, day);
    if (held === role || held === '') return [];
    const message = `${name} is called ${role} beside “${firstWords(words)}”, and is ${held} on the release’s date.`;
    return [{ code: 'other-role', message, place, fix: null }];
  });
