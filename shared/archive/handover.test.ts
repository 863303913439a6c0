import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../canonical';
import { contact, p, release, releaseId } from '../testing/builders';
import { handover } from './handover';
import { prove } from './proof';
import { publicRelease, settings } from './testing';

const NIGHT = contact({ name: 'Night desk', phone: '07700 900002', mediaOnly: true });
const OPEN = {
  ...publicRelease({ contacts: [NIGHT], standfirst: '=1+1' }),
  corrections: [{ at: '2026-11-12T10:00:00.000Z', note: '=cmd()', earlier: null }],
};
const SECRET = release({ id: releaseId('r-secret01'), headline: 'Barge to sink', body: [p('At dawn it sinks.')] });
const PARTS = { secret: [SECRET], open: [OPEN], gone: [], settings: settings(), people: [] };
const FILES = handover({
  releases: [OPEN],
  gone: [],
  organisation: 'Eastmere',
  context: { people: [], approvals: 'persons' },
});
const contentsOf = (path: string): string => FILES.find((file) => file.path === path)?.contents ?? '';

describe('what is handed over', () => {
  test('holds each public release whole, in the form in which it is read', () => {
    expect(contentsOf(`handover/sources/${OPEN.release.id}.json`)).toBe(canonicalJson(OPEN.release));
  });

  test('says when each address was public and what was corrected, with nothing a spreadsheet would run', () => {
    expect(contentsOf('handover/retention.csv')).toContain('"news/2026/11/bridge.html"');
    expect(contentsOf('handover/corrections.csv')).toContain('"corrected","\'=cmd()"');
  });

  test('may hold what public releases keep from the web, which the website may not', () => {
    expect(prove(FILES, { ...PARTS, whole: true })).toEqual([]);
    expect(prove(FILES, PARTS).map(({ kind }) => kind)).toContain('contact');
  });

  test('may hold nothing that is withheld', () => {
    const planted = { path: 'handover/sources/r-other.json', contents: canonicalJson(SECRET) };
    const kinds = prove([planted], { ...PARTS, whole: true }).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['words', 'place']));
  });
});
