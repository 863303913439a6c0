import { describe, expect, test } from 'vitest';
import type { Block } from '../release/model';
import { contact, link, p, release, withBody } from '../testing/builders';
import { whyNotMinor } from './minor';

const BEFORE = withBody(p('The bridge opens in may, the mayor of Hexley said.'), p('It has 12 lamps.'));
const after = (...body: readonly Block[]) => whyNotMinor(BEFORE, withBody(...body));
const SECOND = p('It has 12 lamps.');

describe('a change is minor', () => {
  test('where nothing changed, or only words in small letters outside quotes', () => {
    expect(whyNotMinor(BEFORE, BEFORE)).toEqual([]);
    expect(after(p('The bridge opens in may, the mayor of Hexley says.'), SECOND)).toEqual([]);
    expect(after(p('The bridge opens in may, the mayor of Hexley said.'), p('It has 12 bright lamps.'))).toEqual([]);
  });
});

describe('a change is more than minor', () => {
  test('where a digit changed', () => {
    expect(after(BEFORE.body[0] ?? SECOND, p('It has 13 lamps.'))).toEqual([
      expect.stringMatching(/^A figure is not what it was: “1[23]”\.$/),
    ]);
  });
  test('where a word with a capital letter came, went or changed', () => {
    const reasons = after(p('The bridge opens in May, the mayor of Hexley said.'), SECOND);
    expect(reasons).toEqual(['A word with a capital letter is not what it was: “May”.']);
    expect(after(p('The bridge opens in may, the mayor said.'), SECOND)).toHaveLength(1);
  });
  test('where a whole paragraph came or went', () => {
    expect(after(...BEFORE.body, p('It was late.'))).toHaveLength(1);
    expect(after(SECOND)).toHaveLength(1);
  });
  test('where words of a quote changed, also in small letters', () => {
    const quoted = (words: string) => withBody(p(`“${words}” said Mara Quill.`));
    expect(whyNotMinor(quoted('The lamps are bright,'), quoted('The lamps are dim,'))).toEqual([
      'A quote is not what it was: “The lamps are bright,”.',
    ]);
  });
  test('where two quotes change places: the words round them give each to the other', () => {
    const [one, other] = [
      p('“we start in may, and we mean it.”'),
      p('“no, we shall not do that, neither now nor later.”'),
    ];
    const lines = [p('the mayor said:'), p('the clerk said:')] as const;
    const before = withBody(lines[0], one, lines[1], other);
    const reasons = whyNotMinor(before, withBody(lines[0], other, lines[1], one));
    expect(reasons).toEqual([expect.stringMatching(/^A quote stands elsewhere than it did: /)]);
  });
  test('where a field changed so: headline, date, a contact’s number', () => {
    for (const given of [
      { headline: 'Bridge opens' },
      { dateline: { place: '', date: '2026-11-24' } },
      { contacts: [contact({ phone: '01632 960001' })] },
    ])
      expect(whyNotMinor(release(), release(given)).length).toBeGreaterThan(0);
  });
  test('where a link leads to another number or name', () => {
    const to = (address: string) => withBody(p('See ', link('the plan', address), '.'));
    expect(whyNotMinor(to('https://plan.example/1'), to('https://plan.example/2'))).toHaveLength(1);
  });
});
