import { expect, test } from 'vitest';
import { grouped } from './numbers';

test('a number is grouped as the system’s own formatter has it', () => {
  for (const count of [0, 1, 24, 999, 1_000, 1_204, 10_000, 999_999, 1_000_000, 12_345_678])
    expect(grouped(count)).toBe(count.toLocaleString('en-GB'));
});
