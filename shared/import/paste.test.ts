import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bold, bq, h2, h3, headRow, inLanguage, italic, li, link, ni, atDepth, p, row } from '../testing/builders';
import { blockText } from '../release/text';
import { blocksOfHtml, blocksOfText } from './paste';

const pasted = (html: string) => blocksOfHtml(html, 'en-GB');

describe('what is pasted from a page', () => {
  test('keeps headings, lists, links, bold and italic, and drops colours, fonts and scripts', () => {
    expect(
      pasted(
        '<h1 style="color:red">One</h1><p><font face="Arial" color="#f00">Two <b>three</b></font> <em>four</em></p>' +
          '<ul><li>Five<ul><li>Six</li></ul></li></ul><ol><li>Seven</li></ol><blockquote>Eight</blockquote>' +
          '<p><a href="https://a.example/x" onclick="x()">Nine</a> <a href="javascript:x()">ten</a></p><script>no()</script>',
      ),
    ).toEqual([
      h2('One'),
      p('Two ', bold('three'), ' ', italic('four')),
      li('Five'),
      atDepth(1, li('Six')),
      ni('Seven'),
      bq('Eight'),
      p(link('Nine', 'https://a.example/x'), ' ten'),
    ]);
  });

  test('has every one of a hundred and fifty thousand paragraphs', () => {
    expect(pasted('<p>two</p>'.repeat(150_000))).toHaveLength(150_000);
  });
  test('has the words of every part of the page that was chosen', () => {
    expect(
      pasted('<nav>Menu</nav><header>Head</header><form><button>Send</button></form><footer>Foot</footer>'),
    ).toEqual(['Menu', 'Head', 'Send', 'Foot'].map((words) => p(words)));
  });

  test('curls straight marks by the quotation, over the looks of its words', () => {
    expect(pasted('<p>She said:" We <b>be"</b>gin</p><p>"It\'s late," he said.</p>')).toEqual([
      p('She said:“ We ', bold('be”'), 'gin'),
      p('“It’s late,” he said.'),
    ]);
  });
});

/* Made by hand after what each program puts on the clipboard. */
describe('what is pasted from a program', () => {
  test('Google Docs: looks told by styles, a bold wrapper that is none, lists within lists', () => {
    expect(
      pasted(
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400">Plan</span></h2>' +
          '<p dir="ltr"><span style="font-weight:400;color:#000">Plain, </span><span style="font-weight:700">bold, </span><span style="font-style:italic;font-weight:700">both</span></p><br />' +
          '<ul><li dir="ltr" aria-level="1"><p role="presentation"><span>One</span></p></li><ul><li aria-level="2"><p><span>Two</span></p></li></ul></ul></b><br class="Apple-interchange-newline">',
      ),
    ).toEqual([h2('Plan'), p('Plain, ', bold('bold, '), bold(italic('both'))), li('One'), atDepth(1, li('Two'))]);
  });

  test('Word: paragraphs of its own classes, lists written out, empty lines, its language on each word', () => {
    const item = (level: number, marker: string, words: string): string =>
      `<p class=MsoListParagraph style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level${String(level)} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-US>${words}</span><o:p></o:p></p>`;
    expect(
      pasted(
        `<html xmlns:o="urn:x"><head><style>p.MsoNormal{color:red}</style><!--[if gte mso 9]><xml>no</xml><![endif]--></head><body lang=EN-GB><!--StartFragment--><h3>Aims<o:p></o:p></h3><p class=MsoNormal>One<span style='mso-spacerun:yes'>  </span>line<br>two<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>${item(1, '·', 'First')}${item(2, 'o', 'Within')}${item(1, '1.', 'Number')}<p class=MsoNormal><span lang=CY>Bore da</span>, all</p><!--EndFragment--></body></html>`,
      ),
    ).toEqual([
      h3('Aims'),
      p('One line\ntwo'),
      li('First'),
      atDepth(1, li('Within')),
      ni('Number'),
      p(inLanguage('Bore da', 'cy'), ', all'),
    ]);
  });

  test('Outlook and other mail: paragraphs that are divisions, or parted by two line breaks', () => {
    expect(
      pasted(
        '<div class="elementToProof" style="font-family:Aptos">Dear all,</div><div><br></div><div>First line<br>second line<br><br>Next<br>&nbsp;<br>Last</div><p class="x_MsoNormal"><b>Bold<br><br>on</b></p>',
      ),
    ).toEqual([p('Dear all,'), p('First line\nsecond line'), p('Next'), p('Last'), p(bold('Bold')), p(bold('on'))]);
  });

  test('a table of words, whose cells are paragraphs and may span columns', () => {
    expect(
      pasted(
        '<table><tr><th><p>District</p></th><th><p class=MsoNormal>Thefts</p></th></tr><tr><td colspan=2><p>Wyr</p><p>and Ash</p></td></tr><tr><td>Elm</td><td>12</td></tr></table>',
      ),
    ).toEqual([headRow('District', 'Thefts'), row('Wyr\nand Ash', ''), row('Elm', '12')]);
  });

  test('a layout made of tables comes apart into its paragraphs', () => {
    expect(pasted('<table><tr><td><h2>Head</h2><p>One</p><p>Two</p></td></tr></table>')).toEqual([
      h2('Head'),
      p('One'),
      p('Two'),
    ]);
  });
});

describe('the count of paragraphs', () => {
  const WRAPS: readonly ((words: string) => string)[] = [
    (words) => `<p>${words}</p>`,
    (words) => `<div>${words}</div>`,
    (words) => `<div><div><span style="color:red">${words}</span></div></div>`,
    (words) =>
      `<p class=MsoNormal><span lang=EN-US>${words}<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>`,
    (words) => `<h2><b style="font-weight:normal">${words}</b></h2>`,
    (words) => `<ul><li>${words}</li></ul>`,
    (words) => `<ol><li><p><span>${words}</span></p></li></ol>`,
    (words) => `<blockquote><p>${words}</p></blockquote>`,
    (words) => `<section><article><center>${words}</center></article></section>`,
    (words) => `<p>${words}</p><br><p>&nbsp;</p>`,
    (words) => `<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>${words}</p>`,
    (words) => `<hr>${words}<br><br>`,
    (words) => `<table><tr><td>${words}</td></tr></table>`,
  ];
  const INNER: readonly ((words: string) => string)[] = [
    (words) => words,
    (words) => `<b>${words}</b>`,
    (words) => `${words}<br>more`,
    (words) => `<a href="https://a.example">${words}</a><!-- x --> end`,
    (words) => `<font size=2>${words}</font>\n   and`,
  ];

  test('does not change, whatever the program', () => {
    const part = fc.record({ wrap: fc.constantFrom(...WRAPS), inner: fc.constantFrom(...INNER) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const words = parts.map((_, index) => `Paragraph${String(index)}x`);
        const html = parts.map(({ wrap, inner }, index) => wrap(inner(words[index] ?? ''))).join('\n');
        const blocks = pasted(html);
        expect(blocks).toHaveLength(parts.length);
        expect(blocks.map((block) => /Paragraph\d+x/.exec(blockText(block))?.[0])).toEqual(words);
      }),
      { numRuns: 300 },
    );
  });

  test('is that of the lines with words in plain text', () => {
    expect(blocksOfText('One\r\nTwo\n\n\n  Three\twords \u2028Four\n')).toEqual(
      ['One', 'Two', 'Three words', 'Four'].map((words) => p(words)),
    );
  });
});

test('a clipboard nested without end does not end the program', () => {
  expect(pasted(`${'<div><b>'.repeat(5_000)}deep`)).toEqual([p(bold('deep'))]);
});
