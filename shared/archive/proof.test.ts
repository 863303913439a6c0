import { describe, expect, test } from 'vitest';
import type { NewsroomSettings } from '../newsroom/model';
import type { Release } from '../release/model';
import { bold, contact, li, link, p, release, releaseId } from '../testing/builders';
import { bundle } from './bundle';
import { prove } from './proof';
import { escape } from './html';
import type { PublicRelease } from './select';
import { publicRelease, settings } from './testing';

const SENTENCE = "The sheriff's barge sinks at dawn & nobody on it knows.";
const SECRET = release({ id: releaseId('r-secret01'), headline: 'Barge to sink', body: [p(SENTENCE)] });
const PATH = '2026/index.html';

const leaksIn = (
  contents: string,
  open: readonly PublicRelease[] = [],
  secret: readonly Release[] = [SECRET],
  site: Partial<NewsroomSettings> = {},
) => prove([{ path: PATH, contents }], { secret, open, settings: settings(site) });

const leaksInBundle = (open: readonly PublicRelease[], secret: readonly Release[], site = {}) => {
  const office = settings(site);
  const files = [
    ...bundle({
      releases: open,
      settings: office,
      context: { people: [], approvals: 'persons' },
      asOf: '2026-11-20T12:00:00.000Z',
      preview: false,
    }),
  ];
  return prove(files, { secret, open, settings: office }).map(({ path, words }) => [path, words]);
};

describe('what is found', () => {
  test.each([
    ['as it is', SENTENCE],
    ['escaped', `<p>${escape(SENTENCE)}</p>`],
    ['with a word in italics', '<p>The sheriff’s barge <em>sinks</em> at dawn.</p>'],
    ['with half a word in bold and linked', '<p>sheriffs barge si<strong>nk</strong>s <a href="x">at dawn</a></p>'],
    ['in a string of JSON', JSON.stringify({ text: `“Ha!” ${SENTENCE}` })],
    ['in capitals and without its apostrophe', 'BARGE SINKS AT DAWN & NOBODY'],
    ['over a line break', '<p>sheriff&#39;s barge<br>sinks at dawn</p>'],
    ['in an attribute', '<meta content="barge sinks at dawn and nobody, sheriffs barge sinks at dawn">'],
  ])('a withheld sentence, %s', (_, contents) => {
    const leaks = leaksIn(contents);
    expect(leaks.length).toBeGreaterThan(0);
    expect(leaks.every((leak) => leak.path === PATH && leak.release === SECRET)).toBe(true);
  });

  test('a withheld headline of fewer than five words', () => {
    expect(leaksIn('<h1>Barge to sink</h1>').map(({ words }) => words)).toEqual(
      expect.arrayContaining(['barge to sink']),
    );
  });

  test('words around a line break within a block, in a string of JSON and in lines of their own', () => {
    const secret = [release({ body: [p('The barge sinks\nat dawn or so they say')] })];
    expect(leaksIn(JSON.stringify(['barge sinks\nat dawn or']), [], secret)).not.toEqual([]);
    expect(leaksIn('<content>The barge sinks\nat dawn or so they say</content>', [], secret)).not.toEqual([]);
  });

  test('a withheld headline in a file’s name', () => {
    const files = [{ path: '2026/11/barge-to-sink/index.html', contents: '' }];
    expect(prove(files, { secret: [SECRET], open: [], settings: settings() }).map(({ words }) => words)).toEqual([
      'barge to sink',
    ]);
  });

  test('an address that a withheld release leads to', () => {
    const secret = [release({ body: [p(link('here', 'https://harbour.example/barge-trial-results'))] })];
    expect(leaksIn('<a href="https://harbour.example/barge-trial-results">', [], secret)).not.toEqual([]);
  });

  test('a withheld release’s id', () => {
    expect(leaksIn('<a href="r-secret01.html">').map(({ words }) => words)).toContain('r-secret01');
  });

  test('the phone and the address of a contact for the media only, of a public release and of the office', () => {
    const night = contact({ phone: '07700 900002', email: 'night@eastmere.example', mediaOnly: true });
    const open = [publicRelease({ contacts: [night] })];
    const text = '<p>Ring 07700 900002 or write to night@eastmere.example</p>';
    const found = (leaks: ReturnType<typeof leaksIn>) => [...new Set(leaks.map(({ words }) => words))].sort();
    expect(found(leaksIn(text, open, []))).toEqual(['07700 900002', 'night@eastmere.example']);
    expect(found(leaksIn(text, [], [SECRET], { contacts: [night] }))).toEqual([
      '07700 900002',
      'night@eastmere.example',
    ]);
  });

  test('a telephone link to such a contact', () => {
    const night = contact({ phone: '07700 900002', email: '', mediaOnly: true });
    expect(leaksIn('<a href="tel:07700900002">Ring us</a>', [publicRelease({ contacts: [night] })], [])).not.toEqual(
      [],
    );
  });
});

describe('what is no leak', () => {
  test('words that a public release has too', () => {
    const open = [publicRelease({ body: [p(`As we said: ${SENTENCE}`)] })];
    expect(leaksIn(`<p>${escape(SENTENCE)}</p>`, open)).toEqual([]);
  });

  test('two public texts that meet across the edge of a block', () => {
    const secret = [release({ id: releaseId('r-secret02'), body: [p('we met the mayor of the far hills today')] })];
    const open = [
      publicRelease({
        headline: 'We met the mayor',
        standfirst: 'Of the far hills today',
        body: [
          p('We met the mayor'),
          p('of the far hills today'),
          li('We met the mayor'),
          li('of the far hills today'),
        ],
        topics: ['We met the mayor', 'of the far hills today'],
      }),
    ];
    expect(leaksInBundle(open, secret)).toEqual([]);
  });

  test('a contact who is public elsewhere', () => {
    const desk = contact({ phone: '01632 960001', mediaOnly: true });
    const open = [publicRelease({ contacts: [contact({ phone: '01632 960001' })] })];
    expect(leaksIn('<p>01632 960001</p>', open, [release({ contacts: [desk] })])).toEqual([]);
  });

  test('words that every page has: its headings and links, its date, its contact', () => {
    const desk = contact({
      name: 'Press office',
      role: 'Weekdays',
      phone: '01632 960001',
      email: 'desk@eastmere.example',
    });
    const lines = [
      'Press contact',
      'News Archive',
      'Latest news',
      'Get the latest news',
      'All news',
      'Skip to main content',
      'Keep up to date with news from Commissioner for Eastmere.',
      '10 November 2026',
      'November 2026',
      'Press office',
      'Press office, Weekdays: 01632 960001, desk@eastmere.example',
      'Press office: 01632 960001',
      'About Commissioner for Eastmere',
      'news@eastmere.example',
    ];
    const secret = [release({ id: releaseId('r-secret03'), notes: lines.map((line) => p(line)) })];
    expect(leaksInBundle([publicRelease({ contacts: [desk] })], secret)).toEqual([]);
  });

  test('one word', () => {
    expect(leaksIn('<p>Eels</p>', [], [release({ id: releaseId('r-x'), topics: ['Eels'] })])).toEqual([]);
  });
});

describe('a whole bundle', () => {
  test('without withheld text has no leak, and with its text planted has one in the right file', () => {
    const fair = publicRelease({ body: [p('The fair is on the green, ', bold('all'), ' day and for free.')] });
    expect(leaksInBundle([fair], [SECRET])).toEqual([]);
    const planted = { ...fair, release: { ...fair.release, standfirst: SENTENCE } };
    const files = bundle({
      releases: [planted],
      settings: settings(),
      context: { people: [], approvals: 'persons' },
      asOf: '2026-11-20T12:00:00.000Z',
      preview: false,
    });
    const leaks = prove([...files], { secret: [SECRET], open: [fair], settings: settings() });
    expect([...new Set(leaks.map(({ path }) => path))].sort()).toEqual([
      '2026/11/bridge/index.html',
      '2026/index.html',
      'bundle.json',
      'feed.xml',
      'index.html',
    ]);
  });
});
