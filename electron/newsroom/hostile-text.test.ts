import { existsSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Release } from '../../shared/release/model';
import { p } from '../../shared/testing/builders';
import { examine } from './doctor';
import { createNewsroom, openNewsroom } from './store';
import { FIRST, ID, newDesk, saveText } from './testing-desk';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();

/** Texts that other programs lose, change or stumble over. */
const TEXTS: Readonly<Record<string, string>> = {
  'bidirectional controls': '\u202Edrawkcab\u202C \u2067\u0645\u0631\u062D\u0628\u0627\u2069 \u200F\u061C',
  'a lone high surrogate': 'before \uD83D after',
  'a lone low surrogate': '\uDE00 at the start',
  'surrogates the wrong way round': '\uDE00\uD83D',
  NUL: 'a\u0000b',
  'other controls': '\u0001\u0007\u0008\u000B\u000C\u001B[31m\u007F\u0085\u009F',
  'line ends of all kinds': 'a\r\nb\rc\u2028d\u2029e',
  'a byte order mark': '\uFEFFfirst',
  'no character at all': '\uFFFE\uFFFF',
  emoji: '👩🏽‍🚒 🏴󠁧󠁢󠁷󠁬󠁳󠁿 1️⃣ ❤️‍🔥',
  'letters with their accents apart': 'Cafe\u0301 Tŷ Mo\u0302n A\u030A',
  'accents in both orders': 'q\u0307\u0323 q\u0323\u0307',
  'many marks on one letter': `Z${'\u0300\u0335\u0489'.repeat(300)}`,
  'a line of a million characters': 'long line '.repeat(100_000),
  'what looks like our own files': '"}],"format":99,"id":"r-other"}\n{"seq":1}\n../../newsroom.json',
  'what looks like a program': '<script>alert(1)</script>{{x}}${x}%s%n$(rm)',
};

describe.each(Object.entries(TEXTS))('%s', (_, text) => {
  const hostile: Release = {
    ...FIRST,
    headline: text,
    standfirst: text,
    reference: text,
    dateline: { place: text, date: '2026-11-24' },
    topics: [text],
    body: [p(text), p({ text, bold: true }, 'plain')],
    notes: [p(text)],
    contacts: [{ name: text, role: text, phone: text, email: text, mediaOnly: true }],
  };

  test('comes back exactly from the file, from the history, and from a version brought back', async () => {
    const { store, reopen, time, folder, version } = await newDesk(await temporary());
    time.pass(60);
    await saveText(store, hostile);
    const name = text.slice(0, 120).trim() || 'Draft';
    const draft = valueOf(await store.nameDraft(ID, name, text.slice(0, 60) || 'Ada'));
    await store.settled();

    const again = await reopen();
    expect(valueOf(await again.openRelease(ID)).release).toEqual(hostile);
    expect(valueOf(await again.version(ID, draft.object))).toEqual(hostile);
    expect(valueOf(await again.versions(ID)).at(-1)).toMatchObject({ kind: 'draft', name });
    valueOf(await again.restore(ID, version, 'Ada'));
    const restored = valueOf(await again.restore(ID, draft.object, 'Ada')).release;
    expect(restored.body).toEqual(hostile.body);
    expect(valueOf(await (await reopen()).openRelease(ID)).release).toEqual(restored);
    expect(valueOf(await again.read()).unreadable).toEqual([]);
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);
  });

  test('as the headline of a new release gives a folder that every system can hold', async () => {
    const { store, folder, time } = await newDesk(await temporary());
    const made = { ...hostile, id: 'r-hostile001' as typeof ID };
    valueOf(await store.addRelease(made, 'created', 'Ada'));
    for (const path of Object.keys(await filesBelow(folder))) {
      expect(path.length).toBeLessThanOrEqual(200);
      expect(path).toMatch(/^[A-Za-z0-9._/-]+$/);
    }
    expect(valueOf(await store.openRelease(made.id)).release).toEqual(made);
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);
  });
});

/* A list of strings that break programs, where the folder with it lies beside the checkout. */
const LIST = join(import.meta.dirname, '../../../shared/data/hostile/naughty-strings.json');
const isListThere = existsSync(LIST);
if (!isListThere) process.stderr.write(`Skipped: strings that break programs, since ${LIST} is not there.\n`);

test.runIf(isListThere)('strings that break programs come back exactly, each as a headline and in a text', async () => {
  const { cases } = JSON.parse(readFileSync(LIST, 'utf8')) as { readonly cases: readonly string[] };
  expect(cases.length).toBeGreaterThan(100);
  const { store, reopen, time, folder } = await newDesk(await temporary());
  // One release with all of them, each a paragraph of its own; then each as a headline, which a folder's name is made of.
  const all: Release = { ...FIRST, body: cases.map((text) => p(text)), notes: cases.map((text) => p(text)) };
  await saveText(store, all);
  const draft = valueOf(await store.nameDraft(ID, 'All of them', 'Ada'));
  const again = await reopen();
  expect(valueOf(await again.openRelease(ID)).release).toEqual(all);
  expect(valueOf(await again.version(ID, draft.object))).toEqual(all);
  for (const [index, headline] of cases.entries()) {
    if (index % 20 !== 0) continue;
    const made: Release = { ...FIRST, id: `r-naughty${String(index).padStart(4, '0')}` as typeof ID, headline };
    valueOf(await again.addRelease(made, 'created', 'Ada'));
    expect(valueOf(await (await reopen()).openRelease(made.id)).release).toEqual(made);
  }
  expect((await examine(folder, { now: time.now })).findings).toEqual([]);
});

describe('a clock that is set back', () => {
  test('loses no version, keeps the order, and thins nothing that is younger than it seems', async () => {
    const { store, reopen, time, folder } = await newDesk(await temporary());
    const texts = ['Two.', 'Three.', 'Four.'];
    // Minus forty days at each turn, as a computer whose battery failed.
    for (const text of texts) {
      time.pass(60 - 40 * 86_400);
      await saveText(store, { ...FIRST, body: [p(text)] });
      valueOf(await store.nameDraft(ID, text, 'Ada'));
    }
    await store.settled();
    const again = await reopen();
    valueOf(await again.thin());
    expect(valueOf(await again.openRelease(ID)).release.body).toEqual([p('Four.')]);
    const drafts = valueOf(await again.versions(ID)).filter(({ kind }) => kind === 'draft');
    expect(drafts.map(({ name }) => name)).toEqual(texts);
    for (const { object, name } of drafts) expect(valueOf(await again.version(ID, object)).body).toEqual([p(name)]);
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);
    expect(valueOf(await again.checkHistory())).toEqual([]);
  });
});

describe('a newsroom of which only half was copied', () => {
  const SETTINGS_ASIDE = 'newsroom.json';
  test('without its settings is refused, and what is there is not touched', async () => {
    const desk = await newDesk(await temporary());
    const half = await desk.copy(await temporary());
    await rename(join(half.folder, SETTINGS_ASIDE), join(half.folder, '..', SETTINGS_ASIDE));
    const before = await filesBelow(half.folder);
    expect(faultOf(await openNewsroom(half.folder, half.options)).code).toBe('no-newsroom');
    expect(faultOf(await createNewsroom(half.folder, {} as never, half.options)).code).toBe('not-empty');
    expect(await filesBelow(half.folder)).toEqual(before);
  });

  test('opens with what is whole, names what is not, and a copy that then arrives is taken as it comes', async () => {
    const desk = await newDesk(await temporary());
    valueOf(await desk.store.addRelease({ ...FIRST, id: 'r-second0001' as typeof ID }, 'created', 'Ada'));
    const whole = await filesBelow(desk.folder);
    // Any file may be the one under way when the copying stopped: it is not there, and nothing after it is.
    const paths = Object.keys(whole).filter((path) => path.startsWith('releases/'));
    for (const missing of paths) {
      const half = await desk.copy(await temporary());
      const away = join(half.folder, '..', 'away');
      await rename(join(half.folder, missing), away);
      const store = await half.reopen();
      const list = valueOf(await store.read());
      const isText = missing.endsWith('release.json');
      expect(list.releases, missing).toHaveLength(isText ? 1 : 2);
      expect(list.unreadable, missing).toHaveLength(isText ? 1 : 0);
      await rename(away, join(half.folder, missing));
      const complete = valueOf(await store.read());
      expect(complete.releases, missing).toHaveLength(2);
      expect(complete.unreadable, missing).toEqual([]);
      expect(await filesBelow(half.folder), missing).toEqual(whole);
    }
  });
});
