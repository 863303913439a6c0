import { describe, expect, test } from 'vitest';
import { findWays, type Way } from './find-places';

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
  test('is offered in its own order while nothing is typed, twelve at most', () => {
    const all = Array.from({ length: 20 }, (_, at) => way(`Way ${at}`));
    expect(names(all, ' ')).toEqual(all.slice(0, 12).map(({ name }) => name));
  });
});
