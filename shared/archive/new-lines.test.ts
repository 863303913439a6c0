import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { p, release, releaseId } from '../testing/builders';
import { newLines } from './new-lines';
import { prover } from './proof';
import { publicRelease, settings } from './testing';

describe('the lines of a text that another does not have', () => {
  test.each([
    ['a\nb\nc\n', 'a\nb\nc\n', ''],
    ['a\nbX\nc\n', 'a\nb\nc\n', 'bX'],
    ['a\nb\nX\nc\n', 'a\nb\nc\n', 'X\nc'],
    ['X\na\nb\n', 'a\nb\n', 'X\na'],
    ['a\nb\nX', 'a\nb\n', 'X'],
    ['a\nbc\n', 'a\nb\nc\n', 'bc'],
    ['a\nc\n', 'a\nb\nc\n', 'c'],
    ['Xa', 'a', 'Xa'],
    ['a', '', 'a'],
    ['', 'a', ''],
  ])('of %j, beside %j, are %j', (text, old, lines) => {
    expect(newLines(text, old).trim()).toBe(lines);
  });

  test.each(['a\n<b\nX', 'a &lt; b\nX', 'a\\\nX', 'a &#60; b\nX', 'a &amp;lt; b\nX'])(
    'are all of them where a reading may go on over a line’s end: %j',
    (text) => {
      expect(newLines(`${text}\nc`, `${text.slice(0, -1)}\nc`)).toBe(`${text}\nc`);
      expect(newLines('a\nX\nc', `a\n${text}\nc`)).toBe('a\nX\nc');
    },
  );

  test('hold all of what is withheld that stands in it, where the other had nothing of it', () => {
    const secret = release({ id: releaseId('r-secret001'), headline: 'Barge sinks', body: [p('barge sinks at dawn')] });
    const parts = { secret: [secret], open: [publicRelease()], gone: [], settings: settings(), people: [] };
    const search = prover(parts);
    const found = (contents: string) => search({ path: 'bundle.json', contents }).length > 0;
    const word = fc.constantFrom('barge', 'sinks', 'at', 'dawn', 'late', '"', '\\n', '\\', '<', '>', '<b>', '&', '&lt;', '%20', '\n', '\n', '\n'); // prettier-ignore
    const words = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(words, words, words, words, (before, old, now, after) => {
        const [was, is] = [`${before}${old}${after}`, `${before}${now}${after}`];
        fc.pre(!found(was));
        expect(found(newLines(is, was))).toBe(found(is));
      }),
      { numRuns: 2_000 },
    );
  });
});
