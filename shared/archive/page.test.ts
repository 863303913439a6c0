import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Release } from '../release/model';
import { bold, contact, link, p, speaker, storedQuote } from '../testing/builders';
import { homePage, timeLists } from './lists';
import { releasePage } from './release-page';
import type { Site } from './site';
import { publicRelease, siteOf } from './testing';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const below = (node: Node): Node[] =>
  'childNodes' in node ? node.childNodes.flatMap((each) => [each, ...below(each)]) : [];
const textOf = (node: Node): string =>
  below(node)
    .map((each) => (each.nodeName === '#text' && 'value' in each ? each.value : ''))
    .join('');
const elements = (node: Node, name: string): Element[] =>
  below(node).filter((each): each is Element => 'tagName' in each && each.tagName === name);
const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attrs.find((each) => each.name === name)?.value;

const pageOf = (given: Partial<Release>, office = {}, preview = false): string => {
  const site = siteOf([publicRelease(given)], office, { preview });
  const [found] = site.releases;
  if (found === undefined) throw new Error('the site has no release');
  return releasePage(site, found);
};
const yearPage = (site: Site): string =>
  [...timeLists(site)].find(({ path }) => path === 'news/2026/index.html')?.contents ?? '';

const NASTY = `<script>alert("a & b")</script> it's`;

describe('a release’s page', () => {
  test('markup in any field stays text', () => {
    const html = pageOf(
      {
        headline: `Headline ${NASTY}`,
        standfirst: `Standfirst ${NASTY}`,
        body: [p(`Body ${NASTY}`), p(bold(NASTY)), p('“All of it is true.”')],
        notes: [p(`Note ${NASTY}`)],
        quotes: [storedQuote('q-1', [[2, 0, 19]], { speaker: speaker(`Mara ${NASTY}`, { role: `Role ${NASTY}` }) })],
        contacts: [contact({ name: `Name ${NASTY}`, role: NASTY, phone: NASTY, email: `"onclick='x'@a.example` })],
        language: 'en"><script>',
      },
      { organisation: `Office ${NASTY}`, boilerplate: NASTY, newsEmail: `"><script>@a.example` },
    );
    const document = parse(html);
    expect(elements(document, 'script')).toEqual([]);
    expect(elements(document, 'a').filter((each) => attribute(each, 'onclick') !== undefined)).toEqual([]);
    expect(textOf(elements(document, 'h1')[0] ?? document)).toBe(`Headline ${NASTY}`);
    expect(textOf(elements(document, 'title')[0] ?? document)).toBe(`Headline ${NASTY} – Office ${NASTY}`);
    expect(textOf(elements(document, 'figcaption')[0] ?? document)).toBe(`Mara ${NASTY}, Role ${NASTY}`);
    const shown = textOf(document);
    for (const field of ['Standfirst', 'Body', 'Note', 'Name']) expect(shown).toContain(`${field} ${NASTY}`);
  });

  test('has the form of the archive: skip link, main part, ways back, latest news', () => {
    const document = parse(pageOf({ body: [p('Words.')] }));
    const links = elements(document, 'a').map((each) => [textOf(each), attribute(each, 'href')]);
    expect(links[0]).toEqual(['Skip to main content', '#main']);
    expect(elements(document, 'main').map((each) => attribute(each, 'id'))).toEqual(['main']);
    expect(links).toContainEqual(['Back to News Archive', '../../../index.html']);
    expect(links).toContainEqual(['All News', '../../../index.html']);
    const headings = elements(document, 'h2').map(textOf);
    expect(headings).toEqual([
      'About Commissioner for Eastmere',
      'How to cite this page',
      'Latest News',
      'Get the latest news',
    ]);
    expect(elements(document, 'h1')).toHaveLength(1);
  });

  test('a Welsh release has its Welsh date and its language', () => {
    const html = pageOf({ language: 'cy', dateline: { place: 'Eastmere', date: '2026-08-05' } });
    expect(html).toContain('<html lang="cy" dir="ltr">');
    expect(html).toContain('<time datetime="2026-08-05">5 Awst 2026</time>');
    for (const words of ['Neidio i’r prif gynnwys', 'Yn ôl i’r Archif Newyddion', 'Newyddion Diweddaraf'])
      expect(html).toContain(words);
    expect(html).toContain('<p lang="en-GB" dir="ltr">The commissioner is chosen');
  });

  test('a Welsh office’s lists are Welsh, with the months', () => {
    const site = siteOf([publicRelease({}, 'news/2026/08/bridge.html')], { language: 'cy' });
    expect(homePage(site)).toContain('<h2 id="m2026-08">Awst 2026</h2>');
    expect(yearPage(site)).toContain('<a href="../../news/2026/08/index.html">Awst 2026</a> <span>1</span>');
  });

  test('says that nothing but its own style may be loaded', () => {
    expect(pageOf({})).toContain(
      `content="default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"`,
    );
  });

  test('a link that would run something is only words', () => {
    expect(pageOf({ body: [p(link('here', 'javascript:alert(1)'))] })).toContain('<p>here</p>');
  });

  test('an Arabic release and all round it run from right to left, but for the English words about the office', () => {
    const html = pageOf({ language: 'ar', headline: 'افتتاح الجسر' });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain(
      '<article lang="ar" dir="rtl"><p class="crumb"><a href="../../../index.html">أرشيف الأخبار</a>',
    );
    expect(html).toContain('<p lang="en-GB" dir="ltr">The commissioner is chosen');
    const site = siteOf([publicRelease({ language: 'ar', headline: 'افتتاح الجسر' })]);
    for (const list of [homePage(site), yearPage(site)]) {
      expect(list).toContain('<html lang="en-GB" dir="ltr">');
      expect(list).toContain('<li lang="ar" dir="rtl">');
    }
  });

  test('one in a language that the archive has no words for stands in a page of the site’s', () => {
    const html = pageOf({ language: 'ur', headline: 'پل' });
    expect(html).toContain('<html lang="en-GB" dir="ltr">');
    expect(html).toContain('<article lang="ur" dir="rtl"><p class="crumb" lang="en-GB" dir="ltr">');
  });

  test('a contact for the media only is not on it, another is', () => {
    const html = pageOf({
      contacts: [
        contact({ name: 'Desk', phone: '01632 960001' }),
        contact({ name: 'Night desk', phone: '07700 900002', email: 'night@eastmere.example', mediaOnly: true }),
      ],
    });
    expect(html).toContain('<a href="tel:01632960001">01632 960001</a>');
    for (const secret of ['Night desk', '900002', 'night@eastmere.example']) expect(html).not.toContain(secret);
  });

  test('only a preview says that it is one', () => {
    expect(pageOf({})).not.toContain('Preview');
    expect(pageOf({}, {}, true)).toContain('<p class="preview">Preview, not for publication</p>');
    expect(pageOf({}, {}, true)).toContain('<meta name="robots" content="noindex">');
  });

  test('the canonical link needs a site address', () => {
    expect(pageOf({})).not.toContain('canonical');
    expect(pageOf({}, { siteAddress: 'https://eastmere.example' })).toContain(
      '<link rel="canonical" href="https://eastmere.example/news/2026/11/bridge.html">',
    );
  });
});
