import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../canonical';
import { p, release } from '../testing/builders';
import { writtenForm } from '../unknown';
import { RELEASE_FORMAT, type Release } from './model';
import { parseRelease, parseReleaseText, readAgain, releaseSchema } from './parse';

const text = fc.string({ unit: 'binary' });
const words = fc.string({ unit: 'binary', minLength: 1 });
const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = instant.map((value) => value.slice(0, 10));
const id = (letter: string) => fc.stringMatching(/^[0-9a-z]{12}$/).map((rest) => `${letter}-${rest}`);
const run = fc.record(
  {
    text: words,
    bold: fc.constant(true),
    italic: fc.constant(true),
    link: fc.webUrl(),
    language: fc.constantFrom('cy', 'ar', 'en-GB'),
  },
  { requiredKeys: ['text'] },
);
const runs = fc.array(run, { maxLength: 3 });
const block = fc.oneof(
  fc.record({ type: fc.constant('paragraph'), runs }),
  fc.record({ type: fc.constant('block-quote'), runs }),
  fc.record({ type: fc.constant('heading'), level: fc.constantFrom(2, 3, 4), runs }),
  fc.record({ type: fc.constant('list-item'), list: fc.constantFrom('bulleted', 'numbered'), depth: fc.nat(8), runs }),
);
const range = fc
  .record({ block: fc.nat(20), start: fc.nat(500), length: fc.integer({ min: 1, max: 500 }) })
  .map(({ block: at, start, length }) => ({ block: at, start, end: start + length }));
const approval = fc.record({
  digest: hex,
  words: text,
  speaker: text,
  role: text,
  approvedBy: words,
  how: fc.constantFrom('phone', 'email', 'in person', 'paper code'),
  at: instant,
  recordedBy: text,
});
const quote = fc.record(
  {
    id: id('q'),
    ranges: fc.array(range, { maxLength: 3 }),
    spanByHand: fc.constant(true),
    notAQuote: fc.constant(true),
    speaker: fc.option(fc.record({ person: fc.option(id('p')), name: words, role: text, setBy: text, at: instant })),
    approvals: fc.array(approval, { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'ranges', 'speaker', 'approvals'] },
);
const done = { at: instant, by: words };
const after = fc.oneof(
  fc.record({ ...done, kind: fc.constant('corrected'), version: hex, note: words }),
  fc.record({ ...done, kind: fc.constant('minor'), version: hex }),
  fc.record({ ...done, kind: fc.constantFrom('withdrawn', 'removed'), reason: words }),
  fc.record({ ...done, kind: fc.constant('replaced'), reason: words, release: fc.constant('r-test0001') }),
);

const anyRelease = fc.record({
  format: fc.constant(RELEASE_FORMAT),
  id: id('r'),
  state: fc.constantFrom('working', 'in review', 'agreed', 'published', 'withdrawn'),
  reference: text,
  language: fc.constantFrom('en-GB', 'cy', 'ar'),
  headline: text,
  standfirst: text,
  dateline: fc.record({ place: text, date: fc.oneof(day, fc.constant('')) }),
  embargo: fc.option(fc.record({ instant, zone: fc.constant('Europe/London') })),
  topics: fc.array(text, { maxLength: 3 }),
  body: fc.array(block, { maxLength: 5 }),
  notes: fc.array(block, { maxLength: 2 }),
  contacts: fc.array(fc.record({ name: text, role: text, phone: text, email: text, mediaOnly: fc.boolean() }), {
    maxLength: 2,
  }),
  quotes: fc.array(quote, { maxLength: 3 }),
  overrides: fc.array(fc.record({ check: text, digest: text, by: words, reason: words, at: instant }), {
    maxLength: 2,
  }),
  publication: fc.option(
    fc.record({
      by: words,
      at: instant,
      version: hex,
      address: fc.constantFrom('news/2026/11/a.html', 'news/1999/01/b-2.html'),
      after: fc.array(after, { maxLength: 3 }),
      change: fc.option(
        fc.record({
          kind: fc.constantFrom('corrected' as const, 'minor' as const),
          by: words,
          at: instant,
          note: text,
        }),
      ),
    }),
  ),
});

/** The kinds of all schemas that stand in one, and of what is asked of strings besides. */
const kindsIn = (schema: unknown, found = new Set<string>()): ReadonlySet<string> => {
  const { def } = (schema as { readonly _zod: { readonly def: { readonly type?: string; readonly check?: string } } })
    ._zod;
  found.add(def.type ?? `check ${def.check ?? ''}`);
  const isSchema = (value: unknown): boolean => typeof value === 'object' && value !== null && '_zod' in value;
  for (const value of Object.values<unknown>(def)) {
    const parts = isSchema(value) ? [value] : typeof value === 'object' && value !== null ? Object.values(value) : [];
    for (const part of parts.filter(isSchema)) kindsIn(part, found);
  }
  return found;
};

describe('what was read before', () => {
  test('is its JSON value: nothing in the schema changes or adds anything', () => {
    // A kind that is not among these may: a default, a transform, a check that trims.
    expect([...kindsIn(releaseSchema)].sort()).toEqual(
      [
        ...['array', 'boolean', 'enum', 'literal', 'never', 'nullable', 'number', 'object', 'optional', 'string'],
        ...['union', 'custom', 'check greater_than', 'check less_than', 'check min_length', 'check string_format'],
      ].sort(),
    );
  });
  test('is what it was', () => {
    fc.assert(
      fc.property(anyRelease, (given) => {
        const written = canonicalJson(given);
        expect({ ok: true, value: readAgain(written) }).toEqual(parseReleaseText(written));
      }),
    );
  });
  test('does not change what is read of another, however much that is like it', () => {
    fc.assert(
      fc.property(
        anyRelease,
        anyRelease,
        fc.subarray(['body', 'notes', 'quotes', 'topics', 'headline']),
        (...given) => {
          const [one, other, shared] = given;
          const like = parseReleaseText(canonicalJson(one));
          const parts = Object.fromEntries(shared.map((part) => [part, one[part as 'body']]));
          for (const more of [{}, { later: 1 }, { quotes: [{}] }]) {
            const text = canonicalJson({ ...other, ...parts, ...more });
            const [alone, beside] = [parseReleaseText(text), parseReleaseText(text, like.ok ? like.value : null)];
            expect(beside).toEqual(alone);
            if (alone.ok && beside.ok) expect(writtenForm(beside.value)).toBe(writtenForm(alone.value));
          }
        },
      ),
      { numRuns: 50 },
    );
  });
  test('is not taken as it is where it is of an older format', () =>
    expect(readAgain(canonicalJson({ ...release(), format: RELEASE_FORMAT - 1 }))).toBeNull());
});

describe('reading a release', () => {
  test('gives back whatever was written, through text and through bytes', () => {
    fc.assert(
      fc.property(anyRelease, (given) => {
        const written = canonicalJson(given);
        expect(parseReleaseText(written)).toEqual({ ok: true, value: given });
        // Throws at a lone surrogate that stands in the text unescaped: UTF-8 would lose it.
        expect(decodeURIComponent(encodeURIComponent(written))).toBe(written);
      }),
    );
  });
  test('and writing it again gives the same bytes', () => {
    fc.assert(
      fc.property(anyRelease, (given) => {
        const once = canonicalJson(given);
        const parsed = parseReleaseText(once);
        expect(parsed.ok && canonicalJson(parsed.value)).toBe(once);
      }),
    );
  });
  test('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (value) => void parseRelease(value)));
    fc.assert(fc.property(text, (value) => void parseReleaseText(value)));
  });

  const faultOf = (value: unknown): readonly [string, string] => {
    const parsed = parseRelease(value);
    return parsed.ok ? ['ok', ''] : [parsed.fault.code, parsed.fault.detail ?? ''];
  };
  test('leaves one as it is in which something unknown is nested deeper than can be written again', () => {
    const nested = (deep: number): string => `${'{"within":'.repeat(deep)}1${'}'.repeat(deep)}`;
    for (const place of ['"aside":', '"dateline":{"date":"","place":"","aside":']) {
      const end = place.includes('{') ? '}}' : '}';
      const read = (deep: number) =>
        parseReleaseText(`${JSON.stringify(release()).slice(0, -1)},${place}${nested(deep)}${end}`);
      const shallow = read(20);
      expect(shallow.ok && writtenForm(shallow.value)).toContain('within');
      for (const deep of [200, 20_000, 200_000]) {
        const found = read(deep);
        expect(found.ok ? 'ok' : found.fault.code).toBe('newer-format');
      }
    }
  });
  // Each looked for among all others, as it once was, it takes minutes while nobody can do anything.
  test('carries something unknown in each of thousands of entries', () => {
    const contact = { name: 'Desk', role: '', phone: '', email: '', mediaOnly: true, aside: 1 };
    const contacts = Array.from({ length: 5_000 }, (_, index) => ({ ...contact, phone: String(index % 50) }));
    const written = canonicalJson({ ...release(), contacts });
    const read = parseReleaseText(written);
    expect(read.ok && writtenForm(read.value)).toBe(written);
  });
  test('refuses a later format and says which', () => {
    expect(faultOf({ ...release(), format: 4 })).toEqual([
      'newer-format',
      'format 4, and this Standfirst reads up to 3',
    ]);
  });
  test('refuses a field that it does not know rather than lose it', () => {
    expect(faultOf({ ...release(), remark: 'words' })[0]).toBe('invalid');
  });
  test.each([
    ['no JSON object', 'text'],
    ['no format', { ...release(), format: undefined }],
    ['an unknown state', { ...release(), state: 'lost' }],
    ['an id that could climb out of its folder', { ...release(), id: '../../etc' }],
    ['an empty run', { ...release(), body: [{ type: 'paragraph', runs: [{ text: '' }] }] }],
    ['a link that runs a script', { ...release(), body: [p({ text: 'x', link: 'javascript:alert(1)' })] }],
    [
      'an address that could climb out of the bundle',
      {
        ...release(),
        publication: {
          by: 'A',
          at: '2026-11-22T09:00:00.000Z',
          version: 'a'.repeat(64),
          address: 'news/2026/11/../../x.html',
          after: [],
          change: null,
        },
      },
    ],
    ['a day that is none', { ...release(), dateline: { place: '', date: '2026-02-30' } } satisfies Release],
  ])('refuses %s', (_, value) => {
    expect(faultOf(value)[0]).toBe('invalid');
  });
  test('names the first wrong place', () => {
    expect(faultOf({ ...release(), body: [p('a'), { type: 'paragraph', runs: [{ text: 3 }] }] })[1]).toMatch(
      /^body\.1\.runs\.0\.text: /,
    );
  });
});
