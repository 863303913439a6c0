import { describe, expect, test } from 'vitest';
import type { ConflictCopy } from '../../shared/newsroom/model';
import type { ReleaseId, VersionHash } from '../../shared/release/model';
import { asideTitle, copyWords, mendedTitle, missingWords } from './words';

const at = { now: new Date('2026-11-22T15:00:00.000Z'), zone: 'Europe/London' };
const copy: ConflictCopy = {
  key: '0'.repeat(32),
  where: 'releases/2026/x/release (1).json',
  original: 'releases/2026/x/release.json',
  program: 'Dropbox',
  from: 'Ada',
  at: '2026-11-22T14:05:41.000Z',
  text: { id: 'r-test0001' as ReleaseId, object: 'a'.repeat(64) as VersionHash, embargo: null },
  unreadable: '',
};

describe('what is said of a conflict copy', () => {
  test('names the release, where it came from, and when', () => {
    expect(copyWords(copy, 'New paths', 0, at)).toEqual({
      title: 'Another copy of “New paths” was found',
      text: 'Conflict copy (Dropbox, from Ada), written Sun 22 Nov, 14:05: releases/2026/x/release (1).json. Its text is in the release’s history, whatever you choose.',
    });
  });
  test('does without what is not known, and says how many wait', () => {
    const { text } = copyWords({ ...copy, program: '', from: '' }, '', 2, at);
    expect(text).toMatch(/^Conflict copy, written /);
    expect(text).toMatch(/ 2 other copies wait\.$/);
  });
  test('says until when it is held, while it is', () => {
    const held = (instant: string) => {
      const text = copy.text && { ...copy.text, embargo: { instant, zone: 'Europe/London' } };
      return copyWords({ ...copy, text }, '', 0, at).text;
    };
    expect(held('2026-11-24T00:01:00.000Z')).toContain(
      'It sets an embargo until 00:01, Tuesday 24 November 2026: where that is right, set it in the release before you keep the copy as a draft.',
    );
    expect(held('2026-11-22T14:59:00.000Z')).not.toContain('embargo');
  });
  test('says that it could not be read, or is of the newsroom’s people', () => {
    expect(copyWords({ ...copy, text: null, unreadable: 'It is damaged.' }, '', 0, at).text).toContain(
      'It is damaged. It was left where it is.',
    );
    expect(copyWords({ ...copy, text: null, original: 'people.json' }, '', 0, at).title).toBe(
      'Another copy of people.json was found, and it holds something else',
    );
  });
});

describe('what is said of missing releases', () => {
  test('how many of how many', () => {
    expect(missingWords({ missing: 37, of: 120, folders: ['a', 'b', 'c'] })).toEqual({
      title: '37 of 120 releases are not there',
      text: 'Is the folder still syncing, or the disk not connected? Nothing that this computer knows of them is forgotten, and nothing is published or exported meanwhile. Among them: a, b, c',
    });
    expect(missingWords({ missing: 1, of: 1, folders: ['a'] }).title).toBe('1 of 1 release is not there');
  });
});

test('files put right and copies moved aside are counted', () => {
  expect([mendedTitle(1), mendedTitle(2), asideTitle(1), asideTitle(3)]).toEqual([
    '1 file was put right, and what stood in it is kept',
    '2 files were put right, and what stood in them is kept',
    '1 conflict copy of a sync program needed nobody’s choice',
    '3 conflict copies of a sync program needed nobody’s choice',
  ]);
});
