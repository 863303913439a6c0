import { describe, expect, test } from 'vitest';
import { alternativeAdvice, alternativeFault } from './alternative';

describe('an alternative text', () => {
  test.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['–', 'missing'],
    ['IMG_2041.JPG', 'file-name'],
    ['bridge-opening-final-v2.png', 'file-name'],
    ['The mayor at work.jpeg', 'file-name'],
    ['IMG 2041', 'file-name'],
    ['DSC00412', 'file-name'],
    ['DSCN0412', 'file-name'],
    ['Screenshot 2026-03-04 at 10.14.02', 'file-name'],
    ['WhatsApp Image 2026-03-04 at 10.14.02', 'file-name'],
    ['image', 'file-name'],
    ['Picture 3', 'file-name'],
    ['Untitled', 'file-name'],
    ['The new footbridge over the Wyr, seen from the east bank', null],
    ['Picture framing class in the library', null],
    ['Bridge', null],
    ['Photo booth', null],
    ['جسر جديد', null],
  ] as const)('%j: %s', (alternative, fault) => {
    expect(alternativeFault({ alternative })).toBe(fault);
  });
  test('is not asked for where the picture is decorative', () => {
    expect(alternativeFault({ alternative: '', decorative: true })).toBe(null);
  });
  test.each([
    ['Image of a bridge', true],
    ['A photograph showing the mayor', true],
    ['Picture frames in a shop window', false],
    ['A bridge', false],
    ['word '.repeat(60), true],
  ])('%j may be said better: %s', (alternative, hasAdvice) => {
    expect(alternativeAdvice({ alternative }) !== null).toBe(hasAdvice);
  });
});
