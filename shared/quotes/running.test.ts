import { describe, expect, test } from 'vitest';
import type { QuoteBlock } from './model';
import { type KeyedBlock, closesLost, isContinued, marksForSplit, marksInOrder } from './running';

const blocks = (...texts: readonly string[]): readonly QuoteBlock[] => texts.map((text) => ({ text, kind: 'text' }));
/** Texts with a key each, `key=text`. */
const keyed = (...given: readonly string[]): readonly KeyedBlock[] =>
  given.map((each) => ({ key: each.charAt(0), text: each.slice(2), kind: 'text' }));

describe('a paragraph split within a quotation', () => {
  /** `|` says where. */
  const split = (...texts: readonly string[]) => {
    const block = texts.findIndex((text) => text.includes('|'));
    const offset = texts[block]?.indexOf('|') ?? 0;
    return marksForSplit(blocks(...texts.map((text) => text.replace('|', ''))), block, offset);
  };
  test.each([
    ['opens the second half', ['Nia Prosser said: “We start today.| We end in June.”'], { close: '', open: '“' }],
    ['in single marks, too', ['Nia Prosser said: ‘We start today.| We end in June.’'], { close: '', open: '‘' }],
    ['in guillemets, too', ['Nia Prosser said: «We start today.| We end in June.»'], { close: '', open: '«' }],
    ['in straight marks, too', ['Nia Prosser said: "We start today.| We end in June."'], { close: '', open: '"' }],
    [
      'also in a later paragraph of a running one',
      ['Nia Prosser said: “We start today.', '“It was long.| It was worth it.”'],
      { close: '', open: '“' },
    ],
    [
      'of a part of a sentence closes the first half (AP)',
      ['Nia Prosser called the wall “a gift to the valley| and a joy to walk” on Monday.'],
      { close: '”', open: '“' },
    ],
  ])('%s', (_name, texts, marks) => {
    expect(split(...texts)).toEqual(marks);
  });
  test.each([
    ['before it', 'Nia Prosser said:| “We start today.”'],
    ['behind it', '“We start today,”| said Nia Prosser.'],
    ['right behind its opening mark', 'Nia Prosser said: “|We start today.”'],
    ['right before its closing mark', 'Nia Prosser said: “We start today.|”'],
    ['in no quotation at all', 'The wall| is mended.'],
  ])('needs no mark: %s', (_name, text) => {
    expect(split(text)).toBeNull();
  });
});

describe('two paragraphs joined', () => {
  test.each([
    ['of one running quotation lose the mark between', ['Nia Prosser said: “We start today.', '“It was long.”'], true],
    ['of two quotations keep both', ['Nia Prosser said: “We start today.”', '“It was long,” said Owen Bell.'], false],
    ['of which the second is no quotation', ['Nia Prosser said: “We start today.”', 'It rained.'], false],
  ])('%s', (_name, texts, expected) => {
    expect(isContinued(blocks(...texts), 0)).toBe(expected);
  });
  test('of one quotation without marks lose no letter', () => {
    const [lead, ...said] = blocks('Nia Prosser said:', 'We start today.', 'We end in June.');
    const all = [lead, ...said.map((each): QuoteBlock => ({ ...each, kind: 'block-quote' }))];
    expect(
      isContinued(
        all.flatMap((each) => each ?? []),
        1,
      ),
    ).toBe(false);
  });
});

const A = 'a=Nia Prosser said: “We start today.';
const B = 'b=“It was long.';
const C = 'c=“It was worth it.”';
describe('a deleted paragraph', () => {
  test('that closed leaves the one before it to close', () => {
    expect(closesLost(keyed(A, B, C), keyed(A, B))).toEqual([{ key: 'b', at: 13, remove: 0, text: '”' }]);
  });
  test('that closed and is empty now, too', () => {
    expect(closesLost(keyed(A, B, C), keyed(A, B, 'c='))).toEqual([{ key: 'b', at: 13, remove: 0, text: '”' }]);
  });
  test('that closed, with the end of the one before', () => {
    expect(closesLost(keyed(A, B, C), keyed(A, 'b=“It was'))).toEqual([{ key: 'b', at: 7, remove: 0, text: '”' }]);
  });
  test.each([
    ['from the middle', keyed(A, C)],
    ['the first', keyed(B, C)],
    ['all of it', keyed()],
  ])('needs no mark: %s', (_name, after) => {
    expect(closesLost(keyed(A, B, C), after)).toEqual([]);
  });
  test('of a quotation that never closed leaves it open: it is flagged, not guessed', () => {
    expect(closesLost(keyed(A, B, 'c=“It was worth it.'), keyed(A, B))).toEqual([]);
  });
  test('beside a quotation changes nothing in it', () => {
    expect(closesLost(keyed(A, C, 'd=It rained.'), keyed(A, C))).toEqual([]);
  });
});

describe('paragraphs of one quote in another order', () => {
  test('do not close within, and the last one does', () => {
    expect(marksInOrder(keyed('c=“Three.”', 'a=“One.', 'b=“Two.'))).toEqual([
      { key: 'c', at: 7, remove: 1, text: '' },
      { key: 'b', at: 5, remove: 0, text: '”' },
    ]);
  });
  test('that stand right are left alone', () => {
    expect(marksInOrder(keyed('a=“One.', 'b=“Two.”'))).toEqual([]);
  });
  test('that never closed are left alone', () => {
    expect(marksInOrder(keyed('b=“Two.', 'a=“One.'))).toEqual([]);
  });
  test('of which one is a copy of another are left alone', () => {
    expect(marksInOrder(keyed('a=“One.”', 'b=“One.”'))).toEqual([]);
  });
});
