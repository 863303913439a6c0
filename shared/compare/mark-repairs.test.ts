import { describe, expect, test } from 'vitest';
import type { Release } from '../release/model';
import { p, release } from '../testing/builders';
import { compare } from './compare';
import { describeChange } from './describe';
import { layOut } from './lines';

const LEAD = 'The harbour office opened its doors on Monday.';
const ONE = '“We will begin with the eastern steps, where the sea came in.';
const TWO = '“The lamps along the front will be lit again by Christmas.';
const THREE = '“Nobody will have to walk home in the dark next winter.';

const of = (...texts: readonly string[]): Release => release({ body: texts.map((text) => p(text)) });
const told = (before: Release, after: Release): readonly string[] =>
  compare(before, after)
    .blocks.filter(({ kind }) => kind !== 'same')
    .map(describeChange);

describe('marks of a running quotation', () => {
  test('are told where its last paragraph moved up', () => {
    expect(told(of(LEAD, ONE, TWO, `${THREE}”`), of(LEAD, THREE, ONE, `${TWO}”`))).toEqual([
      'Moved, running quotation: closing mark moved on',
      'Running quotation: closing mark moved here',
    ]);
  });

  test('are told beside the words that changed with them', () => {
    const [gone, closed] = told(
      of(LEAD, ONE, TWO, `${THREE}”`),
      of(LEAD, ONE, `${TWO.replace('Christmas', 'Easter')}”`),
    );
    expect(gone).toBe('One word changed, in a quote, running quotation: closing mark moved here');
    expect(closed).toBe('Paragraph removed, with a quote');
  });

  test('are told of a paragraph that was split, and joined again', () => {
    const whole = of(LEAD, `${ONE} ${TWO.slice(1)}”`);
    const split = of(LEAD, ONE, `${TWO}”`);
    expect(told(whole, split)).toEqual(['Split into two, running quotation: opening mark set']);
    expect(told(split, whole)).toEqual(['Joined from two, running quotation: opening mark taken off']);
  });

  test('that were missing and are set, or taken off, are told as that', () => {
    expect(told(of(LEAD, ONE, TWO), of(LEAD, ONE, `${TWO}”`))).toEqual(['Running quotation: closing mark set']);
    expect(told(of(LEAD, ONE, `${TWO}”`), of(LEAD, ONE, TWO))).toEqual(['Running quotation: closing mark taken off']);
  });

  test('of quotes of one paragraph are no running quotation', () => {
    expect(told(of(LEAD, ONE), of(LEAD, `${ONE}”`))).toEqual(['Quotation marks changed']);
  });

  test('are a matter of quotes, not of words', () => {
    const [before, after] = [of(LEAD, ONE, TWO), of(LEAD, ONE, `${TWO}”`)];
    const { changes } = layOut(compare(before, after), before, after, { before: 'Draft 1', after: 'Draft 2' });
    expect(changes.map(({ traits, excerpt }) => [traits, excerpt])).toEqual([
      [['quotes'], '“The lamps along the front will…'],
    ]);
  });
});
