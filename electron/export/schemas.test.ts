import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats';
import { RelaxNGValidator, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostileFiles } from '../../shared/archive/testing-hostile';
import { runCli } from '../cli/testing';
import { temporaryFolders } from '../newsroom/testing';

/* Feeds and sitemaps as libxml2 reads them: well-formed, and valid against the schemas beside this. */

const temporary = temporaryFolders();
const SITE = 'https://news.wyrdale.example';
type Validator = { readonly validate: (document: XmlDocument) => void };
let [atom, rss, sitemap]: Validator[] = [];
const schema = async (name: string): Promise<XmlDocument> =>
  XmlDocument.fromString(await readFile(join(__dirname, 'schemas', name), 'utf8'));
beforeAll(async () => {
  atom = RelaxNGValidator.fromDoc(await schema('atom.rng'));
  rss = RelaxNGValidator.fromDoc(await schema('rss.rng'));
  sitemap = XsdValidator.fromDoc(await schema('sitemap.xsd'));
});
const validatorOf = (path: string): Validator | undefined =>
  path.endsWith('rss.xml') ? rss : path.endsWith('feed.xml') ? atom : sitemap;

/** What is wrong with an XML file of an archive, or null. */
const wrongIn = (path: string, contents: string): string | null => {
  try {
    const document = XmlDocument.fromString(contents);
    validatorOf(path)?.validate(document);
    document.dispose();
    return null;
  } catch (error) {
    return `${path}: ${String(error)}`;
  }
};

/** JSON Feed 1.1, after jsonfeed.org/version/1.1. */
const address = { type: 'string', pattern: '^https?://' };
const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: address,
    feed_url: address,
    description: { type: 'string' },
    language: { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' },
    authors: { type: 'array', items: { type: 'object', minProperties: 1, properties: { name: { type: 'string' } } } },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'content_html'],
        properties: {
          id: { type: 'string', minLength: 1 },
          url: address,
          title: { type: 'string' },
          summary: { type: 'string' },
          content_html: { type: 'string' },
          date_published: { type: 'string', format: 'date-time' },
          date_modified: { type: 'string', format: 'date-time' },
          language: { type: 'string' },
          tags: { type: 'array', items: { type: 'string' } },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

const exported = async (siteAddress: string): Promise<ReadonlyMap<string, string>> => {
  const folder = await temporary();
  const [newsroom, out] = [join(folder, 'newsroom'), join(folder, 'out')];
  await runCli(['sample', '--newsroom', newsroom]);
  const settings = join(newsroom, 'newsroom.json');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace(/"siteAddress": "[^"]*"/, `"siteAddress": "${siteAddress}"`)); // prettier-ignore
  expect(await runCli(['export', '--newsroom', newsroom, '--out', out])).toMatchObject({ code: 0 });
  const web = join(out, 'data');
  const names = (await readdir(web, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const wanted = names.filter((name) => name.endsWith('.xml') || name.endsWith('feed.json'));
  return new Map(
    await Promise.all(wanted.map(async (name) => [name, await readFile(join(web, name), 'utf8')] as const)),
  );
};

describe('the feeds and sitemaps of the sample', () => {
  test.each([SITE, ''])('are valid by their schemas, the site at “%s”', async (siteAddress) => {
    const files = await exported(siteAddress);
    const xml = [...files].filter(([path]) => path.endsWith('.xml'));
    const kinds = new Set(xml.map(([path]) => path.replace(/^.*\//, '').replace(/^\d+/, 'year')));
    expect(kinds).toEqual(
      new Set(siteAddress === '' ? ['feed.xml'] : ['feed.xml', 'rss.xml', 'sitemap.xml', 'lists.xml', 'year.xml']),
    );
    expect(xml.flatMap(([path, contents]) => wrongIn(path, contents) ?? [])).toEqual([]);
    const ajv = new Ajv({ allErrors: true, strict: true, formats: fullFormats });
    const isFeed = ajv.compile(JSON_FEED);
    for (const [path, contents] of files)
      if (path.endsWith('.json'))
        expect([path, isFeed(JSON.parse(contents)), isFeed.errors]).toEqual([path, true, null]);
  });

  test('of which one is spoilt, are not', async () => {
    const files = await exported(SITE);
    const spoilt = (path: string, from: string | RegExp, to: string): string | null =>
      wrongIn(path, (files.get(path) ?? '').replace(from, to));
    expect(spoilt('feed.xml', /<updated>[^<]*/, '<updated>yesterday')).toContain('updated');
    expect(spoilt('feed.xml', /<id>[^<]*<\/id>/, '')).not.toBeNull();
    expect(spoilt('rss.xml', /<guid [^<]*<\/guid>/, '')).not.toBeNull();
    expect(spoilt('rss.xml', /<pubDate>[^<]*/, '<pubDate>2026-11-10')).not.toBeNull();
    expect(spoilt('sitemap.xml', '<loc>', '<place>')).not.toBeNull();
    expect(spoilt('sitemaps/lists.xml', /<loc>[^<]*/, '<loc>')).not.toBeNull();
  });
});

test('feeds and sitemaps of hostile words are well-formed and valid', () => {
  const files = ['', 'https://eastmere.example/a&b'].flatMap((siteAddress) => hostileFiles({ siteAddress }));
  const xml = files.filter(({ path }) => path.endsWith('.xml'));
  expect(xml.length).toBeGreaterThan(10);
  expect(xml.flatMap(({ path, contents }) => wrongIn(path, contents) ?? [])).toEqual([]);
});
