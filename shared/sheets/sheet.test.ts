import { describe, expect, test } from 'vitest';
import type { Person } from '../people/model';
import { quoteDigest } from '../quotes/approval';
import { resolveQuotes } from '../quotes/resolve';
import { person } from '../quotes/testing';
import type { Approval, Release, VersionHash } from '../release/model';
import { p, personId, release, speaker, storedQuote } from '../testing/builders';
import { shownCode } from './code';
import { type KnownSheet, answerCode, quoteOfWording } from './enter';
import type { IssuedSheet } from './model';
import { sheetPage } from './page';
import { issuedNote, issuedSheet, makeSheet, sheetSpeakers } from './sheet';
import { likeCodes } from './testing';
import { sheetText } from './text';

const NIA = person('p-nia', 'Nia Prosser', 'Chair');
const nia = speaker('Nia Prosser', { person: personId('p-nia'), role: 'Chair' });
const owen = speaker('Owen Bell', { role: 'Leader' });
const ISSUING = { at: '2026-11-23T14:05:09.123Z', by: 'Anwen Pugh', to: 'Private office' };

const FIRST = 'Nia Prosser said: “We start today.”';
const SECOND = 'Owen Bell said: “Not <before> time.”';
const RUNNING = ['Ms Prosser said: “It was long.', '“It was worth it.”'];
const given: Release = release({
  headline: 'The Mole is mended',
  reference: 'NV/7',
  dateline: { place: 'Northmoor', date: '2026-11-24' },
  embargo: { instant: '2026-11-24T00:01:00.000Z', zone: 'Europe/London' },
  body: [p(FIRST), p(SECOND), ...RUNNING.map((text) => p(text))],
  quotes: [
    storedQuote('q-00000001', [[0, 18, 35]], { speaker: nia }),
    storedQuote('q-00000002', [[1, 16, 36]], { speaker: owen }),
    storedQuote('q-00000003', [[2, 17, 30], [3, 0, 18]], { speaker: nia }), // prettier-ignore
  ],
});
const quotesOf = (of: Release, people: readonly Person[] = [NIA]) =>
  resolveQuotes(of, { people, approvals: 'persons' });
const parts = (of: Release, issued: readonly IssuedSheet[] = [], people: readonly Person[] = [NIA]) => ({
  release: of,
  quotes: quotesOf(of, people),
  people,
  organisation: 'North Vale Council',
  zone: 'Europe/London',
  issued,
});
const sheetOf = (of: Release, key = 'p-nia', issued: readonly IssuedSheet[] = []) => {
  const made = makeSheet(parts(of, issued), key);
  if (!made.ok) throw new Error(made.fault.message);
  return made.value;
};
const withFirst = (text: string, more: Partial<Release> = {}): Release => ({
  ...given,
  body: [p(text), ...given.body.slice(1)],
  quotes: given.quotes.map((quote, index) =>
    index === 0 ? { ...quote, ranges: [{ block: 0, start: 18, end: text.length }] } : quote,
  ),
  ...more,
});

describe('a sheet', () => {
  test('has one speaker’s quotes and no others, numbered, in their exact words', () => {
    const { speaker: name, quotes } = sheetOf(given);
    expect(name).toBe('Nia Prosser');
    expect(quotes.map(({ number, words, role }) => [number, words, role])).toEqual([
      [1, '“We start today.”', 'Chair'],
      [2, '“It was long.\n“It was worth it.”', 'Chair'],
    ]);
    expect(new Set(quotes.map(({ printed }) => printed)).size).toBe(2);
  });

  test('is offered for each speaker that somebody set, with how many quotes are theirs', () => {
    expect(sheetSpeakers(quotesOf(given), [NIA])).toEqual([
      { key: 'p-nia', name: 'Nia Prosser', count: 2 },
      { key: 'name:Owen Bell', name: 'Owen Bell', count: 1 },
    ]);
  });

  test('takes a merged person’s quotes for those of the person they are now', () => {
    const merged: Person = { ...NIA, id: personId('p-other'), mergedFrom: [personId('p-nia')] };
    const made = makeSheet(parts(given, [], [merged]), 'p-other');
    expect(made.ok && made.value.quotes).toHaveLength(2);
  });

  test('is not made for somebody who says nothing', () => {
    expect(makeSheet(parts(given), 'p-nobody')).toMatchObject({ ok: false, fault: { code: 'not-found' } });
  });

  test('tells of an approval that holds already', () => {
    const approval: Approval = {
      digest: quoteDigest('“We start today.”', 'Nia Prosser', 'Chair'),
      words: '“We start today.”',
      speaker: 'Nia Prosser',
      role: 'Chair',
      approvedBy: 'Private office',
      how: 'phone',
      at: '2026-11-22T10:00:00.000Z',
      recordedBy: 'Anwen Pugh',
    };
    const [first, ...others] = given.quotes;
    const approved = { ...given, quotes: first ? [{ ...first, approvals: [approval] }, ...others] : others };
    expect(sheetOf(approved).quotes.map((quote) => quote.approval)).toEqual([approval, null]);
    expect(sheetText(sheetOf(approved), ISSUING)).toContain('approved already, by Private office');
  });

  test('is kept in the history with its digests and to whom it went, and without its words', () => {
    const issued = issuedSheet(sheetOf(given), 'Private office', 'pdf');
    expect(issued.quotes.map(({ quote, digest }) => [quote, digest])).toEqual([
      ['q-00000001', quoteDigest('“We start today.”', 'Nia Prosser', 'Chair')],
      ['q-00000003', quoteDigest('“It was long.\n“It was worth it.”', 'Nia Prosser', 'Chair')],
    ]);
    expect(JSON.stringify(issued)).not.toContain('start');
    expect(issuedNote(issued)).toBe('Nia Prosser, 2 quotes, as PDF, for Private office');
  });
});

describe('on paper and in an e-mail', () => {
  test('the text has the facts, each quote with its code, and says what a code proves', () => {
    const sheet = sheetOf(given);
    const text = sheetText(sheet, ISSUING);
    expect(text.split('\n').slice(0, 8)).toEqual([
      'For approval: the words of Nia Prosser',
      '',
      'Release: The Mole is mended',
      'Reference: NV/7',
      'Date: 24 November 2026',
      'Embargo: not for publication before 24 November 2026, 00:01 (Europe/London)',
      'For: Private office',
      'Issued: 23 November 2026, 14:05 (Europe/London) by Anwen Pugh',
    ]);
    for (const { printed } of sheet.quotes) expect(text).toContain(`Code ${shownCode(printed)}`);
    expect(text).toContain('“It was long.\n\n“It was worth it.”');
    expect(text).toContain('The code proves which wording, not who entered it.');
    expect(text).not.toContain('Bell');
  });

  test('the page escapes every word and lets nothing run or be fetched', () => {
    const { html: page, policy } = sheetPage(sheetOf(given, 'name:Owen Bell'), {
      ...ISSUING,
      to: '<script>alert(1)</script>',
    });
    expect(page).toContain('“Not &lt;before&gt; time.”');
    expect(page).not.toContain('<script');
    expect(page).toContain(`content="${policy}"`);
    expect(page).not.toMatch(/src=|href=|url\(/);
    expect(page).toContain('The code proves which wording, not who entered it.');
  });
});

describe('a returned code', () => {
  const sheet = sheetOf(given);
  const issued: KnownSheet = {
    ...issuedSheet(sheet, '', 'print'),
    at: '2026-11-23T14:05:00.000Z',
    object: 'f'.repeat(64) as VersionHash,
  };
  const code = sheet.quotes[0]?.printed ?? '';
  const answer = (typed: string, now: Release, sheets: readonly KnownSheet[] = [issued]) =>
    answerCode(typed, { release: now.id, quotes: quotesOf(now), sheets });

  test('finds the quote in whose words it was given, however it is typed', () => {
    for (const typed of [code, shownCode(code), code.toLowerCase(), ` ${code.slice(0, 2)} ${code.slice(2)}`])
      expect(answer(typed, given)).toMatchObject({ kind: 'found', quotes: [{ key: 'q-00000001' }] });
  });

  test('finds it without any sheet in the history, as the code is of the words', () => {
    expect(answer(code, given, [])).toMatchObject({ kind: 'found' });
  });

  test('of older words is refused with those words and what stands there now', () => {
    const outdated = answer(code, withFirst('Nia Prosser said: “We start, today.”'));
    expect(outdated).toMatchObject({
      kind: 'outdated',
      issued: { at: '2026-11-23T14:05:00.000Z', object: issued.object },
      quote: { words: '“We start, today.”' },
    });
    const digest = outdated.kind === 'outdated' ? outdated.issued.digest : '';
    const context = { people: [NIA], approvals: 'persons' } as const;
    expect(quoteOfWording(given, digest, context)?.words).toBe('“We start today.”');
    expect(quoteOfWording(withFirst('Nia Prosser said: “We start, today.”'), digest, context)).toBeNull();
  });

  test('of words that are gone is refused all the same', () => {
    const gone = { ...given, body: given.body.slice(1), quotes: given.quotes.slice(1, 2).map((quote) => ({ ...quote, ranges: [{ block: 0, start: 16, end: 36 }] })) }; // prettier-ignore
    expect(answer(code, gone)).toMatchObject({ kind: 'outdated', quote: null });
  });

  test('holds again once the old words are back', () => {
    expect(answer(code, withFirst(FIRST))).toMatchObject({ kind: 'found' });
  });

  test('of another release, or made up, is not known', () => {
    expect(answer('000000', given)).toEqual({ kind: 'unknown' });
    const elsewhere = { ...given, id: release({}).id.replace('1', '2') as Release['id'] };
    expect(answer(code, elsewhere, [])).toEqual({ kind: 'unknown' });
  });

  test('that two wordings share is refused, as nobody can say which was meant', () => {
    const [one, other] = likeCodes(given.id);
    const sheets = [
      { ...issued, quotes: [one] },
      { ...issued, quotes: [other] },
    ];
    expect(answer(one.code.slice(0, 6), given, sheets)).toEqual({ kind: 'ambiguous' });
    expect(answer(one.code, given, sheets)).toMatchObject({ kind: 'outdated' });
  });

  test('that cannot be one is said to be none', () => {
    expect(answer('yes', given)).toEqual({ kind: 'malformed' });
  });
});
