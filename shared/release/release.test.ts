import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atDepth, bold, h2, italic, li, ni, p, release, withBody } from '../testing/builders';
import { releaseAsText } from '../newsroom/plain-text';
import { nameInAddress, newAddress } from './address';
import { personId, quoteId, releaseId } from './id';
import { migrate } from './migrate';
import type { ReleaseState } from './model';
import { slug } from './slug';
import { mayMove, whyNotPublish } from './states';
import { blockText, bodyWords, countWords, joinRuns, rangeText } from './text';

describe('a slug', () => {
  test.each([
    ['Rural crime team to double', 'rural-crime-team-to-double'],
    ['Commissioner’s £640,000 – “for victims”', 'commissioners-640-000-for-victims'],
    ['Cynllun ym Mhontŵen', 'cynllun-ym-mhontwen'],
    ['أخبار', 'release'],
    ['', 'release'],
    ['../..', 'release'],
  ])('of %j is %s', (headline, expected) => {
    expect(slug(headline)).toBe(expected);
  });
  test('is cut at a word, and within its limit whatever the text', () => {
    expect(slug('one two three', 8)).toBe('one-two');
    expect(slug('a'.repeat(90))).toBe('a'.repeat(60));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 7, max: 60 }), (text, limit) => {
        expect(slug(text, limit)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug(text, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('states', () => {
  const moves: readonly (readonly [ReleaseState, 'working' | 'in review' | 'agreed', boolean])[] = [
    ['working', 'in review', true],
    ['working', 'agreed', false],
    ['in review', 'agreed', true],
    ['in review', 'working', true],
    ['agreed', 'working', true],
    ['agreed', 'in review', false],
    ['agreed', 'agreed', true],
    ['published', 'working', false],
    ['withdrawn', 'working', false],
  ];
  test.each(moves)('from %s to %s: %s', (from, to, allowed) => {
    expect(mayMove(from, to)).toBe(allowed);
  });
  test('publishing asks for headline, date and body, and only once', () => {
    const whole = release({ headline: 'H', dateline: { place: '', date: '2026-11-24' }, body: [p('Words.')] });
    expect(whyNotPublish(whole)).toEqual([]);
    expect(whyNotPublish(release({ headline: ' ' }))).toHaveLength(3);
    expect(whyNotPublish({ ...whole, state: 'published' })).toEqual(['The release is published already.']);
  });
});

describe('an address', () => {
  test('is the year, the month and the headline, numbered where it is taken', () => {
    const given = release({ headline: 'New paths', dateline: { place: '', date: '2026-03-04' } });
    expect(newAddress(given, new Set())).toBe('news/2026/03/new-paths.html');
    const taken = new Set(['news/2026/03/new-paths.html', 'news/2026/03/new-paths-2.html']);
    expect(newAddress(given, taken)).toBe('news/2026/03/new-paths-3.html');
  });
  test.each(['Index', 'CON', 'Lpt1'])('is never a name that stands for something else: “%s”', (headline) => {
    const given = release({ headline, dateline: { place: '', date: '2026-03-04' } });
    expect(newAddress(given, new Set())).toBe(`news/2026/03/${headline.toLowerCase()}-2.html`);
  });
  test('ends in its name', () => expect(nameInAddress('news/2026/03/new-paths.html')).toBe('new-paths'));
});

describe('ids', () => {
  test('are 12 letters from 12 bytes, of five bits each', () => {
    expect(releaseId(new Uint8Array([0, 1, 31, 32, 255, 10, 0, 0, 0, 0, 0, 0]))).toBe('r-01z0za000000');
    expect(quoteId(new Uint8Array(12))).toBe('q-000000000000');
    expect(personId(new Uint8Array(12))).toBe('p-000000000000');
  });
});

describe('text', () => {
  test('of blocks, ranges and words', () => {
    const given = withBody(p('Two ', bold('words')), h2('One'), p('3 – four'));
    expect(given.body.map(blockText)).toEqual(['Two words', 'One', '3 – four']);
    expect(bodyWords(given)).toBe(5);
    expect(countWords('  – … ')).toBe(0);
    expect(rangeText(given.body, { block: 0, start: 4, end: 9 })).toBe('words');
    expect(rangeText(given.body, { block: 9, start: 0, end: 1 })).toBe('');
  });
  test('joins runs of one look and keeps every word', () => {
    expect(joinRuns([{ text: 'a' }, { text: '' }, { text: 'b' }, bold('c'), bold('d'), italic('e')])).toEqual([
      { text: 'ab' },
      bold('cd'),
      italic('e'),
    ]);
  });
  test('of a whole release for people', () => {
    const given = release({
      headline: 'H',
      standfirst: 'S',
      dateline: { place: 'Hexley', date: '2026-11-24' },
      body: [p('One.'), ni('a'), atDepth(1, li('b')), ni('c'), p('Two.'), ni('d')],
      notes: [p('Note.')],
      contacts: [{ name: 'Press office', role: '', phone: '1', email: '', mediaOnly: true }],
    });
    expect(releaseAsText(given)).toBe(
      [
        'H',
        'S',
        'Hexley, 2026-11-24',
        'One.',
        '1. a',
        '  • b',
        '2. c',
        'Two.',
        '1. d',
        'ENDS',
        'Notes to editors',
        'Note.',
        'Media contacts',
        'Press office, 1 (media only)',
      ].join('\n\n') + '\n',
    );
  });
});

describe('migrating', () => {
  test('leaves today’s format as it is and refuses what has none', () => {
    expect(migrate(release())).toEqual({ ok: true, value: release() });
    expect(migrate({ format: 0, headline: '' }).ok).toBe(false);
    expect(migrate([]).ok).toBe(false);
  });
  test('format 1 said nothing of what is done after publication, and a page was a folder', () => {
    const { format: _, ...rest } = release();
    const publication = { by: 'A', at: '2026-11-22T09:00:00.000Z', version: 'a'.repeat(64), address: '2026/11/x/' };
    const address = 'news/2026/11/x.html';
    expect(migrate({ ...rest, format: 1, publication })).toEqual({
      ok: true,
      value: { ...rest, format: 3, publication: { ...publication, address, after: [], change: null } },
    });
    expect(migrate({ ...rest, format: 1, publication: null })).toEqual({ ok: true, value: release() });
  });
});
