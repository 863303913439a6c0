import { expect, test } from 'vitest';
import type { ExaminationState } from '../../shared/newsroom/examination';
import { doneTitle } from './words';

type Done = Extract<ExaminationState, { kind: 'done' }>;
const done = (parts: Partial<Done>): Done => ({
  kind: 'done',
  why: 'asked',
  releases: 12,
  findings: [],
  mended: [],
  ...parts,
});
const place = { code: 'text-stale', where: 'releases/2026/a', message: 'It is old.' };

test.each([
  [done({}), '12 releases examined, nothing wrong'],
  [done({ releases: 1 }), '1 release examined, nothing wrong'],
  [done({ findings: [place, place] }), '12 releases examined, 2 things not whole'],
  [done({ mended: [place] }), '1 thing mended; 12 releases examined, nothing wrong'],
  [
    done({ why: 'left', findings: [place] }),
    'Standfirst was not closed properly last time: 12 releases examined, 1 thing not whole',
  ],
])('an examination %# is told as what it came to', (state, title) => {
  expect(doneTitle(state)).toBe(title);
});
