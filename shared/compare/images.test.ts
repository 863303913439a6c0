import { describe, expect, test } from 'vitest';
import { headRow, image, p, row, withBody } from '../testing/builders';
import { compare } from './compare';
import { describeChange } from './describe';
import type { Block } from '../release/model';

/** The rows that differ, as a reader is told of them. */
const told = (before: readonly Block[], after: readonly Block[]): readonly string[] =>
  compare(withBody(...before), withBody(...after))
    .blocks.filter(({ kind }) => kind !== 'same')
    .map(describeChange);

describe('images compared', () => {
  const text = p('The bridge opens on Monday after two years of work.');
  test.each([
    ['the alternative text', { alternative: 'A new bridge' }, ['Alternative text changed']],
    ['decorative instead of described', { alternative: '', decorative: true as const }, ['Alternative text changed']],
    ['a credit', { credit: 'Ceri Hughes' }, ['Credit added']],
    ['both', { alternative: '', credit: 'Ceri Hughes' }, ['Alternative text removed, credit added']],
  ])('%s is a field of the image', (_, given, says) => {
    expect(told([text, image({}, 'Caption')], [text, image(given, 'Caption')])).toEqual(says);
  });
  test('give the field’s values before and after', () => {
    const { blocks } = compare(withBody(image()), withBody(image({ alternative: 'A road' })));
    expect(blocks[0]).toMatchObject({
      kind: 'formatting',
      type: 'image',
      formatting: [{ what: 'alternative text', before: 'A bridge over a river', after: 'A road' }],
    });
  });
  test('a caption’s words are words', () => {
    expect(told([image({}, 'The old bridge')], [image({}, 'The new bridge')])).toEqual(['One word changed']);
  });
  test('that come, go and move are told of, also without a caption', () => {
    expect(told([text], [text, image()])).toEqual(['Image added']);
    expect(told([image(), text], [text])).toEqual(['Image removed']);
    expect(told([image(), text, p('Second.')], [text, p('Second.'), image()])).toEqual(['Moved']);
  });
  test('another picture under the same caption is another picture', () => {
    const caption = 'The bridge on the day it was opened to everybody in town';
    expect(told([image({ of: 'a' }, caption)], [image({ of: 'b' }, caption)])).toEqual(['Another picture']);
  });
});

describe('tables compared', () => {
  const table = [
    headRow('District', '2025', '2026'),
    row('Wyr', '12', '9'),
    row('Elm', '4', '4'),
    row('Ash', '30', '31'),
  ];
  test('row by row', () => {
    expect(told(table, table.with(1, row('Wyr', '12', '10')))).toEqual(['One word changed']);
    expect(told(table, table.toSpliced(2, 1))).toEqual(['Table row removed']);
    expect(told(table, [...table, row('Oak', '7', '8')])).toEqual(['Table row added']);
  });
  test('a row that heads the columns no more is another kind of row', () => {
    expect(told(table, table.with(0, row('District', '2025', '2026')))).toEqual([
      'Formatting: heading row of a table to table row',
    ]);
  });
});
