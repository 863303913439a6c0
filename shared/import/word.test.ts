import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invariant } from '../assert';
import { blockText, countWords } from '../release/text';
import { atDepth, bold, bq, h2, h3, headRow, italic, li, link, ni, p, releaseId } from '../testing/builders';
import { para, r, t, wordParts } from '../testing/word';
import { importWord } from './word';
import { openWord } from './word-package';

const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const STYLES = [
  style('Ti', 'Title'),
  style('H1', 'heading 1'),
  style('H2', 'heading 2'),
  style('H3', 'heading 3'),
  style('Own', 'House heading', '<w:basedOn w:val="H2"/>'),
  style('Q', 'Quote'),
  style('Dot', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
  style('Loop', 'Loop', '<w:basedOn w:val="Loop"/>'),
  style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>'),
].join('');
const level = (depth: number, marks: string) => `<w:lvl w:ilvl="${depth}"><w:numFmt w:val="${marks}"/></w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="7">${level(0, 'bullet')}${level(1, 'bullet')}</w:abstractNum>
<w:abstractNum w:abstractNumId="8">${level(0, 'decimal')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`;

/** What is read from a document with a body, and with other parts by their kind. */
const read = (body: string, parts: Record<string, readonly [root: string, inside: string]> = {}) => {
  const styles = { styles: ['styles', STYLES], numbering: ['numbering', NUMBERING] } as const;
  const word = openWord(wordParts(body, { ...styles, ...parts }));
  invariant(word !== null, 'a document');
  return importWord(word, { fileName: 'a.docx', id: releaseId('r-import0001'), language: 'en-GB' });
};
const styled = (id: string, text: string) => para(r(text), `<w:pStyle w:val="${id}"/>`);
const inList = (list: number, depth: number) =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;
const body = (inside: string) => read(inside).release.body;
const dropped = (preview: ReturnType<typeof read>) => preview.dropped.map(({ text, why }) => [text, why]);

describe('a Word document', () => {
  test('gives headline, headings, lists and quotes by their styles', () => {
    const preview = read(
      styled('Ti', 'Ferry sails again') +
        styled('H1', 'Timetable') +
        styled('H3', 'Winter') +
        styled('Own', 'Fares') +
        para(r('First'), inList(1, 0)) +
        para(r('Within'), inList(1, 1)) +
        para(r('Counted'), inList(2, 0)) +
        styled('Dot', 'By its style') +
        para(r('Out of the list'), `<w:pStyle w:val="Dot"/>${inList(0, 0)}`) +
        styled('Q', 'We sail.') +
        styled('Loop', 'Plain.'),
    );
    expect(preview.release.headline).toBe('Ferry sails again');
    expect(preview.release.body).toEqual([
      h2('Timetable'),
      h3('Winter'),
      h2('Fares'),
      li('First'),
      atDepth(1, li('Within')),
      ni('Counted'),
      li('By its style'),
      p('Out of the list'),
      bq('We sail.'),
      p('Plain.'),
    ]);
  });
  test('has the first heading of the first level as headline where it has no title, else a first line that is clearly one', () => {
    expect(read(para(r('Press office')) + styled('H1', 'Ferry sails')).release.headline).toBe('Ferry sails');
    const long =
      'The ferry between Hexley and the island sails again from Monday, its owners have said to all who asked.';
    expect(read(para(r('Ferry sails again')) + para(r(long))).release.headline).toBe('Ferry sails again');
    expect(read(para(r(long)) + para(r(long))).missing).toContain('headline');
  });
  test('keeps bold, italic and links to the web, and no other look', () => {
    const look = '<w:color w:val="FF0000"/><w:sz w:val="40"/>';
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://field.</w:instrText></w:r>' +
      '<w:r><w:instrText>example/" \\o "tip"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      `${r('field')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(
      body(
        para(
          r('One ', look) +
            r('two', '<w:b/>') +
            r(' not', '<w:b w:val="0"/>') +
            r(' three', '<w:i/>') +
            r(' strong', '<w:rStyle w:val="Strong"/>') +
            `<w:hyperlink r:id="web">${r(' four')}</w:hyperlink><w:hyperlink r:id="file">${r(' five ')}</w:hyperlink>` +
            `<w:hyperlink w:anchor="top">${r('six ')}</w:hyperlink>${field}`,
        ),
      ),
    ).toEqual([
      p(
        'One ',
        bold('two'),
        ' not',
        italic(' three'),
        bold(' strong'),
        link(' four', 'https://example.example/a?b=1&c=2'),
        ' five six ',
        link('field', 'https://field.example/'),
      ),
    ]);
  });
  test('has tabs, line breaks and hyphens as a release has them', () => {
    const inside = `<w:r>${t('a')}<w:tab/>${t('b')}<w:br/>${t('c')}<w:noBreakHyphen/>${t('d')}<w:br w:type="page"/><w:sym w:font="Wingdings" w:char="F0FC"/>${t('e')}</w:r>`;
    expect(body(para(inside))).toEqual([p('a b\nc‑d e')]);
    expect(body(para(r('a\n\tb')))).toEqual([p('a b')]);
  });
  test('keeps words in elements that it does not know', () => {
    const inside = `<w:fldSimple w:instr="DATE">${r('one ')}</w:fldSimple><w:dir w:val="rtl">${r('two ')}</w:dir><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${r('three ')}</w:sdtContent></w:sdt><w:made-up>${r('four')}</w:made-up>`;
    expect(body(para(inside))).toEqual([p('one two three four')]);
    expect(body(`<w:sdt><w:sdtContent>${para(r('five'))}</w:sdtContent></w:sdt>`)).toEqual([p('five')]);
  });
});

describe('a Word document with changes tracked', () => {
  test('reads as if all were accepted, and names what was deleted', () => {
    const preview = read(
      para(
        r('The fare is ') +
          `<w:del w:author="Legal"><w:r><w:delText>£4</w:delText></w:r></w:del><w:ins w:author="Legal">${r('£5')}</w:ins>` +
          r('.'),
      ) +
        para(`<w:moveFrom>${r('Moved.')}</w:moveFrom>`) +
        para(r('One'), '<w:rPr><w:del w:author="Legal"/></w:rPr>') +
        para(r(' and the same.')) +
        para(`<w:moveTo>${r('Moved.')}</w:moveTo>`),
    );
    expect(preview.release.body).toEqual([p('The fare is £5.'), p('One and the same.'), p('Moved.')]);
    expect(dropped(preview)).toEqual([['£4', 'Deleted in the Word document, with changes tracked']]);
  });
  test('loses no paragraph whose end is deleted with nothing after it', () => {
    expect(body(para(r('Last'), '<w:rPr><w:del w:author="Legal"/></w:rPr>'))).toEqual([p('Last')]);
  });
});

describe('what stands beside the text of a Word document', () => {
  test('is named: headers, footers, comments, hidden words, descriptions, formulas', () => {
    const preview = read(
      para(
        r('Text.') +
          r('Secret plan', '<w:vanish/>') +
          '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="A ferry"/></wp:inline></w:drawing></w:r>' +
          '<m:oMathPara><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></m:oMathPara>' +
          '<w:r><w:commentReference w:id="0"/></w:r>',
      ),
      {
        header: ['hdr', para(r('EMBARGOED until noon'))],
        header2: ['hdr', para(r('EMBARGOED until noon'))],
        footer: ['ftr', para(r('Page 1'))],
        comments: ['comments', `<w:comment w:author="Ann Vale">${para(r('Is this so?'))}</w:comment>`],
        diagramData: ['data', `<a:p><a:r><a:t>Step one</a:t></a:r></a:p>`],
      },
    );
    expect(preview.release.body).toEqual([p('Text.')]);
    expect(dropped(preview)).toEqual([
      ['EMBARGOED until noon', 'The head of the Word document'],
      ['Secret plan', 'Hidden in the Word document'],
      ['A ferry', 'The description of a picture'],
      ['a+b', 'A formula'],
      ['Step one', 'Words in a drawing'],
      ['Page 1', 'The foot of the Word document'],
      ['Ann Vale: Is this so?', 'A comment in the Word document'],
    ]);
  });
  test('is named where it is a document of another kind, which is not read', () => {
    const preview = read(`${para(r('Text.'))}<w:altChunk r:id="web"/>`);
    expect(dropped(preview)).toEqual([['Another document', 'It stands in this one, unread: save it again in Word']]);
  });
  test('follows the text where it is a note, and where it is a box', () => {
    const box = `<w:txbxContent>${para(r('In a box.'))}</w:txbxContent>`;
    const preview = read(
      para(
        r('Text') +
          '<w:r><w:footnoteReference w:id="5"/></w:r>' +
          `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
          `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ) + para(r('After.')),
      {
        footnotes: [
          'footnotes',
          `<w:footnote w:id="5">${para(`<w:r><w:footnoteRef/></w:r>${r('A source.')}<w:hyperlink r:id="web">${r(' More')}</w:hyperlink>`)}</w:footnote>`,
        ],
      },
    );
    expect(preview.release.body).toEqual([p('Text[1]'), p('In a box.'), p('After.'), p('[1] A source. More')]);
  });
  // One that is read once for each time it is referred to fills the memory, and one that refers to itself without end.
  test('is read once where the text refers to it again, and where it refers to itself', () => {
    const to = (note: string) => `<w:r><w:footnoteReference w:id="${note}"/></w:r>`;
    const preview = read(para(r('One') + to('5') + r(', two') + to('6') + r(', three') + to('5')), {
      footnotes: [
        'footnotes',
        `<w:footnote w:id="5">${para(r('See') + to('5'))}</w:footnote><w:footnote w:id="6">${para(r('Ends.'))}</w:footnote>`,
      ],
    });
    expect(preview.release.body).toEqual([p('One[1], two[2], three[1]'), p('[1] See[1]'), p('[2] Ends.')]);
  });
  test('may hold a million spaces in a row', () => {
    const [only] = body(para(r(`from${' '.repeat(1_000_000)}to`)));
    expect(only?.runs[0]?.text).toHaveLength(1_000_006);
  });
  // A list, a link and a field, each looked for among all others, held the app for minutes.
  test('does not count: ten thousands of links, fields and levels of lists are read at once', () => {
    const many = 30_000;
    const links = `<w:hyperlink r:id="web">${r('x')}</w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r>`;
    const items = para(r('y'), '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>');
    const preview = read(`${para(links.repeat(many))}${items.repeat(many)}`, {
      numbering: [
        'numbering',
        `<w:abstractNum w:abstractNumId="7">${level(1, 'bullet').repeat(many)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`,
      ],
    });
    expect(preview.release.body).toHaveLength(many + 1);
  });
});

describe('a table in a Word document', () => {
  const cell = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
  const line = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  test('of words in rows and columns is a table of the release', () => {
    const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(para(r('Year')))}${cell(para(r('Thefts')))}${cell(para(''))}</w:tr>`;
    const rows = line(cell(para(r('2026'))), cell(para(r('9', '<w:b/>')), '<w:gridSpan w:val="2"/>'));
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell(para(r('2020')))}${cell(para(r('1')))}</w:tr>`;
    const preview = read(`<w:tbl><w:tblGrid/>${head}${rows}${deleted}</w:tbl>${para(r('After.'))}`);
    expect(preview.release.body).toEqual([
      headRow('Year', 'Thefts', ''),
      { type: 'table-row', runs: [{ text: '2026\t' }, bold('9'), { text: '\t' }] },
      p('After.'),
    ]);
    expect(dropped(preview)).toEqual([['2020 1', 'Deleted in the Word document, with changes tracked']]);
  });
  test('that lays out the page is read cell by cell', () => {
    const letterhead = line(cell(para(r('Press office')) + para(r('Hexley'))), cell(para(r('01632 960001'))));
    expect(body(`<w:tbl>${letterhead}${letterhead}</w:tbl>`)).toHaveLength(6);
  });
});

describe('parts that are no Word document', () => {
  test('open as none', () => {
    expect(openWord(new Map())).toBeNull();
    expect(openWord(new Map([['word/document.xml', '<w:document xmlns:w="urn:w"><w:body>']]))).toBeNull();
    expect(openWord(new Map([['word/document.xml', '<worksheet/>']]))).toBeNull();
  });
  test('are those with entities of their own: none is followed', () => {
    const entities = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyyy">]>';
    for (const [text, isRead] of [
      ['a&amp;b', true],
      ['a&x;b', false],
      ['a&y;b', false],
    ] as const) {
      const xml = `${entities}<document><body><p><r><t>${text}</t></r></p></body></document>`;
      expect(openWord(new Map([['word/document.xml', xml]])) !== null).toBe(isRead);
    }
  });
});

test('no nesting ends the program, and no word is lost in it', () => {
  const deep = 20_000;
  const within = `${'<w:x>'.repeat(deep)}${r('deep')}${'</w:x>'.repeat(deep)}`;
  expect(blockText(body(para(within))[0] ?? p(''))).toBe('deep');
  expect(read(`${'<w:x>'.repeat(deep)}${para(r('deep'))}${'</w:x>'.repeat(deep)}`).words).toBe(1);
});

test('every word of a document is in the release, or named', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const run = fc
    .record({ text, how: fc.constantFrom('', '<w:b/>', '<w:vanish/>') })
    .map((each) => r(`${each.text} `, each.how));
  const inline = fc.oneof(
    run,
    run.map((each) => `<w:ins>${each}</w:ins>`),
    text.map((each) => `<w:del><w:r><w:delText>${each}</w:delText></w:r></w:del>`),
    run.map((each) => `<w:hyperlink r:id="web">${each}</w:hyperlink>`),
    run.map(
      (each) => `<w:r><w:pict><v:textbox><w:txbxContent>${para(each)}</w:txbxContent></v:textbox></w:pict></w:r>`,
    ),
    run.map((each) => `<w:unknown>${each}</w:unknown>`),
  );
  const paragraph = fc
    .record({
      inside: fc.array(inline, { maxLength: 4 }),
      how: fc.constantFrom('', '<w:rPr><w:del/></w:rPr>', inList(1, 0), '<w:pStyle w:val="H1"/>'),
    })
    .map(({ inside, how }) => para(inside.join(''), how));
  const table = fc
    .array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map(
      (rows) =>
        `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((each) => `<w:tc>${each}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`,
    );
  fc.assert(
    fc.property(fc.array(fc.oneof(paragraph, table), { maxLength: 6 }), (blocks) => {
      const xml = blocks.join('');
      const said = [...xml.matchAll(/<w:(?:t|delText)[^>]*>([^<]*)</g)].map(([, words = '']) => words).join(' ');
      const { release, dropped: left } = read(xml);
      const kept = [
        release.headline,
        ...[...release.body, ...release.notes].map(blockText),
        ...left.map((each) => each.text),
      ];
      expect(kept.join(' ').match(/[a-z]/g)?.sort()).toEqual(said.match(/[a-z]/g)?.sort());
      expect(countWords(kept.join(' '))).toBeLessThanOrEqual(countWords(said));
    }),
    { numRuns: 300 },
  );
});
