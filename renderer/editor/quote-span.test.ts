import { $getSelection, $isRangeSelection } from 'lexical';
import { describe, expect, test } from 'vitest';
import { bold, h2, p } from '../../shared/testing/builders';
import { $selectedRanges, rangesBetween, splitRanges } from './quote-span';
import { $selectIn, bodyOf, change, headlessEditor } from './testing';

const BLOCKS = [p('She said: “We begin.'), h2('A heading'), p('“Today.” ')];
const range = (block: number, start: number, end: number) => ({ block, start, end });

describe('words between two places', () => {
  test('are one range a block, without space at the ends, and none in a heading', () => {
    expect(rangesBetween(BLOCKS, { block: 0, offset: 9 }, { block: 2, offset: 9 })).toEqual([
      range(0, 10, 20),
      range(2, 0, 8),
    ]);
  });
  test('are none where there is only space', () => {
    expect(rangesBetween(BLOCKS, { block: 0, offset: 9 }, { block: 0, offset: 10 })).toEqual([]);
  });
});

describe('the selection', () => {
  const selected = (start: number, end: number) => {
    const editor = headlessEditor([p('One ', bold('two'), ' three.')]);
    change(editor, () => {
      $selectIn(0, start, end);
    });
    const body = bodyOf(editor);
    return editor.read(() => $selectedRanges(body));
  };
  test('is read as ranges of the release, past bold words', () => {
    expect(selected(4, 13)).toEqual([range(0, 4, 13)]);
  });
  test('is read the same when it was drawn from its end', () => {
    expect(selected(13, 4)).toEqual([range(0, 4, 13)]);
  });
  test('is nothing while only the caret stands there', () => {
    expect(selected(4, 4)).toEqual([]);
  });
  test('goes over paragraphs', () => {
    const editor = headlessEditor([p('“We begin.'), p('“Today.”')]);
    change(editor, () => {
      $selectIn(1, 8);
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      const end = selection.focus;
      const [key, offset] = [end.key, end.offset];
      $selectIn(0, 4);
      const again = $getSelection();
      if ($isRangeSelection(again)) again.focus.set(key, offset, 'text');
    });
    const body = bodyOf(editor);
    expect(editor.read(() => $selectedRanges(body))).toEqual([range(0, 4, 10), range(1, 0, 8)]);
  });
});

describe('a quote parted at a place', () => {
  const blocks = [p('“One. Two.'), p('“Three.”')];
  const all = [range(0, 0, 10), range(1, 0, 8)];
  test('gives both sides, without the space between', () => {
    expect(splitRanges(blocks, all, { block: 0, offset: 5 })).toEqual([
      [range(0, 0, 5)],
      [range(0, 6, 10), range(1, 0, 8)],
    ]);
  });
  test('can be parted between its paragraphs', () => {
    expect(splitRanges(blocks, all, { block: 1, offset: 0 })).toEqual([[range(0, 0, 10)], [range(1, 0, 8)]]);
  });
  test.each([
    ['before it', { block: 0, offset: 0 }],
    ['behind it', { block: 1, offset: 8 }],
  ])('is not parted by a place %s', (_name, spot) => {
    expect(splitRanges(blocks, all, spot)).toBeNull();
  });
});
