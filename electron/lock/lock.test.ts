import { WEEK_STORIES } from '../../shared/sample/stories';
import { mkdir, readFile, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examine } from '../newsroom/doctor';
import { nodeFileSystem } from '../newsroom/file-system';
import { makeSample } from '../newsroom/sample';
import { temporaryFolders, troubledFileSystem, valueOf } from '../newsroom/testing';
import { makeLock, type LockParts } from './lock';
import { LOCK_FILE, bootOf, isProcessAlive } from './lock-file';

const temporary = temporaryFolders();
const START = Date.parse('2026-11-22T14:00:00.000Z');
const MINUTE = 60_000;

/** A newsroom as far as a lock knows one, programs that open it, and a clock for all. */
const begin = async () => {
  const newsroom = join(await temporary(), 'newsroom');
  await mkdir(newsroom);
  await writeFile(join(newsroom, 'newsroom.json'), '{}');
  let ms = START;
  const dead = new Set<number>();
  const logged: string[] = [];
  let count = 0;
  const program = (who: string, machine: string, more: Partial<LockParts> = {}) => {
    count += 1;
    return makeLock({
      newsroom,
      who: () => who,
      machine,
      device: '',
      pid: 100 + count,
      boot: '',
      token: `token ${count}`,
      now: () => new Date(ms),
      isAlive: (pid) => !dead.has(pid),
      fs: nodeFileSystem,
      log: (what) => void logged.push(what),
      ...more,
    });
  };
  const file = join(newsroom, LOCK_FILE);
  return {
    newsroom,
    file,
    program,
    logged,
    dies: (pid: number) => void dead.add(pid),
    pass: (time: number) => void (ms += time),
    /** The file's own time, which the system sets, becomes the one of our clock. */
    stamp: () => utimes(file, new Date(ms), new Date(ms)),
    text: async () => JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>,
  };
};
const WRITE = { kind: 'write' };
const reads = (who: string, machine: string, lost = false) => ({
  kind: 'read',
  holder: { who, machine, since: '2026-11-22T14:00:00.000Z' },
  lost,
});

describe('the lock of a newsroom', () => {
  test('is had by the first, and says who has it', async () => {
    const { program, text } = await begin();
    expect(await program('Ada', 'desk').open()).toEqual(WRITE);
    expect(await text()).toEqual({
      format: 1,
      who: 'Ada',
      machine: 'desk',
      device: '',
      pid: 101,
      boot: '',
      since: '2026-11-22T14:00:00.000Z',
      heartbeat: '2026-11-22T14:00:00.000Z',
      token: 'token 1',
    });
  });

  test.each(['desk', 'laptop'])('lets a second on %s read, and says who writes since when', async (machine) => {
    const { program, pass } = await begin();
    await program('Ada', 'desk').open();
    pass(MINUTE);
    expect(await program('Ben', machine).open()).toEqual(reads('Ada', 'desk'));
  });

  test('gets the writer’s name as soon as that is said', async () => {
    const { program, text } = await begin();
    let name = '';
    const first = program('', 'desk', { who: () => name });
    await first.open();
    name = 'Ada';
    await first.check();
    expect((await text())['who']).toBe('Ada');
  });

  test('is had by one alone when two open at once', async () => {
    const { program } = await begin();
    const opened = await Promise.all([program('Ada', 'desk').open(), program('Ben', 'laptop').open()]);
    expect(opened.map(({ kind }) => kind).sort()).toEqual(['read', 'write']);
  });

  test.each([
    ['a newsroom that nobody has open', false],
    ['one whose last program ended without closing it', true],
  ])('is had by one alone of a hundred that open %s at once', async (_, isLeft) => {
    const { program, dies, text } = await begin();
    if (isLeft) {
      await program('Ada Clerk', 'desk').open();
      dies(101);
    }
    const all = Array.from({ length: 100 }, (__, index) => program(`Writer ${String(index)}`, 'desk'));
    const states = await Promise.all(all.map((each) => each.open()));
    // Of all that thought they had it at some moment, one is still sure at its next look.
    const after = await Promise.all(all.map((each) => each.check()));
    const writers = after.flatMap(({ kind }, index) => (kind === 'write' ? [index] : []));
    expect(writers).toHaveLength(1);
    expect((await text())['who']).toBe(`Writer ${String(writers[0])}`);
    expect(states.filter(({ kind }) => kind === 'write')).toHaveLength(1);
  });
  test('is gone when the newsroom is closed, and free for the next', async () => {
    const { program, newsroom } = await begin();
    const first = program('Ada', 'desk');
    await first.open();
    await first.close();
    expect(await readdir(newsroom)).toEqual(['newsroom.json']);
    expect(await program('Ben', 'laptop').open()).toEqual(WRITE);
  });

  test('can be taken over, and the first finds out at its next look', async () => {
    const { program, logged } = await begin();
    const [first, second] = [program('Ada', 'desk'), program('Ben', 'laptop')];
    await first.open();
    await second.open();
    expect(await second.takeOver()).toEqual(WRITE);
    expect(await first.check()).toEqual(reads('Ben', 'laptop', true));
    expect(logged).toEqual(['lock taken over', 'lock lost']);
    // Neither its sign of life nor its end touches what is another's now.
    await first.beat();
    await first.close();
    expect(await second.check()).toEqual(WRITE);
  });

  test('can be taken back', async () => {
    const { program } = await begin();
    const [first, second] = [program('Ada', 'desk'), program('Ben', 'laptop')];
    await first.open();
    await second.takeOver();
    await first.check();
    expect(await first.takeOver()).toEqual(WRITE);
    expect((await second.check()).kind).toBe('read');
  });

  test('that came free is said to be, and waits for the writer’s word', async () => {
    const { program } = await begin();
    const [first, second] = [program('Ada', 'desk'), program('Ben', 'laptop')];
    await first.open();
    await second.open();
    await first.close();
    expect(await second.check()).toEqual({ kind: 'read', holder: null, lost: false });
    expect(await second.takeOver()).toEqual(WRITE);
  });
});

describe('a stale lock', () => {
  test('of a process of this machine that has ended is taken over silently, with a line in the log', async () => {
    const { program, dies, logged } = await begin();
    await program('Ada', 'desk').open();
    dies(101);
    const next = program('Ben', 'desk');
    expect(await next.open()).toEqual(WRITE);
    expect(next.wasLeft()).toBe(true);
    expect(logged).toEqual(['stale lock taken over']);
  });

  test('is none where the newsroom was given back', async () => {
    const { program } = await begin();
    const first = program('Ada', 'desk');
    await first.open();
    await first.close();
    const next = program('Ben', 'desk');
    await next.open();
    expect(next.wasLeft()).toBe(false);
  });

  test('of this very process number is left from an earlier one', async () => {
    const { program } = await begin();
    await program('Ada', 'desk').open();
    expect(await program('Ada', 'desk', { pid: 101 }).open()).toEqual(WRITE);
  });

  test('of another machine that has the same name binds, although no such process runs here', async () => {
    const { program, dies, pass, stamp } = await begin();
    await program('Ada', 'MacBook-Pro', { device: 'aaaa', boot: 'one' }).open();
    dies(101);
    const others = [
      { device: 'bbbb', boot: 'two' },
      { device: 'bbbb', boot: '' },
      { device: '', boot: 'two' }, // the command line, which knows no device
      { device: 'bbbb', boot: 'two', pid: 101 },
    ];
    for (const other of others) expect((await program('Ben', 'MacBook-Pro', other).open()).kind).toBe('read');
    await stamp();
    pass(5 * MINUTE + 1);
    expect(await program('Ben', 'MacBook-Pro', others[0]).open()).toEqual(WRITE);
  });

  test('of this machine before it was started again is none, whoever has the number of its process now', async () => {
    const { program, logged } = await begin();
    await program('Ada', 'desk', { device: 'aaaa', boot: 'before' }).open();
    const next = program('Ada', 'desk', { device: 'aaaa', boot: 'after' });
    expect(await next.open()).toEqual(WRITE);
    expect(next.wasLeft()).toBe(true);
    expect(logged).toEqual(['stale lock taken over']);
  });

  test('of one run of the machine is its process’s, whichever copy of the program wrote it', async () => {
    const { program, dies } = await begin();
    await program('Ada', 'desk', { device: 'aaaa', boot: 'one' }).open();
    expect((await program('Ada', 'desk', { device: '', boot: 'one' }).open()).kind).toBe('read');
    dies(101);
    expect(await program('Ada', 'desk', { device: '', boot: 'one' }).open()).toEqual(WRITE);
  });

  test('of an earlier Standfirst, which wrote neither device nor run, is judged by its process as it was', async () => {
    const { program, file, dies, text } = await begin();
    await program('Ada', 'desk', { device: 'aaaa', boot: 'one' }).open();
    const { device: _device, boot: _boot, ...old } = await text();
    await writeFile(file, JSON.stringify(old));
    expect((await program('Ben', 'desk', { device: 'aaaa', boot: 'one' }).open()).kind).toBe('read');
    dies(101);
    expect(await program('Ben', 'desk', { device: 'aaaa', boot: 'one' }).open()).toEqual(WRITE);
  });

  test('of another machine binds for five minutes after its last sign of life', async () => {
    const { program, pass, stamp, dies } = await begin();
    await program('Ada', 'desk').open();
    dies(101); // whose processes this machine does not know
    await stamp();
    pass(5 * MINUTE);
    expect((await program('Ben', 'laptop').open()).kind).toBe('read');
    pass(1);
    expect(await program('Ben', 'laptop').open()).toEqual(WRITE);
  });

  test('is not one whose program still gives signs of life', async () => {
    const { program, pass, stamp } = await begin();
    const first = program('Ada', 'desk');
    await first.open();
    pass(4 * MINUTE);
    await first.beat();
    await stamp();
    pass(4 * MINUTE);
    expect(await program('Ben', 'laptop').open()).toEqual(reads('Ada', 'desk'));
  });

  test('is not one whose file was just written, whatever another machine’s clock says', async () => {
    const { program, pass, stamp } = await begin();
    await program('Ada', 'desk', { now: () => new Date(START - 60 * MINUTE) }).open();
    await stamp();
    pass(MINUTE);
    expect((await program('Ben', 'laptop').open()).kind).toBe('read');
  });

  test('is one that cannot be read and is old; a fresh one binds', async () => {
    const { program, file, pass, stamp } = await begin();
    await writeFile(file, '{"format":');
    await stamp();
    expect(await program('Ben', 'laptop').open()).toEqual(reads('', ''));
    pass(6 * MINUTE);
    expect(await program('Ben', 'laptop').open()).toEqual(WRITE);
  });
});

describe('a newsroom whose lock cannot be written', () => {
  test('is open all the same: what fails is told when something is saved', async () => {
    const { program, newsroom, logged } = await begin();
    const first = program('Ada', 'desk', { fs: troubledFileSystem(1, 'killed') });
    expect(await first.open()).toEqual(WRITE);
    expect(await first.check()).toEqual(WRITE);
    expect(logged).toEqual(['lock not written']);
    expect(await readdir(newsroom)).toEqual(['newsroom.json']);
  });

  test('keeps its writer while the folder is away, and has its lock again when it is back', async () => {
    const { program, newsroom, text } = await begin();
    const first = program('Ada', 'desk');
    await first.open();
    await rename(newsroom, `${newsroom} away`);
    expect(await first.beat()).toEqual(WRITE);
    await rename(`${newsroom} away`, newsroom);
    expect(await first.beat()).toEqual(WRITE);
    expect((await text())['token']).toBe('token 1');
  });

  test('gets a lock again that somebody deleted', async () => {
    const { program, file, text } = await begin();
    const first = program('Ada', 'desk');
    await first.open();
    await rm(file);
    expect(await first.check()).toEqual(WRITE);
    expect((await text())['token']).toBe('token 1');
  });
});

test('a process is known to be alive or not', () => {
  expect(isProcessAlive(process.pid)).toBe(true);
  expect(isProcessAlive(process.ppid)).toBe(true);
  expect(isProcessAlive(2 ** 22 + 1)).toBe(false); // above every number that Linux gives
});

test('a run of the machine is known where the system says which, and is empty elsewhere', () => {
  expect(bootOf('/no/such/file')).toBe('');
  if (process.platform === 'linux') expect(bootOf()).toMatch(/^[0-9a-f-]{36}$/);
});

test('the doctor finds nothing wrong with a lock', async () => {
  const newsroom = join(await temporary(), 'newsroom');
  valueOf(await makeSample(newsroom, { stories: WEEK_STORIES }));
  const { program } = await begin();
  await program('Ada', 'desk', { newsroom }).open();
  expect((await examine(newsroom)).findings).toEqual([]);
});
