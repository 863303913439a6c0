import { describe, expect, test } from 'vitest';
import type { Embargo, Release, VersionHash } from '../release/model';
import { contact, p, release } from '../testing/builders';
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
