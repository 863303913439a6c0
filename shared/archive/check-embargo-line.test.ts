import { describe, expect, test } from 'vitest';
import type { Override, Release } from '../release/model';
import { h2, p } from '../testing/builders';
import { checkEmbargoLines } from './check-embargo-line';
import { quoteWordsDigest } from './check-words';
import { checkReleases, stops } from './checks';
import { publicRelease, withOther } from './testing';

const found = (given: Partial<Release>, overrides: readonly Override[] = []) => {
  const each = publicRelease(given);
  return checkReleases([withOther(each, { current: { ...each.current, overrides } })], {
    people: [],
    approvals: 'persons',
  });
};

describe('a line of an embargo that stands in the text', () => {
  test.each([
    'EMBARGOED until 00:01 on Thursday 26 November 2026',
    'Embargo: 26 November, 9am',
    '*** STRICTLY EMBARGOED ***',
    'Under embargo till Friday noon',
    'Embargoed for publication before Monday',
    'Embargo – not before 9 am',
    'NOT FOR PUBLICATION BEFORE 00:01 FRIDAY',
    'Strictly not for release until the minister has spoken',
    'Not for publication or broadcast before noon',
    'Dan embargo tan 00:01 ddydd Iau',
  ])('is found: “%s”', (line) => {
    expect(found({ body: [p(line), p('The bridge opens.')] }).map(({ code }) => code)).toEqual(['embargo-line']);
  });

  test.each([
    'Embargoed goods worth £2 million were found at the port',
    'The embargo until 2024 on beef cost farmers dear',
    'An embargo: what it means for the fleet',
    'Embargo on cod ends',
    'Embargo: why there is no cod',
    'The report was not for publication until the trial ended',
    'Not for the first time, the council listened',
  ])('is not “%s”', (line) => {
    expect(found({ body: [p(line)] })).toEqual([]);
  });

  test('stops the export with its place, in each part of a release, until somebody lets it pass', () => {
    const line = 'Embargoed until noon';
    const findings = found({ headline: line, standfirst: 'In short.', body: [p('One.'), h2(line)], notes: [p(line)] });
    expect(findings.map(({ at }) => at)).toEqual([
      { part: 'headline', block: 0 },
      { part: 'body', block: 1 },
      { part: 'notes', block: 0 },
    ]);
    expect(findings.every(stops)).toBe(true);
    expect(findings[1]?.message).toContain('in paragraph 2');
    const passed: Override = { check: 'embargo-line', digest: quoteWordsDigest(line), by: 'Ola', reason: 'A film.', at: '2026-11-03T10:30:00.000Z' }; // prettier-ignore
    expect(found({ body: [p(line)] }, [passed]).map(stops)).toEqual([false]);
  });

  test('of what was public before Standfirst is none of its business', () => {
    const line = 'Embargoed until noon';
    expect(checkEmbargoLines(publicRelease({ body: [p(line)] }))).toHaveLength(1);
    expect(found({ body: [p(line)], before: [] })).toEqual([]);
  });
});
