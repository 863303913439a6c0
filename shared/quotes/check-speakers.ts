import type { QuoteFinding } from './check-model';
import { firstWords } from './excerpt';
import { CERTAIN, type Proposal, type Quote } from './model';
import { withoutTitle } from './name-parts';

const wordsOf = (name: string): readonly string[] =>
  withoutTitle(name)
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether two names may be one person's: the last word of one stands in the other. */
const mayBeOne = (one: string, other: string): boolean => {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const has = (words: readonly string[], word: string | undefined): boolean =>
    word !== undefined && words.includes(word);
  return has(a, b.at(-1)) || has(b, a.at(-1));
};

/** Whom the text gives a quote to for certain, where that is not the one who was settled as its speaker; else null. */
export const givenToAnother = ({ stored, proposals }: Pick<Quote, 'stored' | 'proposals'>): Proposal | null => {
  const speaker = stored?.speaker ?? null;
  const [first] = proposals;
  if (speaker === null || first === undefined || first.name === '' || first.confidence < CERTAIN) return null;
  const isSame =
    speaker.person !== null && first.person !== null
      ? speaker.person === first.person
      : mayBeOne(speaker.name, first.name);
  return isSame ? null : first;
};

/** Quotes that readers would take for somebody else's: the words round them name another than was settled. */
export const checkSpeakers = (quotes: readonly Quote[]): readonly QuoteFinding[] =>
  quotes.flatMap((quote) => {
    const other = givenToAnother(quote);
    const place = quote.ranges[0];
    if (other === null || place === undefined) return [];
    const message = `The text gives “${firstWords(quote.words)}” to ${other.name}, and it is settled as said by ${quote.stored?.speaker?.name ?? ''}.`;
    return [{ code: 'other-speaker', message, place, fix: null }];
  });
