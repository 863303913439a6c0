import { describe, expect, test } from 'vitest';
import { resolveQuotes } from '../quotes/resolve';
import { p, releaseId } from '../testing/builders';
import { dayInPath, gapsOf, placeOfUrl, publishedBefore, readCatalogueFile, urlBelow } from './catalogue';

const OPTIONS = { id: releaseId('catalogue'), language: 'en-GB' };
const read = (html: string, path = 'news/story.html') => readCatalogueFile({ path, kind: 'html', text: html }, OPTIONS);

describe('a page of the back catalogue', () => {
  test('says its address by its canonical link, before all else that names one', () => {
    const page = read(
      '<head><link rel="stylesheet canonical" href="https://www.wyrdale.example/news/a.html"><meta property="og:url" content="https://www.wyrdale.example/b.html"></head><h1>A</h1><p>B</p>',
    );
    expect(page.url).toEqual({ value: 'https://www.wyrdale.example/news/a.html', from: 'the page’s canonical link' });
  });

  test('says its date and its address in structured data, also within a graph and beside what is no JSON', () => {
    const page = read(
      `<script type="application/ld+json">{no</script>
       <script type="application/ld+json">{"@graph":[{"@type":"Organization","url":"https://other.example/"},
       {"@type":["NewsArticle"],"datePublished":"2014-03-02T09:00:00Z","mainEntityOfPage":{"@id":"https://w.example/n/"}}]}</script>
       <h1>A</h1><p>B</p>`,
    );
    expect(page.date).toEqual({ value: '2014-03-02', from: 'the page’s structured data' });
    expect(page.url?.value).toBe('https://w.example/n/');
  });

  test('is dated by the line that it shows where it says nothing in data, and by its file last of all', () => {
    expect(read('<h1>A</h1><p>27 June 2014</p><p>B</p>').date).toEqual({
      value: '2014-06-27',
      from: 'the page’s own words',
    });
    expect(read('<h1>A</h1><p>B</p>', 'news/20140627.html').date).toEqual({
      value: '2014-06-27',
      from: 'the name of its file',
    });
    expect(read('<h1>A</h1><p>B</p>').date).toBeNull();
  });

  test('names the other days that it or its file speaks of', () => {
    const page = read('<h1>A</h1><p>30 March 2016</p><p>B</p>', '20160413.html');
    expect(page.date?.value).toBe('2016-03-30');
    expect(page.otherDates).toEqual([{ value: '2016-04-13', from: 'the name of its file' }]);
  });

  test('takes a time for its own only where it is the only one, or is said to be that of publication', () => {
    const two = '<time datetime="2014-07-04">4 July</time><time datetime="2014-08-01">1 August</time>';
    expect(read(`<h1>A</h1><p>Come on ${two}</p>`).date?.from).not.toBe('the page’s time element');
    const marked = '<time itemprop="datePublished" datetime="2014-06-27">27 June</time>';
    expect(read(`<h1>A</h1><p>Come on ${two} ${marked}</p>`).date?.value).toBe('2014-06-27');
  });

  test('from before there was a main element is read from what it calls its content, its headline from a second heading', () => {
    const page = read(
      `<body><div id="nav"><a href="a">Home</a></div><div id="page-content"><h2>Two patrols begin<br> March 30, 2016 </h2><p>They walk by night.</p></div>
       <div id="footer">Privacy</div></body>`,
    );
    expect(page.preview.release.headline).toBe('Two patrols begin');
    expect(page.preview.release.dateline.date).toBe('2016-03-30');
    expect(page.preview.release.body).toEqual([p('They walk by night.')]);
    expect(page.preview.dropped.map(({ text }) => text)).toEqual(['Home', 'Privacy']);
  });

  test('that is mostly links is said to be a list', () => {
    expect(read('<h1>News</h1><ul><li><a href="a">One story</a><li><a href="b">Another</a></ul>').isList).toBe(true);
    expect(read('<h1>News</h1><p>A story with <a href="a">a link</a> in it.</p>').isList).toBe(false);
  });
});

describe('the place of an address', () => {
  const SITE = 'https://www.wyrdale.example';
  test.each([
    ['https://www.wyrdale.example/newsroom/20140627.html', 'newsroom/20140627.html'],
    ['http://wyrdale.example/News/Old_Story.htm#top', 'News/Old_Story.htm'],
    ['/2014/06/two-patrols/', '2014/06/two-patrols/index.html'],
    ['https://www.wyrdale.example/2014/06/two-patrols', '2014/06/two-patrols/index.html'],
  ])('%s is %s', (url, place) => expect(placeOfUrl(url, SITE)).toBe(place));

  test.each([
    ['https://elsewhere.example/a.html', 'other-site'],
    ['https://www.wyrdale.example/story.aspx', 'not-a-page'],
    ['https://www.wyrdale.example/story.php?id=7', 'not-a-page'],
    ['https://www.wyrdale.example/', 'not-a-page'],
    ['https://www.wyrdale.example/a/../../b.html', 'not-a-page'],
    ['https://www.wyrdale.example/topics/roads/index.html', 'not-a-page'],
    ['https://www.wyrdale.example/news/2014/index.html', 'not-a-page'],
    ['https://www.wyrdale.example/con.html', 'not-a-page'],
    ['a story', 'not-a-page'],
  ])('%s is none: %s', (url, why) => expect(placeOfUrl(url, SITE)).toBe(why));

  test('is counted from the folder in which the site lies', () => {
    expect(placeOfUrl('https://w.example/press/a.html', 'https://w.example/press')).toBe('a.html');
    expect(placeOfUrl('https://w.example/other/a.html', 'https://w.example/press')).toBe('other-site');
  });

  test('of a file is below that of its folder', () => {
    expect(urlBelow('https://w.example/old', '2014/a story.txt')).toBe('https://w.example/old/2014/a%20story.html');
  });
});

test('a day stands in a file’s name, or in its folders, and never where there are two', () => {
  expect(dayInPath('2014/06/27/story.html')).toBe('2014-06-27');
  expect(dayInPath('news/2014-06-27-story.html')).toBe('2014-06-27');
  expect(dayInPath('20140627-20140630.html')).toBeNull();
  expect(dayInPath('20141327.html')).toBeNull();
  expect(dayInPath('release-1234567890.html')).toBeNull();
});

test('what is missing is named', () => {
  expect(gapsOf({ headline: ' ', date: '2014-02-30', place: null, isEmpty: true })).toEqual([
    'headline',
    'date',
    'address',
    'body',
  ]);
});

describe('quotes published before Standfirst', () => {
  const { preview } = read(
    '<h1>“Never again”</h1><p>Ada Pugh said: “We will come back in the spring.”</p><p>Nobody else spoke.</p>',
  );
  const before = publishedBefore(preview.release, preview.release.headline, '2014-06-27');
  const context = { people: [], approvals: 'persons' } as const;

  test('need no approval and no speaker as long as their paragraph stands as it stood', () => {
    expect(resolveQuotes(before, context)).toMatchObject([{ status: 'no approval needed', before: true }]);
    const changed = {
      ...before,
      body: [p('Ada Pugh said: “We will come back in the autumn.”'), ...before.body.slice(1)],
    };
    expect(resolveQuotes(changed, context)).toMatchObject([{ status: 'no speaker' }]);
    expect(resolveQuotes(changed, context)[0]).not.toHaveProperty('before');
  });

  test('hold through straight and curly marks, and other paragraphs may change', () => {
    const retyped = { ...before, body: [p('Ada Pugh said: "We will come back in the spring."'), p('Others spoke.')] };
    expect(resolveQuotes(retyped, context)).toMatchObject([{ status: 'no approval needed' }]);
  });
});
