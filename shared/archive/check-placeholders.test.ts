import { describe, expect, test } from 'vitest';
import type { Override, Release } from '../release/model';
import { p } from '../testing/builders';
import { quoteWordsDigest } from './check-words';
import { checkReleases, stops } from './checks';
import { placeholderIn, placeholdersIn } from './check-placeholders';
import { publicRelease, withOther } from './testing';

const found = (given: Partial<Release>, overrides: readonly Override[] = []) => {
  const each = publicRelease(given);
  return checkReleases([withOther(each, { current: { ...each.current, overrides } })], {
    people: [],
    approvals: 'persons',
  });
};
const letPass = (check: string, words: string): Override => ({
  check,
  digest: quoteWordsDigest(words),
  by: 'Ola Finch',
  reason: 'It is the name of a club',
  at: '2026-11-03T10:30:00.000Z',
});

describe('what was left to be filled in', () => {
  test('is found at each of its places, in order, and none twice', () => {
    const text = 'On TBC the mayor, [name TK], gives £XX million. TK.';
    const words = (given: string) => placeholdersIn(given).map(({ start, end }) => given.slice(start, end));
    expect(words(text)).toEqual(['TBC', '[name TK]', '£XX', 'TK']);
    expect(words('Nothing is left.')).toEqual([]);
  });

  test.each([
    ['The grant is TK.', 'TK'],
    ['Said TKTK TKTK of the council', 'TKTK'],
    ['It starts on TBC at the town hall', 'TBC'],
    ['“We are glad,” said [name].', '[name]'],
    ['Opened by [insert minister, once agreed] on Friday', '[insert minister, once agreed]'],
    ['Write to [EMAIL] by noon', '[EMAIL]'],
    ['Met by {{date}} at the latest', '{date}'],
    ['A fund of £XX million', '£XX'],
    ['About £x.x million', '£x.x'],
    ['XX people came', 'XX'],
    ['On XX November', 'XX'],
    ['Call XXXXX', 'XXXXX'],
    ['It cost £?? in all', '£??'],
    ['Lorem ipsum dolor', 'Lorem ipsum'],
    ['Signed ________', '________'],
  ])('stands in “%s”', (text, words) => {
    expect(placeholderIn(text)).toBe(words);
  });

  test.each([
    'The bank’s ATM, a TKO in the third round and the BBC',
    'Louis XX, Super Bowl XX and section xx of the Act',
    '“[The fund] will help,” she said, and “[name] calling” is no answer, nor is he [the mayor]',
    'Does it work? It does!? Really?',
    'Dates to be confirmed by the council',
    'Size XXL, at 20 x 30 cm, for 2x the price',
    'In [2026] the number [of people] rose',
    'Lines end_with_one and __two__',
  ])('does not stand in “%s”', (text) => {
    if (text.includes('[name] calling')) expect(placeholderIn(text)).toBe('[name]');
    else expect(placeholderIn(text)).toBeNull();
  });

  test('stops the export with its place, in each part of a release, until somebody lets it pass', () => {
    const findings = found({
      headline: 'TK opens',
      body: [p('The bridge opens.'), p('It cost £XX.')],
      notes: [p('TBC')],
    });
    expect(findings.map(({ message, at }) => [message, at])).toEqual([
      ['“TK” in the headline was left to be filled in.', { part: 'headline', block: 0 }],
      ['“£XX” in paragraph 2 was left to be filled in.', { part: 'body', block: 1 }],
      ['“TBC” in paragraph 1 of the notes to editors was left to be filled in.', { part: 'notes', block: 0 }],
    ]);
    expect(findings.every(stops)).toBe(true);
    const passed = found({ body: [p('The TK club opens.')] }, [letPass('placeholder-left', 'The TK club opens.')]);
    expect(passed.map(stops)).toEqual([false]);
    expect(
      found({ body: [p('The TK club shuts.')] }, [letPass('placeholder-left', 'The TK club opens.')]).map(stops),
    ).toEqual([true]);
  });
});

describe('a release without a standfirst', () => {
  test('stops the export until somebody lets it pass under its headline', () => {
    const [finding, ...more] = found({ standfirst: ' ' });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'missing-standfirst', at: { part: 'standfirst', block: 0 }, override: null });
    expect(found({ standfirst: '' }, [letPass('missing-standfirst', 'Bridge to open')]).map(stops)).toEqual([false]);
    expect(found({ standfirst: '' }, [letPass('missing-standfirst', 'Bridge to close')]).map(stops)).toEqual([true]);
  });
});
