import { describe, expect, test } from 'vitest';
import type { CheckCode, ExportReport, Finding } from '../../shared/archive/model';
import { releaseId } from '../../shared/testing/builders';
import {
  blockers,
  changeWords,
  doneWords,
  goingWords,
  namedPages,
  pageWords,
  passedChecks,
  progressWords,
  wayOn,
  whyWait,
  withheldName,
  withheldWords,
} from './report';

const finding = (code: CheckCode, given: Partial<Finding> = {}): Finding => ({
  code,
  release: releaseId('r-00000001'),
  headline: 'Street wardens',
  message: 'A quote has no speaker.',
  quote: null,
  words: null,
  override: null,
  ...given,
});
const report = (given: Partial<ExportReport> = {}): ExportReport => ({
  asOf: '2026-11-22T14:12:00.000Z',
  preview: false,
  written: false,
  folder: '/bundles/web-team',
  files: ['index.html'],
  changes: { added: [], changed: [], removed: [], same: 0 },
  pages: [],
  withheld: [],
  findings: [],
  notes: [],
  ...given,
});
const THEN = '2026-11-25T00:01:00.000Z';
const OVERRIDE = { by: 'Tesni Vaughan', reason: 'Read out at the meeting.' };

describe('the checks', () => {
  test('a check passes where nothing bears its code', () => {
    expect(passedChecks([])).toHaveLength(15);
    expect(passedChecks([finding('quote-no-speaker')])).not.toContain('Every quote has a speaker');
  });

  test('what somebody let pass no longer stops the export, but is not ticked as passed', () => {
    const overridden = finding('quote-changed', { override: OVERRIDE });
    expect(blockers([overridden])).toEqual([]);
    expect(passedChecks([overridden])).not.toContain('No quote has changed since its approval');
  });
});

describe('why the export waits', () => {
  test('for the checks, for what is to be settled, for a folder, for something published', () => {
    expect(whyWait(null)).toBe('The checks are not done yet.');
    expect(whyWait(report({ findings: [finding('quote-changed')], folder: null }))).toBe(
      'One thing is to be settled first.',
    );
    expect(whyWait(report({ folder: null }))).toBe('No folder is chosen for the bundle yet.');
    expect(whyWait(report({ files: [] }))).toBe('Nothing is published yet, so there is nothing to export.');
  });

  test('for nothing, once all is settled', () => {
    expect(whyWait(report({ findings: [finding('quote-changed', { override: OVERRIDE })] }))).toBeUndefined();
  });
});

test('a withheld release says until when, in the zone of the newsroom', () => {
  const held = { release: releaseId('r-00000001'), headline: 'Grants', until: '2026-07-24T23:01:00.000Z' };
  expect(withheldWords({ ...held, why: 'embargoed' }, 'Europe/London')).toBe(
    'Embargoed until 00:01, Saturday 25 July 2026',
  );
});

test('a withheld release has the name that the list has for it', () => {
  const held = { release: releaseId('r-00000001'), headline: '', until: null };
  expect(withheldName({ ...held, why: 'removed' })).toBe('Removed release');
  expect(withheldName({ ...held, why: 'not published' })).toBe('No headline yet');
  expect(withheldName({ ...held, headline: 'Grants', why: 'withdrawn' })).toBe('Grants');
});

test('the way on says how many files it exports, or that none changes', () => {
  const changes = { added: [], changed: ['index.html'], removed: [], same: 0 };
  expect(wayOn(report({ changes })).act).toBe('Export 1 file');
  expect(wayOn(report({ changes: { ...changes, changed: [], same: 1 } }))).toEqual({
    act: 'Export again',
    said: 'No file changes. To export again only proves the bundle once more.',
  });
});

test('what will change is summed up, and so is nothing', () => {
  expect(changeWords({ added: ['a', 'b'], changed: ['c'], removed: [], same: 1204 })).toBe(
    '2 new, 1 changed. 1,204 files stay as they are.',
  );
  expect(changeWords({ added: [], changed: [], removed: [], same: 1 })).toBe('Nothing changes. 1 file stays as it is.');
});

describe('what readers will see', () => {
  test('is told in pages', () => {
    const changes = { added: ['data/a.html', 'data/a.json'], changed: ['data/b.html', 'data/c.html', 'data/d.html'] };
    expect(pageWords({ ...changes, removed: [], same: 4 })).toBe('3 pages change, 1 new, 0 removed');
    expect(pageWords({ added: [], changed: ['data/b.html'], removed: ['data/x.html'], same: 4 })).toBe(
      '1 page changes, 0 new, 1 removed',
    );
  });
});

test('how far the export is, is told in counts', () => {
  expect(progressWords({ doing: 'reading', done: 1204, of: 10000 }, 100)).toBe('1,204 of 10,000 releases.');
  expect(progressWords({ doing: 'making', done: 31, of: 30 }, 9_000)).toBe('30 of about 30 files.');
  expect(progressWords({ doing: 'placing', done: 25, of: 100 }, 4_000)).toBe(
    '25 of 100 new files. About 12 seconds left.',
  );
  expect(progressWords({ doing: 'making', done: 100, of: 2_000 }, 10_000)).toContain('About 3 minutes left.');
});

test('what goes public at an instant is told by its first, the others counted', () => {
  const held = (headline: string) => ({
    release: releaseId('r-00000001'),
    headline,
    why: 'embargoed' as const,
    until: THEN,
  });
  expect(goingWords({ at: THEN, releases: [held('Grants')] })).toBe('Grants');
  expect(goingWords({ at: THEN, releases: [held('Grants'), held('Lamps'), held('Buses')] })).toBe(
    'Grants and 2 others',
  );
  expect(goingWords({ at: THEN, releases: [held('')] })).toBe('a release without a headline');
});

describe('a preview', () => {
  const preview = (findings: readonly Finding[] = []) => report({ preview: true, asOf: THEN, findings });

  test('never exports, whatever its checks say, and says the way back', () => {
    const words = 'A preview writes nothing. Go back to now to export.';
    expect(whyWait(preview())).toBe(words);
    expect(whyWait(preview([finding('quote-changed')]))).toBe(words);
  });

  test('is told to be one, with its instant and what would stop the export', () => {
    const what = 'A preview, not the archive: 00:01, Wednesday 25 November 2026.';
    expect(doneWords(preview(), 'Europe/London')).toBe(`${what} Nothing would stop the export`);
    expect(doneWords(preview([finding('quote-changed')]), 'Europe/London')).toBe(
      `${what} 1 thing to settle before then`,
    );
    expect(doneWords(report({ findings: [finding('quote-changed')] }), 'Europe/London')).toBe(
      'Checks done: 1 to settle first',
    );
  });
});

test('pages that change bear the names that readers know, those of releases first', () => {
  const changes = {
    added: ['data/news/2026/11/grants.html', 'data/news/2026/11/grants.json', 'data/topics/young-people/index.html'],
    changed: ['data/index.html', 'data/news/2026/11/index.html', 'data/news/2026/11/buses.html', 'data/feed.xml'],
    removed: ['data/people/mary-vale/page-2.html'],
    same: 0,
  };
  const { pages, files } = namedPages({
    changes,
    pages: [
      { path: 'data/news/2026/11/grants.html', headline: 'Grants open', kind: 'release' },
      { path: 'data/news/2026/11/buses.html', headline: '', kind: 'withdrawn' },
    ],
  });
  expect(pages.map(({ word, name, kind }) => [word, name, kind])).toEqual([
    ['New', 'Grants open', 'release page'],
    ['Withdrawn', 'news/2026/11/buses.html', 'address kept, with a notice'],
    ['New', 'News on a topic', 'list'],
    ['Changed', 'News Archive', 'list'],
    ['Changed', 'News in November 2026', 'list'],
    ['Taken away', 'Quotes of a person, page 2', 'list'],
  ]);
  expect(files.map(({ name }) => name)).toEqual(['news/2026/11/grants.json', 'feed.xml']);
});

test('no two pages are called the same where one is named alone', () => {
  const changed = [
    'data/people/mary-vale/index.html',
    'data/people/tom-ash/index.html',
    'data/topics/buses/index.html',
  ];
  const { pages } = namedPages({ changes: { added: [], changed, removed: [], same: 0 }, pages: [] });
  expect(pages.map(({ spoken }) => spoken)).toEqual([
    'Quotes of a person, people/mary-vale/index.html',
    'Quotes of a person, people/tom-ash/index.html',
    'News on a topic, topics/buses/index.html',
  ]);
});
