import { Ajv2020 } from 'ajv/dist/2020';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { person } from '../quotes/testing';
import { contact, image, p, personId, speaker, storedQuote } from '../testing/builders';
import { bundle } from './bundle';
import { ninjs } from './ninjs';
import { serverFiles } from './server-files';
import { withQuotes } from './site';
import { articleData, releaseHead } from './structured';
import { publicRelease, siteOf, withOther } from './testing';

/* The part of IPTC ninjs 3.1 that is used here, written from the standard: every property that may stand, and no other. */
const text = { type: 'string' };
const worded = {
  type: 'object',
  required: ['value'],
  additionalProperties: false,
  properties: {
    role: text,
    contentType: text,
    value: text,
    charCount: { type: 'integer' },
    wordCount: { type: 'integer' },
  },
};
const named = (more = {}) => ({
  type: 'object',
  additionalProperties: false,
  properties: { name: text, rel: text, uri: { type: 'string', format: 'uri' }, literal: text, ...more },
});
const way = {
  type: 'object',
  additionalProperties: false,
  required: ['value'],
  properties: { type: text, role: text, lang: text, name: text, value: text },
};
const instant = { type: 'string', format: 'date-time' };
const NINJS = {
  type: 'object',
  required: ['uri'],
  additionalProperties: false,
  properties: {
    standard: {
      type: 'object',
      additionalProperties: false,
      properties: { name: text, version: text, schema: { type: 'string', format: 'uri' } },
    },
    uri: { type: 'string', format: 'uri' },
    type: { enum: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'] },
    representationType: { enum: ['full', 'partial'] },
    version: text,
    firstCreated: instant,
    versionCreated: instant,
    pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
    language: text,
    copyrightHolder: text,
    by: text,
    located: text,
    headlines: { type: 'array', items: worded },
    descriptions: { type: 'array', items: worded },
    bodies: { type: 'array', items: worded },
    people: { type: 'array', items: named() },
    organisations: { type: 'array', items: named({ contactInfo: { type: 'array', items: way } }) },
    subjects: { type: 'array', items: named() },
    renditions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: text,
          href: { type: 'string', format: 'uri' },
          contentType: text,
          width: { type: 'number' },
          height: { type: 'number' },
        },
      },
    },
    associations: { type: 'array', items: { $ref: '#' } },
    name: text,
  },
};
const ajv = new Ajv2020({ allErrors: true });
ajv.addFormat('uri', /^[a-z][a-z0-9+.-]*:\S+$/i);
ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/);
const isNinjs = ajv.compile(NINJS);

const WORDS = '“The bridge is </script> late.”';
const RELEASE = withOther(
  publicRelease({
    headline: 'Bridge <script>',
    standfirst: 'It is late.',
    body: [
      p(WORDS),
      image({ credit: 'Ceri Hughes' }, 'The bridge'),
      image({ of: 'b', alternative: '', decorative: true }),
    ],
    notes: [p('Built in 1906.')],
    topics: ['Bridges'],
    quotes: [storedQuote('q-1', [[0, 0, WORDS.length]], { speaker: speaker('Mara Quill', { role: 'Engineer' }) })],
    contacts: [
      contact({ name: 'Desk', phone: '01632 960001', email: 'desk@eastmere.example' }),
      contact({ name: 'Night desk', phone: '07700 900002', email: 'night@eastmere.example', mediaOnly: true }),
    ],
  }),
  {
    corrections: [{ at: '2026-11-12T10:00:00.000Z', note: 'May, not March.', earlier: null }],
    updated: '2026-11-12T10:00:00.000Z',
  },
);
const SITE = siteOf([RELEASE], { siteAddress: 'https://eastmere.example' });

describe('a release as ninjs 3.1', () => {
  test.each([
    ['news/2026/11/bridge.html', 'bridge.json'],
    // Pages that were on the web before: two that differ in the end of their names alone, and some beside the archive's own data.
    ['old/bridge.htm', 'bridge.htm.json'],
    ['feed.html', 'feed.html.json'],
    ['bundle.html', 'bundle.html.json'],
  ])('stands beside its page, which leads to it (%s)', (address, name) => {
    const own = publicRelease({}, address);
    const site = siteOf([own], { siteAddress: 'https://a.example' });
    expect(releaseHead(site, own)).toContain(`type="application/json" href="${name}"`);
    const paths = [...bundle({ settings: site.settings, preview: false, gone: [], releases: [own] })].map(
      ({ path }) => path,
    );
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
    expect(paths).toContain(`${address.replace(/[^/]*$/, '')}${name}`);
  });

  test('has the form of the standard, with and without a site address', () => {
    for (const site of [SITE, siteOf([RELEASE])]) {
      const valid = isNinjs(ninjs(site, RELEASE));
      expect(isNinjs.errors).toBeNull();
      expect(valid).toBe(true);
    }
  });

  test('tells who is quoted, what was corrected, and no contact for the media only', () => {
    const item = ninjs(SITE, RELEASE);
    expect(item.people).toEqual([{ name: 'Mara Quill', rel: 'quoted' }]);
    expect(item.descriptions).toContainEqual({
      role: 'correction',
      value: 'Corrected on 12 November 2026. May, not March.',
    });
    const all = JSON.stringify(item);
    expect(all).toContain('01632 960001');
    for (const secret of ['Night desk', '900002', 'night@']) expect(all).not.toContain(secret);
  });
});

describe('the pictures of a release', () => {
  const place = `https://eastmere.example/media/${'a'.repeat(64)}.png`;
  test('are items of their own, with what they show and whose they are', () => {
    expect(ninjs(SITE, RELEASE).associations?.[0]).toMatchObject({
      type: 'picture',
      by: 'Ceri Hughes',
      descriptions: [
        { role: 'alternative', value: 'A bridge over a river' },
        { role: 'caption', value: 'The bridge' },
      ],
      renditions: [{ href: place, contentType: 'image/png', width: 40, height: 30 }],
    });
    expect(ninjs(siteOf([RELEASE]), RELEASE).associations?.[0]).not.toHaveProperty('renditions');
  });
  test('are told of to those who link to it: the first that shows something', () => {
    const head = releaseHead(SITE, RELEASE);
    expect(head).toContain(`<meta property="og:image" content="${place}">`);
    expect(head).toContain('<meta property="og:image:alt" content="A bridge over a river">');
    expect(articleData(SITE, RELEASE)).toMatchObject({
      image: [
        {
          '@type': 'ImageObject',
          url: place,
          width: 40,
          height: 30,
          caption: 'A bridge over a river',
          creditText: 'Ceri Hughes',
        },
        { '@type': 'ImageObject', width: 40, height: 30 },
      ],
    });
    // Without an address of the archive nobody could fetch them.
    expect(releaseHead(siteOf([RELEASE]), RELEASE)).not.toContain('og:image');
  });
});

describe('the head of a release’s page', () => {
  type Element = DefaultTreeAdapterTypes.Element;
  const elements = (html: string, name: string): Element[] => {
    const below = (node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Node[] =>
      'childNodes' in node ? node.childNodes.flatMap((each) => [each, ...below(each)]) : [];
    return below(parse(html)).filter((each): each is Element => 'tagName' in each && each.tagName === name);
  };

  test('says in JSON-LD what it is, also where the words would end a script', () => {
    const [script, ...more] = elements(releaseHead(SITE, RELEASE), 'script');
    expect(more).toEqual([]);
    const [inner] = script?.childNodes ?? [];
    const data: unknown = JSON.parse(inner !== undefined && 'value' in inner ? inner.value : '');
    expect(data).toEqual(articleData(SITE, RELEASE));
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Bridge <script>',
      datePublished: '2026-11-10T09:00:00.000Z',
      dateModified: '2026-11-12T10:00:00.000Z',
      hasPart: [
        { '@type': 'Quotation', text: WORDS, creator: { '@type': 'Person', name: 'Mara Quill', jobTitle: 'Engineer' } },
      ],
      correction: [{ '@type': 'CorrectionComment', text: 'May, not March.' }],
    });
  });

  test('calls an organisation one, in JSON-LD and in ninjs', () => {
    const council = {
      ...person('p-council', 'Hexley Council', '', 'organisation'),
      mergedFrom: [personId('p-borough')],
    };
    const open = publicRelease({
      body: [p(WORDS)],
      quotes: [
        storedQuote('q-1', [[0, 0, WORDS.length]], {
          speaker: speaker('Hexley Council', { person: personId('p-borough'), role: 'Builder' }),
        }),
      ],
    });
    const [said] = withQuotes([open], { people: [council], approvals: 'persons' });
    const parts = said && [articleData(SITE, said), ninjs(SITE, said)];
    expect(parts).toMatchObject([
      { hasPart: [{ creator: { '@type': 'Organization', name: 'Hexley Council' } }] },
      { people: [], organisations: [{ rel: 'publisher' }, { name: 'Hexley Council', rel: 'quoted' }] },
    ]);
    expect(JSON.stringify(parts)).not.toContain('jobTitle');
    expect(isNinjs(parts?.[1])).toBe(true);
  });

  test('has Open Graph, with the address where there is one', () => {
    const properties = new Map(
      elements(releaseHead(SITE, RELEASE), 'meta').map(({ attrs }) => [
        attrs.find(({ name }) => name === 'property')?.value,
        attrs.find(({ name }) => name === 'content')?.value,
      ]),
    );
    expect(properties.get('og:title')).toBe('Bridge <script>');
    expect(properties.get('og:url')).toBe('https://eastmere.example/news/2026/11/bridge.html');
    expect(properties.get('og:locale')).toBe('en_GB');
    expect(releaseHead(siteOf([RELEASE]), RELEASE)).not.toContain('og:url');
  });
});

describe('what servers read', () => {
  const byPath = (site: typeof SITE) => new Map([...serverFiles(site)].map(({ path, contents }) => [path, contents]));

  test('a redirect stands where a release was replaced, from the site’s root', () => {
    const gone = {
      address: 'news/2026/10/old.html',
      formerly: [],
      language: 'en-GB',
      kind: 'replaced' as const,
      at: '2026-11-12T10:00:00.000Z',
      reason: 'New dates.',
      to: 'news/2026/11/bridge.html',
    };
    const site = siteOf([RELEASE], { siteAddress: 'https://eastmere.example/press' }, { gone: [gone] });
    expect(byPath(site).get('_redirects')).toBe('/press/news/2026/10/old.html /press/news/2026/11/bridge.html 301\n');
    expect(byPath(SITE).has('_redirects')).toBe(false);
  });

  test('robots find the sitemap, and nothing in a preview', () => {
    expect(byPath(SITE).get('robots.txt')).toBe(
      'User-agent: *\nAllow: /\nSitemap: https://eastmere.example/sitemap.xml\n',
    );
    expect(byPath(siteOf([], {}, { preview: true })).get('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
  });

  test('security.txt is there only where it is configured, and in no preview', () => {
    const security = { contact: 'mailto:security@eastmere.example', expires: '2027-05-01' };
    const place = '.well-known/security.txt';
    expect(byPath(SITE).has(place)).toBe(false);
    expect(byPath(siteOf([], { security })).get(place)).toBe(
      'Contact: mailto:security@eastmere.example\nExpires: 2027-05-01T00:00:00Z\n',
    );
    const known = siteOf([], { security, siteAddress: 'https://eastmere.example' });
    expect(byPath(known).get(place)).toContain('Canonical: https://eastmere.example/.well-known/security.txt\n');
    expect(byPath(siteOf([], { security }, { preview: true })).has(place)).toBe(false);
  });

  test('headers let nothing in but the archive’s own style and scripts', () => {
    expect(byPath(SITE).get('_headers')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  });
});
