import { expect, test } from 'vitest';
import { releaseId } from '../testing/builders';
import { goingPublic, publicBy } from './going-public';
import type { Withheld } from './model';

const EARLY = '2026-11-25T00:01:00.000Z';
const LATE = '2026-11-26T00:01:00.000Z';
const held = (headline: string, until: string | null, why: Withheld['why'] = 'embargoed'): Withheld => ({
  release: releaseId(`r-${headline.toLowerCase().padEnd(8, '0')}`),
  headline,
  why,
  until,
});
const headlines = (all: readonly Withheld[]) => all.map(({ headline }) => headline);

test('what goes public by itself is told by the instant at which it does, the earliest first', () => {
  const all = goingPublic([held('Buses', LATE), held('Grants', EARLY), held('Lamps', EARLY)]);
  expect(all.map(({ at, releases }) => [at, headlines(releases)])).toEqual([
    [EARLY, ['Grants', 'Lamps']],
    [LATE, ['Buses']],
  ]);
});

test('nothing goes public by itself that is not under embargo, or whose embargo cannot be read', () => {
  const notes = held('Notes', null, 'not published');
  expect(goingPublic([notes, held('Roads', LATE, 'withdrawn'), held('Trams', 'next week')])).toEqual([]);
});

test('public by a later instant is what is withheld now and no more then', () => {
  const [notes, later] = [held('Notes', null, 'not published'), held('Parks', '2027-01-01T00:01:00.000Z')];
  const now = [held('Buses', LATE), notes, later, held('Grants', EARLY)];
  expect(headlines(publicBy(now, [notes, later]))).toEqual(['Grants', 'Buses']);
  expect(publicBy(now, now)).toEqual([]);
});
