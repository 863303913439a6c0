import { describe, expect, test } from 'vitest';
import type { SettingsVersion } from '../../shared/newsroom/model';
import { earlierBoilerplates } from './boilerplates';

const version = (day: number, boilerplate: string, organisation = 'Office'): SettingsVersion =>
  ({
    at: `2026-11-0${day}T09:00:00.000Z`,
    by: day === 1 ? '' : 'Ana',
    settings: { boilerplate, organisation },
  }) as SettingsVersion;
const words = (versions: readonly SettingsVersion[], now: string) =>
  earlierBoilerplates(versions, now).map(({ at, words: each }) => `${at.slice(9, 10)} ${each}`);

describe('earlier wordings of the boilerplate', () => {
  test('are those that stood before, with the day on which each came, whatever else changed', () => {
    const all = [version(5, 'C'), version(4, 'B', 'Board'), version(3, 'B'), version(2, 'B'), version(1, 'A')];
    expect(words(all, 'C')).toEqual(['2 B', '1 A']);
  });
  test('are told once, with the last time that they came', () => {
    expect(words([version(4, 'C'), version(3, 'A'), version(2, 'B'), version(1, 'A')], 'C')).toEqual(['3 A', '2 B']);
  });
  test('are none that stands now, and none that was empty', () => {
    expect(words([version(3, 'A'), version(2, ''), version(1, 'A')], 'A ')).toEqual([]);
  });
});
