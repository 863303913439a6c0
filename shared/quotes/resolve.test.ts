import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, QuoteId, Range, Release, Run, Speaker, StoredQuote } from '../release/model';
import { quoteDigest } from './approval';
import type { Quote } from './model';
import { anchorQuotes, notQuotes, resolveQuotes } from './resolve';

type Doc = Pick<Release, 'body' | 'quotes'>;
const paragraph = (...runs: readonly (string | Run)[]): Block => ({
  type: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});
const range = (block: number, start: number, end: number): Range => ({ block, start, end });
const speaker: Speaker = {
  person: null,
  name: 'Nia Prosser',
  role: 'chair',
  setBy: 'Cai',
  at: '2026-05-01T09:00:00.000Z',
};
const stored = (id: string, ranges: readonly Range[], more: Partial<StoredQuote> = {}): StoredQuote => ({
  id: id as QuoteId,
  ranges,
  speaker,
  approvals: [],
  ...more,
});
const approving = (words: string): Pick<StoredQuote, 'approvals'> => ({
  approvals: [
    {
      digest: quoteDigest(words, speaker.name, speaker.role),
      words,
      speaker: speaker.name,
      role: speaker.role,
      approvedBy: speaker.name,
      how: 'phone',
      at: '2026-05-01T10:00:00.000Z',
      recordedBy: 'Cai',
    },
  ],
});
const resolve = (doc: Doc): readonly Quote[] => resolveQuotes(doc, { people: [], approvals: 'persons' });
const shown = (doc: Doc): readonly (readonly [string, string, string])[] =>
  resolve(doc).map((quote) => [quote.key, quote.words, quote.status]);

const WORDS = '“We start, in May,”';
const TEXT = `${WORDS} said Nia Prosser.`;
const SPAN = range(0, 0, WORDS.length);

describe('found quotes joined with stored ones', () => {
  test('what is merely found has a key of its place and no speaker', () => {
    expect(shown({ body: [paragraph('News.'), paragraph(TEXT)], quotes: [] })).toEqual([
      ['found:1:0', WORDS, 'no speaker'],
    ]);
  });

  test('a stored quote takes the ranges of the found one it overlaps', () => {
    const doc = { body: [paragraph(TEXT)], quotes: [stored('q1', [range(0, 4, 9)])] };
    expect(shown(doc)).toEqual([['q1', WORDS, 'needs approval']]);
    expect(anchorQuotes(doc)[0]?.ranges).toEqual([SPAN]);
  });

  test('a span drawn by hand keeps its words and the proposal beside it', () => {
    const doc = { body: [paragraph(TEXT)], quotes: [stored('q1', [range(0, 1, 9)], { spanByHand: true })] };
    const [quote, ...others] = resolve(doc);
    expect(others).toEqual([]);
    expect(quote?.words).toBe('We start');
    expect(quote?.proposals[0]?.name).toBe('Nia Prosser');
  });

  test('a change of a comma shows, and the comma back restores the approval', () => {
    const quotes = [stored('q1', [SPAN], approving(WORDS))];
    const status = (text: string): string | undefined => resolve({ body: [paragraph(text)], quotes })[0]?.status;
    expect(status(TEXT)).toBe('approved');
    expect(status(TEXT.replace('start,', 'start'))).toBe('changed since approval');
    expect(status(TEXT)).toBe('approved');
  });

  test('bold changes nothing', () => {
    const body = [paragraph('“We ', { text: 'start', bold: true }, ', in May,” said Nia Prosser.')];
    expect(shown({ body, quotes: [stored('q1', [SPAN], approving(WORDS))] })).toEqual([['q1', WORDS, 'approved']]);
  });

  test('a running quotation joined into one paragraph keeps its approval when its marks are mended', () => {
    const body = [paragraph('Nia Prosser said: “We start.'), paragraph('“We end.”')];
    const words = '“We start.\n“We end.”';
    const doc = { body, quotes: [stored('q1', [range(0, 18, 28)], approving(words))] };
    expect(shown(doc)).toEqual([['q1', words, 'approved']]);
    expect(anchorQuotes(doc)[0]?.ranges).toEqual([range(0, 18, 28), range(1, 0, 9)]);
  });

  test('a stored quote that matches nothing keeps its words', () => {
    const doc = { body: [paragraph('We start in May, she said.')], quotes: [stored('q1', [range(0, 0, 15)])] };
    expect(shown(doc)).toEqual([['q1', 'We start in May', 'needs approval']]);
  });

  test('a stored quote with no words left is not shown and not lost', () => {
    const quotes = [stored('q1', []), stored('q2', [range(7, 0, 9)])];
    expect(shown({ body: [paragraph('News.')], quotes })).toEqual([]);
    expect(anchorQuotes({ body: [paragraph('News.')], quotes }).map((quote) => quote.ranges)).toEqual([[], []]);
  });

  test('of two stored quotes over one found quote the first takes it', () => {
    const doc = { body: [paragraph(TEXT)], quotes: [stored('q1', [range(0, 1, 5)]), stored('q2', [range(0, 6, 9)])] };
    expect(shown(doc).map(([key]) => key)).toEqual(['q1']);
  });

  test('quotes stand in document order', () => {
    const body = [paragraph(TEXT), paragraph('“We end in June,” said Owen Bell.')];
    const doc = { body, quotes: [stored('q1', [range(1, 0, 17)])] };
    expect(shown(doc).map(([key]) => key)).toEqual(['found:0:0', 'q1']);
  });
});

describe('not a quote', () => {
  const denied = stored('q1', [SPAN], { notAQuote: true, speaker: null });

  test('hides what it overlaps and can be listed', () => {
    const doc = { body: [paragraph(TEXT)], quotes: [denied] };
    expect(resolve(doc)).toEqual([]);
    expect(notQuotes(doc)).toEqual([{ stored: denied, words: WORDS }]);
  });

  test('is kept through edits elsewhere', () => {
    const body = [paragraph(`${WORDS} said Nia Prosser, smiling.`), paragraph('“We end in June,” said Owen Bell.')];
    expect(shown({ body, quotes: [denied] }).map(([key]) => key)).toEqual(['found:1:0']);
  });

  test('taking it back shows the quote again', () => {
    expect(shown({ body: [paragraph(TEXT)], quotes: [] })).toHaveLength(1);
  });
});

test('anchoring settles at once, whatever the stored ranges are', () => {
  const texts = fc.array(
    fc.constantFrom(
      TEXT,
      'News.',
      '“We end in June.',
      '“And so on.”',
      '',
      'She said “very welcome indeed, all” twice.',
    ),
    { minLength: 1, maxLength: 5 },
  );
  const ranges = fc.array(
    fc.tuple(fc.nat(5), fc.nat(40), fc.nat(40)).map(([block, a, b]) => range(block, Math.min(a, b), Math.max(a, b))),
    { maxLength: 3 },
  );
  const quotes = fc.array(fc.tuple(ranges, fc.boolean(), fc.boolean()), { maxLength: 4 });
  fc.assert(
    fc.property(texts, quotes, (paragraphs, facts) => {
      const doc: Doc = {
        body: paragraphs.map((text) => paragraph(text)),
        quotes: facts.map(([own, hand, denied], i) =>
          stored(`q${String(i)}`, own, {
            ...(hand ? { spanByHand: true } : {}),
            ...(denied ? { notAQuote: true } : {}),
          }),
        ),
      };
      const once = anchorQuotes(doc);
      expect(once.map((quote) => quote.id)).toEqual(doc.quotes.map((quote) => quote.id));
      expect(anchorQuotes({ ...doc, quotes: once })).toEqual(once);
      expect(resolve({ ...doc, quotes: once }).map((quote) => quote.words)).toEqual(
        resolve(doc).map((quote) => quote.words),
      );
    }),
  );
});
