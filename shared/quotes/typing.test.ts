import { describe, expect, test } from 'vitest';
import { apostropheToMend, curlyFor } from './typing';

describe('the curly mark for a typed one', () => {
  test.each([
    ['at the head of a paragraph', '', '"', '“'],
    ['after a space', 'She said ', '"', '“'],
    ['after a bracket', 'She said (', '"', '“'],
    ['after a full stop', '“We start.', '"', '”'],
    ['after a letter', '“We start', '"', '”'],
    ['after a dash with a quote open', '“We—', '"', '”'],
    ['after a dash with none open', 'He said—', '"', '“'],
    ['after an opening single mark', '‘', '"', '“'],
    ['a contraction', 'We don', "'", '’'],
    ['a plural possessive', 'the workers', "'", '’'],
    ['a nested opening', '“He called it ', "'", '‘'],
    ['a nested opening at the head', '“', "'", '‘'],
    ['a nested closing', '“He called it ‘done', "'", '’'],
    ['after a dash with a single quote open', '‘We—', "'", '’'],
  ] as const)('%s', (_name, before, typed, expected) => {
    expect(curlyFor(before, typed)).toBe(expected);
  });

  test('at the head of a paragraph inside a running quotation it opens', () => {
    expect(curlyFor('', '"', { openFromAbove: true })).toBe('“');
    expect(curlyFor('And so we end.', '"', { openFromAbove: true })).toBe('”');
    expect(curlyFor('And so we—', '"', { openFromAbove: true })).toBe('”');
  });

  test('before a decade or a clipped word it is an apostrophe', () => {
    expect(curlyFor('the ', "'", { openFromAbove: false, after: '90s' })).toBe('’');
    expect(curlyFor('give ', "'", { openFromAbove: false, after: 'em time' })).toBe('’');
    expect(curlyFor('he said ', "'", { openFromAbove: false, after: 'empty' })).toBe('‘');
  });

  test.each([
    ['a decade typed to its second digit', 'the ‘90', 4],
    ['a clipped word', 'give ‘em ', 5],
    ['an ordinary word', 'he said ‘we ', null],
    ['no mark', 'the 90', null],
  ])('%s', (_name, before, at) => {
    expect(apostropheToMend(before)).toBe(at);
  });
});
