import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curlTexts } from './curl';

const curl = (text: string): string => curlTexts([text])[0] ?? '';

describe('straight marks of a pasted text', () => {
  test.each([
    ['"We begin," she said. "And we go on."', '“We begin,” she said. “And we go on.”'],
    ['She said:" We begin. "', 'She said:“ We begin. ”'],
    ['"We begin"and so on, "they" said', '“We begin”and so on, “they” said'],
    ['He said—"no"—and left', 'He said—“no”—and left'],
    ["It's the officers' plan, isn't it?", 'It’s the officers’ plan, isn’t it?'],
    ["\"It's 'done',\" she said", '“It’s ‘done’,” she said'],
    ["'We begin,' she said. 'It's late.'", '‘We begin,’ she said. ‘It’s late.’'],
    ["Rock 'n' roll in the '90s", 'Rock ’n’ roll in the ’90s'],
    ['A 6" pipe and a 5\' 10" wall', 'A 6" pipe and a 5\' 10" wall'],
    ['"It is 6"', '“It is 6”'],
    ['“Already curly,” and "not"', '“Already curly,” and “not”'],
    ['𝒳 "said" 𝒳', '𝒳 “said” 𝒳'],
    ['One "mark alone opens by its place', 'One “mark alone opens by its place'],
  ])('%s', (text, expected) => {
    expect(curl(text)).toBe(expected);
  });

  test('open each paragraph of a running quotation, and close at its end', () => {
    expect(curlTexts(['She said: "We begin.', '"We go on.', '"We end," she said.', '"Yes."'])).toEqual([
      'She said: “We begin.',
      '“We go on.',
      '“We end,” she said.',
      '“Yes.”',
    ]);
  });

  test('keep the length of every text, and change marks alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '"', "'", '.', '6', '“', '”', '𝒳', '—') })),
        (texts) => {
          const plain = (each: string): string => each.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'");
          const curled = curlTexts(texts);
          expect(curled.map((each) => each.length)).toEqual(texts.map((each) => each.length));
          expect(curled.map(plain)).toEqual(texts.map(plain));
        },
      ),
    );
  });
});
