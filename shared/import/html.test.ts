import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRelease } from '../release/parse';
import { blockText } from '../release/text';
import {
  atDepth,
  bold,
  bq,
  h2,
  headRow,
  inLanguage,
  italic,
  li,
  link,
  ni,
  p,
  releaseId,
  row,
  tableCaption,
} from '../testing/builders';
import { importHtml } from './html';

const options = { fileName: 'a.html', id: releaseId('r-import0001'), language: 'en-GB' };
const read = (html: string) => importHtml(html, options);
const body = (html: string) => read(html).release.body;

const PAGE = `<!doctype html><html lang="cy"><head><title>Site - page</title><style>p{color:red}</style></head><body>
<header><a href="/">The Council</a></header><nav><a href="/a">One</a> <a href="/b">Two</a></nav>
<main><h1>New <em>paths</em></h1><time datetime="2026-11-24T09:00:00Z">24 November 2026</time>
<p>First.</p><aside>Related stories</aside><script>alert(1)</script><p>Second.</p><p>Back to News Archive</p></main>
<footer>All rights kept</footer></body></html>`;

describe('a web page', () => {
  const preview = read(PAGE);
  test('gives the words of its main part', () => {
    expect(preview.release.headline).toBe('New paths');
    expect(preview.release.dateline.date).toBe('2026-11-24');
    expect(preview.release.language).toBe('cy');
    expect(preview.release.body).toEqual([p('First.'), p('Second.')]);
    expect(preview.missing).toEqual([]);
  });
  test('has everything else named, scripts and styles aside', () => {
    expect(preview.dropped.map(({ text, place }) => [text, place.before])).toEqual([
      ['The Council', 0],
      ['One Two', 0],
      ['24 November 2026', 0],
      ['Related stories', 1],
      ['Back to News Archive', 2],
      ['All rights kept', 2],
    ]);
  });
});

describe('a table', () => {
  test('of words in rows and columns is a table of the release', () => {
    const html = `<p>Before.</p><table><caption>Thefts</caption>
<thead><tr><th></th> <th>2025</th><th>2026</th></tr></thead>
<tbody><tr>
  <th>Wyr</th>
  <td> 12 </td><td><b>9</b> <br>so far</td>
</tr><tr><td> </td><td></td><td></td></tr></tbody></table><p>After.</p>`;
    expect(body(html)).toEqual([
      p('Before.'),
      tableCaption('Thefts'),
      headRow('', '2025', '2026'),
      { ...row(), rowHeader: true, runs: [{ text: 'Wyr\t12\t' }, bold('9'), { text: '\nso far' }] },
      p('After.'),
    ]);
  });
  test.each([
    [
      'that lays out a page',
      '<table><tr><td><p>One.</p></td><td><p>Two.</p></td></tr><tr><td><p>x</p></td><td>y</td></tr></table>',
    ],
    ['of one column', '<table><tr><td>One.</td></tr><tr><td>Two.</td></tr></table>'],
    ['of one row', '<table><tr><td>One.</td><td>Two.</td></tr></table>'],
  ])('%s is none', (_, html) => {
    expect(body(html).every(({ type }) => type === 'paragraph')).toBe(true);
  });
});

describe('HTML', () => {
  test('keeps bold, italic, links to the outside and the language of a part', () => {
    expect(
      body(
        '<p>A <b>b <i>c</i></b> <a href="https://a.example/x">d</a> <a href="/y">e</a> <span lang="cy">f</span></p>',
      ),
    ).toEqual([
      p('A ', bold('b '), bold(italic('c')), ' ', link('d', 'https://a.example/x'), ' e ', inLanguage('f', 'cy')),
    ]);
  });
  test('takes the language from the element that holds the release, and says it of no part that has the same', () => {
    const page = (lang: string, inner: string) =>
      read(`<html lang="en-GB"><main><article lang="${lang}"><h1>H</h1>${inner}</article></main></html>`).release;
    const welsh = page('cy', '<p>un</p><ul><li lang="en-GB">two</li></ul><p lang="CY">tri</p>');
    expect(welsh.language).toBe('cy');
    expect(welsh.body).toEqual([p('un'), li(inLanguage('two', 'en-GB')), p('tri')]);
    expect(page('en-GB', '<p>a <span lang="en-gb">b</span> c</p>').body).toEqual([p('a b c')]);
  });
  test('keeps headings, lists with their depth, and block quotes', () => {
    expect(
      body(
        '<h2>H</h2><ul><li>a<ol><li>b</li></ol></li><li><p>c</p></li></ul><blockquote><p>q</p><p>r</p></blockquote>',
      ),
    ).toEqual([h2('H'), li('a'), atDepth(1, ni('b')), li('c'), bq('q'), bq('r')]);
  });
  test('reads words that stand in no paragraph', () => {
    expect(body('<div>one<p>two</p>three<br>four</div>')).toEqual([p('one'), p('two'), p('three\nfour')]);
  });
  test('makes one space of white space, and none at the ends', () => {
    expect(body('<p>\n  a\n  <b> b </b>  c \n</p>')).toEqual([p('a ', bold('b '), 'c')]);
  });
  test('drops colours and fonts and keeps their words', () => {
    expect(body('<p style="color:red">a <font face="x">b</font></p>')).toEqual([p('a b')]);
  });
  test('makes a paragraph of the row of a table that is no grid, a tab between its cells', () => {
    expect(body('<table><tr><td>a</td><td>b</td></tr></table>')).toEqual([p('a\tb')]);
  });
  test('has no headline where there is no h1 and no title for sharing', () => {
    expect(read('<title>Site</title><p>a</p>').missing).toEqual(['headline', 'date']);
    expect(read('<meta property="og:title" content="T"><p>a</p>').release.headline).toBe('T');
  });
  test('nested a hundred thousand deep is read all the same', () => {
    expect(body(`${'<div>'.repeat(100_000)}deep`).map(blockText)).toEqual(['deep']);
    expect(body(`${'<b>'.repeat(5_000)}deep`).map(blockText)).toEqual(['deep']);
  });
  test('of a hundred and fifty thousand paragraphs beside each other is read all the same', () => {
    expect(body('<p>a</p>'.repeat(150_000))).toHaveLength(150_000);
  });
  test('never runs and never lets a script address through', () => {
    expect(body('<p><a href="javascript:alert(1)">x</a><img src=x onerror=alert(1)></p>')).toEqual([p('x')]);
  });
  test('names the words that a reader sees only where something else cannot be shown', () => {
    const { release, dropped } = read(
      `<main><h1>Paths</h1><p>Ring <svg><style>a{}</style><title>Telephone</title></svg>01632 960 001.</p>
      <object data="map.swf"><p>The map shows <b>nine</b> paths.</p></object>
      <p>It is <math><mi>x</mi><mo>=</mo><mn>9</mn></math> now.</p>
      <nav><a href="/"><svg><text>Home</text></svg></a></nav></main>
      <noscript><p>Turn scripts on to read the <i>figures</i>.</p></noscript>
      <noscript><img height="1" src="https://count.example/?a=1"></noscript>
      <iframe src="https://video.example/">Watch the <b>film</b></iframe>`,
    );
    expect(release.body).toEqual([p('Ring 01632 960 001.'), p('It is now.')]);
    expect(dropped.map(({ text, why }) => [text, why])).toEqual([
      ['Telephone', 'Words in a drawing'],
      ['The map shows nine paths.', 'It is shown only where something else cannot be'],
      ['x=9', 'A formula'],
      ['Home', 'Links for finding one’s way in the web page'],
      ['Turn scripts on to read the figures.', 'It stands outside the main part of the web page'],
      ['Watch the film', 'It stands outside the main part of the web page'],
    ]);
    expect(read('<h1>Paths</h1><noscript>No <b>scripts</b></noscript><p>One.</p>')).toMatchObject({
      release: { body: [p('One.')] },
      dropped: [{ text: 'No scripts', why: 'It is shown only where scripts do not run', place: { before: 0 } }],
    });
  });
  test('whatever it is gives a whole release', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<h1>',
      '<li>',
      '<ul>',
      '<table>',
      '<td>',
      'words',
      ' ',
      '<br>',
      '<main>',
      '<a href="https://x.example">',
      '&amp;',
      '<svg>',
      '<p lang="">',
      '</main>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
        expect(parseRelease(read(parts.join('')).release)).toMatchObject({ ok: true });
      }),
    );
  });
});
