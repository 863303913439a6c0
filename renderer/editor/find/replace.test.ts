import { describe, expect, test } from 'vitest';
import type { Quote } from '../../../shared/quotes/model';
import { findInRelease } from '../../../shared/release/find';
import type { Block } from '../../../shared/release/model';
import { blockText } from '../../../shared/release/text';
import { bold, link, p, row, storedQuote, withBody } from '../../../shared/testing/builders';
import type { Session } from '../session';
import { bodyOf, headlessEditor, markedWords, redo, undo } from '../testing';
import {
  type Texts,
  approvedAt,
  isStillThere,
  outsideApproved,
  replacePlaces,
  searchedNow,
  undoneTogether,
} from './replace';

const wanted = (words: string) => ({ words, matchCase: false, wholeWords: false });

/** A body and notes on a desk of which only the fields are looked at. */
const texts = (body: readonly Block[], notes: readonly Block[] = [], quotes = [storedQuote('q-one', [])]): Texts => {
  let fields = { ...withBody(), headline: 'A bus plan', standfirst: 'The bus' };
  const session = {
    state: () => ({ fields }),
    setFields: (change: object) => {
      fields = { ...fields, ...change };
    },
  } as unknown as Session;
  return { session, body: headlessEditor(body, quotes), notes: headlessEditor(notes) };
};
const all = (of: Texts, words: string) => findInRelease(searchedNow(of), wanted(words));
const bodyTexts = (of: Texts): string[] => bodyOf(of.body).blocks.map(blockText);

describe('replacing', () => {
  test('reaches fields, body, tables and notes, and is one step of undo in the body', async () => {
    const of = texts([p('A bus, a bus'), row('bus', 'other bus')], [p('Bus notes')]);
    replacePlaces(of, all(of, 'bus'), 'tram');
    expect(searchedNow(of)).toMatchObject({ headline: 'A tram plan', standfirst: 'The tram' });
    expect(bodyTexts(of)).toEqual(['A tram, a tram', 'tram\tother tram']);
    expect(searchedNow(of).notes.map(blockText)).toEqual(['tram notes']);
    await undo(of.body);
    expect(bodyTexts(of)).toEqual(['A bus, a bus', 'bus\tother bus']);
  });

  test('of one after another is undone and done again, each whole with its fields', async () => {
    const of = texts([p('A bus')], [p('Bus notes')]);
    const said = () => [of.session.state().fields.headline, ...bodyTexts(of)];
    for (const [words, by] of [
      ['bus', 'tram'],
      ['tram', 'boat'],
    ] as const) {
      const before = searchedNow(of);
      replacePlaces(of, all(of, words), by);
      undoneTogether(of, before, searchedNow(of));
    }
    expect(said()).toEqual(['A boat plan', 'A boat']);
    await undo(of.body);
    expect(said()).toEqual(['A tram plan', 'A tram']);
    await undo(of.body);
    expect(said()).toEqual(['A bus plan', 'A bus']);
    expect(searchedNow(of).notes.map(blockText)).toEqual(['Bus notes']);
    await redo(of.body);
    expect(said()).toEqual(['A tram plan', 'A tram']);
    await redo(of.body);
    expect(said()).toEqual(['A boat plan', 'A boat']);
  });

  test('keeps the look of the words, across looks that of the first', () => {
    const of = texts([p('One ', bold('bus st'), 'op and ', link('a bus', 'https://a.example'))]);
    replacePlaces(of, all(of, 'bus'), 'tram');
    expect(bodyOf(of.body).blocks).toEqual([
      p('One ', bold('tram st'), 'op and ', link('a tram', 'https://a.example')),
    ]);
    replacePlaces(of, all(of, 'tram stop'), 'halt');
    expect(bodyOf(of.body).blocks).toEqual([p('One ', bold('halt'), ' and ', link('a tram', 'https://a.example'))]);
  });

  test('leaves the words of a stored quote its own', () => {
    const of = texts([p('“We like the bus,” she said.')], [], [storedQuote('q-one', [[0, 0, 18]])]);
    replacePlaces(
      of,
      all(of, 'bus').filter(({ part }) => part === 'body'),
      'trams',
    );
    expect(markedWords(of.body, 'q-one')).toEqual(['“We like the trams,”']);
  });

  test('with nothing takes the words out, and a longer word that holds the wanted one does not go round', () => {
    const of = texts([p('bus bus')]);
    replacePlaces(
      of,
      all(of, 'bus').filter(({ part }) => part === 'body'),
      'busbus',
    );
    expect(bodyTexts(of)).toEqual(['busbus busbus']);
    replacePlaces(of, all(of, 'busbus'), '');
    expect(bodyTexts(of)).toEqual([' ']);
  });

  test('a place that is no longer there is known', () => {
    const of = texts([p('bus'), p('bus')]);
    const [, , first] = all(of, 'bus');
    if (!first) throw new Error('nothing found');
    expect(isStillThere(of, wanted('bus'), first)).toBe(true);
    replacePlaces(of, [first], 'tram');
    expect(isStillThere(of, wanted('bus'), first)).toBe(false);
  });
});

describe('approved quotes', () => {
  const quote = (status: Quote['status'], block: number, start: number, end: number) =>
    ({ status, ranges: [{ block, start, end }] }) as unknown as Quote;
  const quotes = [quote('approved', 0, 4, 10), quote('needs approval', 1, 0, 9)];
  const at = (block: number, start: number, end: number) => ({ part: 'body', block, start, end }) as const;

  test('are met by a place that shares a character with them, and by no other', () => {
    expect(approvedAt([at(0, 0, 5)], quotes)).toHaveLength(1);
    expect(approvedAt([at(0, 0, 4), at(0, 10, 12), at(1, 2, 4)], quotes)).toEqual([]);
    expect(
      approvedAt(
        [
          { ...at(0, 5, 6), part: 'notes' },
          { part: 'headline', start: 5, end: 6 },
        ],
        quotes,
      ),
    ).toEqual([]);
  });

  test('are left out of what is replaced besides', () => {
    expect(outsideApproved([at(0, 0, 2), at(0, 5, 6), at(1, 1, 2)], quotes)).toEqual([at(0, 0, 2), at(1, 1, 2)]);
  });
});
