import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { VersionLine } from '../newsroom/model';
import type { VersionHash } from '../release/model';
import { p, release } from '../testing/builders';
import { type HistoryPaper, historyPage, historyText } from './history';

const line = (given: Partial<VersionLine>): VersionLine => ({
  seq: 1,
  time: '2026-07-01T08:05:30.000Z',
  who: 'Ada Clerk',
  kind: 'created',
  name: '',
  object: 'a'.repeat(64) as VersionHash,
  previous: '0'.repeat(64),
  ...given,
});
const override = line({ seq: 2, kind: 'override', note: 'missing-date: It is read out', who: 'Bea Holt' });
const paper = (given: Partial<HistoryPaper> = {}): HistoryPaper => ({
  text: release({
    headline: 'Bridge to open',
    standfirst: 'In May.',
    body: [p('The bridge opens.')],
    notes: [p('A note.')],
  }),
  version: line({}),
  embargo: null,
  lines: [line({}), override],
  zone: 'Europe/London',
  ...given,
});

describe('a history on paper', () => {
  test('has the text of the version, and a line for each version with when, what, who and why', () => {
    const text = historyText(paper());
    expect(text).toContain('Kept: 1 July 2026, 09:05 (Europe/London) by Ada Clerk');
    expect(text).toContain('The bridge opens.\n');
    expect(text).toMatch(/As begun · Ada Clerk\n.*Check overridden · Bea Holt · missing-date: It is read out\n$/);
    expect(text).toContain(`Its hash: ${'a'.repeat(64)}`);
  });
  test('is a page that loads nothing and on which nothing runs, whatever the text says', () => {
    const hostile = '</style><script>alert(1)</script>';
    const { html, policy } = historyPage(
      paper({
        text: release({ headline: hostile, standfirst: hostile, body: [p(hostile)], notes: [p(hostile)] }),
        version: line({ name: hostile, who: hostile, note: hostile }),
        lines: [line({ name: hostile, note: hostile })],
      }),
    );
    expect(html).not.toContain('<script');
    expect(html).toContain(`content="${policy}"`);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(parse(html).childNodes.length).toBeGreaterThan(0);
  });
  test('says until when it is held, whatever the version says itself', () => {
    const embargo = { instant: '2026-07-08T08:00:00.000Z', zone: 'Europe/London' };
    expect(historyText(paper({ embargo }))).toContain('Embargo: not for publication before 8 July 2026, 09:00');
  });
  test('says that there is no headline yet, and leaves out what is not known', () => {
    const empty = historyText(paper({ text: release(), lines: [] }));
    expect(empty).toMatch(/^No headline yet\n/);
    expect(empty).not.toContain('Reference:');
    expect(empty).not.toContain('Note:');
  });
});
