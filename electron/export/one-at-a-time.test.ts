import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time';

/** Work that goes on until it is ended, or stopped; what happens is noted. */
const newDesk = () => {
  const notes: string[] = [];
  const turns = oneAtATime();
  const ends = new Map<string, (answer: string) => void>();
  const begin = (name: string, kind: 'look' | 'export', ready: Promise<unknown> = Promise.resolve()) =>
    turns.run(
      kind,
      async () => {
        await ready;
        notes.push(`${name} begins`);
        const done = new Promise<string>((resolve) => ends.set(name, resolve));
        return { done, stop: () => ends.get(name)?.(`${name} stopped`) };
      },
      async (answer) => {
        await turn();
        notes.push(answer);
        return answer;
      },
    );
  return { notes, begin, end: (name: string) => ends.get(name)?.(`${name} done`), stop: turns.stop };
};

describe('looks and exports', () => {
  test('an export that is under way goes on where a look is asked for, which waits for its end', async () => {
    const { notes, begin, end } = newDesk();
    const first = begin('export', 'export');
    const second = begin('look', 'look');
    await turn();
    expect(notes).toEqual(['export begins']);
    end('export');
    expect(await first).toBe('export done');
    await turn();
    expect(notes).toEqual(['export begins', 'export done', 'look begins']);
    end('look');
    expect(await second).toBe('look done');
  });

  test('a look that is under way gives way, and the next begins when it has ended', async () => {
    const { notes, begin, end } = newDesk();
    const first = begin('look', 'look');
    const second = begin('export', 'export');
    expect(await first).toBe('look stopped');
    await turn();
    end('export');
    expect(await second).toBe('export done');
    expect(notes).toEqual(['look begins', 'look stopped', 'export begins', 'export done']);
  });

  test('a look that takes long to begin stops none that was asked for after it', async () => {
    const { notes, begin, end } = newDesk();
    let open = (): void => undefined;
    const ready = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = begin('slow', 'look', ready);
    const second = begin('later', 'look');
    await turn();
    open();
    expect(await first).toBe('slow stopped');
    await turn();
    end('later');
    expect(await second).toBe('later done');
    expect(notes).toEqual(['slow begins', 'slow stopped', 'later begins', 'later done']);
  });

  test('what is under way can be stopped; that nothing could begin keeps nobody waiting', async () => {
    const { begin, stop } = newDesk();
    stop();
    const first = begin('export', 'export');
    stop();
    expect(await first).toBe('export stopped');
    const { run } = oneAtATime();
    const broken = run('look', () => Promise.reject(new Error('no such program')), () => Promise.resolve(0)); // prettier-ignore
    await expect(broken).rejects.toThrow('no such program');
    const work = () => Promise.resolve({ done: Promise.resolve(1), stop: () => undefined });
    expect(await run('look', work, (answer) => Promise.resolve(answer))).toBe(1);
  });
});
