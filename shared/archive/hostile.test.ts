import { HtmlValidate } from 'html-validate/node';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { HOSTILE_PICTURE, hostileFiles as filesOf } from './testing-hostile';

/* Every file of an archive in which every field is hostile, and what strict readers make of it; of its XML electron/export/schemas.test.ts. */

const SITE = 'https://eastmere.example/a&"b';
const FILES = [...filesOf({}), ...filesOf({ siteAddress: SITE, language: 'cy' })];
/** What a picture is shown from: the archive itself, by its whole address on the page that is shown at any depth. */
const isOwnPicture = (src = ''): boolean =>
  [`${SITE}/`, ''].some((top) => src.replace(/^(?:\.\.\/)+/, '') === `${top}media/${HOSTILE_PICTURE}`);

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
        expect(['iframe', 'b-', 'object'], path).not.toContain(node.tagName);
        if (node.tagName === 'img')
          expect(isOwnPicture(node.attrs.find(({ name }) => name === 'src')?.value), path).toBe(true);
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
