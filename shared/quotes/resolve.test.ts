import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Approval, Block, QuoteId, Range, Release, Run, Speaker, StoredQuote } from '../release/model';
import { p, personId, release } from '../testing/builders';
import { quoteDigest } from './approval';
import { digestsBefore } from './before';
import type { Quote } from './model';
import { anchorQuotes, notQuotes, resolveQuotes } from './resolve';

type Doc = Pick<Release, 'body' | 'quotes' | 'before'>;
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
    const [quote] = resolve(doc);
    expect(quote?.words).toBe('We start');
    expect(quote?.proposals[0]?.name).toBe('Nia Prosser');
  });

  test('what a span drawn by hand leaves of the words in marks is not approved with it', () => {
    const mine = '“We start';
    const quotes = [stored('q1', [range(0, 0, mine.length)], { ...approving(mine), spanByHand: true as const })];
    const rest = WORDS.slice(mine.length).trim();
    const status = (body: readonly Block[]) => resolve({ body, quotes }).map((each) => [each.words, each.status]);
    expect(status([paragraph(TEXT)])).toEqual([
      [mine, 'approved'],
      [rest, 'no speaker'],
    ]);
    // The next paragraph of a running quotation, too.
    expect(status([paragraph(mine), paragraph('“And we end it,” said Nia Prosser.')])).toEqual([
      [mine, 'approved'],
      ['“And we end it,”', 'no speaker'],
    ]);
    const denied = stored('q2', [range(0, mine.length, WORDS.length)], { notAQuote: true });
    expect(shown({ body: [paragraph(TEXT)], quotes: [...quotes, denied] })).toEqual([['q1', mine, 'approved']]);
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

  test('of two stored quotes over one found quote the one with most of its words takes it, else the first', () => {
    const doc = { body: [paragraph(TEXT)], quotes: [stored('q1', [range(0, 1, 4)]), stored('q2', [range(0, 4, 9)])] };
    expect(shown(doc).map(([key]) => key)).toEqual(['q2']);
    const even = { ...doc, quotes: [stored('q1', [range(0, 1, 4)]), stored('q2', [range(0, 4, 7)])] };
    expect(shown(even).map(([key]) => key)).toEqual(['q1']);
  });

  test('quotes stand in document order', () => {
    const body = [paragraph(TEXT), paragraph('“We end in June,” said Owen Bell.')];
    const doc = { body, quotes: [stored('q1', [range(1, 0, 17)])] };
    expect(shown(doc).map(([key]) => key)).toEqual(['found:0:0', 'q1']);
  });
});

describe('two people’s quotes run together', () => {
  const [NIA, OWEN] = ['We start in May', 'No, we do not start before the rain is over'] as const;
  const owens = { ...speaker, name: 'Owen Bell' };
  const apart = `“${NIA},” said Nia Prosser. “${OWEN},” said Owen Bell.`;
  const mixed = `“${NIA}, ${OWEN},” said Owen Bell.`;
  const placeOf = (text: string, words: string): Range =>
    range(0, text.indexOf(words), text.indexOf(words) + words.length);
  const quotesIn = (text: string, more: Partial<StoredQuote> = {}): readonly StoredQuote[] => [
    stored('q1', [placeOf(text, NIA)]),
    stored('q2', [placeOf(text, OWEN)], { speaker: owens, ...more }),
  ];

  test('go to the one who has most of the words, and nobody is said to have spoken them all', () => {
    const words = `“${NIA}, ${OWEN},”`;
    const together = { body: [paragraph(mixed)], quotes: quotesIn(mixed) };
    expect(shown(together)).toEqual([['q2', words, 'no speaker']]);
    expect(resolve(together).map(({ stored: of, ofTwo }) => [of?.speaker, ofTwo])).toEqual([[null, true]]);
    expect(anchorQuotes(together).map((quote) => quote.speaker?.name)).toEqual(['Nia Prosser', 'Owen Bell']);
    const asOne = {
      ...approving(words).approvals[0],
      speaker: 'Owen Bell',
      digest: quoteDigest(words, 'Owen Bell', 'chair'),
    };
    const quotes = quotesIn(mixed, { approvals: [asOne as Approval] });
    expect(shown({ body: [paragraph(mixed)], quotes })).toEqual([['q2', words, 'approved']]);
  });

  test('keep their own words where they are saved, and are each other’s no more once they are put apart', () => {
    const saved = anchorQuotes({ body: [paragraph(mixed)], quotes: quotesIn(mixed) });
    const wordsOf = (quote: StoredQuote): string =>
      quote.ranges.map(({ start, end }) => mixed.slice(start, end)).join('|');
    expect(saved.map(wordsOf)).toEqual([NIA, `“|, ${OWEN},”`]);
    const quotes = quotesIn(apart);
    expect(shown({ body: [paragraph(apart)], quotes }).map(([key, words]) => [key, words])).toEqual([
      ['q1', `“${NIA},”`],
      ['q2', `“${OWEN},”`],
    ]);
  });

  test('are told, and stay apart, also where one of the two has words elsewhere too', () => {
    const [said, rest] = [`Nia Prosser said: “${NIA}`, '“And in June,” she said.'];
    const doc = {
      body: [paragraph(said), paragraph(`“${OWEN},” said Owen Bell.`), paragraph(rest)],
      quotes: [
        stored('q1', [range(0, said.indexOf('“'), said.length), range(2, 0, rest.lastIndexOf('”') + 1)]),
        stored('q2', [range(1, 0, OWEN.length + 3)], { speaker: owens }),
      ],
    };
    const q2 = ['q2', `“${NIA}\n“${OWEN},”`, 'no speaker'];
    expect(shown(doc)).toEqual([q2, ['q1', '“And in June,”', 'needs approval']]);
    const quotes = anchorQuotes(doc);
    expect(quotes.map(({ ranges }) => ranges)).toEqual(doc.quotes.map(({ ranges }) => ranges));
    expect(shown({ ...doc, quotes })).toEqual(shown(doc));
  });

  test('are two where the two bear one name', () => {
    const [one, other] = [
      { ...speaker, person: personId('p-1') },
      { ...speaker, person: personId('p-2') },
    ];
    const quotes = quotesIn(mixed, { speaker: other }).map((quote, i) =>
      i === 0 ? { ...quote, speaker: one } : quote,
    );
    expect(shown({ body: [paragraph(mixed)], quotes }).map(([key, , status]) => [key, status])).toEqual([
      ['q2', 'no speaker'],
    ]);
  });

  test('are one where one person said both', () => {
    const quotes = quotesIn(mixed, { speaker });
    expect(shown({ body: [paragraph(mixed)], quotes }).map(([key, , status]) => [key, status])).toEqual([
      ['q2', 'needs approval'],
    ]);
  });
});

describe('what has no more than a mark of a found quote', () => {
  const mark = [range(0, WORDS.length - 1, WORDS.length)];
  test.each([
    ['a quote', {}],
    ['a span drawn by hand', { spanByHand: true as const }],
    ['“not a quote”', { notAQuote: true as const }],
  ])('neither takes nor hides it: %s', (_, more) => {
    const doc = { body: [paragraph(TEXT)], quotes: [stored('q1', mark, more)] };
    expect(shown(doc)).toEqual([['found:0:0', WORDS, 'no speaker']]);
    expect(anchorQuotes(doc)[0]?.ranges).toEqual(mark);
  });

  test('takes one that has no words but marks', () => {
    const doc = { body: [paragraph('She said: “…”')], quotes: [stored('q1', [range(0, 10, 13)])] };
    expect(shown(doc)).toEqual([['q1', '“…”', 'needs approval']]);
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

test('a quote that ran on through a paragraph without marks before Standfirst needs nothing, until that one changes', () => {
  const of = (middle: string) => release({ body: [p('Ann Bright said: “We start.'), p(middle), p('And we end.”')] });
  const published = of('We go on.');
  const before = digestsBefore(published);
  const statuses = (now: Release) => resolve({ ...now, before }).map(({ status }) => status);
  expect(resolve(published).map(({ ranges }) => ranges.length)).toEqual([3]);
  expect(statuses(published)).toEqual(['no approval needed']);
  expect(statuses(of('We go on for good.'))).toEqual(['no speaker']);
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
  const quotes = fc.array(fc.tuple(ranges, fc.boolean(), fc.boolean(), fc.boolean()), { maxLength: 4 });
  fc.assert(
    fc.property(texts, quotes, (paragraphs, facts) => {
      const doc: Doc = {
        body: paragraphs.map((text) => paragraph(text)),
        quotes: facts.map(([own, hand, denied, isOther], i) =>
          stored(`q${String(i)}`, own, {
            ...(isOther ? { speaker: { ...speaker, name: 'Owen Bell' } } : {}),
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
