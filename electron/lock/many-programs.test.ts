import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test, vi } from 'vitest';
import { temporaryFolders } from '../newsroom/testing';
import { LOCK_FILE } from './lock-file';

vi.setConfig({ testTimeout: 180_000 });
const temporary = temporaryFolders();
/** `STARTS=100` starts a hundred; fewer show the same, and do not hold everybody up. */
const STARTS = Number(process.env['STARTS'] ?? 8);

/** The program as one file, for plain Node. */
const built = async (folder: string): Promise<string> => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    build: {
      ssr: fileURLToPath(new URL('testing-opener.ts', import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'opener.cjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'opener.cjs');
};

const started = async (file: string, newsroom: string, number: number) => {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [file, newsroom, `Writer ${number}`]);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => (await lines.next()).value as string;
  const ask = (what: string): Promise<string> => {
    child.stdin.write(`${what}\n`);
    return next();
  };
  expect(await next()).toBe('ready');
  return {
    ask,
    dies: () => void child.kill('SIGKILL'),
    ended: new Promise<void>((resolve) => void child.once('close', () => resolve())),
    ends: () => void child.stdin.end(),
  };
};

test('of many programs that open a newsroom at the same moment one writes, and when that is killed one takes its place', async () => {
  const top = await temporary();
  const file = await built(top);
  const newsroom = join(top, 'newsroom');
  await mkdir(newsroom);
  await writeFile(join(newsroom, 'newsroom.json'), '{}');
  const who = async () =>
    (JSON.parse(await readFile(join(newsroom, LOCK_FILE), 'utf8')) as { readonly who: string }).who;
  const startAll = () => Promise.all(Array.from({ length: STARTS }, (_, number) => started(file, newsroom, number)));
  /** All open at once, and look once more; answers which one writes. */
  const race = async (programs: Awaited<ReturnType<typeof startAll>>): Promise<number> => {
    const opened = await Promise.all(programs.map((program) => program.ask('open')));
    expect(opened.filter((kind) => kind === 'write')).toHaveLength(1);
    const after = await Promise.all(programs.map((program) => program.ask('check')));
    const writers = after.flatMap((kind, number) => (kind === 'write' ? [number] : []));
    expect(writers).toHaveLength(1);
    expect(await who()).toBe(`Writer ${writers[0]}`);
    return writers[0] ?? -1;
  };

  const first = await startAll();
  const writer = await race(first);
  first[writer]?.dies();
  for (const program of first) program.ends();
  await Promise.all(first.map(({ ended }) => ended));
  // What was killed left its lock, and those who read left nothing.
  expect((await readdir(newsroom)).sort()).toEqual(['newsroom.json', LOCK_FILE]);

  const second = await startAll();
  await race(second);
  for (const program of second) program.ends();
  await Promise.all(second.map(({ ended }) => ended));
  expect(await readdir(newsroom)).toEqual(['newsroom.json']);
});
