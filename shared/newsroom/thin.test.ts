import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VersionHash } from '../release/model';
import type { HistoryLine, VersionKind, VersionLine } from './model';
import { isVersion, objectsToThin } from './thin';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-22T12:30:00.000Z');
const hash = (name: string): VersionHash => name.padEnd(64, '0') as VersionHash;

const line = (time: number | string, object: string, kind: VersionKind = 'autosave'): VersionLine => ({
  seq: 1,
  time: typeof time === 'string' ? time : new Date(time).toISOString(),
  who: '',
  kind,
  name: '',
  object: hash(object),
  previous: '0'.repeat(64),
});
const thin = (
  own: readonly HistoryLine[],
  { others = [], now = NOW, needed = [] }: { others?: readonly HistoryLine[]; now?: number; needed?: string[] } = {},
) => objectsToThin(own, others, { now, needed: new Set(needed.map(hash)) }).map((each) => each.replace(/0+$/, ''));

describe('thinning', () => {
  test('keeps all of the last hour', () => {
    expect(thin([line('2026-11-22T11:30:00.000Z', 'a'), line('2026-11-22T11:31:00.000Z', 'b')])).toEqual([]);
  });
  test('keeps the last of each hour for a day', () => {
    const lines = ['10:01', '10:59', '11:00', '11:29'].map((at, index) =>
      line(`2026-11-22T${at}:00.000Z`, 'abcd'.charAt(index)),
    );
    expect(thin(lines)).toEqual(['a', 'c']);
  });
  test('keeps the last of each day for 30 days, and none after', () => {
    const lines = [
      line('2026-10-20T09:00:00.000Z', 'a'), // 33 days old
      line('2026-11-20T09:00:00.000Z', 'b'),
      line('2026-11-20T17:00:00.000Z', 'c'),
      line('2026-11-20T17:30:00.000Z', 'd'),
    ];
    expect(thin(lines)).toEqual(['a', 'b', 'c']);
  });
  test('keeps every other kind for ever, and the last of a conflict in each hour', () => {
    const kinds: readonly VersionKind[] = ['created', 'draft', 'review', 'published', 'restored', 'override'];
    expect(thin(kinds.map((kind, index) => line(`2020-01-01T0${index}:00:00.000Z`, `e${index + 1}`, kind)))).toEqual(
      [],
    );
    expect(
      thin([
        line('2020-01-01T09:00:00.000Z', 'a', 'conflict'),
        line('2020-01-01T09:10:00.000Z', 'b', 'conflict'),
        line('2020-01-01T09:20:00.000Z', 'c'),
      ]),
    ).toEqual(['a', 'c']);
  });
  test('lets no text go that another line, another computer, the page or the archive needs', () => {
    const old = line('2026-10-01T09:00:00.000Z', 'a');
    expect(thin([old, line('2026-10-02T09:00:00.000Z', 'a', 'draft')])).toEqual([]);
    expect(thin([old], { others: [line('2026-10-01T09:00:00.000Z', 'a')] })).toEqual([]);
    expect(thin([old], { needed: ['a'] })).toEqual([]);
    expect(thin([old])).toEqual(['a']);
  });
});

/** Histories of a few texts over 60 days, oldest first, as a log has them. */
const history = fc
  .array(
    fc.record({
      ago: fc.integer({ min: 0, max: 60 * 24 * 60 }),
      object: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      kind: fc.constantFrom<VersionKind>('autosave', 'autosave', 'autosave', 'conflict', 'draft', 'manual'),
    }),
    { maxLength: 40 },
  )
  .map((made) =>
    made.sort((a, b) => b.ago - a.ago).map(({ ago, object, kind }) => line(NOW - ago * 60_000, object, kind)),
  );

describe('whatever the history', () => {
  test('no text goes that a line of another kind, or of the last hour, names', () => {
    fc.assert(
      fc.property(history, history, (own, others) => {
        const gone = new Set(objectsToThin(own, others, { now: NOW, needed: new Set() }));
        for (const each of own)
          if ((each.kind !== 'autosave' && each.kind !== 'conflict') || Date.parse(each.time) >= NOW - HOUR)
            expect(gone.has(each.object)).toBe(false);
        for (const each of others.filter(isVersion)) expect(gone.has(each.object)).toBe(false);
      }),
    );
  });
  test('each day of the last 30 on which something was saved has a text of its own left', () => {
    fc.assert(
      fc.property(history, (own) => {
        const gone = new Set(objectsToThin(own, [], { now: NOW, needed: new Set() }));
        const dayOf = (each: VersionLine) => each.time.slice(0, 10);
        const recent = own.filter((each) => Date.parse(each.time) >= NOW - 30 * 24 * HOUR);
        for (const day of new Set(recent.map(dayOf))) {
          const last = own.findLast((each) => dayOf(each) === day && Date.parse(each.time) >= NOW - 30 * 24 * HOUR);
          expect(last !== undefined && gone.has(last.object)).toBe(false);
        }
      }),
    );
  });
  test('to thin often leaves what to thin once at the end would leave', () => {
    fc.assert(
      fc.property(history, fc.array(fc.integer({ min: 0, max: 90 * 24 }), { maxLength: 5 }), (own, hours) => {
        const texts = new Set(own.map((each) => each.object));
        const later = [...hours].sort((a, b) => a - b).map((each) => NOW + each * HOUR);
        const last = later.at(-1) ?? NOW;
        const often = new Set(texts);
        for (const now of later)
          for (const each of objectsToThin(own, [], { now, needed: new Set() })) often.delete(each);
        const once = new Set(texts);
        if (later.length > 0)
          for (const each of objectsToThin(own, [], { now: last, needed: new Set() })) once.delete(each);
        expect(often).toEqual(once);
      }),
    );
  });
  test('nothing is thinned twice: what goes is gone, and a line thinned out asks for no more', () => {
    fc.assert(
      fc.property(history, (own) => {
        const first = objectsToThin(own, [], { now: NOW, needed: new Set() });
        expect(new Set(first).size).toBe(first.length);
        const known = new Set(own.map((each) => each.object));
        for (const each of first) expect(known.has(each)).toBe(true);
      }),
    );
  });
});
