import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotes } from './find';
import type { QuoteBlock } from './model';
import { wordsOfTexts } from './words';

const blocksOf = (paragraphs: readonly string[]): readonly QuoteBlock[] =>
  paragraphs.map((text) => ({ text, kind: 'text' }));

/** The words of every quote found; the parts of a quote are parted by ` + ` within a block and ` / ` over paragraphs. */
const quoted = (...paragraphs: readonly string[]): readonly string[] => {
  const blocks = blocksOf(paragraphs);
  return findQuotes(blocks, []).map((quote) =>
    quote.ranges
      .map((range, i) => {
        const words = paragraphs[range.block]?.slice(range.start, range.end) ?? '';
        if (i === 0) return words;
        return (quote.ranges[i - 1]?.block === range.block ? ' + ' : ' / ') + words;
      })
      .join(''),
  );
};
const typesOf = (...paragraphs: readonly string[]): readonly string[] =>
  findQuotes(blocksOf(paragraphs), []).map((quote) => quote.type);

describe('quote marks', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['curly double', ['“The bridge is open,” said Nia Prosser.'], ['“The bridge is open,”']],
    ['straight double', ['"The bridge is open," said Nia Prosser.'], ['"The bridge is open,"']],
    ['curly single', ['‘The bridge is open,’ said Nia Prosser.'], ['‘The bridge is open,’']],
    ['straight single', ["'The bridge is open,' said Nia Prosser."], ["'The bridge is open,'"]],
    ['guillemets', ['«The bridge is open», said Nia Prosser.'], ['«The bridge is open»']],
    ['guillemets with inner spaces', ['Nia Prosser said: « The bridge is open. »'], ['« The bridge is open. »']],
    ['curly opening, straight closing', ['“The bridge is open," said Nia Prosser.'], ['“The bridge is open,"']],
    ['comma outside the mark', ['‘The bridge is open’, said Nia Prosser.'], ['‘The bridge is open’']],
    [
      'single nested in double',
      ['“He called it ‘a triumph’ again,” said Nia Prosser.'],
      ['“He called it ‘a triumph’ again,”'],
    ],
    [
      'double nested in single',
      ['‘He called it “a triumph” again,’ said Nia Prosser.'],
      ['‘He called it “a triumph” again,’'],
    ],
    ['both close together', ['“They shouted ‘Well done!’” said Nia Prosser.'], ['“They shouted ‘Well done!’”']],
    [
      'space between the closing marks',
      ['‘They shouted “Well done!” ’ said Nia Prosser.'],
      ['‘They shouted “Well done!” ’'],
    ],
    ['double within double', ['“He said “no” to all of it,” said Nia Prosser.'], ['“He said “no” to all of it,”']],
    ['contractions', ["'We don't know what we'll find,' said Nia Prosser."], ["'We don't know what we'll find,'"]],
    [
      'curly contractions',
      ['‘We don’t know what we’ll find,’ said Nia Prosser.'],
      ['‘We don’t know what we’ll find,’'],
    ],
    ['decade', ["'It was built in the '90s for us,' said Nia Prosser."], ["'It was built in the '90s for us,'"]],
    [
      'plural possessive',
      ['‘The workers’ rights come first,’ said Nia Prosser.'],
      ['‘The workers’ rights come first,’'],
    ],
    ['clipped words', ['‘Give ’em time and rock ’n’ roll,’ said Nia Prosser.'], ['‘Give ’em time and rock ’n’ roll,’']],
    ['dropped g', ["'We are goin' home at last,' said Nia Prosser."], ["'We are goin' home at last,'"]],
    ['possessive outside any quote', ["The workers' canteen and the boys' school will close."], []],
    ['feet and inches', ["The wall is 6' 2\" high and 40' long."], []],
    ['inches inside a quote', ['"The 12" pipe burst again," said Nia Prosser.'], ['"The 12" pipe burst again,"']],
    ['Swedish marks', ['”The bridge is open,” said Nia Prosser.'], ['”The bridge is open,”']],
    ['an opening mark the wrong way', ['Nia Prosser said: ”The bridge is open.”'], ['”The bridge is open.”']],
    ['an opening single mark the wrong way', ['Nia Prosser said: ’We start in May.’'], ['’We start in May.’']],
    ['a clipped word at the head', ['’Tis true. The boys’ school is shut.'], []],
    ['a heading holds no quote', [], []],
  ];
  test.each(cases)('%s', (_name, paragraphs, expected) => {
    expect(quoted(...paragraphs)).toEqual(expected);
  });

  test('headings keep their index and hold no quotes', () => {
    const blocks: readonly QuoteBlock[] = [
      { text: '“We are open for all,” says mayor', kind: 'heading' },
      { text: '“We are open for all,” said Nia Prosser.', kind: 'text' },
    ];
    expect(findQuotes(blocks, []).map((quote) => quote.ranges)).toEqual([[{ block: 1, start: 0, end: 22 }]]);
  });
});

describe('running quotations', () => {
  test('one quote with a range a paragraph', () => {
    expect(quoted('Nia Prosser said: “We start in May.', '“We end in June.', '“Come and see us.”')).toEqual([
      '“We start in May. / “We end in June. / “Come and see us.”',
    ]);
  });

  test('in single marks too', () => {
    expect(quoted('Nia Prosser said: ‘We start in May.', '‘We’ll end in June.', '‘Don’t miss it.’')).toEqual([
      '‘We start in May. / ‘We’ll end in June. / ‘Don’t miss it.’',
    ]);
  });

  test('in straight single marks too', () => {
    expect(quoted("Nia Prosser said: 'We start in May.", "'We'll end in June.'")).toEqual([
      "'We start in May. / 'We'll end in June.'",
    ]);
  });

  test('in other marks than the document’s too', () => {
    const [double, single] = ['“We start in May,” said Owen Bell. “We mean it.”', 'Nia Prosser said: ‘We wait.'];
    expect(quoted(double, single, '‘We hope.', '‘We pray.’')).toEqual([
      '“We start in May,” + “We mean it.”',
      '‘We wait. / ‘We hope. / ‘We pray.’',
    ]);
    expect(quoted(double, single, 'They had ’ere waited.')).toEqual(['“We start in May,” + “We mean it.”']);
  });

  test('also where a paragraph forgot to reopen and the next closes', () => {
    expect(quoted('Nia Prosser said: “We start in May.', 'We end in June.', 'Come and see us.”')).toEqual([
      '“We start in May. / We end in June. / Come and see us.”',
    ]);
  });

  test('paragraphs that each close are quotes of their own', () => {
    expect(quoted('Nia Prosser said: “We start in May.”', '“We end in June.”')).toEqual([
      '“We start in May.”',
      '“We end in June.”',
    ]);
  });

  test('a missing close is flagged and ends with its paragraph', () => {
    const found = findQuotes(blocksOf(['Nia Prosser said: “We start in May.', 'The work takes a year.']), []);
    expect(found.map((quote) => [quote.missingClose, quote.ranges])).toEqual([
      [true, [{ block: 0, start: 18, end: 35 }]],
    ]);
  });

  test('a new attribution in front of the mark ends it', () => {
    expect(quoted('Nia Prosser said: “We start in May.', 'Owen Bell said: “We end in June.”')).toEqual([
      '“We start in May.',
      '“We end in June.”',
    ]);
  });

  test('a heading ends it', () => {
    const blocks: readonly QuoteBlock[] = [
      { text: 'Nia Prosser said: “We start in May.', kind: 'text' },
      { text: 'Background', kind: 'heading' },
      { text: '“We end in June,” said Owen Bell.', kind: 'text' },
    ];
    expect(findQuotes(blocks, []).map((quote) => quote.missingClose)).toEqual([true, false]);
  });

  test('an empty paragraph between does not', () => {
    expect(quoted('Nia Prosser said: “We start in May.', '', '“We end in June.”')).toEqual([
      '“We start in May. / “We end in June.”',
    ]);
  });

  test('eight paragraphs with nested marks and a comma before the mark are one quote, its speaker certain', () => {
    const found = findQuotes(
      blocksOf([
        'The harbour reports were published this week.',
        'North Vale Harbour and Rivers Commissioner Gwilym Tresaith said, “We accept what the reports ask of us.',
        '“Safe water is a priority of mine and of the North Vale Harbour Board.',
        '“Teams now sit in each town, and more are on the way.',
        '“The Board is publishing a summary each month.',
        '“All ‘lost’ buoys are now counted. I will see that ‘lost’ and ‘adrift’ mean the same thing in every port.',
        '“Flooding is a priority of mine. I will watch it with care.',
        '“Keeping people’s homes dry is work for us all.',
        '“These are serious reports, and I will hold the Board to them.”',
        'Back to the news page',
      ]),
      [],
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.ranges.map((range) => range.block)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(found[0]?.missingClose).toBe(false);
    expect(found[0]?.proposals[0]).toMatchObject({
      name: 'Gwilym Tresaith',
      role: 'North Vale Harbour and Rivers Commissioner',
    });
    expect(found[0]?.proposals[0]?.confidence).toBeGreaterThanOrEqual(0.9);
  });
});

describe('split quotes', () => {
  test.each([
    [
      'a comma',
      '“We start,” said Nia Prosser, “in the first week of May.”',
      ['“We start,” + “in the first week of May.”'],
    ],
    [
      'a full stop',
      '“We start in May,” said Nia Prosser. “We end in June.”',
      ['“We start in May,” + “We end in June.”'],
    ],
    ['a role', '“We start,” said Nia Prosser, the project’s director, “in May.”', ['“We start,” + “in May.”']],
    [
      'two speakers are two quotes',
      '“We start in May,” said Nia Prosser. “We end in June,” said Owen Bell.',
      ['“We start in May,”', '“We end in June,”'],
    ],
    [
      'another sentence between',
      '“We start in May,” said Nia Prosser. The crowd fell silent at that. “We end in June.”',
      ['“We start in May,”', '“We end in June.”'],
    ],
  ])('with %s', (_name, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe('speech or not', () => {
  const notSpeech: readonly (readonly [name: string, text: string, speech: number])[] = [
    ['a title', 'The choir sang “Songs of the Northern Hills” in the square.', 0],
    ['a grade', 'The school was rated “Good” in March.', 0],
    ['a so-called word', 'The so-called “experts” stayed at home.', 0],
    ['a scare quote', 'A new “smart casual” rule applies at the club.', 0],
    ['a nickname', 'Owen “Red” Bell scored twice.', 0],
    ['a programme before a clause', 'On the radio’s “Vale at Breakfast,” Nia Prosser said the road was open.', 0],
    ['a programme behind a clause', '“We start in May,” Nia Prosser said on the podcast “Down by the River.”', 1],
    ['a slogan after a colon', 'The banner bore the old slogan: “Keep Digging.”', 0],
    ['a source in a list', '“Bridge to close for repairs” — Wyrdale Post, 12 May 2026', 0],
    ['a single word nobody said', 'The “experts” arrived at noon.', 0],
    ['a name given by nobody', 'It was a case of what is called “river fever.”', 0],
  ];
  test.each(notSpeech)('%s is not', (_name, text, speech) => {
    expect(quoted(text)).toHaveLength(speech);
  });

  test.each([
    ['a full sentence after a colon', 'Nia Prosser said: “We start in May.”', 'direct'],
    ['a short answer with its clause', '“Yes,” said Nia Prosser.', 'direct'],
    ['a short answer after a colon', 'She paused, then: “No.”', 'direct'],
    ['a question of one word', 'The room was silent. “Really?”', 'direct'],
    ['a single word somebody said', 'Nia Prosser said the plan was “absurd” on Monday.', 'mixed'],
    ['a single word somebody gave it', 'Nia Prosser called the plan “absurd” on Monday.', 'mixed'],
    ['a naming word with a comma', 'In a letter that Nia Prosser called “hasty,” Owen Bell said no more.', 'mixed'],
    ['a paragraph in marks', '“We will start when the river allows it.”', 'direct'],
    [
      'a fragment in reported speech',
      'Nia Prosser said the plan was “a gift to the whole valley” and would pass.',
      'mixed',
    ],
    ['a short fragment', 'Nia Prosser said the plan was “very welcome” in the valley.', 'mixed'],
    ['a fragment before its clause', '“We are delighted” with the plan, said Nia Prosser.', 'mixed'],
    ['a word before its clause', 'The town was “failed”, Nia Prosser said.', 'mixed'],
  ])('%s is', (_name, text, type) => {
    expect(typesOf(text)).toEqual([type]);
  });
  test('two fragments before one clause both are', () => {
    expect(typesOf('It was “a disgrace” and “an outrage”, according to Nia Prosser.')).toEqual(['mixed', 'direct']);
  });

  test('a fragment in other marks than the document’s is where somebody says or calls it', () => {
    const text = '“We start,” said Owen Bell. Nia Prosser called that ‘a bold plan’ for the ‘Green Mile’ road.';
    expect(quoted(text)).toEqual(['“We start,”', '‘a bold plan’']);
  });

  test.each([
    ['after a colon, its stop within the marks', 'قالت نيا بروسر: «سنبدأ في مايو.»', 'direct'],
    ['after a colon, its stop behind the marks', 'قالت نيا بروسر: «سنبدأ».', 'direct'],
    ['behind a question', 'هل سنبدأ؟ «نعم بالتأكيد!»', 'direct'],
    ['in straight marks', 'قالت نيا بروسر: "سنبدأ في مايو؟"', 'direct'],
  ])('words in Arabic are, %s', (_name, text, type) => {
    expect(typesOf(text)).toEqual([type]);
  });

  test('an Arabic name in marks is not', () => {
    expect(quoted('افتتح المجلس مشروع «الواحة الخضراء» أمس.')).toEqual([]);
  });
});

describe('a block quote without marks', () => {
  const found = (...blocks: readonly (string | readonly [string])[]) =>
    findQuotes(
      blocks.map((each) =>
        typeof each === 'string' ? { text: each, kind: 'text' } : { text: each[0], kind: 'block-quote' },
      ),
      [],
    ).map(({ ranges, type, missingClose, proposals: [first] }) => [ranges, type, missingClose, first?.name]);
  const range = (block: number, start: number, end: number) => ({ block, start, end });

  test('is one where a colon leads into it, and its speaker is who the clause names', () => {
    expect(found('Nia Prosser, the chair, said:', ['We start in May.'])).toEqual([
      [[range(1, 0, 16)], 'direct', false, 'Nia Prosser'],
    ]);
    expect(found('In her own words:', [' Never. '])).toEqual([[[range(1, 1, 7)], 'direct', false, undefined]]);
  });

  test('runs on through those that follow it', () => {
    expect(found('Nia Prosser said:', ['We start in May.'], ['We don’t wait.'], 'It rained.', ['So it was.'])).toEqual([
      [[range(1, 0, 16), range(2, 0, 14)], 'direct', false, 'Nia Prosser'],
    ]);
  });

  test('is none where nothing leads into it, and its marks say what is one where it has any', () => {
    expect(found('The road is long.', ['It winds up the hill.'])).toEqual([]);
    expect(found('Nia Prosser said:', ['“We start in May.”']).map(([ranges]) => ranges)).toEqual([[range(1, 0, 18)]]);
    expect(found('The letter:', ['Nia Prosser said: “We start.” It rained.']).map(([ranges]) => ranges)).toEqual([
      [range(1, 18, 29)],
    ]);
  });
});

describe('a long document', () => {
  test('is read whole', () => {
    const page = Array.from({ length: 40 }, (_, i) =>
      i % 2 === 0
        ? '“We start in May and end in June, if the river lets us,” said Nia Prosser, chair of the board.'
        : 'The work at the weir will take a year.',
    );
    expect(findQuotes(blocksOf(Array.from({ length: 25 }, () => page).flat()), [])).toHaveLength(500);
  });
});

describe('properties', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '«',
    '»',
    'said',
    'Nia Prosser',
    'she',
    ',',
    '.',
    ':',
    ' ',
    ' ',
    ' ',
    'the boys’',
    '’90s',
    'word',
    'Word',
    '\n',
    '—',
    '😀',
  );
  const paragraph = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
  const document = fc.array(paragraph, { maxLength: 6 });

  test('the same input gives the same answer, in bounds, in order and apart', () => {
    fc.assert(
      fc.property(document, (paragraphs) => {
        const blocks = blocksOf(paragraphs);
        const found = findQuotes(blocks, []);
        expect(findQuotes(blocks, [])).toEqual(found);
        let block = 0;
        let end = 0;
        for (const range of found.flatMap((quote) => quote.ranges)) {
          expect(range.block).toBeGreaterThanOrEqual(block);
          if (range.block > block) end = 0;
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(range.end).toBeGreaterThan(range.start);
          expect(range.end).toBeLessThanOrEqual(paragraphs[range.block]?.length ?? 0);
          ({ block, end } = range);
        }
        for (const quote of found) {
          const first = quote.ranges[0];
          expect(paragraphs[first?.block ?? 0]?.charAt(first?.start ?? 0)).toMatch(/["“”'‘’«»]/u);
        }
      }),
    );
  });

  test('plain paragraphs put before and after leave a quote’s words alone', () => {
    const plain = fc
      .array(fc.constantFrom('The', 'road', 'is', 'closed', 'today', 'again'), { minLength: 1, maxLength: 8 })
      .map((words) => `${words.join(' ')}.`);
    const body = [
      'Nia Prosser said: “We start in May.',
      '“We don’t wait.”',
      '‘We end in June,’ she added.',
      '“We end in June,” she added.',
    ];
    const words = (paragraphs: readonly string[]): readonly string[] => {
      const blocks = blocksOf(paragraphs);
      return findQuotes(blocks, []).map((quote) => wordsOfTexts(blocks, quote.ranges));
    };
    const expected = words(body);
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        expect(words([before, ...body, after])).toEqual(expected);
      }),
    );
  });
});
