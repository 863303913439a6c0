import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical';
import { isSameJson } from './same-json';

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
      expect(isSameJson(one, turned(one))).toBe(true);
      expect(isSameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
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
  expect(isSameJson(one, other)).toBe(false);
  expect(isSameJson(other, one)).toBe(false);
});
