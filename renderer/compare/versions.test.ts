import { expect, test } from 'vitest';
import type { VersionKind, VersionLine } from '../../shared/newsroom/model';
import type { VersionHash } from '../../shared/release/model';
import { choicesOf, commonPairs, firstChoice, nameOf, versionGroups } from './versions';

const hash = (letter: string): VersionHash => letter.repeat(64) as VersionHash;
const line = (kind: VersionKind, object: string, name = ''): VersionLine => ({
  seq: 1,
  time: '2026-11-20T17:12:00.000Z',
  who: 'R. Okoro',
  kind,
  name,
  object: hash(object),
  previous: hash('0'),
});

test('the last draft stands beside the working text', () => {
  const versions = [
    line('created', 'a'),
    line('draft', 'b', 'Draft 1'),
    line('draft', 'c', 'Draft 2'),
    line('autosave', 'd'),
  ];
  expect(firstChoice(versions, hash('e'))).toEqual({ before: 2, after: 'working' });
});

test('a draft that is the working text is passed over', () => {
  const versions = [line('draft', 'b', 'Draft 1'), line('draft', 'c', 'Draft 2')];
  expect(firstChoice(versions, hash('c'))).toEqual({ before: 0, after: 'working' });
});

test('without a draft the last other version stands in', () => {
  expect(firstChoice([line('created', 'a'), line('manual', 'b')], hash('b'))).toEqual({ before: 0, after: 'working' });
});

test('one version alone is nothing to compare', () => {
  expect(firstChoice([line('created', 'a')], hash('a'))).toBeNull();
  expect(firstChoice([], hash('a'))).toBeNull();
});

test('a draft goes by its name, another version by what it was saved for', () => {
  const at = { now: new Date('2026-11-22T12:00:00Z'), zone: 'Europe/London' };
  const versions = [line('draft', 'a', 'Draft 2, legal'), line('published', 'b')];
  expect(nameOf(0, versions, at)).toEqual({ name: 'Draft 2, legal', about: 'Fri 20 Nov, 17:12 · R. Okoro' });
  expect(nameOf(1, versions, at).name).toBe('Published');
  expect(nameOf('working', versions, at).name).toBe('Working text');
});

test('a version that only moved the release on is the last resort', () => {
  expect(firstChoice([line('created', 'a'), line('review', 'b')], hash('c'))).toEqual({ before: 0, after: 'working' });
  expect(firstChoice([line('review', 'b')], hash('c'))).toEqual({ before: 0, after: 'working' });
});

test('a version that is asked for stands to the right of the working text', () => {
  const versions = [line('draft', 'b', 'Draft 1'), line('restored', 'c', 'Recovered'), line('autosave', 'd')];
  expect(firstChoice(versions, hash('d'), hash('c'))).toEqual({ before: 'working', after: 1 });
  expect(firstChoice(versions, hash('d'), hash('e'))).toEqual({ before: 0, after: 'working' });
});

test('the common pairs: drafts, what was reviewed, agreed and published, each beside the working text', () => {
  const versions = [
    line('created', 'a'),
    line('draft', 'b', 'Draft 1'),
    line('review', 'c'),
    line('draft', 'd', 'Draft 2'),
    line('autosave', 'e'),
  ];
  expect(commonPairs(versions, hash('e')).map(({ digit, pair }) => [digit, pair])).toEqual([
    ['1', { before: 3, after: 'working' }],
    ['2', { before: 1, after: 3 }],
    ['3', { before: 2, after: 'working' }],
    ['4', null],
    ['5', null],
    ['6', { before: 3, after: 'working' }],
    ['7', null],
  ]);
});

test('what is published is the last correction or minor change, what was approved the last approval of a quote', () => {
  const versions = [line('approval', 'a'), line('published', 'b'), line('corrected', 'c'), line('autosave', 'd')];
  const pairs = new Map(commonPairs(versions, hash('d')).map(({ digit, pair }) => [digit, pair]));
  expect(pairs.get('5')).toEqual({ before: 2, after: 'working' });
  expect(pairs.get('7')).toEqual({ before: 0, after: 'working' });
});

test('what was agreed is the last agreement, also where the release was sent back and agreed again', () => {
  const versions = [line('agreed', 'a'), line('review', 'b'), line('agreed', 'c'), line('autosave', 'd')];
  const pairs = new Map(commonPairs(versions, hash('d')).map(({ digit, pair }) => [digit, pair]));
  expect(pairs.get('4')).toEqual({ before: 2, after: 'working' });
  expect(pairs.get('3')).toEqual({ before: 1, after: 'working' });
});

test('one draft alone is no pair of drafts', () => {
  const pairs = commonPairs([line('draft', 'b', 'Draft 1'), line('published', 'b')], hash('b'));
  expect(pairs.filter(({ pair }) => pair !== null).map(({ digit }) => digit)).toEqual(['1', '5']);
});

test('versions are listed by what they are for, newest first', () => {
  const versions = [
    line('created', 'a'),
    line('draft', 'b', 'Draft 1'),
    line('manual', 'c'),
    line('draft', 'd', 'Draft 2'),
  ];
  expect(versionGroups(versions)).toEqual([
    { name: 'Drafts', versions: [3, 1] },
    { name: 'Other versions', versions: [2, 0] },
  ]);
});

test('two versions chosen elsewhere are found again in the history, also when more stands before them', () => {
  const [one, two] = [line('created', 'a'), line('draft', 'b', 'Draft 1')];
  const versions = [line('imported', 'c'), one, two];
  expect(choicesOf({ before: one, after: two }, versions)).toEqual({ before: 1, after: 2 });
  expect(choicesOf({ before: two, after: 'working' }, versions)).toEqual({ before: 2, after: 'working' });
  expect(choicesOf({ before: line('manual', 'd'), after: 'working' }, versions)).toBeNull();
});
