import { describe, expect, test } from 'vitest';
import { recoveryWords } from './words';

const at = { now: new Date('2026-11-22T15:00:00.000Z'), zone: 'Europe/London' };
const kept = { at: '2026-11-22T14:05:41.000Z', version: null, damaged: 0 } as const;

describe('what is said of recovered words', () => {
  test('names when they were kept', () => {
    expect(recoveryWords({ ...kept, outcome: 'continued' }, at).title).toBe(
      'Words from Sun 22 Nov, 14:05 were recovered',
    );
  });

  test('says that they wait where they could not be saved', () => {
    expect(recoveryWords({ ...kept, outcome: 'unsaved' }, at).text).toMatch(/still kept on this computer\.$/);
  });

  test('says which side is which where both texts went on', () => {
    expect(recoveryWords({ ...kept, outcome: 'diverged' }, at).text).toMatch(
      /^Before is the saved text, after it what was recovered from Sun 22 Nov, 14:05\./,
    );
  });

  test('tells of damaged copies, also where words were found', () => {
    expect(recoveryWords({ ...kept, outcome: 'continued', damaged: 1 }, at).text).toMatch(
      /One of the two copies kept here was damaged\.$/,
    );
    expect(recoveryWords({ ...kept, at: null, outcome: 'none', damaged: 2 }, at)).toEqual({
      title: 'Words kept on this computer could not be read',
      text: 'Both copies kept here were damaged. This is the text as it was saved. What could be kept of the damaged copy was put aside.',
    });
  });
});
