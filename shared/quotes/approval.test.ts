import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '../people/model';
import type { Approval, PersonId, Speaker } from '../release/model';
import { fittingApproval, normaliseWords, quoteDigest, statusOf } from './approval';

const speaker: Speaker = {
  person: null,
  name: 'Nia Prosser',
  role: 'chair',
  setBy: 'Cai',
  at: '2026-05-01T09:00:00.000Z',
};
const approvalOf = (words: string, name = speaker.name, role = speaker.role): Approval => ({
  digest: quoteDigest(words, name, role),
  words,
  speaker: name,
  role,
  approvedBy: name,
  how: 'phone',
  at: '2026-05-01T10:00:00.000Z',
  recordedBy: 'Cai',
});
const status = (words: string, approvals: readonly Approval[], by: Speaker | null = speaker): string =>
  statusOf({ stored: { speaker: by, approvals }, words, people: [], approvals: 'persons' });

describe('normal form of words', () => {
  test.each([
    ['curly and straight marks', '“We don’t,” she said', "'We don't,' she said"],
    ['single and double marks', '‘We start’', "'We start'"],
    ['guillemets', '«We start»', "'We start'"],
    ['a paragraph break', '“We start.\n“We end.”', "'We start. 'We end.'"],
    ['many spaces', 'We   start\u00a0now', 'We start now'],
    ['an accent in two parts', 'cafe\u0301', 'caf\u00e9'],
  ])('%s folds', (_name, words, expected) => {
    expect(normaliseWords(words)).toBe(expected);
  });

  test('a comma, a capital and a dash stay', () => {
    expect(normaliseWords('We, Start – now')).toBe('We, Start – now');
  });
});

describe('digest', () => {
  test('is SHA-256 of the three parts, each with its length', () => {
    // sha256 of '3:abc0:0:', computed with sha256sum.
    expect(quoteDigest('abc', '', '')).toBe('1dee77075777f5d23b17d30cf612cf905dff3e879cb3e8275ffb391188713122');
  });

  test('words cannot move between the parts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (words, name, moved) => {
        fc.pre(normaliseWords(moved) !== '');
        expect(quoteDigest(words + moved, name, '')).not.toBe(quoteDigest(words, moved + name, ''));
      }),
    );
  });
});

describe('status', () => {
  test('of words that a sign without width joins is no longer that of the words apart', () => {
    const approvals = [approvalOf('“We are now here.”')];
    expect(status('“We are now\u00a0here.”', approvals)).toBe('approved');
    expect(status('“We are now\ufeffhere.”', approvals)).toBe('changed since approval');
    expect(status('“We are now\u200bhere.”', approvals)).toBe('changed since approval');
  });

  const words = '“We start, in May.”';
  test('no speaker set is no speaker', () => {
    expect(status(words, [], null)).toBe('no speaker');
    expect(statusOf({ stored: null, words, people: [], approvals: 'nobody' })).toBe('no speaker');
  });
  test('a speaker without approval needs it', () => {
    expect(status(words, [])).toBe('needs approval');
  });
  test('equal words are approved; a comma changes that; the comma back restores it', () => {
    const approvals = [approvalOf(words)];
    expect(status(words, approvals)).toBe('approved');
    expect(status('“We start in May.”', approvals)).toBe('changed since approval');
    expect(status(words, approvals)).toBe('approved');
  });
  test('the style of marks does not count', () => {
    expect(status("'We start, in May.'", [approvalOf(words)])).toBe('approved');
  });
  test('any of the approvals may match', () => {
    expect(status(words, [approvalOf(words), approvalOf('“Other words.”')])).toBe('approved');
  });
  test('the approval it has is the last of its words, not the last of all', () => {
    const [first, last] = ['Nia Prosser', 'Her office'].map((approvedBy) => ({ ...approvalOf(words), approvedBy }));
    const approvals = [first, last, approvalOf('“Other words.”'), approvalOf(words, 'Owen Bell')].flatMap(
      (each) => each ?? [],
    );
    expect(fittingApproval({ speaker, approvals }, words)).toBe(last);
    expect(fittingApproval({ speaker, approvals }, '“None of these.”')).toBeNull();
    expect(fittingApproval({ speaker: null, approvals }, words)).toBeNull();
    expect(fittingApproval(null, words)).toBeNull();
  });
  test('another role or another speaker lapses it', () => {
    expect(status(words, [approvalOf(words)], { ...speaker, role: 'director' })).toBe('changed since approval');
    expect(status(words, [approvalOf(words)], { ...speaker, name: 'Owen Bell' })).toBe('changed since approval');
  });
  test('organisations need none, nor does anybody where the newsroom says so', () => {
    const id = 'o1' as PersonId;
    const people: readonly Person[] = [
      { id, kind: 'organisation', name: 'North Vale Council', alsoKnownAs: [], roles: [], approvalsContact: '' },
    ];
    const stored = { speaker: { ...speaker, person: id }, approvals: [] };
    expect(statusOf({ stored, words, people, approvals: 'persons' })).toBe('no approval needed');
    expect(statusOf({ stored: { speaker, approvals: [] }, words, people: [], approvals: 'nobody' })).toBe(
      'no approval needed',
    );
  });
});
