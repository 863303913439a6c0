import { personOf } from '../people/find';
import type { Person } from '../people/model';
import { CERTAIN, type Quote } from '../quotes/model';
import type { SaidBefore, SaidQuote } from '../quotes/said-before';
import type { PersonId, ReleaseId, ReleaseState } from '../release/model';
import type { RegisterRow } from './register-row';

/** A quote of the archive whose speaker somebody settled, and where it stands. */
export type ArchivedQuote = SaidQuote & {
  readonly release: ReleaseId;
  /** The quote's key in its release (`Quote.key`). */
  readonly quote: string;
  readonly headline: string;
  readonly date: string;
  readonly state: ReleaseState;
};

export type ArchivedMatch = SaidBefore<ArchivedQuote>;

/** Who is asked for: a person of the newsroom, else a whole name. A bare surname may be anybody's: null. */
const voice = (person: PersonId | '', name: string): string | null => {
  if (person !== '') return person;
  return /\S\s+\S/u.test(name) ? `name:${name}` : null;
};

/** Whose words a quote is, for asking what was said before: as settled, else as proposed with certainty; null where that is not known. */
export const voiceOf = ({ stored, proposals: [best] }: Quote, people: readonly Person[]): string | null => {
  if (stored?.speaker) return voice(personOf(people, stored.speaker.person)?.id ?? '', stored.speaker.name);
  return best && best.confidence >= CERTAIN ? voice(best.person ?? '', best.name) : null;
};

/** The rows of the register of which it is known who said them, to be asked what was said before. */
export const archivedQuotes = (rows: readonly RegisterRow[]): readonly ArchivedQuote[] =>
  rows.flatMap(({ person, speaker, words, release, quote, headline, date, state }) => {
    const who = voice(person, speaker);
    if (who === null) return [];
    return [{ key: `${release} ${quote}`, speaker: who, words, release, quote, headline, date, state }];
  });
