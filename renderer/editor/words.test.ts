import { describe, expect, test } from 'vitest';
import type { Quote, QuoteStatus } from '../../shared/quotes/model';
import { speaker, storedQuote } from '../../shared/testing/builders';
import {
  certainOf,
  clockTime,
  countWords,
  dayAndTime,
  isToSettle,
  nearChanges,
  speakerName,
  worstStatus,
} from './words';

const quote = (status: QuoteStatus, given: Partial<Quote> = {}): Quote => ({
  key: 'found:0:0',
  stored: null,
  ranges: [{ block: 0, start: 0, end: 6 }],
  words: '“Yes.”',
  type: 'direct',
  missingClose: false,
  proposals: [],
  cue: null,
  status,
  ...given,
});

test('a quote is to settle until it is approved or needs no approval', () => {
  const open: readonly QuoteStatus[] = ['no speaker', 'needs approval', 'changed since approval'];
  expect(open.map((status) => isToSettle(quote(status)))).toEqual([true, true, true]);
  expect([isToSettle(quote('approved')), isToSettle(quote('no approval needed'))]).toEqual([false, false]);
});

test('a speaker proposed for certain is accepted with others at once, but not for the words of two people', () => {
  const sure = {
    name: 'Ann Bright',
    mention: 'Ann Bright',
    mentionRange: null,
    role: '',
    person: null,
    confidence: 0.95,
    reason: 'named beside the quote',
  };
  const one = quote('no speaker', { proposals: [sure] });
  const doubtful = quote('no speaker', { proposals: [{ ...sure, confidence: 0.5 }] });
  const accepted = quote('needs approval', {
    proposals: [sure],
    stored: storedQuote('q-1', [], { speaker: speaker('Ann Bright') }),
  });
  expect(certainOf([one, doubtful, accepted, { ...one, ofTwo: true }])).toEqual([one]);
});

describe('how many quotes there are', () => {
  const many = (settled: number, open: number): Quote[] => [
    ...Array.from({ length: settled }, () => quote('approved')),
    ...Array.from({ length: open }, () => quote('no speaker')),
  ];
  test.each([
    [0, 0, 'none'],
    [4, 0, '4, all settled'],
    [3, 1, '4, one to settle'],
    [2, 2, '4, two to settle'],
    [0, 12, '12, twelve to settle'],
    [1, 13, '14, 13 to settle'],
  ])('%i settled and %i open: “%s”', (settled, open, words) => {
    expect(countWords(many(settled, open))).toBe(words);
  });
});

test('the worst status is the one that most wants looking at', () => {
  const all: readonly QuoteStatus[] = [
    'no approval needed',
    'approved',
    'needs approval',
    'no speaker',
    'changed since approval',
  ];
  for (const [index, status] of all.entries())
    expect(worstStatus(all.slice(0, index + 1).map((each) => quote(each)))).toBe(status);
  expect(worstStatus([])).toBe('no approval needed');
});

test('a speaker is named only once a person said who it is', () => {
  const stored = storedQuote('q-00000001', [[0, 0, 6]], { speaker: speaker('Ann Bright') });
  expect(speakerName(quote('needs approval', { stored }))).toBe('Ann Bright');
  expect(speakerName(quote('no speaker'))).toBe('');
});

test('times are written as on this computer’s clock', () => {
  const local = new Date(2026, 10, 20, 16, 5);
  expect(clockTime(local.getTime())).toBe('16:05');
  expect(dayAndTime(local.toISOString())).toBe('20 November 2026, 16:05');
});

describe('words near a change', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => `w${index + 1}`).join(' ');

  test('are kept, and an ellipsis stands for the rest', () => {
    const shown = nearChanges([
      { op: 'same', text: `${twenty} ` },
      { op: 'added', text: 'new' },
      { op: 'same', text: ` ${twenty}` },
    ]);
    expect(shown.map(({ text }) => text)).toEqual(['… w14 w15 w16 w17 w18 w19 w20 ', 'new', ' w1 w2 w3 w4 w5 w6 … ']);
  });

  test('stay whole where they are few, and changed words are never cut', () => {
    const words = [
      { op: 'same', text: 'We spoke to ' },
      { op: 'removed', text: twenty },
      { op: 'same', text: ' farmers.' },
    ] as const;
    expect(nearChanges(words)).toEqual(words);
  });
});
