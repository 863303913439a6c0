import { expect, test } from 'vitest';
import { bold, link, p, release } from '../testing/builders';
import { reword, rewordRuns } from './reword';

test('words that stay keep their look, and new ones have that of the words they replace', () => {
  const runs = [{ text: 'Boats ' }, bold('cost money'), { text: ' and ' }, link('rust', 'https://rust.example/')];
  expect(rewordRuns(runs, 'Boats cost time and rust')).toEqual([
    { text: 'Boats ' },
    { text: 'cost time', bold: true },
    { text: ' and ' },
    { text: 'rust', link: 'https://rust.example/' },
  ]);
});

test('what is put at the end has the look of what it follows', () => {
  expect(rewordRuns([{ text: 'One ' }, bold('two')], 'One two three')).toEqual([
    { text: 'One ' },
    { text: 'two three', bold: true },
  ]);
});

test('words in an empty block have no look', () => {
  expect(rewordRuns([], 'Fresh')).toEqual([{ text: 'Fresh' }]);
});

test('a block with no words goes, others stay the very same', () => {
  const before = release({ headline: 'Old', body: [p('One.'), p('Two.'), p('Three.')], notes: [p('Note.')] });
  const after = reword(before, [
    { part: 'body', block: 1, words: '' },
    { part: 'headline', block: 0, words: 'New' },
    { part: 'notes', block: 0, words: 'A note.' },
    { part: 'body', block: 9, words: 'nowhere' },
  ]);
  expect(after.headline).toBe('New');
  expect(after.body).toEqual([p('One.'), p('Three.')]);
  expect(after.body[0]).toBe(before.body[0]);
  expect(after.notes).toEqual([p('A note.')]);
});

test('a stored quote goes with its words', () => {
  const before = release({
    body: [p('She said: “We will take two.”')],
    quotes: [
      {
        id: 'q-00000001' as never,
        ranges: [{ block: 0, start: 10, end: 29 }],
        speaker: null,
        approvals: [],
      },
    ],
  });
  const after = reword(before, [{ part: 'body', block: 0, words: 'Then she said: “We will take two.”' }]);
  expect(after.quotes[0]?.ranges).toEqual([{ block: 0, start: 15, end: 34 }]);
});
