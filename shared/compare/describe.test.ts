import { describe, expect, test } from 'vitest';
import type { Block } from '../release/model';
import { bold, bq, h2, italic, li, link, p, withBody } from '../testing/builders';
import { compare } from './compare';
import { describeChange, speakChange } from './describe';

/** What is said of each row that is not the same. */
const said = (before: readonly Block[], after: readonly Block[]): readonly string[] =>
  compare(withBody(...before), withBody(...after))
    .blocks.filter(({ kind }) => kind !== 'same')
    .map(describeChange);

const one = p('The ferry to the island will run twice a day from the first of May.');
const two = p('Tickets can be bought on board, at the pier or in the post office.');

describe('a change in a few words', () => {
  test('words changed, added, removed', () => {
    expect(said([one], [p('The ferry to the island will run twice a week from the first of May.')])).toEqual([
      'One word changed',
    ]);
    expect(said([one], [p('The new ferry to the island will now run twice a day from the first of May.')])).toEqual([
      'Two words added',
    ]);
    expect(said([one], [p('The ferry will run twice a day from the first of May.')])).toEqual(['Three words removed']);
  });

  test('a move, plain and with a word', () => {
    expect(said([one, two], [two, one])).toEqual(['Moved']);
    expect(said([one, two], [p('Tickets can be bought on board, at the pier or in the village office.'), one])).toEqual(
      ['Moved, one word changed'],
    );
  });

  test('what came and went, by its kind of block', () => {
    expect(said([one, two], [one])).toEqual(['Paragraph removed']);
    expect(said([one, h2('Fares')], [one])).toEqual(['Heading removed']);
    expect(said([one], [one, li('dogs travel free'), bq('“All aboard.”')])).toEqual([
      'List item added',
      'Block quote added, with a quote',
    ]);
  });

  test('split and joined', () => {
    const [start, end] = ['The ferry is back in service.', 'Tickets are on sale at the pier.'];
    expect(said([p(`${start} ${end}`)], [p(start), p(end)])).toEqual(['Split into two']);
    expect(said([p(start), p(end)], [p(`${start} ${end}`)])).toEqual(['Joined from two']);
  });

  test('formatting by name', () => {
    expect(said([p('Bring a coat')], [p(bold('Bring'), ' a ', italic('coat'))])).toEqual(['Formatting: bold, italic']);
    expect(said([p(bold('Bring'), ' a coat')], [p('Bring a coat')])).toEqual(['Formatting: bold taken off']);
    expect(said([p('Bring a coat')], [p('Bring ', link('a coat', 'https://coats.example/'))])).toEqual([
      'Formatting: link added',
    ]);
    expect(said([p('Fares')], [h2('Fares')])).toEqual(['Formatting: paragraph to heading 2']);
  });

  test('marks and spaces, where no word changed', () => {
    expect(said([p('“All aboard')], [p('“All aboard”')])).toEqual(['Quotation marks changed']);
    expect(said([p('All aboard!')], [p('All aboard.')])).toEqual(['Punctuation changed']);
    expect(said([p('All aboard')], [p('All  aboard')])).toEqual(['Spacing changed']);
    expect(said([p('The pier’s lamps')], [p("The pier's lamps")])).toEqual(['Punctuation changed']);
    expect(said([p('Tŷ Hâf, Llan\u00adfair')], [p('Tŷ Hâf, Llanfair'.normalize('NFD'))])).toEqual([
      'Invisible signs changed',
    ]);
  });

  test('words that changed places within a paragraph', () => {
    const first = 'Dogs travel free. ';
    const [before, after] = [
      p(`${first}Tickets are sold at the pier.`),
      p('Tickets are sold at the pier. Dogs travel free.'),
    ];
    expect(said([before], [after])).toEqual(['Three words moved']);
    expect(said([before], [p('Tickets are sold on the pier. Dogs travel free.')])).toEqual([
      'One word changed, three words moved',
    ]);
  });

  test('a space alone that looks otherwise is no change', () => {
    const [before, after] = [p(bold('All '), 'aboard'), p(bold('All'), ' aboard')];
    expect(said([before], [after])).toEqual([]);
    expect(said([p('All ', italic('aboard'))], [p(bold('All'), ' ', bold('aboard'))])).toEqual([
      'Formatting: bold, italic taken off',
    ]);
  });

  test('more than twelve in figures', () => {
    const added = 'Dogs, cats, bicycles, prams, parcels, crates, lobsters, sheep, letters, boats, nets, coal, salt '; // 13 words
    expect(said([one], [p(`${added}The ferry to the island will run twice a day from the first of May.`)])).toEqual([
      '13 words added',
    ]);
  });

  test('words within a quotation say so, words beside it do not', () => {
    const quote = 'Ada Reed said: “The ferry to the island will run twice a day from May.”';
    expect(said([p(quote)], [p(quote.replace('twice', 'thrice'))])).toEqual(['One word changed, in a quote']);
    expect(said([p(quote)], [p(quote.replace('said', 'added'))])).toEqual(['One word changed']);
  });

  test('a move is spoken with where it stood and where it stands', () => {
    const [row] = compare(withBody(one, two), withBody(two, one)).blocks.filter(({ kind }) => kind !== 'same');
    expect(row && speakChange(row)).toBe('Moved paragraph, from paragraph 2 to 1');
  });
});
