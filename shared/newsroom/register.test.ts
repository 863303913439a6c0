import { describe, expect, test } from 'vitest';
import { p, release, speaker, storedQuote } from '../testing/builders';
import { registerCsv, registerRows, registeredText } from './register';

const CONTEXT = { people: [], approvals: 'persons' } as const;
const quoted = (name: string, date: string) =>
  release({
    headline: 'H',
    dateline: { place: '', date },
    body: [p('“Words of mine.”')],
    quotes: [storedQuote('q-test0001', [[0, 0, 16]], { speaker: speaker(name) })],
  });

describe('the register', () => {
  test('is sorted by speaker and date, quotes without a speaker last', () => {
    const nobody = release({ body: [p('She said: “Nobody set me here.”')] });
    const rows = registerRows(
      [nobody, quoted('Bea', '2026-02-01'), quoted('Ada', '2026-03-01'), quoted('Ada', '2026-01-01')],
      CONTEXT,
    );
    expect(rows.map((row) => [row.speaker, row.date])).toEqual([
      ['Ada', '2026-01-01'],
      ['Ada', '2026-03-01'],
      ['Bea', '2026-02-01'],
      ['', ''],
    ]);
  });
  test('says of a quote until when its release is held, by the later of two embargoes', () => {
    const embargo = (day: string) => ({ instant: `2026-11-${day}T09:00:00.000Z`, zone: 'Europe/London' });
    const frozen = { ...quoted('Ada', '2026-11-24'), embargo: embargo('24') };
    const current = { ...frozen, state: 'published' as const, embargo: embargo('28') };
    const rows = [
      ...registerRows([registeredText({ current, frozen })], CONTEXT),
      ...registerRows([registeredText({ current: { ...current, embargo: null }, frozen })], CONTEXT),
      ...registerRows([quoted('Ada', '')], CONTEXT),
    ];
    expect(rows.map((row) => row.embargo)).toEqual(['2026-11-28T09:00:00.000Z', '2026-11-24T09:00:00.000Z', '']);
    const [head = '', first = '', , last = ''] = registerCsv(rows).split('\r\n');
    expect(head).toMatch(/,"embargo"$/);
    expect(first).toMatch(/,"2026-11-28T09:00:00\.000Z"$/);
    expect(last).toMatch(/,""$/);
  });
  test.each(['=1+1', '+44 20', '-1', '@cmd', '\t=1', ' =1'])(
    'never lets %j run as a formula in a spreadsheet',
    (name) => {
      const csv = registerCsv(registerRows([quoted(name, '')], CONTEXT));
      expect(csv.split('\r\n')[1]?.startsWith(`"'${name}",`)).toBe(true);
    },
  );
  test('doubles quote marks and keeps line breaks within a cell', () => {
    const csv = registerCsv(registerRows([quoted('Ada "Countess"\nByron', '')], CONTEXT));
    expect(csv).toContain('"Ada ""Countess""\nByron",');
  });
});
