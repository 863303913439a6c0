import { HtmlValidate } from 'html-validate/node';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { hostileFiles as filesOf } from './testing-hostile';

/* Every file of an archive in which every field is hostile, and what strict readers make of it. */

const FILES = [...filesOf({}), ...filesOf({ siteAddress: 'https://eastmere.example/a&"b', language: 'cy' })];

type Node = DefaultTreeAdapterTypes.Node;
const below = (node: Node): Node[] =>
  'childNodes' in node ? node.childNodes.flatMap((each) => [each, ...below(each)]) : [];

describe('an archive of hostile words', () => {
  const pages = FILES.filter(({ path }) => path.endsWith('.html'));

  test('has no element and no attribute that anything of it made', () => {
    expect(pages.length).toBeGreaterThan(60);
    for (const { path, contents } of pages) {
      const errors: string[] = [];
      const document = parse(contents, { onParseError: ({ code }) => errors.push(code) });
      expect(errors, path).toEqual([]);
      for (const node of below(document)) {
        if (!('tagName' in node)) continue;
        expect(['img', 'iframe', 'b-', 'object'], path).not.toContain(node.tagName);
        for (const { name, value } of node.attrs) {
          expect(name, path).not.toMatch(/^on/);
          if (name === 'href' || name === 'src') expect(value, path).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
        }
        if (node.tagName === 'script')
          expect(
            node.attrs.map(({ name, value }) => `${name}=${value}`),
            path,
          ).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:type=application\/ld\+json|src=[a-z./-]+)$/)]));
      }
    }
  });

  test('is JSON where it says so', () => {
    const files = FILES.filter(({ path }) => path.endsWith('.json'));
    expect(files.length).toBeGreaterThan(50);
    for (const { contents } of files) expect(() => void JSON.parse(contents)).not.toThrow();
  });

  test('is well-formed XML where it says so', () => {
    const files = FILES.filter(({ path }) => path.endsWith('.xml'));
    expect(files.length).toBeGreaterThan(10);
    for (const { path, contents } of files) expect(wellFormed(contents), path).toBeNull();
  });

  test('has names that are safe on every system, each once', () => {
    for (const files of [filesOf({}), filesOf({ language: 'cy' })]) {
      const paths = files.map(({ path }) => path);
      expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
      for (const path of paths) {
        expect(path).toMatch(/^(?:[a-z0-9_][a-z0-9._-]*\/)*[a-z0-9_][a-z0-9._-]*$/);
        for (const part of path.split('/')) expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/);
        expect(path.length).toBeLessThanOrEqual(160);
      }
    }
  });

  test('is valid HTML, a page of every kind', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        // The texts of readers' own: as long as they are.
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'tel-non-breaking': 'off',
        'attribute-boolean-style': 'off',
      },
    });
    const kinds = new Map(pages.map((page) => [page.path.replace(/\d+/g, '0'), page]));
    for (const { path, contents } of kinds.values()) {
      const { results } = await validator.validateString(contents);
      const found = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (${line})`),
      );
      expect(found, path).toEqual([]);
    }
  });
});

/**
 * What is wrong with an XML document, or null: tags in pairs, attributes quoted and each once, only the five entities and
 * numbers, no sign that XML 1.0 forbids. Written out, since a browser's reader is not at hand here.
 */
const wellFormed = (xml: string): string | null => {
  const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml);
  if (forbidden) return `forbidden sign at ${forbidden.index}`;
  const body = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '');
  if (body === xml) return 'no declaration';
  const open: string[] = [];
  let at = 0;
  for (const match of body.matchAll(/<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const text = body.slice(at, match.index);
    if (/[<>]/.test(text)) return `stray sign in “${text.slice(0, 40)}”`;
    const [, close, name = '', attributes = '', empty] = match;
    const names = [...attributes.matchAll(/([\w:.-]+)="/g)].map(([, each]) => each);
    if (new Set(names).size !== names.length) return `an attribute twice in ${name}`;
    for (const [entity] of `${text}${attributes}`.matchAll(/&[^;]*;?/g))
      if (!/^&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);$/i.test(entity)) return `no entity: ${entity}`;
    if (close !== '') {
      if (open.pop() !== name) return `${name} ends what it did not begin`;
    } else if (empty === '') open.push(name);
    at = match.index + match[0].length;
  }
  if (body.slice(at).trim() !== '') return `more after the end: ${body.slice(at, at + 40)}`;
  return open.length === 0 ? null : `${open.join(' ')} not ended`;
};
