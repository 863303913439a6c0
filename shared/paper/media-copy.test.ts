import { describe, expect, test } from 'vitest';
import type { Block, Embargo, Release, VersionHash } from '../release/model';
import { atDepth, bold, contact, li, ni, p, release } from '../testing/builders';
import { type MediaCopy, embargoLine, mediaCopyHtml, mediaCopyPage, mediaCopyText } from './media-copy';

const AT = '2026-11-22T09:00:00.000Z';
const copyOf = (given: Partial<Release>): MediaCopy => ({
  release: release({
    headline: 'Bridge to open',
    standfirst: 'In May.',
    dateline: { place: 'Eastmere', date: '2026-11-24' },
    body: [p('The bridge opens.')],
    ...given,
  }),
  settings: {
    organisation: 'Eastmere Council',
    boilerplate: 'The council serves Eastmere.',
    outOfHours: '01632 960 411',
    zone: 'Europe/London',
  },
  at: AT,
});
const london = (instant: string): Embargo => ({ instant, zone: 'Europe/London' });

describe('the line over a release', () => {
  test.each([
    [london('2026-11-26T00:01:00.000Z'), 'EMBARGOED until 00:01 on Thursday 26 November 2026'],
    // Summer time: the clock on the wall is an hour ahead, and it is another day.
    [london('2027-06-30T23:01:00.000Z'), 'EMBARGOED until 00:01 on Thursday 1 July 2027'],
    [
      { instant: '2026-11-26T05:00:00.000Z', zone: 'America/New_York' },
      'EMBARGOED until 00:00 on Thursday 26 November 2026 (America/New_York)',
    ],
    [london('2026-11-22T09:00:00.001Z'), 'EMBARGOED until 2026-11-22T09:00:00.001Z (Europe/London)'],
    [london(AT), 'FOR IMMEDIATE RELEASE'],
    [null, 'FOR IMMEDIATE RELEASE'],
  ])('of %j', (embargo, line) => {
    expect(embargoLine(embargo, AT, 'Europe/London')).toBe(line);
  });
});

test('the line of an embargo in the hour that clocks show twice says which one is meant', () => {
  const line = (instant: string) => embargoLine({ instant, zone: 'Europe/London' }, AT, 'Europe/London');
  expect(line('2030-10-27T00:30:00.000Z')).toBe('EMBARGOED until 01:30 BST on Sunday 27 October 2030');
  expect(line('2030-10-27T01:30:00.000Z')).toBe('EMBARGOED until 01:30 GMT on Sunday 27 October 2030');
});

test('the whole copy as text', () => {
  expect(
    mediaCopyText(
      copyOf({
        embargo: london('2026-11-26T00:01:00.000Z'),
        notes: [p('First note.'), p('Second note.')],
        contacts: [contact({ name: 'Press office', role: '', phone: '01632 960 144', email: '', mediaOnly: true })],
        reference: 'EC/12',
      }),
    ),
  ).toBe(`DRAFT, NOT FOR PUBLICATION

EMBARGOED until 00:01 on Thursday 26 November 2026

Bridge to open

In May.

Eastmere, 24 November 2026

The bridge opens.

ENDS

Notes to editors

1. First note.

2. Second note.

Media contacts

Press office, 01632 960 144
Out of hours: 01632 960 411

About Eastmere Council

The council serves Eastmere.

Reference EC/12
`);
});

describe('notes that have numbers of their own', () => {
  const told = (...notes: readonly Block[]) => {
    const copy = copyOf({ notes, contacts: [] });
    const [, text = ''] = /Notes to editors\n\n([^]*?)\n\nMedia contacts/.exec(mediaCopyText(copy)) ?? [];
    const [, html = ''] = /Notes to editors<\/h2>\n([^]*?)\n<h2/.exec(mediaCopyHtml(copy)) ?? [];
    return { text: text.split('\n\n'), html };
  };

  test('as a page that was brought in has them, are numbered once', () => {
    const { text, html } = told(
      p('1. The bridge cost ', bold('4'), ' million.'),
      p('2) It is new.'),
      p('1. Not the third.'),
    );
    expect(text).toEqual(['1. The bridge cost 4 million.', '2. It is new.', '3. 1. Not the third.']);
    expect(html).toBe(
      '<ol>\n<li><p>The bridge cost <strong>4</strong> million.</p></li>\n<li><p>It is new.</p></li>\n<li><p>1. Not the third.</p></li>\n</ol>',
    );
  });

  test('as a list, are a note each, and what lies deeper is within it', () => {
    const { text, html } = told(
      ni('The bridge cost 4 million.'),
      atDepth(1, li('Half of it was ours.')),
      ni('It is new.'),
      p('So is the road.'),
    );
    expect(text).toEqual([
      '1. The bridge cost 4 million.',
      expect.stringContaining('Half of it was ours.'),
      '2. It is new.',
      '3. So is the road.',
    ]);
    expect(html).toBe(
      '<ol>\n<li><p>The bridge cost 4 million.</p>\n<ul><li>Half of it was ours.</li></ul></li>\n<li><p>It is new.</p></li>\n<li><p>So is the road.</p></li>\n</ol>',
    );
  });

  test('as a list below a note, are that note’s', () => {
    expect(told(p('Both banks:'), ni('East.'), ni('West.'), p('It is new.')).html).toBe(
      '<ol>\n<li><p>Both banks:</p>\n<ol><li>East.</li><li>West.</li></ol></li>\n<li><p>It is new.</p></li>\n</ol>',
    );
  });
});

test('what was published does not call itself a draft', () => {
  const publication = {
    by: 'Ada',
    at: AT,
    version: 'a'.repeat(64) as VersionHash,
    address: 'news/2026/11/a.html',
    after: [],
    change: null,
  };
  const text = mediaCopyText(copyOf({ state: 'published', publication }));
  expect(text).toMatch(/^FOR IMMEDIATE RELEASE\n\nBridge to open\n/);
});

test('what is written is text in the copy, whatever it looks like', () => {
  const hostile = '<script>alert(1)</script>';
  const html = mediaCopyHtml(
    copyOf({
      headline: hostile,
      standfirst: hostile,
      body: [p(hostile)],
      notes: [p(hostile)],
      contacts: [contact({ name: hostile })],
      reference: hostile,
    }),
  );
  expect(html).not.toContain('<script');
  expect(html.match(/&lt;script&gt;/g)?.length).toBe(6);
  expect(mediaCopyPage(copyOf({ headline: hostile })).html).not.toContain('<script');
});
