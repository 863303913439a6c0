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

const turned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turned)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, each]) => [key, turned(each)]),
        )
      : value;

test('two values are the same where their written form is, however their keys stand', () => {
  // Numbers that are one as JSON are one here: there is no -0 in it.
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(isSame(one, turned(one))).toBe(true);
      expect(isSame(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
    }),
  );
});

test.each([
  [[], {}],
  [{ a: 1 }, { a: 1, b: 1 }],
  [{ a: 1 }, { b: 1 }],
  [{ constructor: 1 }, {}],
  [[1, 2], [1]],
  [null, {}],
])('%j and %j are not the same', (one, other) => {
  expect(isSame(one, other)).toBe(false);
  expect(isSame(other, one)).toBe(false);
});
