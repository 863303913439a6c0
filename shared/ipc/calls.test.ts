import { expect, test } from 'vitest';
import { p, release } from '../testing/builders';
import { CALLS } from './calls';

const after = 'a'.repeat(64);
const sent = release({ body: [p('Words with a \ud800 lone half.')] });

test('a release may come as its JSON text, and is the same release', () => {
  const parsed = CALLS['releases:save'].parse([sent, after]);
  expect(CALLS['releases:save'].parse([JSON.stringify(sent), after])).toEqual(parsed);
  expect(parsed[0].body).toEqual(sent.body);
});

test('words go to be kept, or to a file, whatever is wrong beside them', () => {
  const wrong = JSON.stringify({ ...sent, dateline: { place: 'Wyr', date: '12026-11-24' } });
  expect(CALLS['releases:save'].safeParse([wrong, after]).success).toBe(false);
  const whole = { ...sent, dateline: { place: 'Wyr', date: '' } };
  expect(CALLS['recovery:keep'].parse([wrong, after])).toEqual([whole, after]);
  expect(CALLS['recovery:save-copy'].parse([wrong])).toEqual([whole]);
  expect(CALLS['recovery:keep'].safeParse(['words', after]).success).toBe(false);
});

test.each(['', '{"format":', '"words"', JSON.stringify({ ...sent, body: 'words' })])(
  'a text that is none is refused: %s',
  (text) => {
    expect(CALLS['releases:save'].safeParse([text, after]).success).toBe(false);
  },
);

test('a preview is asked for by its instant, and no bundle can be', () => {
  const then = '2099-01-05T00:01:00.000Z';
  expect(CALLS['export:plan'].parse([then])).toEqual([then]);
  expect(CALLS['export:plan'].safeParse(['next Monday']).success).toBe(false);
  expect(CALLS['export:bundle'].safeParse([then]).success).toBe(false);
});
