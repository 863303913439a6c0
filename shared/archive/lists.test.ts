import { describe, expect, test } from 'vitest';
import type { PublishedRelease } from '../newsroom/model';
import type { VersionHash } from '../release/model';
import { contact, p, personId, release, releaseId, speaker, storedQuote } from '../testing/builders';
import { fixedPages } from './fixed-pages';
import { gonePage } from './gone-page';
import { A_PAGE, timeLists } from './lists';
import type { BundleFile } from './model';
import { releasePage } from './release-page';
import { articleData } from './structured';
import type { GoneRelease } from './select';
import { select } from './select';
import { archiveRelease } from './site';
import { peopleLists, topicLists } from './subject-lists';
import { publicRelease, siteOf, withOther } from './testing';

const PERSON = { kind: 'person' as const, name: 'Mara Quill', alsoKnownAs: [], roles: [], approvalsContact: '' };

/** So many releases, one a day from 1 January 2026, newest first, each about roads. */
const releases = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    const given = { id: releaseId(`r-number${index}`), headline: `Number ${index}`, topics: ['Roads'] };
    const address = `news/${day.slice(0, 7).replace('-', '/')}/number-${index}.html`;
    return publicRelease({ ...given, dateline: { place: '', date: day } }, address);
  }).toReversed();

const byPath = (files: Iterable<BundleFile>): Map<string, string> =>
  new Map([...files].map(({ path, contents }) => [path, contents]));
const headlines = (page = ''): string[] => [...page.matchAll(/>(Number \d+)</g)].map(([, text = '']) => text);

describe('numbered pages', () => {
  test('are counted from the oldest release, each full, and the first page has the others', () => {
    const files = byPath(timeLists(siteOf(releases(3 * A_PAGE + 2))));
    expect(headlines(files.get('news/page-1.html')).at(-1)).toBe('Number 0');
    expect(headlines(files.get('news/page-1.html'))).toHaveLength(A_PAGE);
    expect(headlines(files.get('news/page-2.html')).at(0)).toBe(`Number ${2 * A_PAGE - 1}`);
    expect(files.has('news/page-3.html')).toBe(false);
    expect(headlines(files.get('index.html'))).toHaveLength(A_PAGE + 2);
    expect(headlines(files.get('index.html')).at(-1)).toBe(`Number ${2 * A_PAGE}`);
    expect(files.get('index.html')).toContain('href="news/page-2.html"');
    expect(files.get('news/page-2.html')).toContain('<a rel="prev" href="../index.html">');
    expect(files.get('news/page-1.html')).toContain('<a rel="prev" href="page-2.html">');
  });

  test('are none where the first page holds all', () => {
    const files = byPath(timeLists(siteOf(releases(2 * A_PAGE - 1))));
    expect([...files.keys()].filter((path) => path.includes('page-'))).toEqual([]);
    expect(headlines(files.get('index.html'))).toHaveLength(2 * A_PAGE - 1);
  });

  test('a new release changes none of them', () => {
    const before = byPath(timeLists(siteOf(releases(3 * A_PAGE + 1))));
    const after = byPath(timeLists(siteOf(releases(3 * A_PAGE + 2))));
    const changed = [...after].filter(([path, page]) => before.get(path) !== page).map(([path]) => path);
    // Day 62 of the year is in March.
    expect(changed).toEqual(['index.html', 'news/2026/index.html', 'news/2026/03/index.html']);
  });
});

describe('beside the first page’s entries', () => {
  const asideOf = (given: Parameters<typeof siteOf>[0]): string =>
    /<aside.*?<section/s.exec(byPath(timeLists(siteOf(given))).get('index.html') ?? '')?.[0] ?? '';

  test('stand the newest year’s months, each with how many releases it has', () => {
    const old = publicRelease({ dateline: { place: '', date: '2025-12-31' } }, 'news/2025/12/old.html');
    const aside = asideOf([...releases(33), old]);
    expect(aside).toContain('<h2>2026 by month</h2>');
    expect(aside).toContain('<a href="news/2026/02/index.html">February 2026</a> <span>2</span>');
    expect(aside).toContain('<a href="news/2026/01/index.html">January 2026</a> <span>31</span>');
    expect(aside).not.toContain('2025');
  });

  test('stand the topics that most releases are about, by name', () => {
    const names = ['Bridges', 'Custody', 'Drains', 'Elections', 'Fires', 'Grants', 'Horses', 'Inns', 'Jetties'];
    // Each of these has one release more than the one before.
    const given = names.flatMap((name, index) =>
      Array.from({ length: index + 1 }, (_, own) =>
        publicRelease({ topics: [name] }, `news/2026/01/${name.toLowerCase()}-${own}.html`),
      ),
    );
    const shown = [...asideOf(given).matchAll(/topics\/[a-z]+\/index\.html">(\w+)<\/a> <span>(\d)<\/span>/g)];
    expect(shown.map(([, name, count]) => [name, Number(count)])).toEqual(
      names.map((name, index) => [name, index + 1]).slice(1),
    );
  });

  test('stands nothing of it where no release is public, and there is nothing to search', () => {
    const page = byPath(timeLists(siteOf([]))).get('index.html') ?? '';
    expect(page).not.toContain('class="counts"');
    expect(page).not.toContain('role="search"');
  });
});

describe('a release that is dated back', () => {
  const published = (number: number, date: string): PublishedRelease => {
    const frozen = release({
      id: releaseId(`r-number${1000 + number}`),
      headline: `Number ${number}`,
      topics: ['Roads'],
      dateline: { place: '', date: date },
    });
    const at = new Date(Date.UTC(2026, 0, 1 + number, 9)).toISOString();
    const address = `news/${date.slice(0, 7).replace('-', '/')}/number-${number}.html`;
    const publication = {
      by: 'Test Writer',
      at,
      version: 'a'.repeat(64) as VersionHash,
      address,
      after: [],
      change: null,
    };
    return { frozen, current: { ...frozen, state: 'published', publication } };
  };
  const filesOf = (all: readonly PublishedRelease[]): Map<string, string> => {
    const { public: open } = select(all, [], '2027-01-01T00:00:00.000Z');
    const site = siteOf(open.map((each) => archiveRelease(each, () => [])));
    return byPath([...timeLists(site), ...topicLists(site)]);
  };
  const day = (number: number): string => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
  const first = Array.from({ length: 3 * A_PAGE + 5 }, (_, number) => published(number, day(number)));

  test('is the newest all the same, and changes one page of each list', () => {
    const before = filesOf(first);
    const after = filesOf([...first, published(first.length, '2026-01-04')]);
    const changed = [...after].filter(([path, page]) => before.get(path) !== page).map(([path]) => path);
    expect(changed).toEqual([
      'index.html',
      'news/2026/index.html',
      'news/2026/01/index.html',
      'topics/roads/index.html',
    ]);
    expect(headlines(after.get('topics/roads/index.html'))[0]).toBe(`Number ${first.length}`);
  });
});

test('the first release of a new year changes the page of the year before, and of no other year', () => {
  const of = (years: readonly number[]): Map<string, string> =>
    byPath(timeLists(siteOf(years.map((year) => publicRelease({}, `news/${year}/02/bridge.html`)))));
  const before = of([2025, 2024, 2023, 2022]);
  const after = of([2026, 2025, 2024, 2023, 2022]);
  const changed = [...after].filter(([path, page]) => before.get(path) !== page).map(([path]) => path);
  expect(changed).toEqual(['index.html', 'news/2026/index.html', 'news/2025/index.html', 'news/2026/02/index.html']);
  expect(after.get('news/2023/index.html')).toContain('<a href="../../news/2024/index.html">2024</a>');
  expect(after.get('news/2023/index.html')).toContain('<a href="../../news/2022/index.html">2022</a>');
});

describe('topics', () => {
  test('have an index, a list and pages of their own', () => {
    const files = byPath(topicLists(siteOf(releases(2 * A_PAGE))));
    expect([...files.keys()]).toEqual(['topics/index.html', 'topics/roads/index.html', 'topics/roads/page-1.html']);
    expect(files.get('topics/index.html')).toContain('<a href="../topics/roads/index.html">Roads</a></li>');
    expect(headlines(files.get('topics/roads/index.html'))).toHaveLength(A_PAGE);
  });

  test('that differ in capitals or spaces are one; that fold to one name have a place each, the older one first', () => {
    const about = (topic: string, date: string) =>
      publicRelease({ topics: [topic], dateline: { place: '', date } }, `news/2026/01/${date}.html`);
    const site = siteOf([
      about('طرق', '2026-01-04'),
      about('أنهار', '2026-01-03'),
      about(' ROADS', '2026-01-02'),
      about('Roads', '2026-01-01'),
    ]);
    expect(site.topics.map(({ name, place, items }) => [name, place, items.length])).toEqual([
      ['Roads', 'topics/roads/', 2],
      ['أنهار', 'topics/release/', 1],
      ['طرق', 'topics/release-2/', 1],
    ]);
  });
});

describe('people', () => {
  const WORDS = '“The bridge is late.”';
  const said = (name: string, role: string, date: string) =>
    publicRelease(
      {
        id: releaseId(`r-${date}`),
        headline: `On ${date}`,
        dateline: { place: '', date },
        body: [p(WORDS)],
        quotes: [storedQuote('q-1', [[0, 0, WORDS.length]], { speaker: speaker(name, { role }) })],
      },
      `news/2026/01/on-${date}.html`,
    );

  test('have their quotes with the role of the time and a link to the release', () => {
    const files = byPath(
      peopleLists(siteOf([said('Mara Quill', 'Director', '2026-01-09'), said('Mara Quill', 'Engineer', '2026-01-02')])),
    );
    const page = files.get('people/mara-quill/index.html') ?? '';
    expect(page).toContain('<h1>Mara Quill in the news</h1>');
    expect(page).toContain('<p class="roles">Director; Engineer</p>');
    expect(page).toContain(`<blockquote><p>${WORDS}</p></blockquote>`);
    expect(page).toContain('Engineer. <a href="../../news/2026/01/on-2026-01-02.html">On 2026-01-02</a>');
  });

  test('are not there where a quote has no speaker that a person accepted', () => {
    const files = byPath(peopleLists(siteOf([publicRelease({ body: [p(`${WORDS} said Mara Quill.`)] })])));
    expect([...files.keys()]).toEqual(['people/index.html']);
  });

  test('are not there where the words of two run together, though one has most of them and somebody let that pass', () => {
    const [ONE, OTHER] = ['“We start in May', '. No, we do not start before the rain is over.”'];
    const text = `${ONE}${OTHER}`;
    const both = publicRelease({
      body: [p(text)],
      quotes: [
        storedQuote('q-1', [[0, 0, ONE.length]], { speaker: speaker('Tom Cole') }),
        storedQuote('q-2', [[0, ONE.length, text.length]], { speaker: speaker('Mara Quill') }),
      ],
    });
    const site = siteOf([both]);
    expect(site.people).toEqual([]);
    expect(articleData(site, both)).not.toHaveProperty('hasPart');
    expect(releasePage(site, both, '')).toContain(`<p>${text}</p>`);
  });

  test('two of one name have a page each; where the newsroom knows one alone, all of that name are theirs', () => {
    const by = (person: string | null, words: string, day: string, name = 'Mara Quill') =>
      publicRelease(
        {
          dateline: { place: '', date: day },
          body: [p(words)],
          quotes: [
            storedQuote('q-00000001', [[0, 0, words.length]], {
              speaker: speaker(name, {
                person: person === null ? null : personId(person),
                role: person === 'p-1' ? 'Chair' : '',
              }),
            }),
          ],
        },
        `news/${day}.html`,
      );
    const [one, other, unknown] = [
      by('p-1', '“We start.”', '2026-01-09'),
      by('p-2', '“We stop.”', '2026-01-02'),
      by(null, '“We wait.”', '2026-01-05'),
    ];
    const quoted = (...open: readonly (typeof one)[]) =>
      siteOf(open).people.map(({ place, items }) => [place, items.map(({ words }) => words)]);
    expect(quoted(one, other)).toEqual([
      ['people/mara-quill-2/', ['“We start.”']],
      ['people/mara-quill/', ['“We stop.”']],
    ]);
    expect(quoted(one, unknown)).toEqual([['people/mara-quill/', ['“We start.”', '“We wait.”']]]);
    const page = releasePage(siteOf([one, other]), one, '');
    expect(page).toContain('people/mara-quill-2/index.html');
    // In the index the role tells them apart.
    const index = (...open: readonly (typeof one)[]) => byPath(peopleLists(siteOf(open))).get('people/index.html');
    expect(index(one, other)).toContain('mara-quill-2/index.html">Mara Quill, Chair</a>');
    expect(index(one, other)).toContain('mara-quill/index.html">Mara Quill</a>');
    expect(index(one)).toContain('mara-quill/index.html">Mara Quill</a>');
    // They share it however it is spelt.
    const spelt = by('p-2', '“We stop.”', '2026-01-02', 'Mara  Quill');
    expect(index(one, spelt)).toContain('index.html">Mara Quill, Chair</a>');
    // An entry that was merged into another is the same person, beside a third of that name.
    const third = by('p-3', '“We wait.”', '2026-01-01');
    const people = [
      { ...PERSON, id: personId('p-1'), mergedFrom: [personId('p-2')] },
      { ...PERSON, id: personId('p-3') },
    ];
    const merged = siteOf([one, other, third], {}, { people });
    expect(merged.people.map(({ place, items }) => [place, items.map(({ words }) => words)])).toEqual([
      ['people/mara-quill-2/', ['“We start.”', '“We stop.”']],
      ['people/mara-quill/', ['“We wait.”']],
    ]);
    const [, stopped] = merged.releases;
    expect(stopped && releasePage(merged, stopped, '')).toContain('people/mara-quill-2/index.html');
  });
});

describe('a release that is public no more', () => {
  const gone = (given: Partial<GoneRelease> = {}): GoneRelease => ({
    formerly: [],
    address: 'news/2026/11/bridge.html',
    language: 'en-GB',
    kind: 'withdrawn',
    at: '2026-11-15T10:00:00.000Z',
    reason: 'It <named> a witness.',
    to: null,
    ...given,
  });

  test('has a page with the day and the reason', () => {
    const page = gonePage(siteOf([]), gone());
    expect(page).toContain('<h1>This release was withdrawn on 15 November 2026</h1>');
    expect(page).toContain('<p><b>Reason: </b>It &lt;named&gt; a witness.</p>');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).not.toContain('refresh');
  });

  test('names the newsroom’s own press contacts, and none that is for the media only', () => {
    const contacts = [
      contact({ name: 'Press office', phone: '01632 960 144' }),
      contact({ name: 'Night desk', phone: '07700 900 002', mediaOnly: true }),
    ];
    const page = gonePage(siteOf([], { contacts }), gone());
    expect(page).toContain('01632 960 144');
    expect(page).not.toMatch(/Night desk|900 002/);
    expect(gonePage(siteOf([]), gone())).not.toContain('Press contact');
  });

  test('leads to what took its place, by itself and by a link', () => {
    const page = gonePage(siteOf([]), gone({ kind: 'replaced', to: 'news/2026/12/ferry.html' }));
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=../../../news/2026/12/ferry.html">');
    expect(page).toContain('<a href="../../../news/2026/12/ferry.html">Go to the release that took its place</a>');
  });

  test('stands in the log of corrections, newest first, with what was corrected', () => {
    const corrected = withOther(publicRelease(), {
      corrections: [{ at: '2026-11-12T10:00:00.000Z', note: 'May, not March.', earlier: null }],
    });
    const page =
      byPath(fixedPages(siteOf([corrected], {}, { gone: [gone({ address: 'news/2026/10/x.html' })] }))).get(
        'corrections.html',
      ) ?? '';
    expect(page.indexOf('was withdrawn on 15 November')).toBeGreaterThan(0);
    expect(page.indexOf('May, not March.')).toBeGreaterThan(page.indexOf('It &lt;named&gt; a witness.'));
  });
});

describe('the page for what is not there', () => {
  test('has whole links where the site’s address is known, since it is shown at any depth', () => {
    const page =
      byPath(fixedPages(siteOf([], { siteAddress: 'https://eastmere.example/press' }))).get('404.html') ?? '';
    expect(page).toContain('<a href="https://eastmere.example/press/index.html">Back to News Archive</a>');
    expect(page).toContain('<link rel="stylesheet" href="/press/archive.css">');
    expect(page).not.toContain('canonical');
    const links = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to = '']) => to);
    const besides = ['#main', '/press/archive.css', 'archive.css'];
    expect(links.filter((to) => !/^(?:https:\/\/eastmere\.example\/press\/|mailto:)/.test(to)).toSorted()).toEqual(
      besides,
    );
  });
});
