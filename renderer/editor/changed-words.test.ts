import { expect, test } from 'vitest';
import { resolveQuotes } from '../../shared/quotes/resolve';
import { rangeText } from '../../shared/release/text';
import { p, speaker, storedQuote, withBody } from '../../shared/testing/builders';
import type { Block } from '../../shared/release/model';
import { changedRanges } from './changed-words';
import { withApproval } from './quote-facts';

/** The words underlined in a body whose one quote was approved in other words. */
const underlined = (approved: string, ranges: readonly (readonly [number, number, number])[], ...body: Block[]) => {
  const fact = storedQuote('q-bright0001', ranges, { speaker: speaker('Dr Ifeoma Bright') });
  const given = { approvedBy: 'Dr Ifeoma Bright', how: 'phone', at: fact.speaker?.at ?? '', recordedBy: '' } as const;
  const quotes = [withApproval(given, approved)(fact)];
  const [quote] = resolveQuotes({ ...withBody(...body), quotes }, { people: [], approvals: 'persons' });
  return quote ? changedRanges(quote).map((range) => rangeText(body, range)) : null;
};

test('the word that is new since the approval is found in the text', () => {
  const words = 'Dr Bright said: “We spoke to 214 farmers.”';
  expect(underlined('“We spoke to 241 farmers.”', [[0, 16, 42]], p(words))).toEqual(['214']);
});

test('a new word is found in each paragraph of a running quotation', () => {
  expect(
    underlined(
      '“Farmers ring us.\n“Nobody comes now.”',
      [
        [0, 0, 17],
        [1, 0, 20],
      ],
      p('“Farmers tell us.'),
      p('“Nobody comes ever.”'),
    ),
  ).toEqual(['tell', 'ever']);
});

test('a new word is found in the second part of a split quote, past the attribution', () => {
  expect(
    underlined(
      '“It has changed,” “We lost no diesel.”',
      [
        [0, 0, 17],
        [0, 28, 50],
      ],
      p('“It has changed,” she said. “We lost some diesel.”'),
    ),
  ).toEqual(['some']);
});

test('nothing is underlined while the approval holds', () => {
  expect(underlined('"We spoke to 214 farmers."', [[0, 0, 26]], p('“We spoke to 214 farmers.”'))).toEqual([]);
});
