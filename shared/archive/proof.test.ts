import { describe, expect, test } from 'vitest';
import type { NewsroomSettings } from '../newsroom/model';
import type { Person } from '../people/model';
import type { Publication, Release, VersionHash } from '../release/model';
import { contact, li, link, p, personId, release, releaseId, speaker, storedQuote } from '../testing/builders';
import { bundle } from './bundle';
import { prove } from './proof';
import { escape } from './html';
import type { GoneRelease } from './select';
import type { ArchiveRelease } from './site';
import { publicRelease, settings } from './testing';

const SENTENCE = "The sheriff's barge sinks at dawn & nobody on it knows.";
const SECRET = release({ id: releaseId('r-secret01'), headline: 'Barge to sink', body: [p(SENTENCE)] });
const PATH = '2026/index.html';

const leaksIn = (
  contents: string,
  open: readonly ArchiveRelease[] = [],
  secret: readonly Release[] = [SECRET],
  site: Partial<NewsroomSettings> = {},
  people: readonly Person[] = [],
  gone: readonly GoneRelease[] = [],
) => prove([{ path: PATH, contents }], { secret, open, gone, settings: settings(site), people });

const leaksInBundle = (open: readonly ArchiveRelease[], secret: readonly Release[], site = {}) => {
  const office = settings(site);
  const files = [
    ...bundle({
      releases: open,
      gone: [],
      settings: office,
      preview: false,
    }),
  ];
  return prove(files, { secret, open, gone: [], settings: office, people: [] }).map(({ path, words }) => [path, words]);
};

test('what the parts of the search index are called gives nothing away, whatever is withheld', () => {
  const secret = release({
    id: releaseId('r-secret02'),
    body: [p('At 0 degrees, room 1 of block u3 and z stay shut.')],
  });
  const few = [publicRelease({ headline: 'Ducks' })];
  expect(leaksInBundle(few, [secret])).toEqual([]);
});

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
    expect(leaks.every((leak) => leak.path === PATH && leak.release?.id === SECRET.id)).toBe(true);
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
    const files = [{ path: 'news/2026/11/barge-to-sink.html', contents: '' }];
    expect(
      prove(files, { secret: [SECRET], open: [], gone: [], settings: settings(), people: [] }).map(
        ({ words }) => words,
      ),
    ).toEqual(['barge to sink']);
  });

  test('an address that a withheld release leads to', () => {
    const secret = [release({ body: [p(link('here', 'https://harbour.example/barge-trial-results'))] })];
    expect(leaksIn('<a href="https://harbour.example/barge-trial-results">', [], secret)).not.toEqual([]);
  });

  test('a withheld release’s id', () => {
    expect(leaksIn('<a href="r-secret01.html">').map(({ words }) => words)).toContain('r-secret01');
  });

  test('the number and the address of a contact for the media only, with whose they are', () => {
    const night = contact({ phone: '07700 900002', email: 'Night@eastmere.example', mediaOnly: true });
    const open = [
      publicRelease({ id: releaseId('r-first001') }),
      publicRelease({ id: releaseId('r-night001'), contacts: [night] }),
    ];
    const text = '<a href="tel:+447700900002">+44 7700 900 002</a> or write to night@eastmere.example';
    const found = (leaks: ReturnType<typeof leaksIn>) =>
      [...new Set(leaks.map(({ words, release: whose }) => `${words} ${whose?.id ?? 'settings'}`))].sort();
    expect(found(leaksIn(text, open, [SECRET]))).toEqual([
      '44 7700 900 002 r-night001',
      '447700900002 r-night001',
      'night@eastmere.example r-night001',
    ]);
    expect(found(leaksIn('Ring 07700900002', [], [SECRET], { contacts: [night] }))).toEqual(['07700900002 settings']);
  });

  test('an extension as it is written, and not its digits', () => {
    const secret = [release({ contacts: [contact({ phone: 'Extension 41', email: '', mediaOnly: true })] })];
    expect(leaksIn('<p>Ask for extension 41.</p>', [], secret)).not.toEqual([]);
    expect(leaksIn('<p>All 41 of them came.</p>', [], secret)).toEqual([]);
  });

  test.each([
    ['with signs that cannot be seen', 'The sher\u00adiff’s barge si\u200bnks at dawn & nobody'],
    ['decomposed', 'THÉ BARGE SINKS, AT DAWN: NOBODY'.normalize('NFD')],
    ['in full-width letters', 'ｂａｒｇｅ ｓｉｎｋｓ ａｔ ｄａｗｎ & ｎｏｂｏｄｙ'],
    ['as entities', '&#98;arge sinks &#x61;t dawn&nbsp;&amp; nobody'],
    ['escaped twice', 'the sheriff&amp;#39;s barge sinks at dawn'],
    ['in a link', '<a href="mailto:?body=barge%20sinks%20at%20dawn%20%26%20nobody">Write</a>'],
    ['with half of each word in bold', '<b>bar</b>ge <i>sin</i>ks <u>a</u>t <mark>da</mark>wn &amp; no<wbr>body'],
    ['in a comment', '<!-- barge sinks at dawn & nobody -->'],
    ['as escapes of JSON', '{"text": "barge \\u0073inks at\\ndawn & nobody"}'],
  ])('a withheld sentence, %s', (_, contents) => {
    expect(leaksIn(contents)).not.toEqual([]);
  });

  test('words of a script that parts none', () => {
    const secret = [release({ body: [p('新しい橋は来年の春に閉鎖される予定です')] })];
    expect(leaksIn('<p>橋は来年の春に閉鎖</p>', [], secret)).not.toEqual([]);
    expect(leaksIn('<p>橋は開いています</p>', [], secret)).toEqual([]);
  });

  test('a verse whose lines are all short, in a file that keeps its lines', () => {
    const secret = [release({ body: [p('The barge\nsinks at\ndawn and\nnobody\nknows')] })];
    expect(leaksIn('<content>The barge\nsinks at\ndawn and</content>', [], secret)).not.toEqual([]);
  });
});

describe('Greek, whose small sigma is another sign at the end of a word', () => {
  const text = 'Ο δήμαρχος παραιτείται τους επόμενους μήνες';
  const secret = [release({ id: releaseId('r-secret01'), headline: 'Barge to sink', body: [p(text)] })];

  test('is found, in small letters and in capitals', () => {
    for (const given of [text, text.toUpperCase()]) expect(leaksIn(`<p>${given}</p>`, [], secret)).not.toEqual([]);
  });

  test('is no leak where it is public', () => {
    const open = [publicRelease({ language: 'el', body: [p(text)] })];
    expect(leaksIn(`<p>${text} →</p>`, open, secret)).toEqual([]);
  });
});

describe('what tells that there is something', () => {
  const publication: Publication = {
    by: 'Ada Clerk',
    at: '2026-11-10T09:00:00.000Z',
    version: 'b'.repeat(64) as VersionHash,
    address: 'news/2026/12/mast.html',
    after: [],
    change: null,
  };
  const mast = release({
    id: releaseId('r-mast0001'),
    state: 'published',
    publication,
    headline: 'Resignation',
    dateline: { place: 'Mill Lane Quay', date: '2026-12-01' },
    body: [p('It was found by Tomos Rees, who was there.')],
    contacts: [contact({ name: 'Ola Finch', phone: '', email: '' })],
    quotes: [storedQuote('q-mast0001', [], { speaker: speaker('Mara Quill', { role: 'Keeper of the mast' }) })],
    overrides: [{ check: 'c', digest: 'd', by: 'Ada Clerk', reason: 'Read out on air', at: publication.at }],
  });
  const found = (contents: string, open: readonly ArchiveRelease[] = [], people: readonly Person[] = []) => [
    ...new Set(leaksIn(contents, open, [mast], {}, people).map(({ words }) => words)),
  ];

  test.each([
    'Mara Quill',
    'Keeper of the mast',
    'Ola Finch',
    'Tomos Rees',
    'Ada Clerk',
    'Read out on air',
    'Mill Lane Quay',
    'Resignation',
  ])('“%s”, who or what stands in withheld text alone', (name) => {
    expect(found(`<p>With ${name}, at noon</p>`)).toContain(name.toLowerCase());
    expect(found(`<p>${name}</p>`, [publicRelease({ body: [p(`${name} was there.`)] })])).toEqual([]);
  });

  test('a person of the newsroom, also by a name of one word', () => {
    const person = (name: string, alsoKnownAs: readonly string[]): Person => ({
      id: personId(`p-${name.toLowerCase()}`),
      kind: 'person',
      name,
      alsoKnownAs,
      roles: [],
      approvalsContact: '',
    });
    const people = [person('Vesper', []), person('Ida Moss', ['the warden'])];
    const secret = [release({ body: [p('Then vesper met the Warden of it.')] })];
    const words = (text: string) => leaksIn(text, [], secret, {}, people).map((leak) => leak.words);
    expect(new Set(words('<p>Vesper and the warden</p>'))).toEqual(new Set(['vesper', 'the warden']));
    expect(words('<p>Ida Moss</p>')).toEqual([]);
  });

  test('the place of a withheld page, as a link, in a sitemap and as a file’s name', () => {
    expect(found('<a href="../news/2026/12/mast.html">Next</a>')).toEqual(['news/2026/12/mast.html']);
    expect(found('<loc>https://eastmere.example/news/2026/12/mast.html</loc>')).toEqual(['news/2026/12/mast.html']);
    const files = [{ path: 'news/2026/12/mast.html', contents: '' }];
    const parts = { secret: [mast], open: [], gone: [], settings: settings(), people: [] };
    expect(prove(files, parts).map(({ words }) => words)).toEqual(['news/2026/12/mast.html']);
    expect(found('<a href="../news/2026/12/masts.html">Next</a>')).toEqual([]);
  });

  test('but not the place of a release that was withdrawn: it is known already', () => {
    const withdrawn = { ...mast, state: 'withdrawn' as const };
    const gone: GoneRelease = {
      address: 'news/2026/12/mast.html',
      language: 'en-GB',
      formerly: [],
      kind: 'withdrawn',
      at: '2026-12-02T09:00:00.000Z',
      reason: 'The mast stays.',
      to: null,
    };
    expect(leaksIn('<a href="../news/2026/12/mast.html">Next</a>', [], [withdrawn], {}, [], [gone])).toEqual([]);
    expect(leaksIn('<a href="../news/2026/12/mast.html">Next</a>', [], [withdrawn])).not.toEqual([]);
  });

  test('nor an id that another one begins with', () => {
    expect(found('<a href="r-mast00012.html">Next</a>')).toEqual([]);
  });
});

describe('whose it is', () => {
  test('the release that most of the words in a file are from', () => {
    const shared = 'For the first time in ten years';
    const one = release({ id: releaseId('r-one00001'), body: [p(`${shared} the eels are late.`)] });
    const two = release({ id: releaseId('r-two00001'), body: [p(`${shared} the geese came back to us.`)] });
    for (const secret of [
      [one, two],
      [two, one],
    ]) {
      const leaks = leaksIn(`<p>${shared} the eels are late.</p>`, [], secret);
      expect(new Set(leaks.map(({ release: whose }) => whose?.id))).toEqual(new Set(['r-one00001']));
    }
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

  test('a public text that itself writes of entities, escapes and percent signs', () => {
    const text = 'Write &lt;b&gt; or &amp;#39; or \\n and 100%25 of C:\\new\\u0041 for it all';
    const secret = [release({ id: releaseId('r-secret04'), headline: text, body: [p(text)] })];
    const open = [publicRelease({ headline: text, standfirst: text, body: [p(text)], topics: [text] })];
    expect(leaksInBundle(open, secret)).toEqual([]);
  });

  test('a text that is escaped over and over, which is read in a moment', () => {
    expect(leaksIn(`<p>&${'amp;'.repeat(100_000)}</p>`)).toEqual([]);
  });

  test('one word', () => {
    expect(leaksIn('<p>Eels</p>', [], [release({ id: releaseId('r-x'), topics: ['Eels'] })])).toEqual([]);
  });
});
