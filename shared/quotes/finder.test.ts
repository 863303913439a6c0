import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { person } from './testing';
import { createQuoteFinder, findQuotes } from './find';
import type { QuoteBlock } from './model';
import { wordsOfTexts } from './words';

const sentence = fc.constantFrom(
  'Nia Prosser said: “We start in May.”',
  '“We end in June,” she said.',
  'Council leader Owen Bell said the wall was “a gift to the valley”.',
  '“We start,” said Mr Bell, “in May.”',
  'Ms Prosser said:',
  '“So it goes on.',
  '“And it ends here.”',
  '‘We wait,’ Bell added.',
  'The board’s plan, “Mend the Mole”, is free.',
  '– Piotr Wolski, harbour master',
  'Its owner, Zofia Nowak, wept.',
  'It rained.',
);
const block = fc.oneof(
  fc.record({
    text: fc.array(sentence, { maxLength: 3 }).map((all) => all.join(' ')),
    kind: fc.constantFrom<QuoteBlock['kind']>('text', 'text', 'text', 'heading', 'block-quote'),
  }),
);
const piece = fc.constantFrom(
  '“',
  '”',
  '"',
  '’',
  '‘',
  ' ',
  ',',
  '.',
  ':',
  'said',
  'Prosser',
  'she',
  '“No,” ',
  'Owen Bell',
  'Elin Prosser',
  '',
);

/** One change to a document, as an editor makes them. Places count round. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), at: fc.nat(20), offset: fc.nat(80), cut: fc.nat(6), piece }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(20), block }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('split' as const), at: fc.nat(20), offset: fc.nat(80) }),
  fc.record({ kind: fc.constant('join' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('paste' as const), at: fc.nat(20), blocks: fc.array(block, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('restyle' as const), to: fc.constantFrom('“”', '‘’', '""', '«»') }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(20), to: fc.nat(20) }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const changed = (blocks: readonly QuoteBlock[], change: Edit): readonly QuoteBlock[] => {
  if (change.kind === 'restyle') {
    const [open, close] = [change.to.charAt(0), change.to.charAt(1)];
    return blocks.map((each) => ({
      ...each,
      text: each.text.replace(/[“«]/gu, open).replace(/[”»]/gu, close),
    }));
  }
  const at = blocks.length === 0 ? 0 : change.at % blocks.length;
  const own = blocks[at];
  if (change.kind === 'insert') return blocks.toSpliced(at, 0, change.block);
  if (change.kind === 'paste') return blocks.toSpliced(at, 1, ...change.blocks);
  if (own === undefined) return blocks;
  switch (change.kind) {
    case 'type': {
      const from = Math.min(change.offset, own.text.length);
      const text = own.text.slice(0, from) + change.piece + own.text.slice(from + change.cut);
      return blocks.with(at, { ...own, text });
    }
    case 'remove':
      return blocks.toSpliced(at, 1);
    case 'split': {
      const from = Math.min(change.offset, own.text.length);
      return blocks.toSpliced(at, 1, { ...own, text: own.text.slice(0, from) }, { ...own, text: own.text.slice(from) });
    }
    case 'join': {
      const next = blocks[at + 1];
      return next === undefined ? blocks : blocks.toSpliced(at, 2, { ...own, text: own.text + next.text });
    }
    case 'move':
      return blocks.toSpliced(at, 1).toSpliced(change.to % blocks.length, 0, own);
  }
};

const people = [person('p1', 'Nia Prosser', 'Chair of the Harbour Board')];

describe('a finder for a document that changes', () => {
  test('finds after each edit just what a first look finds', () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 8 }),
        fc.array(fc.tuple(edit, fc.boolean()), { maxLength: 12 }),
        (start, edits) => {
          const { find } = createQuoteFinder();
          let blocks: readonly QuoteBlock[] = start;
          expect(find(blocks, people)).toEqual(findQuotes(blocks, people));
          for (const [change, known] of edits) {
            blocks = changed(blocks, change);
            const who = known ? people : [];
            expect(find(blocks, who)).toEqual(findQuotes(blocks, who));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('unchanged blocks give the very same answer, and a quote far from an edit is the very same value', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (start) => {
        const { find } = createQuoteFinder();
        const found = find(start, people);
        expect(
          find(
            start.map((each) => ({ ...each })),
            people,
          ),
        ).toBe(found);
        const longer = find([...start, { text: '', kind: 'heading' }, { text: 'It rained.', kind: 'text' }], people);
        expect(longer).toEqual(found);
      }),
    );
  });

  test('a paragraph of prose above or below leaves the words of every quote as they are', () => {
    const prose: QuoteBlock = { text: 'It rained on the Tuesday.', kind: 'text' };
    const words = (of: readonly QuoteBlock[]): readonly string[] =>
      findQuotes(of, people).map(({ ranges }) => wordsOfTexts(of, ranges));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        expect(words([prose, ...blocks])).toEqual(words(blocks));
        expect(words([...blocks, prose])).toEqual(words(blocks));
      }),
    );
  });

  test('found in slices it is the same, also when a slice was left off half-way', () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 8 }),
        fc.array(fc.tuple(edit, fc.nat(6)), { maxLength: 8 }),
        (start, edits) => {
          const finder = createQuoteFinder();
          let blocks: readonly QuoteBlock[] = start;
          for (const [change, slices] of edits) {
            blocks = changed(blocks, change);
            const left = finder.inSlices(blocks, people);
            for (let i = 0; i < slices; i += 1) left.next();
          }
          const work = finder.inSlices(blocks, people);
          let last = work.next();
          while (last.done !== true) last = work.next();
          expect(last.value).toEqual(findQuotes(blocks, people));
        },
      ),
    );
  });

  test('the same paragraph twice is read for its own place', () => {
    const { find } = createQuoteFinder();
    const blocks = ['Nia Prosser said:', '“We start in May.”', 'Owen Bell said:', '“We start in May.”'].map(
      (text): QuoteBlock => ({ text, kind: 'text' }),
    );
    const names = find(blocks, []).map((quote) => quote.proposals[0]?.name);
    expect(names).toEqual(['Nia Prosser', 'Owen Bell']);
    expect(find(blocks, []).map((quote) => quote.proposals[0]?.name)).toEqual(names);
  });
});
