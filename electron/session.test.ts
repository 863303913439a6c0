import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importText } from '../shared/import/text';
import { newsroomSettings } from '../shared/testing/builders';
import { type Fault, fault } from '../shared/fault';
import { releaseId } from '../shared/release/id';
import { type Result, failed, ok } from '../shared/result';
import { openLog } from './log';
import { createNewsroom, openNewsroom } from './newsroom/store';
import { createSession } from './session';
import { firstSettings, type Settings } from './settings/model';
import type { SettingsStore } from './settings/store';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'standfirst-session-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Settings as they are kept, without the file. */
const settingsInMemory = (): SettingsStore => {
  let current: Settings = firstSettings('0123456789abcdef');
  return {
    get: () => current,
    change: (part) => void (current = { ...current, ...part }),
    settled: async () => undefined,
  };
};
const begin = (leave: () => Promise<Result<null, Fault>> = async () => ok(null)) => {
  const settings = settingsInMemory();
  const session = createSession(settings, openLog(path.join(folder, 'logs'), { echo: false }), {
    leave,
    enter: async (store) => store,
    mend: async () => [],
  });
  const make = (name: string) =>
    createNewsroom(path.join(folder, name), newsroomSettings({ organisation: name }), { device: 'desk' });
  const open = (name: string) => openNewsroom(path.join(folder, name), { device: 'desk' });
  return { settings, session, make, open };
};
const openFolder = (session: ReturnType<typeof createSession>) => {
  const store = session.current();
  return store.ok ? path.basename(store.value.folder) : store.fault.code;
};

describe('a session', () => {
  test('has no newsroom at first, and says so', () => {
    expect(openFolder(begin().session)).toBe('no-newsroom');
  });

  test('stays where it is while a window of it may not be left', async () => {
    let mayLeave = true;
    const { session, settings, make } = begin(async () =>
      mayLeave ? ok(null) : failed(fault('refused', 'Not saved in another window.')),
    );
    await session.enter(make('a'));
    mayLeave = false;
    expect(await session.enter(make('b'))).toMatchObject({ ok: false, fault: { code: 'refused' } });
    expect(openFolder(session)).toBe('a');
    expect(settings.get().recent.map(({ organisation }) => organisation)).toEqual(['a']);
  });

  test('remembers the newsrooms it entered, newest first', async () => {
    const { session, settings, make } = begin();
    await session.enter(make('a'));
    await session.enter(make('b'));
    expect(openFolder(session)).toBe('b');
    expect(settings.get().recent.map(({ organisation }) => organisation)).toEqual(['b', 'a']);
  });

  test('stays where it is when another newsroom does not open', async () => {
    const { session, settings, make, open } = begin();
    await session.enter(make('a'));
    const entered = await session.enter(open('nowhere'));
    expect(entered.ok).toBe(false);
    expect(openFolder(session)).toBe('a');
    expect(settings.get().recent).toHaveLength(1);
  });

  test('keeps the fault of an opening that the page did not ask for, until one opens', async () => {
    const { session, make, open } = begin();
    void session.enterUnasked(open('nowhere'));
    await session.started();
    expect(session.takeStartFault()?.code).toBe('no-newsroom');
    await session.enter(make('a'));
    expect(session.takeStartFault()).toBeNull();
  });

  test('gives the newsroom as it was read at the opening once, and not for another one', async () => {
    const { session, make } = begin();
    void session.enterUnasked(make('a'));
    expect((await session.started())?.settings.organisation).toBe('a');
    expect(await session.started()).toBeNull();
    await session.enterUnasked(make('b'));
    await session.enter(make('c'));
    expect(await session.started()).toBeNull();
  });

  test('forgets an import that was shown in another newsroom', async () => {
    const { session, make } = begin();
    await session.enter(make('a'));
    const id = releaseId(new Uint8Array(12));
    session.preview.set(importText('One line.', { fileName: 'a.txt', id, language: 'en-GB' }));
    await session.enter(make('b'));
    expect(session.preview.get()).toBeNull();
  });
});
