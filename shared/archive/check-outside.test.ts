import { describe, expect, test } from 'vitest';
import { quoteDigest } from '../quotes/approval';
import { digestsBefore } from '../quotes/before';
import type { Release } from '../release/model';
import { h2, image, p, personId, release, speaker, storedQuote } from '../testing/builders';
import { quoteWordsDigest } from './check-words';
import { checkWorking } from './check-working';
import { checkReleases, stops } from './checks';
import { publicRelease, withOther } from './testing';

const WORDS = '“We will mend every lamp on the river walk.”';
const SAID = `Mara Quill said: ${WORDS}`;
const CONTEXT = { people: [], approvals: 'persons' } as const;
const MARA = {
  id: personId('p-mara'),
  kind: 'person' as const,
  name: 'Mara Quill',
  alsoKnownAs: [],
  roles: [],
  approvalsContact: '',
};
const found = (given: Partial<Release>) =>
  checkReleases([publicRelease({ body: [p('The walk is dark.')], ...given })], CONTEXT).map(
    ({ code, message, words }) => [code, message, words?.all],
  );

describe('a quote outside the body', () => {
  test('in the standfirst is named with its place and all its words', () => {
    expect(found({ standfirst: SAID })).toEqual([
      [
        'quote-outside-body',
        'The quote “We will mend every lamp on the river…” in the standfirst has no speaker and no approval, which are kept for quotes in the body alone.',
        WORDS,
      ],
    ]);
  });

  test('in the notes is named with its paragraph', () => {
    const [finding] = found({ notes: [h2('More'), p(SAID)] });
    expect(finding?.[0]).toBe('quote-outside-body');
    expect(finding?.[1]).toContain('in paragraph 2 of the notes to editors');
  });

  test.each([
    [
      'in what an image shows',
      { body: [image({ alternative: SAID })] },
      'in the alternative text of the image in paragraph 1 ',
    ],
    [
      'in whose an image is',
      { notes: [p('More.'), image({ credit: SAID })] },
      'in the credit of the image in paragraph 2 of the notes to editors ',
    ],
    ['in a caption in the notes', { notes: [image({}, SAID)] }, 'in paragraph 1 of the notes to editors '],
  ])('%s is named with its place', (_, given: Partial<Release>, where) => {
    expect(found(given)).toEqual([['quote-outside-body', expect.stringContaining(`${where}has no speaker`), WORDS]]);
  });

  test('in a caption in the body is one of the body', () => {
    expect(found({ body: [image({}, SAID)] }).map(([code]) => code)).toEqual(['quote-no-speaker']);
  });

  test('in what readers are told of a correction is named', () => {
    const each = publicRelease({ body: [p('The walk is dark.')] });
    const corrections = [{ at: '2026-11-12T09:00:00.000Z', note: SAID, earlier: null }];
    expect(checkReleases([withOther(each, { corrections })], CONTEXT).map(({ message }) => message)).toEqual([
      expect.stringContaining('in the note on a correction has no speaker'),
    ]);
  });

  test('in a note on a correction that is being written is named before it is public', () => {
    const { current } = publicRelease({ body: [p('The walk is dark.')] });
    const publication = current.publication && {
      ...current.publication,
      change: { kind: 'corrected' as const, by: 'Test Writer', at: '2026-11-12T09:00:00.000Z', note: SAID },
    };
    expect(checkWorking({ ...current, publication }, [], CONTEXT).map(({ code }) => code)).toEqual([
      'quote-outside-body',
    ]);
    expect(checkReleases([publicRelease({ publication })], CONTEXT)).toEqual([]);
  });

  test('in what an image shows needs nothing where it was published before Standfirst', () => {
    const body = [image({ alternative: SAID, credit: `Photograph: ${SAID}` })];
    expect(found({ body, before: digestsBefore(release({ body })) })).toEqual([]);
  });

  test('is fine where the very words are approved in the body, and not where one differs', () => {
    const approval = {
      digest: quoteDigest(WORDS, 'Mara Quill', ''),
      words: WORDS,
      speaker: 'Mara Quill',
      role: '',
      approvedBy: 'Mara Quill',
      how: 'phone',
      at: '2026-11-03T10:00:00.000Z',
      recordedBy: 'Test Writer',
    } as const;
    const start = SAID.indexOf('“');
    const body = {
      body: [p(SAID)],
      quotes: [
        storedQuote('q-1', [[0, start, SAID.length]], { speaker: speaker('Mara Quill'), approvals: [approval] }),
      ],
    };
    expect(found({ ...body, standfirst: SAID })).toEqual([]);
    expect(found({ ...body, standfirst: SAID.replace('every', 'no') }).map(([code]) => code)).toEqual([
      'quote-outside-body',
    ]);
    const says = 'is given to Tom Cole, and in the body it is settled as said by Mara Quill.';
    for (const given of [
      { headline: '‘We will mend every lamp’, says Tom Cole' },
      { standfirst: `Tom Cole said: ${WORDS}` },
      { notes: [p(`Tom Cole, the mayor, said: ${WORDS}`)] },
    ])
      expect(found({ ...body, ...given })).toEqual([
        ['quote-outside-body', expect.stringContaining(says), expect.any(String)],
      ]);
  });

  test('is let pass by an override of these words', () => {
    const text = release({ headline: 'Lamps', dateline: { place: '', date: '2026-11-03' }, standfirst: SAID });
    const override = {
      check: 'quote-outside-body',
      digest: quoteWordsDigest(WORDS),
      by: 'Ola Finch',
      reason: 'Approved with the body',
      at: '2026-11-03T10:30:00.000Z',
    };
    const each = publicRelease(text);
    const findings = checkReleases([withOther(each, { current: { ...each.current, overrides: [override] } })], CONTEXT);
    expect(findings.map((finding) => [finding.override?.by, stops(finding)])).toEqual([['Ola Finch', false]]);
  });

  describe('in a headline or a heading', () => {
    const WHOLE = '“We will mend every lamp, and then we will rest.”';
    const approval = {
      digest: quoteDigest(WHOLE, 'Mara Quill', ''),
      words: WHOLE,
      speaker: 'Mara Quill',
      role: '',
      approvedBy: 'Mara Quill',
      how: 'phone',
      at: '2026-11-03T10:00:00.000Z',
      recordedBy: 'Test Writer',
    } as const;
    const body = [p(`Mara Quill said: ${WHOLE}`)];
    const quotes = [
      storedQuote('q-1', [[0, 17, 17 + WHOLE.length]], { speaker: speaker('Mara Quill'), approvals: [approval] }),
    ];
    const codes = (given: Partial<Release>) => found({ body, quotes, ...given }).map(([code]) => code);

    test('may be a part of one that is approved in the body, in other marks', () => {
      expect(codes({ headline: '‘We will mend every lamp’: Quill' })).toEqual([]);
      expect(codes({ body: [...body, h2('“And then we will rest,” says Quill')] })).toEqual(['quote-outside-body']);
      expect(codes({ body: [...body, h2('“We will mend every lamp,” says Quill')] })).toEqual([]);
    });

    test('stops the export where it is none, or its words are others, or the body’s is not approved', () => {
      expect(codes({ headline: '‘We will mend every lamb’: Quill' })).toEqual(['quote-outside-body']);
      expect(codes({ headline: '‘We will mend every lam’: Quill' })).toEqual(['quote-outside-body']);
      expect(found({ headline: '‘We will not rest here’: Quill' })[0]?.[1]).toContain('in the headline');
      expect(found({ body: [p('Dark.'), h2('“We will mend it,” says Quill')] })[0]?.[1]).toContain(
        'in the heading in paragraph 2',
      );
      const unapproved = [
        storedQuote('q-1', [[0, 17, 17 + WHOLE.length]], { speaker: speaker('Mara Quill', { person: MARA.id }) }),
      ];
      expect(
        checkReleases([publicRelease({ body, quotes: unapproved, headline: '‘We will mend every lamp’: Quill' })], {
          people: [MARA],
          approvals: 'persons',
        }).map(({ code }) => code),
      ).toEqual(['quote-needs-approval', 'quote-outside-body']);
    });
  });

  test('is not a title in marks', () => {
    expect(found({ headline: 'Council backs ‘levelling up’ fund' })).toEqual([]);
    expect(found({ standfirst: 'The “Best Kept Village” prize goes to Eastmere.' })).toEqual([]);
  });
});
