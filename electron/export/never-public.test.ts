import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Release } from '../../shared/release/model';
import { p } from '../../shared/testing/builders';
import { filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { ID, newDesk } from '../newsroom/testing-desk';
import { exportBundle } from './export-bundle';

/* What never was public, though its release was published: nothing of it gets out later on. */

const temporary = temporaryFolders();
const DAY = 86_400;
const until = (day: string) => ({ instant: `2026-${day}T09:00:00.000Z`, zone: 'Europe/London' });
const TEXT = { headline: 'Jane Roe resigns', standfirst: 'S.', body: [p('Jane Roe is the suspect.')] };
/** A release of Jane Roe, published on 22 November 09:00 under an embargo. */
const scheduled = async (day: string, text: Partial<Release> = TEXT) => {
  const { store, time, folder } = await newDesk(await temporary());
  const save = async (change: Partial<Release>) => {
    const { release: open, version } = valueOf(await store.openRelease(ID));
    valueOf(await store.saveRelease({ ...open, ...change }, version, 'Ada'));
  };
  /** The files of a bundle made now in which, or in whose path, she is named. */
  const naming = async (handover = false) => {
    const out = path.join(await temporary(), 'bundle');
    const now = time.now();
    const contents = valueOf(await store.contents());
    const report = valueOf(await exportBundle({ newsroom: folder, contents, out, asOf: now.toISOString(), preview: false, plan: false, handover, now: now.getTime() })); // prettier-ignore
    const found: string[] = [];
    for (const name of report.written ? Object.keys(await filesBelow(out)) : [])
      if (/jane[ -]roe/i.test(name + (await readFile(path.join(out, name), 'utf8')))) found.push(name);
    return found;
  };
  const correct = async (note: string, change: Partial<Release>, more = {}) => {
    valueOf(await store.beginChange(ID, { kind: 'corrected', note, ...more }, 'Ada'));
    await save(change);
    valueOf(await store.publishChange(ID, 'Ada'));
    time.pass(60);
  };
  await save({ ...text, embargo: until(day) });
  valueOf(await store.publish(ID, 'Ada'));
  time.pass(DAY);
  const minor = async (change: Partial<Release>) => {
    valueOf(await store.beginChange(ID, { kind: 'minor', note: '' }, 'Ada'));
    await save(change);
    valueOf(await store.publishChange(ID, 'Ada'));
    time.pass(60);
  };
  return { store, time, save, naming, correct, minor };
};
const CLEAN = { headline: 'The bridge', body: [p('Nobody is the suspect.')] };

test('withdrawn before its embargo ended, removed after it: its address stays untold', async () => {
  const { store, time, naming } = await scheduled('11-25');
  valueOf(await store.withdraw(ID, 'Not true.', 'Ada')); // 23rd
  time.pass(5 * DAY);
  expect(await naming()).toEqual([]);
  valueOf(await store.remove(ID, { by: 'Ada', reason: 'A court ordered it.' })); // 28th
  time.pass(60);
  expect(await naming()).toEqual([]);
});

test('removed under embargo, with a change open that has none: its address stays untold', async () => {
  const { store, time, save, naming } = await scheduled('12-25');
  valueOf(await store.beginChange(ID, { kind: 'corrected', note: 'x' }, 'Ada'));
  await save({ embargo: null });
  expect(await naming()).toEqual([]);
  valueOf(await store.remove(ID, { by: 'Ada', reason: 'A court ordered it.' }));
  time.pass(60);
  expect(await naming()).toEqual([]);
});

test('the note on a correction from before it was public stays untold once a later text has no embargo', async () => {
  const { time, naming, correct, store } = await scheduled('11-25');
  valueOf(await store.changeAddress(ID, 'bridge', 'Ada'));
  await correct('We had named Jane Roe.', CLEAN, { withoutEarlier: true }); // 23rd
  time.pass(3 * DAY);
  expect(await naming()).toEqual([]); // public, and the note is not told
  await correct('A date was wrong.', { embargo: null }); // 26th
  expect(await naming()).toEqual([]);
});

test.each(['corrected', 'minor'] as const)(
  'a wording held back since, by a change begun as %s, is no earlier wording',
  async (kind) => {
    const { store, time, save, naming } = await scheduled('11-25');
    valueOf(await store.changeAddress(ID, 'bridge', 'Ada'));
    const begin = async (kind: 'corrected' | 'minor') =>
      valueOf(await store.beginChange(ID, { kind, note: 'A name was wrong.' }, 'Ada'));
    await begin(kind); // 23rd
    await save({ embargo: until('12-20') });
    time.pass(4 * DAY);
    expect(await naming()).toEqual([]); // 27th
    if (kind === 'minor') await begin('corrected');
    await save({ ...CLEAN, embargo: null });
    valueOf(await store.publishChange(ID, 'Ada'));
    time.pass(60);
    expect(await naming()).toEqual([]);
  },
);

test('the handover does not tell the note on a correction from before it was public', async () => {
  const { time, naming, correct, store } = await scheduled('11-25');
  valueOf(await store.changeAddress(ID, 'bridge', 'Ada'));
  await correct('We had named Jane Roe.', CLEAN, { withoutEarlier: true });
  time.pass(3 * DAY);
  expect((await naming(true)).filter((name) => !name.includes('sources/'))).toEqual([]);
});

test.each([
  [false, false],
  [true, false],
  [false, true],
])(
  'the note on a correction that was itself held back, and never was public, stays untold (handover: %s, a minor change between: %s)',
  async (handover, hasMinor) => {
    const { time, naming, correct, minor } = await scheduled('11-20', {
      headline: 'The bridge',
      standfirst: 'S.',
      body: [p('One.')],
    });
    await correct('Jane Roe resigns.', { embargo: until('12-20') }); // 23rd
    if (hasMinor) await minor({ body: [p('One and all.')] });
    await correct('A date was wrong.', { ...CLEAN, embargo: null });
    time.pass(DAY);
    expect((await naming(handover)).filter((name) => !name.includes('sources/'))).toEqual([]);
  },
);

test('readers are told of the correction that took its place, and have what they read before both', async () => {
  const told = { headline: 'The bridge', standfirst: 'S.', body: [p('Jane Roe opens it.')] };
  const { time, naming, correct } = await scheduled('11-20', told);
  await correct('It is not Jane Roe.', { embargo: until('12-20'), body: [p('Ann Poe opens it.')] }); // 23rd
  await correct('Jane Roe has nothing to do with it.', { ...CLEAN, embargo: null });
  time.pass(DAY);
  const files = await naming();
  expect(files).toContain('data/corrections.html');
  expect(files.filter((name) => name.startsWith('data/earlier/'))).toEqual([
    'data/earlier/news/2026/11/the-bridge/1.html',
  ]);
});

test('the wording that was public until a correction is there, also where that was begun before it was', async () => {
  const { store, time, save, naming } = await scheduled('11-25');
  valueOf(await store.beginChange(ID, { kind: 'corrected', note: 'A name was wrong.' }, 'Ada'));
  await save(CLEAN);
  time.pass(3 * DAY);
  expect(await naming()).not.toEqual([]);
  valueOf(await store.publishChange(ID, 'Ada'));
  time.pass(60);
  const earlier = /^data\/earlier\/news\/2026\/11\/[^/]+\/1\.html$/;
  expect((await naming()).filter((name) => earlier.test(name))).toHaveLength(1);
});
