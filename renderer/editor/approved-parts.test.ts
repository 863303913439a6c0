import { expect, test } from 'vitest';
import { resolveQuotes } from '../../shared/quotes/resolve';
import type { Block } from '../../shared/release/model';
import { p, speaker, storedQuote, withBody } from '../../shared/testing/builders';
import { approvedParts } from './approved-parts';
import { withApproval } from './quote-facts';

/** What would be put back into a body whose one quote, found from its first words on, was approved in these words. */
const partsOf = (approved: string, ...body: Block[]): readonly string[] | null => {
  const fact = storedQuote('q-bright0001', [[0, 0, 12]], { speaker: speaker('Dr Ifeoma Bright') });
  const given = { approvedBy: 'Dr Ifeoma Bright', how: 'phone', at: fact.speaker?.at ?? '', recordedBy: '' } as const;
  const quotes = [withApproval(given, approved)(fact)];
  const [quote] = resolveQuotes({ ...withBody(...body), quotes }, { people: [], approvals: 'persons' });
  expect(quote?.stored?.id).toBe('q-bright0001');
  return quote ? approvedParts(quote) : null;
};

test('a quote of one part is put back whole', () => {
  expect(partsOf('“We spoke to 241 farmers.”', p('“We spoke to 214 farmers,” Dr Bright said.'))).toEqual([
    '“We spoke to 241 farmers.”',
  ]);
});

test('a running quotation is put back paragraph by paragraph', () => {
  const approved = '“Farmers ring us often.\n“Nobody comes.”';
  expect(partsOf(approved, p('“Farmers tell us often.'), p('“Nobody comes.”'))).toEqual([
    '“Farmers ring us often.',
    '“Nobody comes.”',
  ]);
});

test('a split quote is put back around its attribution', () => {
  const approved = '“It has changed all of it,” “We lost no diesel.”';
  expect(partsOf(approved, p('“It has changed some of it,” she said. “We lost no diesel.”'))).toEqual([
    '“It has changed all of it,”',
    '“We lost no diesel.”',
  ]);
});

test('words in other parts than were approved are left to the writer', () => {
  const approved = '“Farmers ring us often.\n“Nobody comes.”';
  expect(partsOf(approved, p('“Farmers ring us often. Nobody comes.”'))).toBeNull();
});

test('there is nothing to put back where only the marks differ', () => {
  expect(partsOf('"We spoke to 214 farmers."', p('“We spoke to 214 farmers.”'))).toBeNull();
});
