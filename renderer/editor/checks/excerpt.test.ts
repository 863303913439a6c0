import { describe, expect, test } from 'vitest';
import { wordsAround } from './excerpt';

/** The words around what stands between the brackets. */
const around = (marked: string): string => {
  const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
  return wordsAround(marked.replace(/[[\]]/g, ''), { start, end });
};

describe('the words around a finding', () => {
  test('are four on either side, and say where the text goes on', () => {
    expect(around('one two three four five six [here] and two three four five')).toBe(
      '… three four five six here and two three four …',
    );
    expect(around('[here] and on')).toBe('here and on');
    expect(around('up to [here]')).toBe('up to here');
    expect(around('a word cut i[n t]wo at both its ends')).toBe('a word cut in two at both its …');
  });
  // A long address in the paragraph: tried in every way in which it could be several words, the page would never answer again.
  test('are found at once beside a word of any length', () => {
    const address = `https://eastmere.example/${'a'.repeat(10_000)}`;
    expect(around(`See ${address} for one two three four [here]`)).toBe('… one two three four here');
  });
});
