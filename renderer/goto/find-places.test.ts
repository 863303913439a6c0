import { describe, expect, test } from 'vitest';
import { summaryOf } from '../../shared/newsroom/summary';
import { release, releaseId } from '../../shared/testing/builders';
import { allWays, findWays, type Way } from './find-places';

const way = (name: string, hint = '') => ({ kind: 'command', id: 'export', name, hint }) as Way;
const names = (ways: readonly Way[], typed: string) => findWays(ways, typed).map(({ name }) => name);

describe('where one may go', () => {
  test('is found by its words in any order, whatever their capitals and accents', () => {
    const all = [way('Nerys Glŷn', 'Police and Crime Commissioner'), way('Gwilym Parry')];
    expect(names(all, 'glyn nerys')).toEqual(['Nerys Glŷn']);
    expect(names(all, 'COMMISSIONER')).toEqual(['Nerys Glŷn']);
    expect(names(all, 'nobody')).toEqual([]);
  });
  test('has first what begins with what is typed, then what has a word that does', () => {
    const all = [way('Reporters'), way('New export'), way('Export'), way('Unexported')];
    expect(names(all, 'exp')).toEqual(['Export', 'New export', 'Unexported']);
  });
  test('is all of it in its own order while nothing is typed', () => {
    const all = Array.from({ length: 20 }, (_, at) => way(`Way ${at}`));
    expect(names(all, ' ')).toEqual(all.map(({ name }) => name));
  });
  test('is a release by its day too: many have one headline', () => {
    const of = (id: string, date: string) =>
      summaryOf(
        release({ id: releaseId(id), headline: 'Weekly road closures', dateline: { place: '', date } }),
        '2026-11-24T09:00:00.000Z',
        null,
      );
    const rows = [of('r-one', '2025-03-07'), of('r-two', '2026-03-07')];
    expect(findWays(allWays([], [], rows), 'road 2025').map(({ id }) => id)).toEqual(['r-one']);
  });
});
