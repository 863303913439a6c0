import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE_STORIES } from '../../shared/sample/stories';
import type { Block, Range, Run, StoredQuote } from '../../shared/release/model';
import { blockText, joinRuns } from '../../shared/release/text';
import {
  atDepth,
  bold,
  bq,
  h2,
  h3,
  h4,
  headRow,
  image,
  inLanguage,
  italic,
  li,
  link,
  ni,
  p,
  row,
  storedQuote,
  tableCaption,
} from '../../shared/testing/builders';
import { bodyOf, headlessEditor } from './testing';

const through = (body: readonly Block[]): readonly Block[] => bodyOf(headlessEditor(body)).blocks;

const BODIES: Readonly<Record<string, readonly Block[]>> = {
  'headings of every level': [h2('Two'), p('Text.'), h3('Three'), h4('Four')],
  'a heading without words': [h2(), p('Text.')],
  'a block quote between paragraphs': [p('Before.'), bq('“Set apart.”'), p('After.')],
  'a bulleted list within a numbered one': [ni('One'), atDepth(1, li('a')), atDepth(1, li('b')), ni('Two')],
  'a numbered list after a bulleted one': [li('a'), li('b'), ni('One'), ni('Two'), li('c')],
  'a change of kind within a list': [li('a'), atDepth(1, ni('One')), atDepth(1, li('b')), atDepth(1, ni('Two'))],
  'a jump down and back up': [li('a'), atDepth(3, li('deep')), atDepth(1, li('up')), li('b')],
  'a list that begins two deep': [p('Before.'), atDepth(2, li('deep')), li('a')],
  'a deep numbered item before a bulleted one': [atDepth(2, ni('deep')), li('a'), atDepth(2, ni('deep'))],
  'items without words, with and without a list below': [li('a'), li(), atDepth(1, li('b')), li(), atDepth(1, li())],
  'the deepest item there may be': [li('a'), atDepth(8, ni('deep'))],
  'bold, italic and both': [p('Plain ', bold('bold'), ' and ', italic('italic'), bold(italic('both')), '.')],
  'a link over two runs': [
    p('See ', link('the ', 'https://a.example/'), link(bold('report'), 'https://a.example/'), '.'),
  ],
  'two links side by side': [p(link('one', 'https://a.example/'), link('two', 'https://b.example/'))],
  'a link to a mailbox and a telephone': [
    p(link('Write', 'mailto:a@a.example'), ' or ', link('ring', 'tel:+441632960001')),
  ],
  'line breaks, at the ends too': [p('\nOne\n\ntwo\n'), li('a\nb')],
  'tabs, alone and in bold': [p('\tOne\ttwo'), p('\t'), p('a', bold('\t'), 'b')],
  'a line break in a link and in another language': [
    p(link('one\ntwo', 'https://a.example/'), inLanguage('tri\npedwar', 'cy')),
  ],
  'line breaks within and at the edges of bold words': [p(bold('\na\nb\n'), italic('\nc')), p(bold('\n'))],
  'words in another language': [
    p('The ', inLanguage(italic('Comisiynydd'), 'cy'), ' said.'),
    p(inLanguage('Iawn', 'cy')),
  ],
  'empty paragraphs in the middle and at the ends': [p(), p('One.'), p(), p(), p('Two.'), p()],
  'spaces at the ends and in a row': [p('  two  spaces  '), p(' '), p('a\u00a0b')],
  'characters of two units': [p('Bikes 🚲🏽', bold('👩‍👩‍👧'), ' and 𝔘nicode')],
  'Welsh and Arabic': [p('Dŵr, tŷ a ŵyr'), p('قال الوزير: «سنبدأ اليوم».'), h2('Llŷn')],
  'combining marks apart from their letters': [p('e', bold('\u0301'), 'a\u0302')],
  'images with and without captions, side by side and at the ends': [
    image({ of: 'a' }, 'The ', bold('new'), ' bridge\nin May'),
    image({ of: 'b', alternative: '', decorative: true, credit: 'Ceri Hughes' }),
    p('Between.'),
    image({ of: 'c', alternative: '' }, 'Caption'),
  ],
  'tables with captions and headings, one behind another': [
    tableCaption('Thefts by ', bold('district')),
    headRow('District', '2025', '2026'),
    row('Wyr', '12', '9'),
    { ...row('', 'two\nlines', ''), rowHeader: true },
    tableCaption(),
    row('alone', ''),
    p('After.'),
    row('', ''),
    { ...row('a', 'b'), runs: [bold('a'), { text: '\t' }, link('b', 'https://b.example/')] },
  ],
  'nothing at all': [],
};

describe('a body through the editor', () => {
  test.each(Object.keys(BODIES))('%s', (name) => {
    const body = BODIES[name] ?? [];
    expect(through(body)).toEqual(body);
  });

  test('a line break alone between words of one look takes their look', () => {
    expect(through([p(bold('a'), '\n', bold('b')), p('a', bold('\n'), 'b')])).toEqual([p(bold('a\nb')), p('a\nb')]);
  });

  test('a single empty paragraph is an empty body', () => {
    expect(through([p()])).toEqual([]);
  });

  test('every release of the sample newsroom, with its quotes, comes back as it was', () => {
    const releases = SAMPLE_STORIES.flatMap(({ steps }) =>
      steps.flatMap((step) => ('release' in step ? [step.release] : [])),
    );
    expect(releases.length).toBeGreaterThan(SAMPLE_STORIES.length - 1);
    for (const { body, quotes } of releases) {
      const { blocks, marks } = bodyOf(headlessEditor(body, quotes));
      expect(blocks).toEqual(body);
      for (const { id, ranges } of quotes) expect(marks.get(id) ?? []).toEqual(ranges);
    }
  });
});

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\t', '“', '”', '🚲', 'ŵ', 'م', '\u0301'),
    minLength: 1,
    maxLength: 12,
  }),
);
const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    link: fc.constantFrom('https://a.example/', 'http://b.example/?q=1&r=2', 'mailto:a@a.example', 'tel:999'),
    language: fc.constantFrom('cy', 'ar', 'en-US'),
  },
  { requiredKeys: ['text'] },
);
/** A run of nothing but line breaks has no look of its own to keep. */
const runs = fc
  .array(run, { maxLength: 4 })
  .map(joinRuns)
  .filter((each) => each.every(({ text }) => /[^\n]/.test(text)));
const block: fc.Arbitrary<Block> = fc.oneof(
  runs.map((of): Block => ({ type: 'paragraph', runs: of })),
  runs.map((of): Block => ({ type: 'block-quote', runs: of })),
  fc.tuple(fc.constantFrom(2, 3, 4), runs).map(([level, of]): Block => ({ type: 'heading', level, runs: of })),
  fc
    .tuple(fc.constantFrom('bulleted', 'numbered'), fc.nat(8), runs)
    .map(([list, depth, of]): Block => ({ type: 'list-item', list, depth, runs: of })),
  fc
    .tuple(fc.constantFrom('bulleted', 'numbered'), fc.nat(2), runs)
    .map(([list, depth, of]): Block => ({ type: 'list-item', list, depth, runs: of })),
);
const bodies = fc
  .array(block, { maxLength: 8 })
  .filter(([first, ...others]) => first?.type !== 'paragraph' || first.runs.length > 0 || others.length > 0);

/** Quotes that do not overlap, each of one range in each of its blocks; from numbers that fall where they may. */
const quotesOf = (body: readonly Block[], cuts: readonly number[]): StoredQuote[] => {
  const ranges = body.flatMap((each, index): Range[] => {
    const { length } = blockText(each);
    const stops = [...new Set(cuts.map((cut) => cut % (length + 1)))].sort((a, b) => a - b);
    return stops.flatMap((start, at): Range[] => {
      const end = stops[at + 1];
      return end === undefined || at % 2 === 1 ? [] : [{ block: index, start, end }];
    });
  });
  const names = ['q-00000001', 'q-00000002', 'q-00000003'];
  return names.map((id, index) =>
    storedQuote(
      id,
      ranges.filter((_, at) => at % names.length === index).map((range) => [range.block, range.start, range.end]),
    ),
  );
};

describe('any body at all', () => {
  test('comes back block for block, and run for run', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(through(body)).toEqual(body);
      }),
      { numRuns: 400 },
    );
  });

  test('gives the ranges of its quotes back', () => {
    fc.assert(
      fc.property(bodies, fc.array(fc.nat(40), { maxLength: 8 }), (body, cuts) => {
        const quotes = quotesOf(body, cuts);
        const { blocks, marks } = bodyOf(headlessEditor(body, quotes));
        expect(blocks).toEqual(body);
        for (const { id, ranges } of quotes) expect(marks.get(id) ?? []).toEqual(ranges);
      }),
      { numRuns: 200 },
    );
  });
});
