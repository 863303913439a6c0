import { describe, expect, test } from 'vitest';
import { p, release } from '../testing/builders';
import { checkWorking } from './check-working';

const CONTEXT = { people: [], approvals: 'persons' } as const;
/** Without a headline, a date and a standfirst, which stops the export of whatever may be public. */
const codes = (state: 'agreed' | 'withdrawn' | 'replaced' | 'removed') =>
  checkWorking(release({ state, body: [p('The bridge opens.')] }), [], CONTEXT).map(({ code }) => code);

describe('what would stop the export of the text at hand', () => {
  test('a text that may be public is checked', () => {
    expect(codes('agreed')).toEqual(expect.arrayContaining(['missing-headline', 'missing-date']));
  });

  test.each(['withdrawn', 'replaced', 'removed'] as const)(
    'of one that was %s nothing is exported, nor checked',
    (state) => {
      expect(codes(state)).toEqual([]);
    },
  );
});
