import { describe, expect, test } from 'vitest';
import { findQuotes } from './find';

/** Every quote of a text with its type where it is mixed; parts in a paragraph are parted by ` + `, paragraphs by ` / `, a missing close by `…`. */
const quotes = (text: string): readonly string[] => {
  const paragraphs = text.split(' | ');
  return findQuotes(
    paragraphs.map((each) => ({ text: each, kind: 'text' })),
    [],
  ).map(({ ranges, type, missingClose }) => {
    const words = ranges.map((range, i) => {
      const joined = i === 0 ? '' : ranges[i - 1]?.block === range.block ? ' + ' : ' / ';
      return joined + (paragraphs[range.block]?.slice(range.start, range.end) ?? '');
    });
    return `${type === 'mixed' ? 'mixed ' : ''}${words.join('')}${missingClose ? '…' : ''}`;
  });
};

type Case = readonly [text: string, ...quotes: readonly string[]];

const rules: Readonly<Record<string, readonly Case[]>> = {
  'apostrophes are no marks': [
    ["'It's the dogs' home, isn't it?' she said.", "'It's the dogs' home, isn't it?'"],
    ['‘’Tis the season,’ said Nia Prosser.', '‘’Tis the season,’'],
    ["'Twas ever thus, and James' boat is Chris's now."],
    ['‘Back in the ’70s we had ’em,’ said Nia Prosser.', '‘Back in the ’70s we had ’em,’'],
    ["'Back in the '70s we had 'em,' said Nia Prosser.", "'Back in the '70s we had 'em,'"],
    ['The class of ’76 and the rock ’n’ roll years are over.'],
    ["The 1990s' best and the MPs' worst."],
    ["'The MPs' pay is the MPs' affair,' said Nia Prosser.", "'The MPs' pay is the MPs' affair,'"],
    ['‘It was o’clock somewhere,’ said Nia Prosser.', '‘It was o’clock somewhere,’'],
    ['He is 6\'2" and she is 5\'11".'],
    ['"He is 6\'2" tall," said Nia Prosser.', '"He is 6\'2" tall,"'],
    ["‘He was 6' tall,’ said Nia Prosser.", "‘He was 6' tall,’"],
    ['‘I’m doin’ nothin’ wrong,’ said Nia Prosser.', '‘I’m doin’ nothin’ wrong,’'],
    ["Nia Prosser said: 'It was freezin', mind. I froze.'", "'It was freezin', mind. I froze.'"],
    ['Nia Prosser said: "It was 6" wide. Now it is 20"."', '"It was 6" wide. Now it is 20"."'],
    [
      "Nia Prosser said: 'It rained. We put it to the workers' meeting. | 'It rained again.'",
      "'It rained. We put it to the workers' meeting. / 'It rained again.'",
    ],
    [
      'Nia Prosser spoke of the ‘bad angels’ of our past. | ‘It rained,’ she said.',
      'mixed ‘bad angels’',
      '‘It rained,’',
    ],
    ['‘It has a name. We call it ‘Colin’.’ So said Nia Prosser.', '‘It has a name. We call it ‘Colin’.’'],
  ],
  'marks of every kind': [
    ['„Wir fangen an“, said Nia Prosser.', '„Wir fangen an“'],
    ['‹We start in May›, said Nia Prosser.', '‹We start in May›'],
    ['«We start,» said Nia Prosser. «In May.»', '«We start,» + «In May.»'],
    ['“We start in May”, said Nia Prosser. ‘The Mole’ is old.', '“We start in May”'],
    ['‘We start in May’, said Nia Prosser. “The Mole” is old.', '‘We start in May’'],
    ['“We read ‘The Mole’ and ‘The Weir’,” said Nia Prosser.', '“We read ‘The Mole’ and ‘The Weir’,”'],
    ['‘She told me, “Go”, so I went,’ said Nia Prosser.', '‘She told me, “Go”, so I went,’'],
    [
      '“He said: ‘I heard “no” twice.’ That was all,” said Nia Prosser.',
      '“He said: ‘I heard “no” twice.’ That was all,”',
    ],
  ],
  'running quotations': [
    ['Nia Prosser said: “One. | “Two. | “Three.”', '“One. / “Two. / “Three.”'],
    ['Nia Prosser said: «One. | «Two.»', '«One. / «Two.»'],
    ['Nia Prosser said: "One. | "Two."', '"One. / "Two."'],
    ['Nia Prosser said: “One. | Two. | Three.” | It rained.', '“One. / Two. / Three.”'],
    ['Nia Prosser said: “One.” | “Two.” | “Three.”', '“One.”', '“Two.”', '“Three.”'],
    ['Nia Prosser said: “One. | “Two. | It rained.', '“One. / “Two.…'],
    ['Nia Prosser said: “One. | Owen Bell said: “Two.”', '“One.…', '“Two.”'],
    ['Nia Prosser said: “One. | “Two,” she added. “Three.”', '“One. / “Two,” + “Three.”'],
    ['Nia Prosser said the wall was “old and | It rained.', 'mixed “old and…'],
    ['Nia Prosser said: “He told me ‘no’. | “He told me ‘yes’.”', '“He told me ‘no’. / “He told me ‘yes’.”'],
  ],
  'not speech': [
    ['Her novel “The Slow Tide” is out in May.'],
    ['The trust was graded “Requires Improvement” last year.'],
    ['Ofsted rated it “outstanding” in 2019.'],
    ['The banner read: “Save Our Weir”.'],
    ['The so-called “bus gate” opens in May.'],
    ['He works for a “think tank” in Hexley.'],
    ['Police named the inquiry “Operation Bargepole”.'],
    ['The word “mole” has many meanings.'],
    ['The path is known as the “Green Mile”.'],
    ['The film, “A Weir in Winter”, opens on Friday.'],
    ['‘The Tide is My Shepherd’ was sung at the gates.'],
    ['The play “What the Tide Left” and the song “Low Water” won.'],
    ['The hashtag “#SaveTheWeir” was seen everywhere.'],
    ['Under its motto “Ever Onward” the club went down.'],
    ['Click “Accept” to go on.'],
  ],
  'fragments are mixed': [
    ['Nia Prosser said it was “a long time coming”.', 'mixed “a long time coming”'],
    ['Nia Prosser said it was “long” and “dear”.', 'mixed “long”', 'mixed “dear”'],
    ['He told the court he “did not mean to”.', 'mixed “did not mean to”'],
    ['The report found “no evidence of harm”.', 'mixed “no evidence of harm”'],
    ['Residents have described the smell as “unbearable”.', 'mixed “unbearable”'],
  ],
  'split quotes': [
    ['“We start,” said Nia Prosser, “in May.”', '“We start,” + “in May.”'],
    ['“We start”, Nia Prosser, the chair, told the Post, “in May”.', '“We start” + “in May”'],
    ['“Why,” asked Nia Prosser, “must we wait?”', '“Why,” + “must we wait?”'],
  ],
};

describe.each(Object.entries(rules))('%s', (_rule, cases) => {
  test.each(cases.map(([text, ...found]) => [text, found] as const))('%s', (text, found) => {
    expect(quotes(text)).toEqual(found);
  });
});
