import { expect, test } from 'vitest';
import type { VersionLine } from '../newsroom/model';
import type { ReleaseId, VersionHash } from '../release/model';
import { writtenForm } from '../unknown';
import { changeReview } from './change';
import { reviewedDrafts, whyNotAgree, writersOf } from './draft-state';
import { type Review, type RemarkId, emptyReview } from './model';
import { parseReview } from './parse';

const HASH = 'a'.repeat(64) as VersionHash;
const EMPTY = emptyReview('r-00000001' as ReleaseId);
const written = { who: 'Ada Price', at: '2026-11-20T09:00:00.000Z', id: 'm-00000001' as RemarkId };
const remarked = changeReview(
  EMPTY,
  {
    what: 'remark',
    object: HASH,
    anchor: { part: 'body', block: 0, start: 0, end: 3, words: 'The' },
    by: 'Tom Reed',
    text: 'Which?',
    proposed: null,
  },
  written,
);

const line = (kind: VersionLine['kind'], who: string, time = '2026-11-19T09:00:00.000Z'): VersionLine => ({
  seq: 1,
  time,
  who,
  kind,
  name: kind === 'draft' ? 'Draft 1' : '',
  object: HASH,
  previous: '0'.repeat(64),
});

test('a remark is by its reviewer, with who wrote it down', () => {
  expect(remarked.remarks).toMatchObject([{ by: 'Tom Reed', recordedBy: 'Ada Price', text: 'Which?', resolved: null }]);
});

test('a remark is answered in a thread, settled, and opened again', () => {
  const id = written.id;
  const answered = changeReview(remarked, { what: 'reply', remark: id, text: 'The first.' }, written);
  expect(answered.remarks[0]?.replies).toEqual([
    { by: 'Ada Price', recordedBy: '', at: written.at, text: 'The first.' },
  ]);
  const settled = changeReview(answered, { what: 'resolve', remark: id, resolved: true }, written);
  expect(settled.remarks[0]?.resolved).toEqual({ by: 'Ada Price', at: written.at });
  const open = changeReview(settled, { what: 'resolve', remark: id, resolved: false }, written);
  expect(open).toEqual(answered);
});

test('an answer to a remark that is not there changes nothing', () => {
  const other = 'm-99999999' as RemarkId;
  expect(changeReview(remarked, { what: 'reply', remark: other, text: 'What?' }, written)).toEqual(remarked);
});

test('what is written is read again, with fields that are not known', () => {
  const read = parseReview(writtenForm(remarked));
  expect(read.ok && read.value).toEqual(remarked);
  const later = JSON.parse(writtenForm(remarked)) as { remarks: object[] };
  const strange = JSON.stringify({ ...later, mood: 'calm', remarks: [{ ...later.remarks[0], colour: 'blue' }] });
  const known = parseReview(strange);
  if (!known.ok) throw new Error(known.fault.message);
  expect(known.value).toMatchObject(remarked);
  const again = changeReview(known.value, { what: 'resolve', remark: written.id, resolved: true }, written);
  expect(writtenForm(again)).toContain('"mood": "calm"');
  expect(writtenForm(again)).toContain('"colour": "blue"');
});

test.each([
  ['what is not JSON', '{', 'unreadable'],
  ['a list', '[]', 'invalid'],
  ['a later format', '{"format": 2}', 'newer-format'],
  ['a wrong id', writtenForm({ ...EMPTY, release: '../x' }), 'invalid'],
])('%s is refused', (_, text, code) => {
  const read = parseReview(text);
  expect(!read.ok && read.fault.code).toBe(code);
});

test('a draft is named, in review, returned and agreed, and another of the same text is not', () => {
  const [one, two] = [line('draft', 'Ada Price'), line('draft', 'Ada Price', '2026-11-20T08:00:00.000Z')];
  const step = (review: Review, to: 'in review' | 'returned' | 'agreed'): Review =>
    changeReview(
      review,
      { what: 'step', draft: { object: HASH, time: one.time }, to, by: 'Tom Reed', text: `It is ${to}`, checks: [] },
      written,
    );
  const states = (review: Review) => reviewedDrafts([line('autosave', 'Ada Price'), one, two], review);
  expect(states(EMPTY).map(({ state }) => state)).toEqual(['named', 'named']);
  const returned = step(step(EMPTY, 'in review'), 'returned');
  expect(states(returned).map(({ state }) => state)).toEqual(['named', 'returned']);
  expect(states(step(returned, 'agreed'))[1]?.steps.map(({ text }) => text)).toEqual([
    'It is in review',
    'It is returned',
    'It is agreed',
  ]);
});

test('a text is agreed by somebody who did not write it, with every point ticked', () => {
  const checks = ['names', 'quotes', 'figures', 'embargo'];
  const asked = { reviewer: 'Tom Reed', checks, reason: '', writers: ['Ada Price'] };
  expect(whyNotAgree(asked)).toEqual([]);
  expect(whyNotAgree({ ...asked, reviewer: ' ' })).toHaveLength(1);
  expect(whyNotAgree({ ...asked, checks: checks.slice(1) })).toEqual(['1 of the 4 points is not ticked.']);
  expect(whyNotAgree({ ...asked, reviewer: 'ada price ' })).toHaveLength(1);
  expect(whyNotAgree({ ...asked, writers: ['Siân Tŷ'], reviewer: 'Siân  Tŷ'.normalize('NFD') })).toHaveLength(1);
  const alone = { ...asked, reviewer: 'Ada Price', checks: [...checks, 'alone'] };
  expect(whyNotAgree(alone)).toHaveLength(1);
  expect(whyNotAgree({ ...alone, reason: 'It is Sunday.' })).toEqual([]);
});

test('who sent a text for review did not write it by that', () => {
  expect(writersOf([line('created', 'Ada Price'), line('review', 'Tom Reed'), line('autosave', 'Ada Price')])).toEqual([
    'Ada Price',
  ]);
});
