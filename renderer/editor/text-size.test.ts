import { expect, test } from 'vitest';
import { nextSize, pageMeasures, rememberedSize } from './text-size';

const remembering = (value: string | null) => rememberedSize({ getItem: () => value });

test('sizes go from 14 to 24 and stay there', () => {
  expect([nextSize(16, 1), nextSize(18, 1), nextSize(24, 1), nextSize(16, -1), nextSize(14, -1)]).toEqual([
    17, 20, 24, 15, 14,
  ]);
});

test('a size that is not one is the usual one', () => {
  expect([null, '', 'large', '13', '100', '20'].map(remembering)).toEqual([16, 16, 16, 16, 16, 20]);
});

test('the sheet grows with its words, and does not shrink', () => {
  expect(pageMeasures(24)).toMatchObject({ '--page-body': '1.5rem', '--w-page': '60rem' });
  expect(pageMeasures(14)).toMatchObject({ '--page-body': '0.875rem', '--w-page': '40rem' });
});
