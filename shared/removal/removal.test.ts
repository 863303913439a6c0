import { describe, expect, test } from 'vitest';
import { h2, p, bold, release } from '../testing/builders';
import type { Publication, VersionHash } from '../release/model';
import { jsonTexts, readingsOfFile, repeatsWordsOf, stretchesOf } from './texts';
import { ERASED_WORDS, mayRemove, removedRelease } from './tombstone';

const VERSION = 'a'.repeat(64) as VersionHash;
const PUBLICATION: Publication = {
  by: 'Ada',
  at: '2026-11-22T09:00:00.000Z',
  version: VERSION,
  address: 'news/2026/11/harbour.html',
  after: [
    { kind: 'corrected', by: 'Ada', at: '2026-11-23T09:00:00.000Z', version: VERSION, note: 'It was seven cranes.' },
  ],
  change: { kind: 'minor', by: 'Ada', at: '2026-11-24T09:00:00.000Z', note: '' },
};
const WHOLE = release({
  state: 'corrected',
  headline: 'Harbour sold for a song',
  reference: 'HX/7',
  dateline: { place: 'Hexley', date: '2026-11-22' },
  topics: ['Harbour'],
  body: [h2('Cranes'), p('One two three four ', bold('five six seven'), ' eight nine.')],
  publication: PUBLICATION,
});
const REMOVAL = { by: 'Ben', at: '2026-11-25T09:00:00.000Z', reason: 'A court order' };

describe('what is left of a removed release', () => {
  test('has no words of it, also none in what was said after publication', () => {
    const left = removedRelease(WHOLE, PUBLICATION, REMOVAL);
    const { headline, reference, topics, body, dateline, publication, state } = left;
    expect({ headline, reference, topics, body, dateline, state }).toEqual({
      headline: '',
      reference: '',
      topics: [],
      body: [],
      dateline: { place: '', date: '2026-11-22' },
      state: 'removed',
    });
    expect(publication?.change).toBeNull();
    expect(publication?.address).toBe(PUBLICATION.address);
    expect(publication?.after).toMatchObject([
      { kind: 'corrected', note: ERASED_WORDS },
      { kind: 'removed', ...REMOVAL },
    ]);
  });

  test('is not removed again, and a draft is not removed at all', () => {
    expect(mayRemove(WHOLE)).toBe(true);
    expect(mayRemove(removedRelease(WHOLE, PUBLICATION, REMOVAL))).toBe(false);
    expect(mayRemove(release())).toBe(false);
  });
});

describe('the words that are searched for', () => {
  test('are stretches of eight, across looks, and a headline that is shorter', () => {
    expect(stretchesOf(WHOLE)).toEqual(
      new Set([
        'one two three four five six seven eight',
        'two three four five six seven eight nine',
        'harbour sold for a song',
      ]),
    );
  });

  test('are found in lines of JSON, with runs joined', () => {
    const line = JSON.stringify({ runs: [{ text: 'One ' }, { text: 'two' }] });
    expect(readingsOfFile(`${line}\n${line}`)).toContain('One two');
    expect(jsonTexts({ a: ['x', { b: 'y' }], c: 1, d: null })).toEqual(['x', 'y']);
  });

  test('make a reason that has five of them in a row a repetition', () => {
    expect(repeatsWordsOf(WHOLE, 'it says “two three four five six”')).toBe(true);
    expect(repeatsWordsOf(WHOLE, 'it says two three four five')).toBe(false);
  });
});
