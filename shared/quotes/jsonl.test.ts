import { expect, test } from 'vitest';
import { quotesOfText } from './jsonl';

test('offsets count in the whole text and a running quotation is one entry', () => {
  const text = 'A line.\nNia Prosser said: “We start.\n“We end.”';
  expect(quotesOfText(text)).toMatchObject([
    {
      start: 26,
      end: 46,
      speaker: 'Nia Prosser',
      mention: 'Nia Prosser',
      speaker_start: 8,
      speaker_end: 19,
      type: 'direct',
    },
  ]);
  expect(text.slice(26, 46)).toBe('“We start.\n“We end.”');
});

test('the parts of a split quote are entries of their own with one speaker', () => {
  const text = '“We start,” said Nia Prosser, “in the spring.”';
  expect(quotesOfText(text).map((quote) => [text.slice(quote.start, quote.end), quote.speaker])).toEqual([
    ['“We start,”', 'Nia Prosser'],
    ['“in the spring.”', 'Nia Prosser'],
  ]);
});

test('a speaker without a name is told by the words of the text', () => {
  expect(quotesOfText('“We start in May,” they said.')).toMatchObject([{ speaker: 'they', mention: 'they' }]);
});

test('an empty text holds no quotes', () => {
  expect(quotesOfText('')).toEqual([]);
});
