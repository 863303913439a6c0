import { expect, test } from 'vitest';
import type { Embargo } from '../release/model';
import { p, release } from '../testing/builders';
import { comparisonPage } from './comparison';

const until = (day: string): Embargo => ({ instant: `2026-11-${day}T09:00:00.000Z`, zone: 'Europe/London' });

test.each([
  ['before', until('26'), null],
  ['after', null, until('26')],
  ['later of the two', until('26'), until('24')],
])('a comparison on paper is held as long as the version that stands %s', (_, one, other) => {
  const { html } = comparisonPage({
    before: release({ embargo: one, body: [p('The bridge opens.')] }),
    after: release({ embargo: other, body: [p('The bridge opens in May.')] }),
    names: { before: 'Draft 1', after: 'Draft 2' },
    about: { before: '', after: '' },
    context: { people: [], approvals: 'persons' },
    inline: false,
    at: '2026-11-20T09:00:00.000Z',
    zone: 'Europe/London',
  });
  expect(html).toContain('<dd>not for publication before 26 November 2026, 09:00 (Europe/London)</dd>');
});
