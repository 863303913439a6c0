import { describe, expect, test } from 'vitest';
import { compare } from './compare';
import type { Release } from '../release/model';
import { bold, image, li, ni, p, release, withBody } from '../testing/builders';
import type { Cell, Layout } from './line';
import { layOut } from './lines';

const NAMES = { before: 'Draft 2', after: 'Draft 3' };
const laid = (before: Release, after: Release): Layout => layOut(compare(before, after), before, after, NAMES);
const text = (cell: Cell | undefined): string | undefined =>
  cell?.has === 'words' ? cell.pieces.map((piece) => piece.text).join('') : cell?.says;

const ONE = 'The county will open two new libraries in the spring.';
const TWO = 'Residents were asked about opening hours last year.';
const THREE = 'The larger building stands beside the old market hall.';

describe('the lines of a comparison', () => {
  test('what is the same stands on both sides and is no change', () => {
    const same = laid(withBody(p(ONE)), withBody(p(ONE)));
    expect(same.changes).toEqual([]);
    expect(same.lines.at(-1)).toMatchObject({ kind: 'same', change: null });
    expect(text(same.lines.at(-1)?.left)).toBe(ONE);
  });

  test('an added paragraph is hatched on the left with the name of the version that lacks it', () => {
    const { lines } = laid(withBody(p(ONE)), withBody(p(ONE), p(TWO)));
    expect(lines.at(-1)?.left).toEqual({ has: 'nothing', says: 'Not in Draft 2' });
    expect(text(lines.at(-1)?.right)).toBe(TWO);
  });

  test('an item of a numbered list has the number that it has on each side', () => {
    const { lines } = laid(withBody(ni(ONE), ni(THREE)), withBody(ni(ONE), ni(TWO), ni(THREE), li(TWO)));
    const numberOf = (cell: Cell) => (cell.has === 'words' ? cell.number : 'none');
    expect(lines.slice(-4).map(({ left, right }) => [numberOf(left), numberOf(right)])).toEqual([
      [1, 1],
      ['none', 2],
      [2, 3],
      ['none', null],
    ]);
  });

  test('a removed paragraph is hatched on the right', () => {
    const { lines } = laid(withBody(p(ONE), p(TWO)), withBody(p(ONE)));
    expect(lines.at(-1)?.right).toEqual({ has: 'nothing', says: 'Not in Draft 3' });
  });

  test('a moved paragraph has a line at either end, both the same change, each saying where the other is', () => {
    const { lines, changes } = laid(withBody(p(TWO), p(ONE), p(THREE)), withBody(p(ONE), p(THREE), p(TWO)));
    expect(changes).toHaveLength(1);
    const ends = lines.filter(({ change }) => change === 0);
    expect(ends).toHaveLength(2);
    expect(ends[0]?.left).toMatchObject({ tag: 'Moved down, paragraph 1 to 3' });
    expect(ends[0]?.right).toEqual({ has: 'nothing', says: 'Moved: now two paragraphs down' });
    expect(ends[1]?.left).toEqual({ has: 'nothing', says: 'Moved: was two paragraphs up' });
    expect(ends[1]?.right).toMatchObject({ tag: 'Moved from above, paragraph 1 to 3' });
    expect(ends.map(({ move, isPlace }) => [move, isPlace])).toEqual([
      [1, false],
      [1, true],
    ]);
    expect(lines.indexOf(ends[0] as (typeof lines)[0])).toBeLessThan(lines.indexOf(ends[1] as (typeof lines)[0]));
  });

  test('each side holds its own words; the after side keeps the removed ones for one column', () => {
    const { lines, changes } = laid(
      withBody(p('The team grows from six officers to ten officers.')),
      withBody(p('The team grows from six officers to twelve officers.')),
    );
    expect(text(lines.at(-1)?.left)).toBe('The team grows from six officers to ten officers.');
    expect(text(lines.at(-1)?.right)).toBe('The team grows from six officers to tentwelve officers.');
    expect(changes[0]).toMatchObject({ title: 'One word changed', excerpt: 'ten → twelve' });
  });

  test('words made bold are bold on the right and marked as reformatted', () => {
    const { lines } = laid(
      withBody(p('Details are in the second annex.')),
      withBody(p('Details are in the ', bold('second annex'), '.')),
    );
    const right = lines.at(-1)?.right;
    const marked = right?.has === 'words' ? right.pieces.filter(({ reformatted }) => reformatted) : [];
    expect(marked.map((piece) => [piece.text, piece.bold])).toEqual([['second annex', true]]);
  });

  test('a changed headline is a change of the text, an embargo one of the fields, after it', () => {
    const before = release({ headline: 'Ten wardens', body: [p(ONE)] });
    const after = release({
      headline: 'Twelve wardens',
      reference: 'WY/1',
      body: [p(ONE), p(TWO)],
    });
    const { changes, lines } = laid({ ...before, reference: '' }, after);
    expect(changes.map(({ part, title }) => [part, title])).toEqual([
      ['text', 'Headline changed'],
      ['text', 'Paragraph added'],
      ['fields', 'Reference added'],
    ]);
    expect(lines.at(-1)?.left).toEqual({ has: 'nothing', says: 'Reference: empty in Draft 2' });
  });

  test('other words for what an image shows are a change, and no look of its caption', () => {
    const { lines, changes } = laid(
      withBody(image({ alternative: 'A bridge' }, ONE)),
      withBody(image({ alternative: 'A stone bridge' }, ONE)),
    );
    expect(changes).toMatchObject([
      { kind: 'changed', title: 'Alternative text changed', excerpt: 'A bridge → A stone bridge', traits: ['fields'] },
    ]);
    const right = lines.at(-1)?.right;
    expect(right?.has === 'words' && right.pieces.some(({ reformatted }) => reformatted)).toBe(false);
    expect(lines.at(-1)?.kind).toBe('changed');
  });

  test('each change says what it is about, and where it is in the comparison', () => {
    const before = release({ headline: 'Ten wardens', body: [p(TWO), p(ONE), p(THREE)] });
    const after = release({
      headline: 'Twelve wardens',
      body: [p(ONE), p(THREE), p(TWO.replace('last', 'this')), p('Said Ada Reed: “We are ready.”')],
    });
    expect(laid(before, after).changes.map(({ traits, place }) => [place, traits])).toEqual([
      [{ in: 'fields', field: 'headline' }, ['words', 'fields']],
      [{ in: 'body', row: 2 }, ['words', 'moves']],
      [{ in: 'body', row: 3 }, ['words', 'quotes']],
    ]);
  });
});
