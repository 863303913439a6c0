import { describe, expect, test } from 'vitest';
import { p, release, speaker, storedQuote } from '../testing/builders';
import { registerCsv, registerRows } from './register';

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
