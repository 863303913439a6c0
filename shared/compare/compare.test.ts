import { describe, expect, test } from 'vitest';
import type { Block, Release } from '../release/model';
import { bold, bq, contact, h2, li, link, p, release, withBody } from '../testing/builders';
import { compare } from './compare';

/** Rows as one line each: kind, index before, index after. */
const rows = (before: readonly Block[], after: readonly Block[]): readonly string[] =>
  compare(withBody(...before), withBody(...after)).blocks.map(
    (row) => `${row.kind} ${JSON.stringify(row.before)} ${JSON.stringify(row.after)}`,
  );
const changed = (before: Release, after: Release) => compare(before, after).blocks.filter((row) => row.kind !== 'same');

const opening = p('The harbour commissioner has set out a plan to mend the sea wall before the winter storms arrive.');
const first = p('“Every family along the front has told me the same story about water under the door.');
const second = p('“We will start with the eastern steps, because that is where the wall is weakest.');
const third = p('“Nobody should have to move their grandmother upstairs in November,” she said.');
const closing = p('Work begins in April and is expected to cost £640,000 over two years.');
const running = [opening, first, second, third, closing];

describe('rows of a comparison', () => {
  test('a paragraph of a running quotation, moved and edited by one word, is one row with that word', () => {
    const edited = p('“We will start with the western steps, because that is where the wall is weakest.');
    const result = changed(withBody(...running), withBody(opening, edited, first, third, closing));
    expect(result).toHaveLength(1);
    expect(result[0]).toMatchObject({ kind: 'moved-changed', before: 2, after: 1, formatting: [] });
    expect(result[0]?.words.filter(({ op }) => op !== 'same')).toEqual([
      { op: 'removed', text: 'eastern' },
      { op: 'added', text: 'western' },
    ]);
  });

  test('a figure that changed is marked whole and alone', () => {
    const dearer = p('Work begins in April and is expected to cost £1,640,000 over two years.');
    const [row] = changed(withBody(...running), withBody(opening, first, second, third, dearer));
    expect(row?.kind).toBe('changed');
    expect(row?.words).toEqual([
      { op: 'same', text: 'Work begins in April and is expected to cost ' },
      { op: 'removed', text: '£640,000' },
      { op: 'added', text: '£1,640,000' },
      { op: 'same', text: ' over two years.' },
    ]);
  });

  test('a removed paragraph stands where it stood', () => {
    expect(rows(running, [opening, first, third, closing])).toEqual([
      'same 0 0',
      'same 1 1',
      'removed 2 null',
      'same 3 2',
      'same 4 3',
    ]);
  });

  test('a paragraph that replaces an unrelated one is a removal, then an addition', () => {
    const other = p('Volunteers are invited to a rehearsal at the lifeboat station on Saturday.');
    expect(rows([opening, second, closing], [opening, other, closing])).toEqual([
      'same 0 0',
      'removed 1 null',
      'added null 1',
      'same 2 2',
    ]);
  });

  test('paragraphs that share only common words are not paired', () => {
    const one = p('It was the end of the day and they had to be in by then.');
    const other = p('The point is that the rest of us had to be out of it by May.');
    expect(rows([one], [other])).toEqual(['removed 0 null', 'added null 0']);
  });

  test('of the last paragraph taken to the front, only that one moved', () => {
    expect(rows(running, [closing, opening, first, second, third])).toEqual([
      'moved 4 0',
      'same 0 1',
      'same 1 2',
      'same 2 3',
      'same 3 4',
    ]);
  });

  test('of two neighbours swapped, the shorter moved', () => {
    const short = p('Work starts soon.');
    expect(rows([opening, short], [short, opening])).toEqual(['moved 1 0', 'same 0 1']);
  });

  test('two identical paragraphs swapped are no change', () => {
    expect(rows([p('ENDS'), opening, p('ENDS')], [p('ENDS'), opening, p('ENDS')])).toEqual([
      'same 0 0',
      'same 1 1',
      'same 2 2',
    ]);
  });

  test('a short paragraph joined to the one before is joined, also where another came in its place', () => {
    const tail = p('Steps close in March.');
    const joined = p('Work begins in April and is expected to cost £640,000 over two years. Steps close in March.');
    expect(rows([opening, closing, tail], [opening, joined, third])).toEqual([
      'same 0 0',
      'joined [1,2] 1',
      'added null 2',
    ]);
  });

  test('a paragraph split in two, and joined again', () => {
    const one = 'The wall was built in 1911 by local masons.';
    const two = 'It has been mended four times since the war.';
    expect(rows([opening, p(`${one} ${two}`), closing], [opening, p(one), p(two), closing])).toEqual([
      'same 0 0',
      'split 1 [1,2]',
      'same 2 3',
    ]);
    expect(rows([opening, p(one), p(two), closing], [opening, p(`${one} ${two}`), closing])).toEqual([
      'same 0 0',
      'joined [1,2] 1',
      'same 3 2',
    ]);
  });

  test('a split keeps its two-word tail with it', () => {
    const long = 'The wall was built in 1911 by local masons and has been mended four times since.';
    expect(rows([p(`${long} Nobody complained.`)], [p(long), p('Nobody complained.')])).toEqual(['split 0 [0,1]']);
  });

  test('a running quotation split inside a paragraph, with a new opening mark, is a split with that mark', () => {
    const whole = p('“The eastern steps come first. The western steps will follow before Easter,” she said.');
    const parts = [p('“The eastern steps come first.'), p('“The western steps will follow before Easter,” she said.')];
    const [row] = changed(withBody(whole), withBody(...parts));
    expect(row?.kind).toBe('split');
    expect(row?.words.filter(({ op }) => op !== 'same')).toEqual([
      { op: 'removed', text: ' ' },
      { op: 'added', text: '\n“' },
    ]);
  });

  test('words made bold are formatting, with their place', () => {
    const [row] = changed(
      withBody(p('Work begins in April this year.')),
      withBody(p('Work begins ', bold('in April'), ' this year.')),
    );
    expect(row?.kind).toBe('formatting');
    expect(row?.formatting).toEqual([{ what: 'bold', start: 12, end: 20, before: 'off', after: 'on' }]);
    expect(row?.words).toEqual([{ op: 'same', text: 'Work begins in April this year.' }]);
  });

  test('a link that leads elsewhere is formatting with both addresses', () => {
    const [row] = changed(
      withBody(p('Read ', link('the plan', 'https://old.example/'))),
      withBody(p('Read ', link('the plan', 'https://new.example/'))),
    );
    expect(row?.formatting).toEqual([
      { what: 'link', start: 5, end: 13, before: 'https://old.example/', after: 'https://new.example/' },
    ]);
  });

  test('a paragraph made a heading, or a block quote, is formatting', () => {
    expect(changed(withBody(p('Next steps')), withBody(h2('Next steps')))[0]).toMatchObject({
      kind: 'formatting',
      formatting: [{ what: 'block type', start: 0, end: 10, before: 'paragraph', after: 'heading 2' }],
    });
    expect(changed(withBody(first), withBody(bq(...first.runs)))[0]?.kind).toBe('formatting');
  });

  test('one list item of three that changed is one row', () => {
    const items = [li('new handrails'), li('brighter lamps on the steps'), li('a flood gate')];
    const after = [li('new handrails'), li('brighter lamps on the pier'), li('a flood gate')];
    expect(rows(items, after)).toEqual(['same 0 0', 'changed 1 1', 'same 2 2']);
  });

  test('a word changed and another made bold are told apart', () => {
    const [row] = changed(
      withBody(p('Masons will start work on the eastern steps in April.')),
      withBody(p('Masons will start work on the western steps in ', bold('April'), '.')),
    );
    expect(row?.kind).toBe('changed');
    expect(row?.formatting).toEqual([{ what: 'bold', start: 47, end: 52, before: 'off', after: 'on' }]);
  });

  test('the summary counts every kind', () => {
    const { summary } = compare(withBody(...running), withBody(closing, opening, first, third));
    expect(summary).toEqual({
      same: 3,
      changed: 0,
      moved: 1,
      'moved-changed': 0,
      added: 0,
      removed: 1,
      split: 0,
      joined: 0,
      formatting: 0,
      fields: 0,
      quotes: summary.quotes,
    });
  });
});

describe('fields of a comparison', () => {
  const fields = (before: Partial<Release>, after: Partial<Release>) => compare(release(before), release(after)).fields;

  test('an embargo that moved by an hour', () => {
    const zone = 'Europe/London';
    const result = fields(
      { embargo: { instant: '2026-11-03T09:00:00.000Z', zone } },
      { embargo: { instant: '2026-11-03T10:00:00.000Z', zone } },
    );
    expect(result.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['embargo', '3 November 2026, 09:00 (Europe/London)', '3 November 2026, 10:00 (Europe/London)'],
    ]);
  });

  test('an embargo lifted', () => {
    const embargo = { instant: '2026-07-03T09:00:00.000Z', zone: 'Europe/London' };
    expect(fields({ embargo }, { embargo: null })[0]).toMatchObject({
      before: '3 July 2026, 10:00 (Europe/London)',
      after: 'immediate',
    });
  });

  test('a headline with the words that changed', () => {
    const [field] = fields({ headline: 'Sea wall to be mended' }, { headline: 'Sea wall to be rebuilt' });
    expect(field?.words).toEqual([
      { op: 'same', text: 'Sea wall to be ' },
      { op: 'removed', text: 'mended' },
      { op: 'added', text: 'rebuilt' },
    ]);
  });

  test('a contact made media only', () => {
    const [field] = fields({ contacts: [contact()] }, { contacts: [contact({ mediaOnly: true })] });
    expect(field?.words.filter(({ op }) => op === 'added')).toEqual([{ op: 'added', text: ' (media only)' }]);
  });

  test('notes with their rows, also where only the formatting changed', () => {
    const [field] = fields({ notes: [p('See the plan.')] }, { notes: [p('See ', bold('the plan'), '.')] });
    expect(field?.field).toBe('notes');
    expect(field?.blocks?.map(({ kind }) => kind)).toEqual(['formatting']);
  });
});

describe('quotes of a comparison', () => {
  const whole = withBody(
    p('“We will mend the eastern steps before the winter storms,” said Ada Reed, the harbour commissioner.'),
    p('The work will take two years.'),
  );

  test('a quote found in the text, with a word changed, is told with that word', () => {
    const edited = withBody(
      p('“We will mend the western steps before the winter storms,” said Ada Reed, the harbour commissioner.'),
      p('The work will take two years.'),
    );
    const { quotes, summary } = compare(whole, edited);
    expect(quotes.map(({ kind, approval }) => [kind, approval])).toEqual([['words changed', 'none']]);
    expect(quotes[0]?.words.filter(({ op }) => op !== 'same')).toEqual([
      { op: 'removed', text: 'eastern' },
      { op: 'added', text: 'western' },
    ]);
    expect(summary.quotes).toBe(1);
  });

  test('a quote that stays where it is counts as no change', () => {
    const longer = withBody(...whole.body, p('It begins in April.'));
    expect(compare(whole, longer).quotes.map(({ kind }) => kind)).toEqual(['unchanged']);
    expect(compare(whole, longer).summary.quotes).toBe(0);
  });
});
