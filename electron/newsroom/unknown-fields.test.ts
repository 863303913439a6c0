import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAgain, canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import type { PersonId, QuoteId, Release } from '../../shared/release/model';
import { p } from '../../shared/testing/builders';
import { examine } from './doctor';
import { temporaryFolders, valueOf } from './testing';
import { FIRST, ID, newDesk } from './testing-desk';

const temporary = temporaryFolders();
const at = '2026-11-22T09:00:00.000Z';
const approval = (words: string) => ({
  digest: 'd'.repeat(64),
  words,
  speaker: 'Ada Price',
  role: 'Leader',
  approvedBy: 'Ada Price',
  how: 'phone' as const,
  at,
  recordedBy: 'Anwen',
});
const quote = (id: string, start: number) => ({
  id: id as QuoteId,
  ranges: [{ block: 0, start, end: start + 5 }],
  speaker: { person: 'p-ada-price' as PersonId, name: 'Ada Price', role: 'Leader', setBy: 'Anwen', at },
  approvals: [approval('“One”'), approval('“Two”')],
});
const contact = (name: string) => ({ name, role: 'Desk', phone: '01632 960000', email: '', mediaOnly: true });
/** A release with everything in which a later program may put a field. */
const FULL: Release = {
  ...FIRST,
  embargo: { instant: at, zone: 'Europe/London' },
  body: [p('“One” and “Two”, she said.')],
  contacts: [contact('Ada'), contact('Bea'), contact('Ada')],
  quotes: [quote('q-test0001', 0), quote('q-test0002', 10)],
  overrides: [{ check: 'no-date', digest: '', by: 'Ada', reason: 'It is known.', at }],
};

type Bag = Record<string, unknown>;
/** Every object of a release into which a field can be planted, outside its text and its ranges. */
const owners = (value: unknown, key = ''): Bag[] => {
  if (Array.isArray(value)) return value.flatMap((each) => owners(each, key));
  if (typeof value !== 'object' || value === null || ['body', 'notes', 'ranges'].includes(key)) return [];
  return [value as Bag, ...Object.entries(value).flatMap(([name, each]) => owners(each, name))];
};
const fieldName = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }).map((name) => `x${name}`),
  fc.constantFrom('__proto__', 'constructor', '0', 'toString', 'ünïcode', 'subtitle'),
);
const planted = fc.array(fc.tuple(fc.nat(), fieldName, fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 8 });

const plant = (release: Release, seeds: readonly (readonly [number, string, unknown])[]): Bag => {
  const copy = structuredClone(release) as unknown as Bag;
  const places = owners(copy);
  for (const [seed, name, value] of seeds) {
    const owner = places[seed % places.length] ?? copy;
    if (Object.hasOwn(owner, name)) continue;
    Object.defineProperty(owner, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return copy;
};

/** A newsroom whose one release holds this. */
const holding = async (document: unknown) => {
  const desk = await newDesk(await temporary());
  const file = join(await desk.place(), 'release.json');
  await writeFile(file, canonicalJson(document));
  const store = await desk.reopen();
  /** As the page does: it gets and gives what is known, through the bridge. */
  const open = async () => structuredClone(valueOf(await store.openRelease(ID)));
  return { ...desk, file, store, open, text: () => readFile(file, 'utf8') };
};
const objectOf = async (place: string, hash: string): Promise<string> =>
  readFile(join(place, 'history', 'objects', `${hash}.json`), 'utf8');

describe('fields that this Standfirst does not know', () => {
  test('are there after an edit elsewhere, whatever they are and wherever they stand', async () => {
    await fc.assert(
      fc.asyncProperty(planted, async (seeds) => {
        const document = plant(FULL, seeds);
        const { store, open, text, place } = await holding(document);
        const { release, version } = await open();
        expect(version).toBe(sha256Hex(canonicalJson(document)));
        expect(release).toEqual(FULL);
        const saved = valueOf(await store.saveRelease({ ...release, standfirst: 'Changed.' }, version, 'Ada'));
        const want = canonicalJson({ ...document, standfirst: 'Changed.' });
        expect(await text()).toBe(want);
        expect(saved).toBe(sha256Hex(want));
        // The text from before is a version, with them.
        expect(await objectOf(await place(), version)).toBe(canonicalJson(document));
      }),
      { numRuns: 60 },
    );
  });

  test('survive states, overrides, publication, drafts and restoring, and the doctor finds nothing', async () => {
    const document = plant(FULL, [
      [0, 'subtitle', 'Kept'],
      [4, 'desk', { line: 2 }],
    ]);
    const { store, open, text, folder, place } = await holding(document);
    const first = await open();
    const draft = valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada'));
    expect(await objectOf(await place(), draft.object)).toBe(canonicalJson(document));
    valueOf(await store.saveRelease({ ...first.release, headline: 'Another' }, first.version, 'Ada'));
    const back = valueOf(await store.restore(ID, draft.object, 'Ada'));
    expect(await text()).toBe(canonicalJson(document));
    expect(back.version).toBe(draft.object);
    valueOf(await store.setState(ID, 'in review', 'Ada'));
    valueOf(await store.setState(ID, 'agreed', 'Ada'));
    valueOf(await store.addOverride(ID, { check: 'x', digest: '', by: 'Ada', reason: 'Known.', at }));
    const { release } = valueOf(await store.publish(ID, 'Ada'));
    expect(JSON.parse(await text())).toMatchObject({ subtitle: 'Kept', state: 'published' });
    expect(await objectOf(await place(), release.publication?.version ?? '')).toContain('"subtitle": "Kept"');
    await store.settled();
    expect((await examine(folder)).findings).toEqual([]);
    expect(valueOf(await store.contents()).published).toHaveLength(1);
  });

  test('go with their owner: by the quote’s id, by all of an entry, by a name that it alone has', async () => {
    const document = structuredClone(FULL) as unknown as { quotes: Bag[]; contacts: Bag[]; embargo: Bag };
    const [one, two] = document.quotes;
    Object.assign(one ?? {}, { mood: 'calm' });
    Object.assign((two?.['approvals'] as Bag[])[1] ?? {}, { witness: 'Bea' });
    Object.assign(document.contacts[1] ?? {}, { pager: '7' });
    Object.assign(document.contacts[2] ?? {}, { pager: '8' });
    Object.assign(document.embargo, { strict: true });
    const { store, open, text } = await holding(document);
    const { release, version } = await open();
    const [ada, bea, twin] = release.contacts;
    if (ada === undefined || bea === undefined || twin === undefined) throw new Error('no contacts');
    const next: Release = {
      ...release,
      quotes: [...release.quotes].reverse(),
      contacts: [ada, twin, { ...bea, phone: '01632 960999' }],
      embargo: null,
    };
    valueOf(await store.saveRelease(next, version, 'Ada'));
    const saved = JSON.parse(await text()) as typeof document;
    expect(saved.quotes.map((each) => each['mood'])).toEqual([undefined, 'calm']);
    expect((saved.quotes[0]?.['approvals'] as Bag[]).map((each) => each['witness'])).toEqual([undefined, 'Bea']);
    expect(saved.contacts.map((each) => each['pager'])).toEqual([undefined, '8', '7']);
    expect(saved.embargo).toBeNull();
    // Who was taken out takes its fields along.
    const again = await open();
    valueOf(await store.saveRelease({ ...again.release, quotes: [], contacts: [] }, again.version, 'Ada'));
    expect(await text()).not.toMatch(/calm|pager|witness/);
  });

  test('in people.json and newsroom.json are there after a person is saved', async () => {
    const { folder, store, data, reopen } = await holding(FULL);
    const ada = {
      id: 'p-ada-price' as PersonId,
      kind: 'person' as const,
      name: 'Ada Price',
      alsoKnownAs: [],
      roles: [{ title: 'Leader', from: null, to: null }],
      approvalsContact: '',
    };
    valueOf(await store.savePerson(ada, null));
    const file = join(folder, 'people.json');
    const people = JSON.parse(await readFile(file, 'utf8')) as { people: Bag[] };
    Object.assign(people, { sorted: 'by hand' });
    Object.assign(people.people[0] ?? {}, { portrait: 'a.png' });
    await writeFile(file, canonicalJson(people));
    const settings = JSON.parse(await readFile(join(folder, 'newsroom.json'), 'utf8')) as Bag;
    await writeFile(join(folder, 'newsroom.json'), canonicalJson({ ...settings, motto: 'Plainly.' }));
    const again = await reopen();
    valueOf(await again.savePerson({ ...ada, approvalsContact: 'by phone' }, ada));
    valueOf(await again.savePerson({ ...ada, id: 'p-bea-lloyd' as PersonId, name: 'Bea Lloyd' }, null));
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      sorted: 'by hand',
      people: [{ portrait: 'a.png', approvalsContact: 'by phone' }, { name: 'Bea Lloyd' }],
    });
    expect(await readFile(file, 'utf8')).toBe(canonicalAgain(await readFile(file, 'utf8')));
    expect(valueOf(await again.read()).settings.organisation).toBe('Hexley Council');
    expect(data).not.toBe('');
  });
});
