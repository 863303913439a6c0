import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Access } from '../../shared/newsroom/model';
import { newsroomSettings, p, release, releaseId } from '../../shared/testing/builders';
import { openLog } from '../log';
import { nodeFileSystem } from '../newsroom/file-system';
import { createNewsroom, openNewsroom } from '../newsroom/store';
import { faultOf, filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { makeRecovery } from '../recovery/recovery';
import { makeAccess } from './access';

const temporary = temporaryFolders();
const ID = releaseId('r-access01');
const start = release({ id: ID, headline: 'New paths', body: [p('As saved.')] });
const edited = { ...start, body: [p('Typed.')] };

/** A newsroom with one release, and programs on different machines that open it. */
const begin = async () => {
  const top = await temporary();
  const folder = join(top, 'newsroom');
  const made = await createNewsroom(folder, newsroomSettings(), { device: 'desk' });
  const { version } = valueOf(await valueOf(made).addRelease(start, 'created', 'Ada'));
  const program = async (who: string, machine: string) => {
    const own = join(top, machine);
    await mkdir(own);
    const log = openLog(join(own, 'logs'), { echo: false });
    const told: Access[] = [];
    let tick = (): void => {};
    const access = makeAccess({
      who: () => who,
      log,
      fs: nodeFileSystem,
      onChange: (now) => void told.push(now),
      every: (_milliseconds, call) => {
        tick = call;
        return () => {};
      },
      here: { machine, device: machine, pid: 100, boot: '', now: () => new Date(), isAlive: () => true },
    });
    const store = await access.enter(valueOf(await openNewsroom(folder, { device: machine })));
    const recovery = makeRecovery({ folder: join(own, 'recovery'), log, now: () => new Date(), fs: nodeFileSystem });
    return { access, store, recovery, told, tick: () => tick(), kept: () => filesBelow(join(own, 'recovery')) };
  };
  return { folder, version, program };
};

describe('two programs in one newsroom', () => {
  test('the second reads everything and writes nothing', async () => {
    const { program, version, folder } = await begin();
    await program('Ada', 'desk');
    const { store, access } = await program('Ben', 'laptop');
    expect(access.current()).toMatchObject({ kind: 'read', holder: { who: 'Ada', machine: 'desk' }, lost: false });
    const before = await filesBelow(folder);
    expect(valueOf(await store.read()).releases).toHaveLength(1);
    expect(valueOf(await store.openRelease(ID)).release).toEqual(start);
    for (const write of [
      () => store.saveRelease(edited, version, 'Ben'),
      () => store.addRelease(release({ id: releaseId('r-access02') }), 'created', 'Ben'),
      () => store.setState(ID, 'in review', 'Ben'),
      () => store.publish(ID, 'Ben'),
      () => store.nameDraft(ID, 'Draft 1', 'Ben'),
      () => store.keepText(edited, { kind: 'manual', who: 'Ben' }),
    ])
      expect(faultOf<unknown>(await write())).toMatchObject({
        code: 'denied',
        message: 'Ada has this newsroom open on desk, so nothing is saved into it from here.',
      });
    expect(await filesBelow(folder)).toEqual(before);
  });

  test('who loses the newsroom stops saving at once, keeps the words and is told', async () => {
    const { program, version } = await begin();
    const first = await program('Ada', 'desk');
    const second = await program('Ben', 'laptop');
    expect(await second.access.takeOver()).toEqual({ ok: true, value: { kind: 'write' } });
    const refused = faultOf(await first.recovery.save(first.store, edited, version, 'Ada'));
    expect(refused).toMatchObject({ code: 'denied', kept: true });
    expect(refused.message).toMatch(/^Ben has taken this newsroom over on laptop/);
    expect(first.told).toMatchObject([{ kind: 'read', holder: { who: 'Ben' }, lost: true }]);
    expect(Object.keys(await first.kept())).toHaveLength(1);
    expect(valueOf(await second.store.openRelease(ID)).release).toEqual(start);
  });

  test('reading on shows the saved text and leaves the kept words; writing again, they are there', async () => {
    const { program, version } = await begin();
    const first = await program('Ada', 'desk');
    const second = await program('Ben', 'laptop');
    await second.access.takeOver();
    await first.recovery.save(first.store, edited, version, 'Ada');
    const read = valueOf(await first.recovery.open(first.store, ID, 'Ada'));
    expect(read).toMatchObject({ release: start, recovery: { outcome: 'waiting' } });
    expect(Object.keys(await first.kept())).toHaveLength(1);

    await second.access.leave();
    valueOf(await first.access.takeOver());
    const again = valueOf(await first.recovery.open(first.store, ID, 'Ada'));
    expect(again).toMatchObject({ release: edited, recovery: { outcome: 'continued' } });
    expect(await first.kept()).toEqual({});
  });

  test('where both wrote, neither text is lost', async () => {
    const { program, version } = await begin();
    const first = await program('Ada', 'desk');
    const second = await program('Ben', 'laptop');
    await second.access.takeOver();
    await first.recovery.save(first.store, edited, version, 'Ada');
    const theirs = { ...start, body: [p('Written by Ben.')] };
    valueOf(await second.recovery.save(second.store, theirs, version, 'Ben'));
    await second.recovery.settled();
    valueOf(await first.access.takeOver());
    const opened = valueOf(await first.recovery.open(first.store, ID, 'Ada'));
    expect(opened).toMatchObject({ release: theirs, recovery: { outcome: 'diverged' } });
    const kept = opened.recovery?.version;
    expect(kept && valueOf(await first.store.version(ID, kept))).toEqual(edited);
  });

  test('a reader is told when the newsroom comes free, and when somebody opens it again', async () => {
    const { program } = await begin();
    const first = await program('Ada', 'desk');
    const second = await program('Ben', 'laptop');
    await first.access.leave();
    second.tick();
    await expect.poll(() => second.told).toEqual([{ kind: 'read', holder: null, lost: false }]);
    second.tick();
    await program('Cat', 'attic');
    second.tick();
    await expect.poll(() => second.told.at(-1)).toMatchObject({ kind: 'read', holder: { who: 'Cat' } });
    expect(second.told).toHaveLength(2);
  });

  test('opening the same newsroom once more in one program gives it back first', async () => {
    const { program, folder } = await begin();
    const { access } = await program('Ada', 'desk');
    await access.enter(valueOf(await openNewsroom(folder, { device: 'desk' })));
    expect(access.current()).toEqual({ kind: 'write' });
  });
});

test('what is being written when the newsroom is left has landed once it has settled', async () => {
  const { program } = await begin();
  const { store } = await program('Ada', 'desk');
  let landed = false;
  const naming = store.nameDraft(ID, 'Draft 1', 'Ada').then((named) => {
    landed = named.ok;
  });
  await store.settled();
  expect(landed).toBe(true);
  await naming;
});
