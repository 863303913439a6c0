import { describe, expect, test } from 'vitest';
import { lastSpeaker } from './testing';

const cases: Readonly<Record<string, readonly (readonly [text: string, speaker: string])[]>> = {
  'who else reports in the sentence': [
    ['Nia Prosser spoke first, saying that the wall was “as good as gone”.', 'Nia Prosser'],
    ['“It is late,” Nia Prosser said, adding that the wall was “as good as gone”.', 'Nia Prosser'],
    ['Asked about the wall, Nia Prosser said it was “as good as gone”.', 'Nia Prosser'],
    ['Nia Prosser said she thought the wall was “as good as gone”.', 'Nia Prosser'],
    ['The paper reported that Nia Prosser called the wall “as good as gone”.', 'Nia Prosser ?'],
    ['According to the paper, Nia Prosser said the wall was “as good as gone”.', 'Nia Prosser ?'],
    ['Owen Bell told us that Nia Prosser had said the wall was “as good as gone”.', 'Nia Prosser ?'],
  ],
  'a clause read across the sentence': [
    ['Nia Prosser, who chairs the board and keeps bees, said the wall was “as good as gone”.', 'Nia Prosser'],
    ['Around the county, letters from those who had signed, many of them old, spoke of “theft”.', 'nobody'],
    ['Both sides oppose an old formula called the “chained sum of all”.', 'an old formula ?'],
  ],
  'a clause on either side': [
    ['Nia Prosser hit back: “We start in May,” she said.', 'Nia Prosser'],
    ['They want to “start in May and end by June,” Nia Prosser said.', 'Nia Prosser'],
    ['Owen Bell wrote: “We start in May and end in June,” Nia Prosser said.', 'Nia Prosser ?'],
  ],
  'two with one surname': [
    ['Ann Bell and Owen Bell came. “We start in May,” Bell said.', 'Owen Bell ?'],
    [
      `Ann Bell came. ${'It rained. '.repeat(14)}Owen Bell told the board it was late. “We start in May,” Bell said.`,
      'Owen Bell',
    ],
  ],
  'two whom “and” makes one subject': [
    ['Sarah Bell and Ann Marsh met. “We start in May,” she said.', 'Ann Marsh ?'],
    ['Sarah Bell, the chair, and Ann Marsh, the clerk, met. “We start in May,” she said.', 'Sarah Bell ?'],
    ['Sarah Bell and her deputy, Ann Marsh, met. “We start in May,” she said.', 'Sarah Bell ?'],
    ['Nia Prosser and Ann Marsh met. “We start in May,” she said.', 'Ann Marsh ?'],
    ['Sarah Bell and Ann Marsh came. Bell and Marsh met. “We start in May,” she said.', 'Ann Marsh ?'],
    ['Sarah Bell & Ann Marsh met. “We start in May,” she said.', 'Ann Marsh ?'],
    ['Sarah Bell, Ann Marsh and Owen Hale met. “We start in May,” she said.', 'Sarah Bell ?'],
    ['Sarah Bell, a baker from Hexley and Vale, spoke. “We start in May,” she said.', 'Sarah Bell'],
    ['Sarah Bell and Owen Marsh met. “We start in May,” she said.', 'Sarah Bell'],
    ['North Vale Council and Ann Marsh met. “We start in May,” she said.', 'Ann Marsh'],
    ['Sarah Bell and Ann Marsh met. Ms Marsh rose. “We start in May,” she said.', 'Ann Marsh'],
    ['Sarah Bell met Ann Marsh. “We start in May,” she said.', 'Sarah Bell'],
  ],
  'two who speak together, by surname, title or office': [
    ['Sarah Bell and Owen Marsh came. “We start in May,” said Bell and Marsh.', 'Sarah Bell and Owen Marsh ?'],
    ['Sarah Bell and Owen Marsh came. “We start in May,” Ms Bell and Mr Marsh said.', 'Sarah Bell and Owen Marsh ?'],
    ['Sarah Bell and Owen Marsh came. Mayor Bell and Mr Marsh said: “We start in May.”', 'Sarah Bell and Owen Marsh ?'],
    ['Marks and Spencer said: “We start in May.”', 'Marks and Spencer'],
    ['Health and Safety Director Sarah Bell said: “We start in May.”', 'Sarah Bell'],
  ],
  'an office like that of somebody': [
    ['Mayor Sarah Bell came. The mayor said: “We start in May.”', 'Sarah Bell'],
    ['Mayor Sarah Bell came. The new mayor said: “We start in May.”', 'Sarah Bell'],
    ['Mayor Sarah Bell came. The deputy mayor said: “We start in May.”', 'Sarah Bell ?'],
    ['Mayor Sarah Bell came. The former mayor said: “We start in May.”', 'Sarah Bell ?'],
    ['Deputy Mayor Sarah Bell came. The deputy mayor said: “We start in May.”', 'Sarah Bell'],
  ],
  'a name joined to what is no person’s': [
    ['Tyne and Wear is wet. “We start in May,” she said.', '(she) ?'],
    ['Marks and Spencer is shut. “We start in May,” he said.', '(he) ?'],
  ],
  'who spoke without marks': [
    ['The finest skipper is Owen Bell, Ivor Marsh argues. | “He steers by ear,” he says.', 'Ivor Marsh'],
    ['Owen Bell is the finest skipper there is Ivor Marsh argues. | “He steers by ear,” he says.', 'Ivor Marsh'],
    ['Owen Bell, Ivor Marsh said, has made the sea safe. | “He steers by ear,” he said.', 'Ivor Marsh'],
    ['The odds are long, said Ivor Marsh. Owen Bell’s boat is old. “It leaks,” he said.', 'Ivor Marsh'],
    ['Ivor Marsh, the owner, said Owen Bell had left. “He steers by ear,” he said.', 'Ivor Marsh'],
    ['Owen Bell rubbished Ivor Marsh’s claim. | “It’s rot,” he said.', 'Owen Bell'],
  ],
  'a body, for short': [
    ['North Vale Council wrote to tenants on Monday. It said it was “very sorry indeed”.', 'North Vale Council ?'],
    ['Relief agency Open Harbour said its lorries were “going nowhere”.', 'Open Harbour'],
    ['Campaign group Rivers Alive was “appalled and ashamed”, it said.', 'Rivers Alive ?'],
  ],
  'what governs a name is no part of it': [
    ['The case would involve Chief Constable Nia Prosser, who told us: “We start in May.”', 'Nia Prosser'],
    ['The union was cross, with its secretary, Colin Moss, calling the rota “a rumour”.', 'Colin Moss'],
    ['Going on to explain the plan, Nia Prosser left, saying it was “all in hand”.', 'Nia Prosser ?'],
  ],
};

describe.each(Object.entries(cases))('%s', (_rule, of) => {
  test.each(of)('%s', (text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
  });
});
