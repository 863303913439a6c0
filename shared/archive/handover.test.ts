import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../canonical';
import type { VersionHash } from '../release/model';
import { parseReleaseText } from '../release/parse';
import { contact, p, release, releaseId } from '../testing/builders';
import { type HandoverParts, PUBLICATIONS, handover, publicationsSchema } from './handover';
import { prove } from './proof';
import { publicRelease, settings, withOther } from './testing';

const NIGHT = contact({ name: 'Night desk', phone: '07700 900002', mediaOnly: true });
const OPEN = withOther(publicRelease({ contacts: [NIGHT], standfirst: '=1+1' }), {
  corrections: [{ at: '2026-11-12T10:00:00.000Z', note: '=cmd()', earlier: null }],
});
const SECRET = release({ id: releaseId('r-secret01'), headline: 'Barge to sink', body: [p('At dawn it sinks.')] });
const PARTS = { secret: [SECRET], open: [OPEN], gone: [], settings: settings(), people: [] };
const GIVEN: HandoverParts = {
  releases: [OPEN],
  gone: [],
  organisation: 'Eastmere',
  context: { people: [], approvals: 'persons' },
  frozen: new Map(),
};
const FILES = handover(GIVEN);
const contentsOf = (path: string): string => FILES.find((file) => file.path === path)?.contents ?? '';

describe('what is handed over', () => {
  test('holds each public release whole, in the form in which it is read', () => {
    expect(contentsOf(`handover/sources/${OPEN.release.id}.json`)).toBe(canonicalJson(OPEN.release));
  });

  test('holds what this Standfirst does not know of a text, as it was read', () => {
    const text = canonicalJson({ ...OPEN.release, later: { words: 'kept' } });
    const read = parseReleaseText(text);
    if (!read.ok) throw new Error(read.fault.message);
    const files = handover({ ...GIVEN, releases: [withOther(OPEN, { release: read.value })] });
    expect(files.find(({ path }) => path === `handover/sources/${OPEN.release.id}.json`)?.contents).toBe(text);
  });

  test('says what was done with each, without a change that is open', () => {
    const change = { kind: 'minor' as const, at: '2026-11-13T10:00:00.000Z', by: 'Ada', note: 'The barge sinks' };
    const publication = { by: 'Ada', at: OPEN.since, version: OPEN.current.publication?.version ?? ('0'.repeat(64) as VersionHash), address: OPEN.address, after: [], change }; // prettier-ignore
    const open = withOther(OPEN, { current: { ...OPEN.current, state: 'published' as const, publication } });
    const files = handover({ ...GIVEN, releases: [open] });
    const told = files.find(({ path }) => path === PUBLICATIONS)?.contents ?? '';
    expect(publicationsSchema.parse(JSON.parse(told)).releases[0]?.publication).toEqual({
      ...publication,
      change: null,
    });
  });

  test('says when each address was public and what was corrected, with nothing a spreadsheet would run', () => {
    expect(contentsOf('handover/retention.csv')).toContain('"news/2026/11/bridge.html"');
    expect(contentsOf('handover/corrections.csv')).toContain('"corrected","\'=cmd()"');
  });

  test('tells in the register in which state a release is now, not in which it was when its text was frozen', () => {
    const body = [p('“The bridge holds,” Mara Quill said.')];
    const frozen = release({ ...OPEN.release, state: 'agreed', body });
    const open = withOther(OPEN, { release: frozen, current: { ...frozen, state: 'corrected' } });
    const files = handover({ ...GIVEN, releases: [open] });
    const [head = '', row = '', ...others] = (files.find(({ path }) => path === 'handover/register.csv')?.contents ?? '').trim().split('\n'); // prettier-ignore
    expect(others).toEqual([]);
    expect(row.split(',')[head.split(',').indexOf('"state"')]).toBe('"corrected"');
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
