import { describe, expect, test } from 'vitest';
import { quoteDigest } from '../quotes/approval';
import { digestsBefore } from '../quotes/before';
import type { Approval, Override, Release } from '../release/model';
import { bq, p, personId, release, releaseId, speaker, storedQuote } from '../testing/builders';
import { quoteWordsDigest } from './check-words';
import { checkReleases, stops } from './checks';
import { atHand } from './select';
import { publicRelease, withOther } from './testing';

const WORDS = '“We will repair every lamp on the river walk before the first frost,”';
const LINE = `${WORDS} said Mara Quill.`;
const MARA = speaker('Mara Quill', { person: personId('p-mara') });
const CONTEXT = {
  people: [
    {
      id: personId('p-mara'),
      kind: 'person' as const,
      name: 'Mara Quill',
      alsoKnownAs: [],
      roles: [],
      approvalsContact: '',
    },
  ],
  approvals: 'persons' as const,
};

const approval = (words: string): Approval => ({
  digest: quoteDigest(words, 'Mara Quill', ''),
  words,
  speaker: 'Mara Quill',
  role: '',
  approvedBy: 'Mara Quill',
  how: 'phone',
  at: '2026-11-03T10:00:00.000Z',
  recordedBy: 'Test Writer',
});

const lamps = (given: Partial<Release> = {}): Release =>
  release({
    headline: 'Lamps for the river walk',
    standfirst: 'It is dark.',
    dateline: { place: '', date: '2026-11-03' },
    body: [p('The river walk is dark.'), p(LINE)],
    ...given,
  });

const check = (text: Release, overrides: readonly Override[] = []) =>
  checkReleases(
    [
      atHand({
        release: text,
        address: 'news/2026/11/lamps.html',
        since: '2026-11-03T11:00:00.000Z',
        updated: '2026-11-03T11:00:00.000Z',
        corrections: [],
        formerly: [],
        chain: null,
        current: { ...text, overrides },
      }),
    ],
    CONTEXT,
  );

const stored = (approvals: readonly Approval[]) => [
  storedQuote('q-1', [[1, 0, WORDS.length]], { speaker: MARA, approvals }),
];

const override = (checkCode: string, digest: string): Override => ({
  check: checkCode,
  digest,
  by: 'Ola Finch',
  reason: 'Read out on the air',
  at: '2026-11-03T10:30:00.000Z',
});

const MARAS = quoteDigest(WORDS, MARA.name, MARA.role);
const OTHER_WORDS = '“We will repair every lamp on the river walk before the first snow,”';

describe('what stands against an export', () => {
  test('a quote without a speaker stops it, with its paragraph and its first eight words', () => {
    const findings = check(lamps());
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'quote-no-speaker',
      release: 'r-test0001',
      headline: 'Lamps for the river walk',
      quote: { block: 1 },
      words: { first: 'We will repair every lamp on the river…', digest: quoteWordsDigest(WORDS) },
    });
    expect(findings[0]?.message).toBe(
      'The quote “We will repair every lamp on the river…” in paragraph 2 has no speaker that a person accepted.',
    );
    expect(findings.every(stops)).toBe(true);
  });

  test('all words of a long quote are there for whoever lets it pass', () => {
    const long = `“${'We mend one lamp a day. '.repeat(60)}And then we rest.”`;
    const [finding] = check(lamps({ body: [p('Mara Quill said:'), p(long)] }));
    expect(finding?.words?.all).toBe(long);
  });

  test('a quote that needs approval stops it', () => {
    expect(check(lamps({ quotes: stored([]) })).map(({ code }) => code)).toEqual(['quote-needs-approval']);
  });

  test('a block quote without marks that a colon leads into stops it until it is settled, all its paragraphs as one', () => {
    const body = [p('Mara Quill said:'), bq('We will repair every lamp.'), bq('We start today.')];
    expect(check(lamps({ body })).map(({ code, words }) => [code, words?.all])).toEqual([
      ['quote-no-speaker', 'We will repair every lamp.\nWe start today.'],
    ]);
    const said = [
      storedQuote(
        'q-1',
        [
          [1, 0, 26],
          [2, 0, 15],
        ],
        { speaker: MARA },
      ),
    ];
    const approved = said.map((quote) => ({
      ...quote,
      approvals: [approval('We will repair every lamp.\nWe start today.')],
    }));
    expect(check(lamps({ body, quotes: approved, headline: '‘We will repair every lamp’, says Quill' }))).toEqual([]);
    expect(check(lamps({ body, before: digestsBefore(lamps({ body })) }))).toEqual([]);
    expect(check(lamps({ body: [p('Dark.')], notes: body })).map(({ code }) => code)).toEqual(['quote-outside-body']);
  });

  test('a quote that changed since approval stops it', () => {
    const quotes = stored([approval('“We will repair some lamps.”')]);
    expect(check(lamps({ quotes })).map(({ code, quote }) => [code, quote?.block])).toEqual([['quote-changed', 1]]);
  });

  test('an approved quote does not', () => {
    expect(check(lamps({ quotes: stored([approval(WORDS)]) }))).toEqual([]);
  });

  test('an override of this check and these words lets it pass, and is named', () => {
    const findings = check(lamps({ quotes: stored([]) }), [override('quote-needs-approval', MARAS)]);
    expect(findings.map((finding) => finding.override)).toEqual([{ by: 'Ola Finch', reason: 'Read out on the air' }]);
    expect(findings.some(stops)).toBe(false);
  });

  test('an override of other words, or of another check, does not', () => {
    const findings = check(lamps({ quotes: stored([]) }), [
      override('quote-needs-approval', quoteDigest(OTHER_WORDS, MARA.name, MARA.role)),
      override('quote-changed', MARAS),
    ]);
    expect(findings.map(stops)).toEqual([true]);
  });

  test('an override of the same words of another speaker, in another role, or of the words alone, does not', () => {
    const digests = [
      quoteDigest(WORDS, 'Tom Cole', MARA.role),
      quoteDigest(WORDS, MARA.name, 'mayor'),
      quoteWordsDigest(WORDS),
    ];
    const findings = check(
      lamps({ quotes: stored([]) }),
      digests.map((digest) => override('quote-needs-approval', digest)),
    );
    expect(findings.map(stops)).toEqual([true]);
  });

  test('an override of the words lets a quote pass that has no speaker', () => {
    expect(check(lamps(), [override('quote-no-speaker', quoteWordsDigest(WORDS))]).map(stops)).toEqual([false]);
  });

  test('the working text’s overrides count and not those that were frozen', () => {
    const frozen = lamps({ quotes: stored([]), overrides: [override('quote-needs-approval', MARAS)] });
    expect(check(frozen, []).map(stops)).toEqual([true]);
  });

  test('two releases at one address, with the names of both', () => {
    const twins = ['r-first0001', 'r-other0001'].map((id) =>
      publicRelease({ id: releaseId(id), headline: `Bridge ${id.slice(2, 7)}`, body: [p('It opens.')] }),
    );
    const elsewhere = publicRelease({ body: [p('It opens.')] }, 'news/2026/12/bridge.html');
    const findings = checkReleases([...twins, elsewhere], CONTEXT);
    expect(findings.map(({ code, release: id, words }) => [code, id, words])).toEqual([
      ['same-address', 'r-other0001', null],
    ]);
    for (const part of ['“Bridge first” (r-first0001)', '“Bridge other” (r-other0001)', 'news/2026/11/bridge.html'])
      expect(findings[0]?.message).toContain(part);
  });

  test('a frozen text that is another release’s', () => {
    const one = publicRelease({ body: [p('It opens.')] });
    const mixed = withOther(one, { current: { ...one.current, id: releaseId('r-other0001') } });
    expect(checkReleases([mixed], CONTEXT).map(({ code }) => code)).toEqual(['frozen-text-altered']);
  });

  test('a release without headline and date says so for each', () => {
    const findings = check(release({ standfirst: 'It opens.', body: [p('Words.')] }));
    expect(findings.map(({ code }) => code)).toEqual(['missing-headline', 'missing-date']);
  });
});
