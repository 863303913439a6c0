import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { person } from './testing';
import { createQuoteFinder, findQuotes } from './find';
import type { QuoteBlock } from './model';

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
    kind: fc.constantFrom<QuoteBlock['kind']>('text', 'text', 'text', 'heading'),
  }),
);
const piece = fc.constantFrom('“', '”', '"', '’', '‘', ' ', ',', '.', ':', 'said', 'Prosser', 'she', '“No,” ', '');

/** One change to a document, as an editor makes them. Places count round. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), at: fc.nat(20), offset: fc.nat(80), cut: fc.nat(6), piece }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(20), block }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('split' as const), at: fc.nat(20), offset: fc.nat(80) }),
  fc.record({ kind: fc.constant('join' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(20), to: fc.nat(20) }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const changed = (blocks: readonly QuoteBlock[], change: Edit): readonly QuoteBlock[] => {
  const at = blocks.length === 0 ? 0 : change.at % blocks.length;
  const own = blocks[at];
  if (change.kind === 'insert') return blocks.toSpliced(at, 0, change.block);
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
          const find = createQuoteFinder();
          let blocks: readonly QuoteBlock[] = start;
          expect(find(blocks, people)).toEqual(findQuotes(blocks, people));
          for (const [change, known] of edits) {
            blocks = changed(blocks, change);
            const who = known ? people : [];
            expect(find(blocks, who)).toEqual(findQuotes(blocks, who));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the same paragraph twice is read for its own place', () => {
    const find = createQuoteFinder();
    const blocks = ['Nia Prosser said:', '“We start in May.”', 'Owen Bell said:', '“We start in May.”'].map(
      (text): QuoteBlock => ({ text, kind: 'text' }),
    );
    const names = find(blocks, []).map((quote) => quote.proposals[0]?.name);
    expect(names).toEqual(['Nia Prosser', 'Owen Bell']);
    expect(find(blocks, []).map((quote) => quote.proposals[0]?.name)).toEqual(names);
  });
});
