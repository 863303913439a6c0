import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RemovalState } from '../../shared/removal/model';
import { makeBackups } from '../backup/backups';
import { examine } from '../newsroom/doctor';
import { nodeFileSystem as fs } from '../newsroom/file-system';
import { filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { ID, edited, newDesk, saveText } from '../newsroom/testing-desk';
import { makeRecovery } from '../recovery/recovery';
import { makeRemovals } from './removals';

const temporary = temporaryFolders();
const SECRET = 'The harbour master sold seven rusted cranes to a cousin of the mayor';
const ASKED = { by: 'Ben', reason: 'A court order of 3 November' };

test('a removed release stays erased where another computer, which did not know, brings words of it back', async () => {
  const desk = await newDesk(await temporary());
  const { folder, data, store, time } = desk;
  await saveText(store, edited(`${SECRET}.`));
  valueOf(await store.publish(ID, 'Ada'));
  const states: RemovalState[] = [];
  const log = { info: () => {}, fault: () => {}, file: '' };
  const recovery = makeRecovery({ folder: join(data, 'recovery'), log, now: time.now, fs });
  const quiet = { mayWrite: () => true, onState: () => {} };
  const backups = makeBackups({ data, log, now: time.now, after: time.after, fs, ...quiet });
  const removals = makeRemovals({ data, recovery, backups, log, fs, onState: (state) => void states.push(state) });

  const own = await desk.place();
  const theirs = join(await temporary(), 'theirs');
  await cp(own, theirs, { recursive: true });
  valueOf(await removals.remove(store, ID, ASKED));
  await cp(join(theirs, 'release.json'), join(await desk.place(), 'release-DESK-7.json'));
  await cp(theirs, own, { recursive: true });

  // Nothing of it is shown or goes out, and doctor says what becomes of it.
  const next = await desk.reopen();
  const read = valueOf(await next.read());
  expect(read.releases).toMatchObject([{ id: ID, state: 'removed', headline: '' }]);
  expect(valueOf(await next.contents()).published.map(({ current }) => current.state)).toEqual(['removed']);
  const message = expect.stringContaining('It is erased too as the newsroom is opened next') as string;
  expect((await examine(folder)).findings).toContainEqual(expect.objectContaining({ code: 'duplicate-id', message }));

  expect(await removals.finish(next, read)).toMatchObject([
    { message: expect.stringContaining('had come back from another computer. That was erased too') as string },
  ]);
  await removals.settled();
  expect(states.at(-1)).toMatchObject({ kind: 'done', report: { found: [] } });
  expect(JSON.stringify(await filesBelow(join(folder, '..')))).not.toContain('rusted cranes');
  expect(await readdir(join(folder, 'releases', '2026'))).toEqual([`2026-11-22-removed--${ID}`]);
  expect((await examine(folder)).findings).toEqual([]);
  expect(valueOf(await next.contents())).toMatchObject({ unreadable: [] });
  // And there is an end to it.
  expect(await removals.finish(next, valueOf(await next.read()))).toEqual([]);
  await removals.settled();
});

test('what was put aside of a release in the trash is erased with it', async () => {
  const desk = await newDesk(await temporary());
  const { folder, store } = desk;
  await saveText(store, edited(`${SECRET}.`));
  valueOf(await store.publish(ID, 'Ada'));
  await cp(await desk.place(), join(folder, 'trash', 'quarantine', `2026-11-22-new--${ID}`), { recursive: true });
  valueOf(await store.remove(ID, ASKED));
  expect(JSON.stringify(await filesBelow(folder))).not.toContain('rusted cranes');
});
