import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical';
import { isSame } from './same';

test('two documents are the same where their written forms are', () => {
  const part = fc.constantFrom<unknown>(null, true, 0, 1, '', 'a', [], {}, ['a'], { a: 1 }, { b: undefined });
  const value = fc.oneof(part, fc.array(part, { maxLength: 2 }), fc.dictionary(fc.constantFrom('a', 'b'), part));
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(isSame(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
    }),
    { numRuns: 2_000 },
  );
});

test('a member that is not set is as good as none', () => {
  expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  expect(isSame({ a: 1 }, { b: 1 })).toBe(false);
});
