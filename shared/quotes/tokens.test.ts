import { expect, test } from 'vitest';
import { tokenise } from './tokens';

test('no sentence is so long that many quotes in it would each look through all of it', () => {
  const tokens = tokenise(`It goes on ${'and on '.repeat(5_000)}.`, []);
  const lengths = new Map<number, number>();
  for (const { sentence } of tokens) lengths.set(sentence, (lengths.get(sentence) ?? 0) + 1);
  expect(Math.max(...lengths.values())).toBeLessThan(500);
  expect(new Set(tokenise(`It goes on ${'and on '.repeat(150)}.`, []).map(({ sentence }) => sentence)).size).toBe(1);
});
