import { expect, test } from 'vitest';
import type { VersionLine } from '../newsroom/model';
import type { VersionHash } from '../release/model';
import { reviewCopy } from '../review/copy';
import { p, release } from '../testing/builders';
import { historyPage } from './history';
import { mediaCopyHtml } from './media-copy';

const AT = '2026-11-22T09:00:00.000Z';
const OBJECT = 'a'.repeat(64) as VersionHash;
const arabic = release({
  language: 'ar',
  headline: 'جسر جديد',
  dateline: { place: 'هكسلي <1>', date: '2026-12-01' },
  body: [p('يفتح الجسر.')],
});
const version: VersionLine = {
  seq: 1,
  time: AT,
  who: 'Ada Clerk',
  kind: 'created',
  name: '',
  object: OBJECT,
  previous: '0'.repeat(64),
};

test.each([
  [
    'media copy',
    mediaCopyHtml({
      release: arabic,
      settings: { organisation: 'Hexley Council', boilerplate: '', zone: 'Europe/London' },
      at: AT,
    }),
  ],
  ['history', historyPage({ text: arabic, embargo: null, version, lines: [version], zone: 'Europe/London' }).html],
  [
    'review copy',
    reviewCopy({
      release: arabic,
      text: OBJECT,
      embargo: null,
      draft: 'Draft 1',
      before: null,
      organisation: 'Hexley Council',
      at: AT,
      zone: 'Europe/London',
    }),
  ],
])('the day on the %s of a text that runs from the right runs as English does', (_, html) => {
  expect(html).toContain('هكسلي &lt;1&gt;, <span lang="en-GB" dir="ltr">1 December 2026</span></p>');
});
