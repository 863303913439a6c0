import type { Person } from '../people/model';
import type { Release } from '../release/model';
import { checkConventions } from './check-conventions';
import { checkMarks } from './check-marks';
import type { QuoteFinding } from './check-model';
import { checkIntroductions, checkSpellings } from './check-names';
import { checkRoles, checkSpeakers } from './check-speakers';
import { bareWords, standsIn } from './excerpt';
import { findQuotes } from './find';
import type { Quote } from './model';
import { SaidIndex } from './said-before';
import { quoteBlocks, wordsOfTexts } from './words';

/** Quotes that were approved in other words than they have now. */
const changedWords = (quotes: readonly Quote[]): readonly QuoteFinding[] =>
  quotes.flatMap(({ status, stored, ranges }) => {
    const place = ranges[0];
    if (status !== 'changed since approval' || place === undefined) return [];
    const message = `The words of ${stored?.speaker?.name ?? 'this quote'} are not those that were approved.`;
    return [{ code: 'words-changed', message, place, fix: null }];
  });

/** A quote in the headline or the standfirst that the body has in other words. Part of a quote is no other. */
const otherWords = (
  release: Pick<Release, 'headline' | 'standfirst'>,
  quotes: readonly Quote[],
): readonly QuoteFinding[] => {
  const nearest = (words: string): string | null => {
    const said = new SaidIndex();
    quotes.forEach((quote, i) => {
      said.add({ key: String(i), speaker: '', words: quote.words });
    });
    return said.near('', words)[0]?.quote.words ?? null;
  };
  return (['headline', 'standfirst'] as const).flatMap((place) => {
    const blocks = [{ text: release[place], kind: 'text' as const }];
    return findQuotes(blocks, []).flatMap(({ ranges }): readonly QuoteFinding[] => {
      const words = wordsOfTexts(blocks, ranges);
      if (quotes.some((quote) => standsIn(bareWords(words), bareWords(quote.words)))) return [];
      const near = nearest(words);
      const message =
        near === null
          ? `The ${place} quotes ${words}, which no quote in the body says.`
          : `The ${place} quotes ${words}; the body has ${near}.`;
      return [{ code: 'headline-differs', message, place, fix: null }];
    });
  });
};

/**
 * What may misquote somebody in a release that is being written: words changed after their approval, words that the text
 * gives to another than was settled, roles not held on its date, a headline or a standfirst that quotes other words than
 * the body, marks and conventions, people not introduced, names spelt in two ways. In: the release, its quotes as resolved,
 * and the newsroom's people. Out: the findings, by kind, each with the one change to the body that puts it right where there
 * is one. Pure.
 */
export const checkQuotes = (
  release: Pick<Release, 'headline' | 'standfirst' | 'body' | 'dateline'>,
  quotes: readonly Quote[],
  people: readonly Person[],
): readonly QuoteFinding[] => {
  const blocks = quoteBlocks(release.body);
  return [
    ...changedWords(quotes),
    ...checkSpeakers(quotes, people),
    ...checkRoles(quotes, people, release.dateline.date),
    ...otherWords(release, quotes),
    ...checkMarks(quotes, blocks),
    ...checkConventions(quotes, blocks),
    ...checkIntroductions(quotes, blocks, people),
    ...checkSpellings(blocks, people),
  ];
};
