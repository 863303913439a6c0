import { describe, expect, test } from 'vitest';
import { quoteDigest } from '../../shared/quotes/approval';
import type { Proposal, Quote } from '../../shared/quotes/model';
import type { Range, StoredQuote } from '../../shared/release/model';
import { p, personId, quoteId, speaker, storedQuote } from '../../shared/testing/builders';
import {
  aQuoteAfterAll,
  changeFact,
  factsInPlace,
  lostAndFound,
  notAQuote,
  withApproval,
  withSpeaker,
  withoutGrowth,
  withoutPerson,
} from './quote-facts';

const ONE = storedQuote('q-00000001', [[0, 0, 6]], { speaker: speaker('Ann Bright') });
const TWO = storedQuote('q-00000002', []);
const APPROVAL = {
  approvedBy: 'Ann Bright',
  how: 'phone',
  at: '2026-11-20T16:20:00.000Z',
  recordedBy: 'Test Writer',
} as const;

const proposal = (name: string): Proposal => ({
  name,
  mention: name,
  mentionRange: null,
  role: '',
  person: null,
  confidence: 0.99,
  reason: '',
});

const found = (words: string, start: number, by?: string): Quote => ({
  key: `found:0:${String(start)}`,
  stored: null,
  ranges: [{ block: 0, start, end: start + words.length }],
  words,
  type: 'direct',
  missingClose: false,
  proposals: by === undefined ? [] : [proposal(by)],
  cue: null,
  status: 'no speaker',
});

describe('facts', () => {
  test('lie where their words are now, and nowhere where the words are gone', () => {
    const now: readonly Range[] = [{ block: 2, start: 4, end: 9 }];
    const facts = factsInPlace([ONE, TWO], new Map([['q-00000002', now]]));
    expect(facts).toEqual([
      { ...ONE, ranges: [] },
      { ...TWO, ranges: now },
    ]);
  });

  test('change one at a time, in their order; a quote not known yet is added', () => {
    expect(changeFact([ONE, TWO], ONE.id, notAQuote)).toEqual([{ ...ONE, notAQuote: true }, TWO]);
    expect(changeFact([ONE], quoteId('q-00000009'), notAQuote)).toEqual([
      ONE,
      { id: 'q-00000009', ranges: [], speaker: null, approvals: [], notAQuote: true },
    ]);
  });

  test('take a speaker, and drop and take back that it is a quote', () => {
    const other = speaker('Dewi Parry');
    expect(withSpeaker(other)(ONE).speaker).toBe(other);
    expect(aQuoteAfterAll(notAQuote(ONE))).toEqual(ONE);
  });

  test('lose a person who could not be added to the people, and keep the name and role', () => {
    const held = withSpeaker(speaker('Ann Bright', { person: personId('p-new'), role: 'Commissioner' }))(ONE);
    expect(withoutPerson(personId('p-new'))(held).speaker).toEqual(speaker('Ann Bright', { role: 'Commissioner' }));
    expect(withoutPerson(personId('p-other'))(held)).toBe(held);
  });

  test('keep every approval, each bound to the words, the speaker and the role of its moment', () => {
    const held = withSpeaker(speaker('Ann Bright', { role: 'Commissioner' }))(ONE);
    const once = withApproval(APPROVAL, '“Yes.”')(held);
    const twice = withApproval(APPROVAL, '“No.”')(once);
    expect(twice.approvals.map(({ words, speaker: name, role }) => [words, name, role])).toEqual([
      ['“Yes.”', 'Ann Bright', 'Commissioner'],
      ['“No.”', 'Ann Bright', 'Commissioner'],
    ]);
    expect(twice.approvals[0]).toEqual({
      ...APPROVAL,
      words: '“Yes.”',
      speaker: 'Ann Bright',
      role: 'Commissioner',
      digest: quoteDigest('“Yes.”', 'Ann Bright', 'Commissioner'),
    });
  });
});

describe('the growth of a mark', () => {
  const body = [p('He: “No.” “Yes.”'), p('“Two.”')];
  test('is what stands beside the words it last had', () => {
    const ranges = [
      { block: 0, start: 0, end: 16 },
      { block: 1, start: 0, end: 6 },
    ];
    expect(withoutGrowth(ranges, ['“No.”', '“Two'], body)).toEqual([
      { block: 0, start: 4, end: 9 },
      { block: 1, start: 0, end: 4 },
    ]);
  });

  test('is nothing where the words changed, or lie in more places than they did', () => {
    const ranges = [{ block: 0, start: 4, end: 9 }];
    expect(withoutGrowth(ranges, ['“Now.”'], body)).toEqual(ranges);
    expect(withoutGrowth(ranges, [], body)).toEqual(ranges);
    expect(withoutGrowth(ranges, ['“No.”', '“Two.”'], body)).toEqual(ranges);
  });
});

describe('facts whose mark an undo took away', () => {
  const seen = (words: string, by?: string): ReadonlyMap<string, Quote> => new Map([[ONE.id, found(words, 0, by)]]);
  const NOT_SEEN = new Map<string, Quote>();
  const isJoined = (fact: StoredQuote, last: ReadonlyMap<string, Quote>, quote: Quote): boolean =>
    lostAndFound([fact], last, [quote]).length > 0;

  test('are joined with the quote that has the words they last had', () => {
    const quote = found('“Yes.”', 10);
    expect(lostAndFound([ONE], seen('“Yes.”'), [found('“No.”', 0), quote])).toEqual([{ id: ONE.id, quote }]);
  });

  test('are joined with words that were approved once', () => {
    const approved = withApproval(APPROVAL, '“Yes.”')(ONE);
    const quote = found('"Yes."', 0);
    expect(lostAndFound([approved], seen('“No.”'), [quote])).toEqual([{ id: ONE.id, quote }]);
  });

  test('are not joined with other words, nor with a quote that has facts of its own', () => {
    expect(lostAndFound([ONE], seen('“Yes.”'), [found('“Yes!”', 0), { ...found('“Yes.”', 10), stored: TWO }])).toEqual(
      [],
    );
    expect(lostAndFound([ONE], NOT_SEEN, [found('“Yes.”', 0)])).toEqual([]);
  });

  test('are not joined with the same words of somebody else', () => {
    expect(isJoined(ONE, seen('“Yes.”', 'Ann Bright'), found('“Yes.”', 10, 'Tom Cole'))).toBe(false);
    expect(isJoined(ONE, seen('“Yes.”', 'Ann Bright'), found('“Yes.”', 10, 'Tom Bright'))).toBe(false);
    expect(isJoined(ONE, seen('“Yes.”', 'Ann Bright'), found('“Yes.”', 10, 'Ann Bright'))).toBe(true);
  });

  test('stay with a speaker whom a person settled against the text, where the text still says the same', () => {
    const settled = withSpeaker(speaker('Dewi Parry'))(ONE);
    expect(isJoined(settled, seen('“Yes.”', 'Ann Bright'), found('“Yes.”', 0, 'Ann Bright'))).toBe(true);
    expect(isJoined(settled, seen('“Yes.”', 'Ann Bright'), found('“Yes.”', 0, 'Tom Cole'))).toBe(false);
  });

  test('whose words were not seen are joined only where the text names their speaker', () => {
    const approved = withApproval(APPROVAL, '“Yes.”')(ONE);
    expect(isJoined(approved, NOT_SEEN, found('“Yes.”', 0, 'Ann Bright'))).toBe(true);
    expect(isJoined(approved, NOT_SEEN, found('“Yes.”', 0, 'Tom Cole'))).toBe(false);
    expect(isJoined(approved, NOT_SEEN, found('“Yes.”', 0))).toBe(false);
  });

  test('that say it is not a quote are joined with none', () => {
    expect(isJoined(notAQuote(ONE), seen('“Yes.”'), found('“Yes.”', 0))).toBe(false);
  });

  test('take one quote each where the same words stand twice', () => {
    const last = new Map([ONE, TWO].map(({ id }) => [id, found('“Yes.”', 0)] as const));
    const quotes = [found('“Yes.”', 0), found('“Yes.”', 10)];
    expect(lostAndFound([ONE, TWO], last, quotes).map(({ id, quote }) => [id, quote.key])).toEqual([
      [ONE.id, 'found:0:0'],
      [TWO.id, 'found:0:10'],
    ]);
    expect(lostAndFound([ONE, TWO], last, quotes.slice(0, 1))).toHaveLength(1);
  });
});
