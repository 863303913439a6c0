import { describe, expect, test } from 'vitest';
import { quoteDigest } from '../../shared/quotes/approval';
import { resolveQuotes } from '../../shared/quotes/resolve';
import type { Release } from '../../shared/release/model';
import { makeSheet } from '../../shared/sheets/sheet';
import { p, speaker, storedQuote } from '../../shared/testing/builders';
import { FIRST, ID, kindsOf, newDesk, saveText } from '../newsroom/testing-desk';
import { faultOf, temporaryFolders, valueOf } from '../newsroom/testing';
import { composeSheet, noteSheet } from './compose';

const folder = temporaryFolders();
const TEXT = 'Nia Prosser said: “We start today.”';
const quoted: Release = {
  ...FIRST,
  body: [p(TEXT)],
  quotes: [storedQuote('q-00000001', [[0, 18, 35]], { speaker: speaker('Nia Prosser', { role: 'Chair' }) })],
};
const KEY = 'name:Nia Prosser';
const digest = quoteDigest('“We start today.”', 'Nia Prosser', 'Chair');

const desk = async () => {
  const { store, reopen } = await newDesk(await folder());
  await saveText(store, quoted);
  const shown = await composeSheet(store, { release: ID, speaker: KEY, codes: [] });
  expect(faultOf(shown).code).toBe('conflict');
  return { store, reopen };
};
/** The code as the page works it out from the same text. */
const codeOf = async (store: Awaited<ReturnType<typeof desk>>['store']): Promise<string> => {
  const { release } = valueOf(await store.openRelease(ID));
  const quotes = resolveQuotes(release, { people: [], approvals: 'persons' });
  const made = makeSheet({ release, quotes, people: [], organisation: '', zone: 'UTC', issued: [] }, KEY);
  return valueOf(made).quotes[0]?.printed ?? '';
};

describe('a sheet that is issued', () => {
  test('is made from what is saved, and noted with its digests, who issued it, and to whom', async () => {
    const { store, reopen } = await desk();
    const composed = valueOf(await composeSheet(store, { release: ID, speaker: KEY, codes: [await codeOf(store)] }));
    expect(composed.sheet).toMatchObject({ organisation: 'Hexley Council', speaker: 'Nia Prosser' });
    valueOf(await noteSheet(store, composed, { to: 'Private office', form: 'pdf', who: 'Ada' }));
    const line = valueOf(await (await reopen()).versions(ID)).at(-1);
    expect(line).toMatchObject({
      kind: 'sheet',
      who: 'Ada',
      note: 'Nia Prosser, 1 quote, as PDF, for Private office',
      sheet: { to: 'Private office', form: 'pdf', quotes: [{ quote: 'q-00000001', digest }] },
    });
  });

  test('says until when the published text is held, also where a change takes that away', async () => {
    const { store } = await newDesk(await folder());
    const embargo = { instant: '2026-11-28T09:00:00.000Z', zone: 'Europe/London' };
    await saveText(store, { ...quoted, embargo });
    valueOf(await store.publish(ID, 'Ada'));
    valueOf(await store.beginChange(ID, { kind: 'minor', note: '' }, 'Ada'));
    await saveText(store, { ...quoted, embargo: null });
    const composed = valueOf(await composeSheet(store, { release: ID, speaker: KEY, codes: [await codeOf(store)] }));
    expect(composed.sheet.embargo).toEqual(embargo);
  });

  test('names a version that holds the words it was made from, also when the text has gone on', async () => {
    const { store } = await desk();
    const composed = valueOf(await composeSheet(store, { release: ID, speaker: KEY, codes: [await codeOf(store)] }));
    await saveText(store, { ...quoted, headline: 'Later' });
    valueOf(await noteSheet(store, composed, { to: '', form: 'print', who: 'Ada' }));
    const line = valueOf(await store.versions(ID)).find(({ kind }) => kind === 'sheet');
    const text = line === undefined ? null : valueOf(await store.version(ID, line.object));
    expect(text?.body).toEqual([p(TEXT)]);
    expect(text?.headline).toBe(FIRST.headline);
    expect(valueOf(await store.openRelease(ID)).release.headline).toBe('Later');
  });

  test('is refused where the page showed other words than are saved, and nothing is noted', async () => {
    const { store } = await desk();
    const codes = [await codeOf(store)];
    const changed = TEXT.replace('start', 'begin');
    await saveText(store, { ...quoted, body: [p(changed)] });
    const before = await kindsOf(store);
    expect(faultOf(await composeSheet(store, { release: ID, speaker: KEY, codes })).code).toBe('conflict');
    expect(await kindsOf(store)).toEqual(before);
  });
});
