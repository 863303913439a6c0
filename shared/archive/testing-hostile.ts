import type { NewsroomSettings } from '../newsroom/model';
import {
  h2,
  headRow,
  image,
  inLanguage,
  li,
  link,
  p,
  releaseId,
  row,
  speaker,
  storedQuote,
  tableCaption,
} from '../testing/builders';
import { bundle } from './bundle';
import type { BundleFile } from './model';
import type { GoneRelease } from './select';
import { publicRelease, settings, withOther } from './testing';

/** Words that mean something else to whoever reads them as more than words. */
const NASTY = [
  `<script>alert(1)</script>`,
  `</script><img src=x onerror="alert(1)">`,
  `]]></content:encoded>`,
  `-->`,
  `"'\`onclick='alert(1)'`,
  'a\u0000b\u0007\u001b\ufffe\uffff',
  '\ud83d half',
  '\u202eمرحبا\u2066',
  '👩‍👩‍👧 emoji',
  '{{constructor}} ${1} \\u003cb\\u003e \u2028',
  'https://x.example/?a=1&b="2"',
].join(' ');
/** The one picture of the archive, which has no hostile bytes: those are shared/media's. */
export const HOSTILE_PICTURE = image().file;
const LONG = 'x'.repeat(3_000);
const WORDS = `“${NASTY}”`;

const hostile = (id: string, language: string, address: string) =>
  withOther(
    publicRelease(
      {
        id: releaseId(id),
        language,
        headline: `${NASTY} ${LONG}`,
        standfirst: NASTY,
        dateline: { place: NASTY, date: '2026-11-10' },
        body: [
          p(WORDS),
          h2(NASTY),
          li(link(NASTY, 'https://x.example/?a=1&b="><script>')),
          p(inLanguage(NASTY, 'cy"><script>'), LONG),
          p(link('here', 'javascript:alert(1)')),
          image({ alternative: NASTY, credit: NASTY }, NASTY),
          tableCaption(NASTY),
          headRow(NASTY, LONG),
          row(NASTY, NASTY),
        ],
        notes: [p(NASTY), image({ decorative: true, alternative: NASTY }, NASTY)],
        topics: [NASTY, '../../index', 'CON', 'con'],
        contacts: [{ name: NASTY, role: NASTY, phone: NASTY, email: `"onclick='x'@a.example`, mediaOnly: false }],
        quotes: [storedQuote('q-1', [[0, 0, WORDS.length]], { speaker: speaker(NASTY, { role: NASTY }) })],
      },
      address,
    ),
    { corrections: [{ at: '2026-11-12T10:00:00.000Z', note: NASTY, earlier: null }] },
  );

const gone = (kind: GoneRelease['kind'], to: string | null): GoneRelease => ({
  formerly: [],
  address: `news/2026/10/${kind}.html`,
  language: 'en-GB',
  kind,
  at: '2026-11-12T10:00:00.000Z',
  reason: NASTY,
  to,
});

/** An archive in which every field is hostile, beside enough plain releases to have every kind of page. */
export const hostileFiles = (given: Partial<NewsroomSettings>): BundleFile[] => [
  ...bundle({
    releases: [
      hostile('r-hostile1', 'en-GB', 'news/2026/11/script-alert.html'),
      hostile('r-hostile2', 'ar', 'news/2026/11/script-alert-2.html'),
      hostile('r-hostile3', 'x"><script>', 'news/2026/11/script-alert-3.html'),
      ...Array.from({ length: 21 }, (_, index) =>
        publicRelease({ id: releaseId(`r-plain${index}`), topics: ['Roads'] }, `news/2026/10/plain-${index}.html`),
      ),
    ],
    gone: [gone('withdrawn', null), gone('replaced', 'news/2026/11/script-alert.html'), gone('removed', null)],
    settings: settings({
      organisation: `Office ${NASTY}`,
      boilerplate: NASTY,
      newsEmail: `"><script>@a.example`,
      look: {
        logo: { file: HOSTILE_PICTURE, width: 40, height: 30, alternative: NASTY },
        headerLinks: [{ name: NASTY, address: 'https://x.example/?a=1&b="><script>' }],
        footerLinks: [{ name: NASTY, address: `mailto:a"onclick='x'@a.example` }],
        postalAddress: NASTY,
      },
      ...given,
    }),
    preview: false,
  }),
];
