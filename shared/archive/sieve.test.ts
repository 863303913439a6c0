import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contact, p, release, releaseId } from '../testing/builders';
import { utf8 } from '../utf8';
import { bundle } from './bundle';
import { wordsIn } from './folded-words';
import { escape } from './html';
import { searcher, soughtIn } from './proof';
import { type SieveParts, makeSieve } from './sieve';
import { publicRelease, settings } from './testing';

const SENTENCE = "The sheriff's barge sinks at dawn and nobody on it knows";
const secret = [
  release({
    id: releaseId('r-secret01'),
    headline: 'Zephyr',
    body: [p(SENTENCE)],
    contacts: [contact({ phone: '07700 900002', email: "night.o'desk@eastmere.example", mediaOnly: true })],
    publication: null,
  }),
];
const parts = { secret, open: [publicRelease()], gone: [], settings: settings(), people: [] };
const { mayHold, closely } = searcher(soughtIn(parts).sought);

/** A sieve that is given its files as text. */
const sieveOf = (given: SieveParts) => {
  const { file, text } = makeSieve(given);
  return { file: (contents: string) => file(utf8(contents)), text };
};

/** The ways in which a sign may be written so that some reader takes it for what it is. */
const WAYS: readonly ((sign: string) => string)[] = [
  (sign) => sign,
  (sign) => sign,
  (sign) => sign.toUpperCase(),
  (sign) => `&#${sign.charCodeAt(0)};`,
  (sign) => `&#x${sign.charCodeAt(0).toString(16)};`,
  (sign) => `&amp;#${sign.charCodeAt(0)};`,
  (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  (sign) => `${sign}\u0301`,
  (sign) => `${sign}\u00ad`,
  (sign) => `<b>${sign}</b>`,
  (sign) => `&lt;b&gt;${sign}&lt;/b&gt;`,
  (sign) => `${sign}\\b`,
  (sign) => String.fromCodePoint(sign.charCodeAt(0) + (/[a-z]/.test(sign) ? 0x1d41a - 97 : 0)),
];
const BETWEEN = [
  ' ',
  ' ',
  '\n',
  '<br>',
  '<br/>',
  '</p><p>',
  '&nbsp;',
  '\\n',
  '“',
  "'",
  '&quot;',
  '<i> ',
  '\u2009',
  '\t',
];
const ROUND = ['', '<p>', '{"text":"', '<a title="', "<a href='", 'x > y ', 'a &amp; b ', '\r\n', '%zz', '\\'];

describe('the first look', () => {
  test.each([
    ['words', SENTENCE],
    ['one word', 'zephyr'],
    ['a number', 'call +44 (0) 7700 900002 now'],
    ['an address', "to night.o'desk@eastmere.example now"],
    ['an id', 'see r-secret01 there'],
  ])('sends on every file in which the second finds %s, however written', (_, text) => {
    const ways = fc.array(fc.nat({ max: 400 }), { minLength: 8, maxLength: 8 });
    let found = 0;
    fc.assert(
      fc.property(
        ways,
        fc.constantFrom(...BETWEEN),
        fc.constantFrom(...ROUND),
        fc.constantFrom(...ROUND),
        (...given) => {
          const [picks, between, before, after] = given;
          const written = [...text]
            .map((sign, at) => {
              const way = WAYS[picks[at % picks.length] ?? 0] ?? ((same: string) => same);
              return sign === ' ' ? ((picks[at % 8] ?? 0) % 3 === 0 ? between : ' ') : way(sign);
            })
            .join('');
          const file = { path: 'news/2026/11/x.html', bytes: utf8(`${before}${written}${after}`) };
          if (closely(file).length === 0) return;
          found += 1;
          expect(mayHold(file)).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(50);
  });

  test('sends on what the second finds over broken tags, entities and escapes, whatever lines end with', () => {
    const parts = ['the barge', 'sinks', 'sinks at dawn', '7700 ', '900002', 'zeph', 'yr', 'nobody on it knows', 'x'];
    const joints = ['', ' ', '\\', '<b', '<p', '<p class="', '>', '<', '</', '&', '&amp;', '&AMP;', '&lt;', '&#', '&#39;', '%', '%7', '\\u', '\\u0026', '\\"', '\\n', '<b>', '</b>', '<br>', '<br/ >', '<br\u00a0>', '<b\u00a0>', '<em/>', '<p>', '</p>', '"', '’', '\u2009', 'é', '\u0301', '\u3000', '😀']; // prettier-ignore
    const line = fc
      .array(fc.oneof(fc.constantFrom(...parts), fc.constantFrom(...joints)), { maxLength: 5 })
      .map((all) => all.join(''));
    let found = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const file = { path: 'x', bytes: utf8(lines.join('\n')) };
        if (closely(file).length === 0) return;
        found += 1;
        expect(mayHold(file)).toBe(true);
      }),
      { numRuns: 4000 },
    );
    expect(found).toBeGreaterThan(20);
  });

  test.each([
    ['search/0.js', 'zephyr&#39;s'],
    ['a.html', '07700 90000²'],
    ['a.json', '&\\u0023122;ephyr'],
    ['a.html', '%<b>7a</b>ephyr'],
    ['a.html', '%7<b>a</b>ephyr'],
    ['a.html', '&<b></b>#122;ephyr'],
  ])('sends on what hides behind a tag, an escape or an entity: %s %s', (path, text) => {
    const file = { path, bytes: utf8(text) };
    expect(closely(file)).not.toEqual([]);
    expect(mayHold(file)).toBe(true);
  });

  test('passes over pages, feeds, data and the index of what is public', () => {
    const open = Array.from({ length: 22 }, (_, at) =>
      publicRelease(
        { id: releaseId(`r-plain${at}`), topics: ['Roads & more'], body: [p('“It’s open,” she said – at £5.')] },
        `news/2026/11/plain-${at}.html`,
      ),
    );
    const site = settings({ siteAddress: 'https://eastmere.example' });
    const files = [...bundle({ releases: open, gone: [], settings: site, preview: false })];
    const look = searcher(soughtIn({ ...parts, open, settings: site }).sought);
    expect(files.length).toBeGreaterThan(60);
    const sent = files.filter(({ path, contents }) => look.mayHold({ path, bytes: utf8(contents) }));
    expect(sent.map(({ path }) => path)).toEqual([]);
  });
});

describe('a stretch', () => {
  const sieve = sieveOf({
    spans: ['barge sinks', 'one two three four five six'],
    digits: ['700900002'],
    fold: wordsIn,
  });

  test('is met over a line’s end in a text, and not in a file', () => {
    expect(sieve.text('the barge\nsinks')).toBe(true);
    expect(sieve.file('the barge\nsinks')).toBe(false);
  });

  test('is not met over the edge of a block', () => {
    expect(sieve.file('<p>barge</p><p>sinks</p>')).toBe(false);
    expect(sieve.file('<p>bar<b>ge</b> sinks</p>')).toBe(true);
  });

  test('of more words than are held is known by its end', () => {
    expect(sieve.file('two three four five six')).toBe(true);
    expect(sieve.file('one two three four five')).toBe(false);
  });

  test('of digits is met with what parts them', () => expect(sieve.file('(07) 700-900 002')).toBe(true));

  test('in a feed that holds pages as text', () => {
    const page = escape('<p>the <b>bar</b>ge sinks</p>');
    expect(sieve.file(`<content>${page}</content>`)).toBe(true);
    expect(sieve.file(`<content>${escape('<p>barge</p><p>sinks</p>')}</content>`)).toBe(false);
  });

  test('is met where a tag within a block, or a sign of it, hides between its words', () => {
    expect(sieve.file('<p>a <i>bar</i>ge sinks</p>')).toBe(true);
    expect(sieve.file('<p>a barge<br>sinks</p>')).toBe(true);
    expect(sieve.file('<p>a barge<b\n> sinks</b></p>')).toBe(true);
    expect(sieve.file('<p>a</p>\\\n<p>bar<b>ge sinks</b></p>')).toBe(true);
    expect(sieve.file('"<p>bar<b>ge</b></p>\\n<p>sinks</p>"')).toBe(false);
    expect(sieve.file('"<p>a</p>\\n<p>bar<b>ge</b> sinks</p>"')).toBe(true);
  });

  test('may be where a text is read once more and an escape stands in it', () => {
    expect(sieve.file('a &lt;b&gt; c')).toBe(false);
    expect(sieve.file('a &lt;b&gt; \\c')).toBe(true);
  });

  test('may be where bytes are no text', () => {
    expect(makeSieve({ spans: ['barge sinks'], fold: wordsIn }).file(Uint8Array.of(0xe2, 0x80))).toBe(true);
    expect(makeSieve({ spans: ['barge sinks'], fold: wordsIn }).file(Uint8Array.of(0xc0, 0xa0))).toBe(true);
  });
});
