import { expect, test } from 'vitest';
import { bareWords, standsIn } from './excerpt';

const isPart = (words: string, of: string): boolean => standsIn(bareWords(words), bareWords(of));

test.each([
  ['the words of a sentence', '‘close the school’', '“We will not close the school, whatever it costs.”'],
  ['words that were marked inside', '‘bus gate’', '“The ‘bus gate’ stays.”'],
  ['a possessive of several', '‘the dogs’', '“It is the dogs’ home.”'],
  ['words before an unspaced dash', '‘We will’', '“We will—and soon.”'],
  ['a number before a comma', '‘in 2019’', '“We said so in 2019, and in 2020.”'],
])('%s are part of a quote', (_name, words, quote) => {
  expect(isPart(words, quote)).toBe(true);
});

test.each([
  ['what “n’t” takes back', '‘We can’', '“We can’t close the school.”'],
  ['a word that a hyphen makes another', '‘violent’', '“It was a non-violent protest.”'],
  ['a number cut at its point', '‘up by 1’', '“It is up by 1.5 per cent.”'],
  ['a number cut at its comma', '‘up by 1’', '“It is up by 1,500.”'],
  ['half a word', '‘lose the school’', '“We will not close the school.”'],
  ['words in another order', '‘school close’', '“Close the school.”'],
])('%s is no part of a quote', (_name, words, quote) => {
  expect(isPart(words, quote)).toBe(false);
});
