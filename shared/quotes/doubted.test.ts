import { describe, expect, test } from 'vitest';
import { lastSpeaker } from './testing';

const doubtful: Readonly<Record<string, readonly string[]>> = {
  'what was not said, or only might be': [
    'Neither Owen Bell nor Ivor Marsh said: “We start in May.”',
    'Either Owen Bell or Ivor Marsh said: “We start in May.”',
    'Nobody said: “We start in May.”',
    'Owen Bell denied saying “we start in May at last”.',
    'Owen Bell denied having said: “We start in May.”',
    'Owen Bell denied that it was “a waste of money”.',
    'Owen Bell never said: “We start in May.”',
    'Owen Bell did not say: “We start in May.”',
    'Owen Bell should have said: “We start in May.”',
    'Owen Bell might say: “We start in May.”',
    'Owen Bell would not call it “a waste of money”.',
    'If Owen Bell says “we start in May at last”, we go.',
    'Whether Owen Bell said “we start in May at last” is not known.',
    'Did Owen Bell say “we start in May at last”?',
    'When did Owen Bell say: “We start in May”?',
    'Had Owen Bell said “we start in May at last”, we would have gone.',
    'It is not true that Owen Bell said “we start in May at last”.',
    'There is no evidence that Owen Bell said “we start in May at last”.',
    'A fake post claims Owen Bell said: “We start in May.”',
    'I never heard Owen Bell say “we start in May at last”.',
    'Owen Bell told Ivor Marsh to say: “We start in May.”',
  ],
  'the words of another': [
    '“We start in May,” Owen Bell recalled Ivor Marsh saying.',
    '“We start in May,” Owen Bell remembered Ivor Marsh telling him.',
    '“We start in May,” Owen Bell remembers a man shouting.',
    'Owen Bell remembered his father saying: “We start in May.”',
    'Owen Bell accused Ivor Marsh of saying: “We start in May.”',
    'Owen Bell attacked Ivor Marsh for saying the wall was “a waste of money”.',
    '“We start in May,” said Owen Bell, quoting Ivor Marsh.',
    'Quoting Ivor Marsh, Owen Bell said: “We start in May.”',
    'Owen Bell quoted Ivor Marsh: “We start in May.”',
    '“We start in May,” Owen Bell read out.',
    '“We start in May,” Owen Bell heard.',
    '“We start in May,” Owen Bell was told.',
    '“We start in May,” Owen Bell was told by Ivor Marsh.',
    '“We start in May,” was how Owen Bell was greeted.',
    'Owen Bell said he was told: “We start in May.”',
    'Owen Bell claims Ivor Marsh said: “We start in May.”',
    'Owen Bell alleged that Ivor Marsh said: “We start in May.”',
    'Owen Bell said a resident told him: “We start in May.”',
    'Minutes show Owen Bell said: “We start in May.”',
    'Owen Bell opened an email from Ivor Marsh saying: “We start in May.”',
    'Owen Bell welcomed a report saying the wall was “a waste of money”.',
    'Owen Bell dismissed suggestions that the wall was “a waste of money”.',
    'Owen Bell disputed that the wall was “a waste of money”.',
    'Owen Bell repeated Ivor Marsh’s claim that the wall was “a waste of money”.',
    'Owen Bell answered Ivor Marsh’s question: “When do we start?”',
    'Owen Bell recalled the advice of his father: “We start in May.”',
    'Ivor Marsh, whose wife told the court: “We start in May.”',
    '“We start in May,” said Owen Bell’s successor, Ivor Marsh.',
    'Owen Bell, described as “the best of us all”, said he was proud.',
  ],
  'not one alone, or no whole name': [
    'Owen and Ann Bell said: “We start in May.”',
    'Mr and Mrs Bell said: “We start in May.”',
    'Owen Bell and his wife, Ann, said: “We start in May.”',
    'Owen Bell (left) and Ivor Marsh said: “We start in May.”',
    'Ann Marsh (chair) and Tom Bell (clerk) said: “We start in May.”',
    'Mayor Owen Bell came. The mayor and Ann Marsh said: “We start in May.”',
    'Ann Marsh / Tom Bell said: “We start in May.”',
    '“We start in May,” said Ann Marsh or Tom Bell.',
    '“We start in May,” said Ann Marsh as well as Tom Bell.',
    '“We start in May,” said Ann Marsh, Tom Bell and Owen Hale.',
    'Ann “Nan” Marsh said: “We start in May.”',
    'Q: “When do we start?”',
  ],
  'a reply, and who is spoken to': [
    '“It is not safe,” Owen Bell told Ivor Marsh. “It is safe enough,” he replied.',
    '“It is not safe,” Sarah Bell said to Ann Marsh. “It is safe enough,” she replied.',
    'Sarah Bell asked Ann Marsh whether it was safe. “It is safe enough,” she replied.',
    'Sarah Bell asked: “Is it safe?” | “It is safe enough,” she replied.',
    'Owen Bell met Ivor Marsh. “It is safe enough,” he told Bell.',
    'Owen Bell was praised by Ivor Marsh. “He is the best of us all,” he said.',
    'Ann Marsh was joined by Sue Hale. “It is safe enough,” she said.',
  ],
  'somebody without a name stands between': [
    '“It is late,” said Ann Marsh. Her deputy was not so sure. “We start in May,” she said.',
    '“It is late,” said Ann Marsh. | A nurse disagreed. | “We start in May,” she said.',
    '“It is late,” said Ann Marsh. “No,” a nurse said. “We start in May,” she added.',
    '“It is late,” said Ann Marsh. “No,” her daughter said. “We start in May,” she added.',
  ],
  'an office like that of somebody': [
    'Mayor of Vale Owen Bell came. The mayor of Orran said: “We start in May.”',
    'Hexley mayor Owen Bell came. The Orran mayor said: “We start in May.”',
    'Minister for Roads Owen Bell came. The minister for ports said: “We start in May.”',
    'Minister Owen Bell came. The prime minister said: “We start in May.”',
    'Inspector Owen Bell came. The chief inspector said: “We start in May.”',
    'Deputy Mayor Owen Bell came. The mayor said: “We start in May.”',
    'Assistant Chief Constable Owen Bell came. The chief constable said: “We start in May.”',
  ],
};

describe.each(Object.entries(doubtful))('never certain: %s', (_rule, texts) => {
  test.each(texts)('%s', (text) => {
    expect(lastSpeaker(text)).toMatch(/ \?$|^nobody$/u);
  });
});

describe('as certain as ever', () => {
  test.each([
    ['Owen Bell not only said it but wrote: “We start in May.”', 'Owen Bell'],
    ['Owen Bell said he was not late, adding: “We start in May.”', 'Owen Bell'],
    ['Owen Bell, who never left Hexley, said: “We start in May.”', 'Owen Bell'],
    ['Owen Bell, whose boat sank, said: “We start in May.”', 'Owen Bell'],
    ['Owen Bell rejected the plan as “a waste of money”.', 'Owen Bell'],
    ['Owen Bell repeated his claim that the wall was “a waste of money”.', 'Owen Bell'],
    ['Owen Bell sent an email saying: “We start in May.”', 'Owen Bell'],
    ['Owen Bell is quoted in the Hexley Post as saying: “We start in May.”', 'Owen Bell'],
    ['It rained and Owen Bell said: “We start in May.”', 'Owen Bell'],
    ['Owen Bell told Ivor Marsh: “We start in May.”', 'Owen Bell'],
    ['Asked whether it was late, Owen Bell was calm. “We start in May,” he said.', 'Owen Bell'],
    ['Owen Bell spoke. Asked when, he replied: “We start in May.”', 'Owen Bell'],
    ['“It is late,” Sarah Bell told Ann Marsh. “We start in May,” she added.', 'Sarah Bell'],
    ['Deputy Mayor Owen Bell came. The deputy mayor said: “We start in May.”', 'Owen Bell'],
    ['Mayor of Vale Owen Bell came. The mayor of Vale said: “We start in May.”', 'Owen Bell'],
    ['Judge Owen Bell sat. Judge Bell said: “We start in May.”', 'Owen Bell'],
    ['“We start in May,” said victim’s father Owen Bell.', 'Owen Bell'],
  ])('%s', (text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
  });
});

test('a judge or a peer is not taken for another of the surname', () => {
  expect(lastSpeaker('Owen Bell was jailed. Judge Bell said: “We start in May.”')).not.toMatch(/^Owen/u);
  expect(lastSpeaker('Owen Bell was jailed. Mr Justice Bell said: “We start in May.”')).not.toMatch(/^Owen/u);
  expect(lastSpeaker('Lord Bell met Owen Bell. “We start in May,” Lord Bell said.')).not.toMatch(/^Owen/u);
});
