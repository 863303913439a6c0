import { describe, expect, test } from 'vitest';
import type { Person } from '../people/model';
import { findQuotes } from './find';
import { CERTAIN, type Proposal } from './model';
import { person } from './testing';

const proposalsOf = (
  paragraphs: readonly string[],
  people: readonly Person[] = [],
): readonly (Proposal | undefined)[] =>
  findQuotes(
    paragraphs.map((text) => ({ text, kind: 'text' })),
    people,
  ).map((quote) => quote.proposals[0]);

const last = (...paragraphs: readonly string[]): Proposal | undefined => proposalsOf(paragraphs).at(-1);

describe('a role told behind a name', () => {
  test.each([
    ['an office', 'Nia Prosser, the head of roads policing, opened the lane.', 'head of roads policing'],
    [
      'an office without an article',
      'The lane was opened by Nia Prosser, deputy leader of the council, and two others.',
      'deputy leader of the council',
    ],
    [
      'an office with capitals',
      'Nia Prosser, Chair of the Harbour Board, opened the lane.',
      'Chair of the Harbour Board',
    ],
    [
      'a calling behind an age',
      'Nia Prosser, 58, a retired teacher from Hexley, walked the lane.',
      'retired teacher from Hexley',
    ],
    [
      'of two nouns',
      'Nia Prosser, founder and director of the choir, walked the lane.',
      'founder and director of the choir',
    ],
    ['another person', 'Nia Prosser, Chief Inspector Owen Bell, and Ada Roe walked the lane.', ''],
    ['a place', 'Nia Prosser, of Hexley, walked the lane.', ''],
    ['whose neighbour', 'Nia Prosser, her neighbour, walked the lane.', ''],
    ['a sentence without its comma', 'Nia Prosser, head of roads policing said it would open, and left.', ''],
    ['an office of another time', 'Nia Prosser, then mayor of Hexley, opened the lane.', ''],
    ['what was done', 'Nia Prosser, injured in May, walked the lane.', ''],
  ])('is remembered when her surname speaks: %s', (_, first, role) => {
    expect(last(first, '“It is safe,” said Ms Prosser.')).toMatchObject({ name: 'Nia Prosser', role });
  });
});

test('a role told in passing gives way to the one that stands with the name', () => {
  const passing = 'Nia Prosser, a volunteer from Hexley, walked the lane.';
  const speaking = '“It is safe,” said council leader Nia Prosser.';
  expect(last(passing, speaking, '“It is,” said Ms Prosser.')).toMatchObject({ role: 'council leader' });
});

describe('clauses of attribution', () => {
  test.each([
    ['said Name', '“We start in May,” said Nia Prosser.', 'Nia Prosser', ''],
    [
      'a form of address says less than the office behind the name',
      'The Rt Hon Nia Prosser MP, Secretary of State for Ports, said: “We start.”',
      'Nia Prosser',
      'Secretary of State for Ports',
    ],
    ['a calling of every day', 'Patient Nia Prosser, 81, said: “We start.”', 'Nia Prosser', 'Patient'],
    ['a parent', 'Mum-of-three Nia Prosser said: “We start.”', 'Nia Prosser', 'Mum-of-three'],
    ['His Honour', 'His Honour Judge Owen Bell said: “We start.”', 'Owen Bell', 'Judge'],
    [
      'a form of address behind the office',
      'Leader of the Council Cllr Nia Prosser said: “We start.”',
      'Nia Prosser',
      'Leader of the Council',
    ],
    ['whose report it is', 'The report by the auditor, Nia Prosser, finds: “We start.”', 'Nia Prosser', 'auditor'],
    [
      'Her Majesty’s is part of an office',
      'Her Majesty’s Inspector of Ports Nia Prosser said: “We start.”',
      'Nia Prosser',
      'Her Majesty’s Inspector of Ports',
    ],
    ['Name said', '“We start in May,” Nia Prosser said.', 'Nia Prosser', ''],
    ['Name said:', 'Nia Prosser said: “We start in May.”', 'Nia Prosser', ''],
    ['Name said,', 'Nia Prosser said, “We start in May.”', 'Nia Prosser', ''],
    ['another verb', '“We start in May,” insisted Nia Prosser.', 'Nia Prosser', ''],
    ['an adverb between', 'Nia Prosser also later said: “We start in May.”', 'Nia Prosser', ''],
    [
      'Role Name said',
      'Harbour Board director Nia Prosser said: “We start in May.”',
      'Nia Prosser',
      'Harbour Board director',
    ],
    ['said Role Name', '“We start in May,” said council leader Nia Prosser.', 'Nia Prosser', 'council leader'],
    [
      'capital role with "and"',
      '“We start in May,” said North Vale Police and Crime Commissioner Nia Prosser.',
      'Nia Prosser',
      'North Vale Police and Crime Commissioner',
    ],
    [
      'said Name, role,',
      '“We start in May,” said Nia Prosser, chair of the Harbour Board.',
      'Nia Prosser',
      'chair of the Harbour Board',
    ],
    [
      'Name, role, said',
      'Nia Prosser, chair of the Harbour Board, said: “We start in May.”',
      'Nia Prosser',
      'chair of the Harbour Board',
    ],
    [
      'Name, age, role, said',
      '“We start in May,” said Nia Prosser, 52, chair of the board.',
      'Nia Prosser',
      'chair of the board',
    ],
    ['Name, age, said', '“We start in May,” Nia Prosser, 52, said.', 'Nia Prosser', ''],
    ['a bracket after the name', '“We start in May,” Nia Prosser (Independent) said.', 'Nia Prosser', ''],
    ['told somebody', 'Nia Prosser told the meeting: “We start in May.”', 'Nia Prosser', ''],
    ['according to', '“We start in May,” according to Nia Prosser.', 'Nia Prosser', ''],
    ['Name: at the head', 'Nia Prosser: “We start in May.”', 'Nia Prosser', ''],
    ['a title before the name', '“We start in May,” said Dr Nia Prosser.', 'Dr Nia Prosser', ''],
    ['a courtesy title', '“We start in May,” said Mrs Nia Prosser.', 'Nia Prosser', ''],
    ['Welsh meddai', '“Rydym yn dechrau ym mis Mai,” meddai Nia Prosser.', 'Nia Prosser', ''],
    ['an organisation', '“We start in May,” the North Vale Council said.', 'North Vale Council', ''],
    [
      'a councillor with an office',
      'Cllr Owen Bell, Cabinet Member for Roads, said: “We start.”',
      'Owen Bell',
      'Cabinet Member for Roads',
    ],
    [
      'office, Name, said',
      'Head of Libraries at North Vale Council, Owen Bell, said: “We start.”',
      'Owen Bell',
      'Head of Libraries at North Vale Council',
    ],
    ['as the chair put it', 'As the chair, Owen Bell, put it: “We start.”', 'Owen Bell', 'chair'],
    [
      'a title behind a role',
      'Chief Executive of Vale Trust Dr Nia Prosser said: “We start.”',
      'Dr Nia Prosser',
      'Chief Executive of Vale Trust',
    ],
    ['a peer', 'Lord Bell of Vale told the house: “We start.”', 'Lord Bell of Vale', ''],
    ['a seat after the name', 'Nia Prosser MP said: “We start.”', 'Nia Prosser', 'MP'],
    [
      'somebody who speaks for a body',
      'A spokesperson for North Vale Council said: “We start.”',
      'North Vale Council',
      'spokesperson',
    ],
    ['a noun of saying', 'Nia Prosser’s reply: “We start in May.”', 'Nia Prosser', ''],
    ['a signature behind', '“We start in May.” – Nia Prosser, chair of the board', 'Nia Prosser', 'chair of the board'],
    ['a reply that was', 'Nia Prosser’s answer was: “We start in May.”', 'Nia Prosser', ''],
    ['adding', 'Nia Prosser told the meeting it was late, adding: “We start in May.”', 'Nia Prosser', ''],
    ['a second verb', 'Nia Prosser thanked North Vale Council but said: “We start in May.”', 'Nia Prosser', ''],
    [
      'a place inside the role',
      'Nia Prosser, director at the University of North Vale, Hexley, said: “We start.”',
      'Nia Prosser',
      'director at the University of North Vale, Hexley',
    ],
    ['a bracket and a comma', 'At Hexley, in Wyrdale, Nia Prosser (Independent), said: “We start.”', 'Nia Prosser', ''],
    ['what others want is her words', 'Nia Prosser said the board wants “a wall to last”.', 'Nia Prosser', ''],
    ['a passive has its speaker behind it', 'The wall was described by Nia Prosser as “a ruin”.', 'Nia Prosser', ''],
    ['a clause that ends the sentence', 'The wall was “in a poor state”, Nia Prosser said.', 'Nia Prosser', ''],
    ['a source that ends the sentence', 'The wall was “in a poor state”, according to Nia Prosser.', 'Nia Prosser', ''],
    ['a long subject', '“We start,” Nia Prosser, who has chaired the board since May said.', 'Nia Prosser', ''],
    ['a relation before the name', '“We start,” another friend, Nia Prosser, told the court.', 'Nia Prosser', ''],
    ['Name of place', '“We start in May,” said Nia Prosser of the Harbour Trust.', 'Nia Prosser', ''],
  ])('%s', (_name, text, name, role) => {
    expect(last(text)).toMatchObject({ name, role });
  });

  test('a clause in the paragraph above that ends in a colon leads in', () => {
    expect(
      last('Nia Prosser, chair of the board, has issued the following statement:', '“We start in May.”')?.name,
    ).toBe('Nia Prosser');
    expect(last('Nia Prosser:', '“We start in May.”')?.name).toBe('Nia Prosser');
  });

  test.each([
    ['a report', '“We start in May,” the yearly report said.', 'the yearly report'],
    ['a phrase ends at its verb', 'The wardens are late, saying “traffic on the bridge” held them.', 'The wardens'],
  ])('all there is to know stands in the text: %s', (_name, text, mention) => {
    expect(last(text)).toMatchObject({ name: mention.replace('The', 'the'), mention });
  });

  test('what was said in the sentence before tells who goes on', () => {
    expect(last('Nia Prosser also said the wall was safe. “We start in May and end in June.”')?.name).toBe(
      'Nia Prosser',
    );
    expect(last('Nia Prosser praised the crew for its work.', '“We start in May and end in June.”')?.name).toBe(
      'Nia Prosser',
    );
  });

  test('several speakers in a paragraph keep their own words', () => {
    expect(
      proposalsOf(['“We start in May,” said Nia Prosser. “We end in June,” said Owen Bell.']).map((each) => each?.name),
    ).toEqual(['Nia Prosser', 'Owen Bell']);
  });

  test('the mention and the cue say where they stand', () => {
    const [quote] = findQuotes([{ text: '“We start in May,” said Nia Prosser.', kind: 'text' }], []);
    expect(quote?.proposals[0]?.mentionRange).toEqual({ block: 0, start: 24, end: 35 });
    expect(quote?.cue).toEqual({ block: 0, start: 19, end: 23 });
  });
});

test('a signature in the paragraph below names the speaker', () => {
  expect(last('“We start in May.”', '– Nia Prosser, chair of the board')).toMatchObject({
    name: 'Nia Prosser',
    role: 'chair of the board',
  });
});

test('two people who speak together are both named and doubtful', () => {
  const found = last('“We agree,” said Nia Prosser and Mayor Owen Bell.');
  expect(found?.name).toBe('Nia Prosser and Owen Bell');
  expect(found?.confidence).toBeLessThan(CERTAIN);
});

describe('names that no list knows', () => {
  test.each([
    ['between commas behind a role', 'The mayor, Leszko Baran, asked for calm. “Sit down,” he said.', 'Leszko Baran'],
    ['behind a relation', 'Her deputy, Quennell Ost, said: “We start.”', 'Quennell Ost'],
    ['a first name behind a relation', 'Her husband, Anselm, added: “We start.”', 'Anselm'],
    ['behind a calling', 'Signaller Emlo Tree pulled the lever. “Not yet,” he said.', 'Emlo Tree'],
    ['by surname once it stood in full', 'The crew met Zorah Quist. “We start,” said Ms Quist.', 'Zorah Quist'],
    ['by first name', 'The board met Nia Prosser. “We start,” said Nia.', 'Nia Prosser'],
    ['by title and surname', 'The board met Dr Zorah Quist. “We start,” Dr Quist said.', 'Dr Zorah Quist'],
    ['a body as "it"', 'North Vale Council said: “We start.” “We end in June,” it added.', 'North Vale Council'],
  ])('%s', (_name, text, name) => {
    expect(last(text)?.name).toBe(name);
  });

  test('a day before the verb is passed over', () => {
    expect(last('Nia Prosser on Monday called the wall “a monument to patience”.')?.name).toBe('Nia Prosser');
  });

  test('what is hers is not she', () => {
    expect(last('Nia Prosser met Owen Bell. Prosser’s plans are late. “We wait and see,” he said.')?.name).toBe(
      'Owen Bell',
    );
  });
});

describe('never certain', () => {
  test.each([
    ['an office that nobody is named for', '“We start in May,” the warden said.'],
    ['a seat that may be a name', '“We start in May,” said Hexley MP.'],
    ['a source behind the speaker', 'Nia Prosser is chair.', '“We start in May,” Prosser said, according to the Post.'],
    ['a fragment in what another reports', 'The Post says that Nia Prosser said the wall was “a ruin”.'],
    ['two of one surname', 'Nia Prosser and Elin Prosser came.', '“We start in May,” Prosser said.'],
  ])('%s', (_name, ...paragraphs) => {
    expect(last(...paragraphs)?.confidence).toBeLessThan(CERTAIN);
  });

  test('yet the common ways are certain', () => {
    for (const text of ['“We start in May,” said Nia Prosser.', 'Nia Prosser said: “We start in May.”'])
      expect(last(text)?.confidence).toBeGreaterThanOrEqual(CERTAIN);
  });
});

describe('who is meant', () => {
  const intro = 'Harbour Board commissioner Nia Prosser said: “We start in May.”';
  test.each([
    ['she', '“We end in June,” she said.', 'Nia Prosser'],
    ['a surname', '“We end in June,” Prosser said.', 'Nia Prosser'],
    ['a title and surname', 'Ms Prosser added: “We end in June.”', 'Nia Prosser'],
    ['a role noun', '“We end in June,” the commissioner said.', 'Nia Prosser'],
    ['no clause of its own', '“We end in June.”', 'Nia Prosser'],
  ])('%s', (_name, text, name) => {
    expect(last(intro, text)?.name).toBe(name);
  });

  test('he is not she', () => {
    expect(last('Owen Bell met Nia Prosser.', intro, '“We end in June,” he said.')?.name).toBe('Owen Bell');
  });

  test('she is a woman named just before rather than somebody of whom it is not known', () => {
    const found = last('Nia Prosser fell in.', 'Her husband, Anselm, swam. “He went very quiet,” she said.');
    expect(found?.name).toBe('Nia Prosser');
  });

  test('a role that only ends like a gender tells none', () => {
    const found = last('German ambassador Zephyr Oake said: “We start in May.”', '“We end in June,” she said.');
    expect(found?.name).toBe('Zephyr Oake');
  });

  test('two people of one surname are doubtful', () => {
    const found = last('Nia Prosser and her cousin Megan Prosser came.', '“We end in June,” Prosser said.');
    expect(found?.confidence).toBeLessThan(CERTAIN);
  });

  test('a speaker carried over from a neighbour is doubtful and points at no words', () => {
    const found = last(intro, '“We end in June.”');
    expect(found?.confidence).toBeLessThan(CERTAIN);
    expect(found?.mentionRange).toBeNull();
  });

  test('nobody named leaves the name empty and the mention in place', () => {
    expect(last('“We end in June,” they said.')).toMatchObject({ name: '', mention: 'they' });
    expect(last('“We end in June,” the warden said.')).toMatchObject({ name: '', mention: 'the warden' });
  });

  test('somebody whom the text does not name goes by the words for them', () => {
    expect(last('“We end in June,” one harbour source said.')).toMatchObject({ name: 'one harbour source' });
    expect(last('A resident said: “We end in June.”')).toMatchObject({ name: 'a resident', mention: 'A resident' });
  });

  test.each([
    ['the council', 'Hexley Borough Council met. The council said: “We start.”', 'Hexley Borough Council', ''],
    ['the force', 'Vale Police came. “We start,” the force said.', 'Vale Police', ''],
    ['a council spokesman', 'Hexley Council met. “We start,” a council spokesman said.', 'Hexley Council', 'spokesman'],
    ['one of two councils', 'Hexley Council met Vale Council. “We start,” the council said.', 'Hexley Council', ''],
    [
      'an office by its initials',
      'Police and Crime Commissioner Nia Prosser came. “We start,” the PCC said.',
      'Nia Prosser',
      'Police and Crime Commissioner',
    ],
  ])('a body or an office, for short: %s', (_name, text, name, role) => {
    expect(last(text)).toMatchObject({ name, role });
  });

  test.each([
    'Nia Prosser, live from the harbour, said: “We start in May.”',
    '“We start in May,” Nia Prosser, standing in the rain, said.',
    '“We start in May,” said Nia Prosser, D-Hexley.',
  ])('where somebody stands, and their party, is no role: %s', (text) => {
    expect(last(text)).toMatchObject({ name: 'Nia Prosser', role: '' });
  });

  test('two who speak together are never certain', () => {
    expect(last('Nia Prosser, chair, and Owen Bell, leader, said: “We agree.”')?.confidence).toBeLessThan(CERTAIN);
  });

  test('a quote with nobody near has no proposal', () => {
    expect(proposalsOf(['“We will start when the river allows it.”'])).toEqual([undefined]);
  });

  test('the people of the newsroom are known by name, surname and role', () => {
    const people = [person('p1', 'Nia Prosser', 'Chair of the Harbour Board')];
    expect(proposalsOf(['“We start in May,” said Nia Prosser.'], people)[0]).toMatchObject({
      person: 'p1',
      role: 'Chair of the Harbour Board',
    });
    expect(proposalsOf(['“We start in May,” Ms Prosser said.'], people)[0]).toMatchObject({
      person: 'p1',
      name: 'Nia Prosser',
    });
    expect(proposalsOf(['“We start in May,” the chair said.'], people)[0]).toMatchObject({
      person: 'p1',
      name: 'Nia Prosser',
    });
  });

  test('an organisation of the newsroom can speak', () => {
    const people = [person('o1', 'North Vale Council', '', 'organisation')];
    expect(proposalsOf(['“We start in May,” North Vale Council said.'], people)[0]).toMatchObject({ person: 'o1' });
  });
});

describe('a place between the role and the name', () => {
  test('stays with the role where the first name is known', () => {
    const proposal = last('Police and Crime Commissioner for Wyrdale Nerys Glŷn said, “We start in May.”');
    expect(proposal?.name).toBe('Nerys Glŷn');
    expect(proposal?.role).toBe('Police and Crime Commissioner for Wyrdale');
    expect(proposal?.confidence).toBeGreaterThanOrEqual(CERTAIN);
  });

  test('is a guess, and never certain, where no first name is known', () => {
    const proposal = last('Mayor of Hexley Vale Zarouhi Xu said: “We start in May.”');
    expect(proposal?.name).toBe('Zarouhi Xu');
    expect(proposal?.confidence).toBeLessThan(CERTAIN);
  });

  test('is no guess where the newsroom knows the person', () => {
    const people = [person('p-xu', 'Zarouhi Xu', 'Mayor of Hexley Vale')];
    const proposal = proposalsOf(['Mayor of Hexley Vale Zarouhi Xu said: “We start in May.”'], people)[0];
    expect(proposal?.person).toBe('p-xu');
    expect(proposal?.confidence).toBeGreaterThanOrEqual(CERTAIN);
  });

  test('is not taken for a place where the whole is a name', () => {
    const speaker = 'a spokesperson for Nerys Glŷn';
    expect(last('A spokesperson for Nerys Glŷn said: “We start in May.”')?.name).toBe(speaker);
  });
});

describe('somebody who speaks for somebody else', () => {
  const people = [person('p-prosser', 'Nia Prosser', 'Mayor')];
  const by = (text: string) => {
    const best = proposalsOf([text], people)[0];
    return [best?.name, best?.person];
  };
  test.each([
    ['“We start in May,” said a spokeswoman for Nia Prosser.', 'a spokeswoman for Nia Prosser'],
    ['“We start in May,” said Nia Prosser’s spokeswoman.', 'Nia Prosser’s spokeswoman'],
    ['Tom Cole’s spokesman said: “We start in May.”', 'Tom Cole’s spokesman'],
    ['Tom Cole’s mother said: “We start in May.”', 'Tom Cole’s mother'],
  ])('is not that person: %s', (text, name) => {
    expect(by(text)).toEqual([name, null]);
  });
  test.each([
    ['Hexley Council’s spokesman said: “We start in May.”', 'Hexley Council'],
    ['A spokesman for Hexley Council said: “We start in May.”', 'Hexley Council'],
    ['The Prime Minister’s official spokesman said: “We start in May.”', 'Prime Minister'],
  ])('is the body that has no voice of its own: %s', (text, name) => {
    expect(by(text)[0]).toBe(name);
  });
});

describe('the office of somebody whom the newsroom alone knows', () => {
  const by = (to: string | null): Proposal | undefined => {
    const mayor = { ...person('p-prosser', 'Nia Prosser', ''), roles: [{ title: 'Mayor', from: '2020-01-01', to }] };
    return proposalsOf(['The mayor said: “We start in May.”'], [mayor])[0];
  };
  test('is that person’s for certain while it is held', () => {
    expect(by(null)).toMatchObject({ person: 'p-prosser' });
    expect(by(null)?.confidence).toBeGreaterThanOrEqual(CERTAIN);
  });
  test('may be another’s once it is not', () => {
    expect(by('2024-01-01')?.confidence).toBeLessThan(CERTAIN);
  });
});

describe('another name beside the verb', () => {
  test.each([
    ['who is quoted by somebody', 'Sarah Bell quoted Tom Cole as saying “we start in May at last”.', 'Tom Cole'],
    ['who was quoted', 'Tom Cole was quoted as saying “we start in May at last”.', 'Tom Cole'],
    ['who did not say it', 'It was Sarah Bell, not Tom Cole, who said: “We start in May.”', 'Sarah Bell'],
  ])('%s', (_, text, name) => {
    expect(last(text)?.name).toBe(name);
  });

  test.each(['not', 'like', 'unlike', 'with', 'replacing'])('is no role behind “%s”', (word) => {
    expect(last(`Tom Cole, ${word} Sarah Bell, said: “We start in May.”`)).toMatchObject({
      name: 'Tom Cole',
      role: '',
    });
  });
});
