import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { bold, inLanguage, italic, link } from '../testing/builders';
import { escape, languageAttributes, runsHtml } from './html';

type Node = DefaultTreeAdapterTypes.ChildNode;
const textOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node.childNodes) : '')).join('');

/** What is left of a text; XML (2.11) and HTML both read every line end as one LF. */
const readable = (text: string): string =>
  [...text]
    .filter((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (code === 9 || code === 10 || code === 13) return true;
      const isControl = code < 32 || (code >= 0x7f && code <= 0x9f);
      const isHalf = code >= 0xd800 && code <= 0xdfff;
      return !isControl && !isHalf && code !== 0xfffe && code !== 0xffff;
    })
    .join('')
    .replace(/\r\n?/g, '\n');

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom(
        '</script>',
        '<!--',
        ']]>',
        '&amp;',
        '&#39',
        '&lt',
        '"\'',
        '\u0000',
        '\u0007\u001b',
        '\u0085',
        '\ud83d',
        '\ude00',
        '\u202eمرحبا',
        'שלום',
        '\ufffe\uffff',
        '\u{1fffe}',
        '\r\n',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('escape', () => {
  test('any text comes back from a parser as it was, but for what XML forbids', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { childNodes } = parseFragment(`<p>${escape(text)}</p>`);
        expect(childNodes).toHaveLength(1);
        expect(textOf(childNodes)).toBe(readable(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('any text comes back from a quoted attribute', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [node] = parseFragment(`<p title="${escape(text)}">x</p>`).childNodes;
        const attributes = node && 'attrs' in node ? node.attrs : [];
        expect(attributes).toEqual([{ name: 'title', value: readable(text) }]);
      }),
      { numRuns: 1000 },
    );
  });

  test('half a surrogate pair is left out and a whole one stays', () => {
    expect(escape('a\ud83db\ude00c\u{1f600}')).toBe('abc\u{1f600}');
  });

  test('signs of markup become references', () => {
    expect(escape(`<b>"Fish" & 'chips'</b>`)).toBe('&lt;b&gt;&quot;Fish&quot; &amp; &#39;chips&#39;&lt;/b&gt;');
  });
});

describe('languages', () => {
  test.each(['ar', 'AR-EG', 'he', 'ur', 'fa-IR'])('%s runs from right to left', (language) => {
    expect(languageAttributes(language)).toBe(` lang="${language}" dir="rtl"`);
  });
  test.each(['cy', 'en-GB', 'pl', ''])('%s runs from left to right', (language) => {
    expect(languageAttributes(language)).toBe(` lang="${language}" dir="ltr"`);
  });
});

describe('runs', () => {
  test('looks nest, and a line break is one', () => {
    expect(
      runsHtml([{ text: 'One\ntwo ' }, bold(italic('three')), link(bold('here'), 'https://a.example/?x=1&y="2"')]),
    ).toBe(
      'One<br>two <strong><em>three</em></strong><a href="https://a.example/?x=1&amp;y=&quot;2&quot;"><strong>here</strong></a>',
    );
  });
  test('a stretch in another language is marked as that', () => {
    expect(runsHtml([inLanguage('ffyrdd', 'cy')])).toBe('<span lang="cy" dir="ltr">ffyrdd</span>');
  });
});
