import { describe, expect, test } from 'vitest';
import { resolveQuotes } from '../../shared/quotes/resolve';
import type { Quote } from '../../shared/quotes/model';
import type { Block, StoredQuote } from '../../shared/release/model';
import { p, speaker, storedQuote, withBody } from '../../shared/testing/builders';
import { approvedParts, lastApproval } from './approved-parts';
import { withApproval, withSpeaker } from './quote-facts';

const GIVEN = { approvedBy: 'Dr Ifeoma Bright', how: 'phone', at: '2026-05-01T10:00:00.000Z', recordedBy: '' } as const;
const BRIGHTS = storedQuote('q-bright0001', [[0, 0, 12]], { speaker: speaker('Dr Ifeoma Bright') });

/** The one quote of a body, found from its first words on, of which these facts are known. */
const quoteOf = (fact: StoredQuote, ...body: Block[]): Quote => {
  const [quote] = resolveQuotes({ ...withBody(...body), quotes: [fact] }, { people: [], approvals: 'persons' });
  if (quote?.stored?.id !== fact.id) throw new Error('the quote is not there');
  return quote;
};

/** What would be put back into a body whose one quote was approved in these words. */
const partsOf = (approved: string, ...body: Block[]): readonly string[] | null =>
  approvedParts(quoteOf(withApproval(GIVEN, approved)(BRIGHTS), ...body));

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

describe('once the speaker was changed', () => {
  const NOW = p('“We lost no diesel at all,” he said.');
  const toms = withSpeaker(speaker('Tom Cole'))(withApproval(GIVEN, '“We lost no diesel,”')(BRIGHTS));

  test('nobody else’s approved words are put back, and the change is held against them', () => {
    expect(approvedParts(quoteOf(toms, NOW))).toBeNull();
    expect(lastApproval(quoteOf(toms, NOW))?.speaker).toBe('Dr Ifeoma Bright');
  });

  test('and changed back, the words are that one’s own last approved ones', () => {
    const both = withSpeaker(speaker('Dr Ifeoma Bright'))(withApproval(GIVEN, '“I lost it,”')(toms));
    expect(approvedParts(quoteOf(both, NOW))).toEqual(['“We lost no diesel,”']);
  });
});
