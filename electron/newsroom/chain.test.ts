import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../shared/digest';
import type { Fault } from '../../shared/fault';
import { compareChain } from '../../shared/newsroom/chain';
import { chainFolder, openChains } from './chain';
import { examine } from './doctor';
import { nodeFileSystem } from './file-system';
import { FIRST_PREVIOUS } from './history-log';
import { ID, edited, newDesk, saveText } from './testing-desk';
import { filesBelow, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();

/** A newsroom whose one log has three lines. */
const withThreeLines = async () => {
  const desk = await newDesk(await temporary());
  valueOf(await desk.store.nameDraft(ID, 'Draft 1', 'Ada'));
  valueOf(await desk.store.nameDraft(ID, 'Draft 2', 'Ada'));
  const lines = async () => (await readFile(await desk.log(), 'utf8')).trimEnd().split('\n');
  return {
    ...desk,
    lines,
    /** Puts other lines there, with a chain that is whole. */
    forge: async (texts: readonly string[]) => {
      let previous = FIRST_PREVIOUS;
      const forged = texts.map((text, index) => {
        const line = JSON.stringify({ ...(JSON.parse(text) as object), seq: index + 1, previous });
        previous = sha256Hex(line);
        return line;
      });
      await writeFile(await desk.log(), forged.map((line) => `${line}\n`).join(''));
    },
    found: async () =>
      valueOf(await (await desk.reopen()).checkHistory()).map(({ log, line, kind }) => [
        log.replace(/^.*\//, ''),
        line,
        kind,
      ]),
  };
};

describe('what this computer has seen of a history', () => {
  test('is what it wrote: nothing is reported, also after it wrote more', async () => {
    const { found, store } = await withThreeLines();
    expect(await found()).toEqual([]);
    await saveText(store, edited('Two.'));
    await store.settled();
    expect(await found()).toEqual([]);
  });
  test('shows a line that was rewritten with its whole chain', async () => {
    const { found, forge, lines, folder, time } = await withThreeLines();
    const [one = '', two = '', three = ''] = await lines();
    await forge([one, two.replace('"who":"Ada"', '"who":"Eve"'), three]);
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);
    expect(await found()).toEqual([['desk.jsonl', 2, 'rewritten']]);
    expect(await found()).toEqual([['desk.jsonl', 2, 'rewritten']]);
  });
  test('shows a log that was cut, and still does after more was written', async () => {
    const { found, forge, lines, reopen } = await withThreeLines();
    await forge((await lines()).slice(0, 2));
    expect(await found()).toEqual([['desk.jsonl', 3, 'truncated']]);
    valueOf(await (await reopen()).nameDraft(ID, 'Draft 3', 'Ada'));
    expect(await found()).toEqual([['desk.jsonl', 3, 'rewritten']]);
  });
  test('shows lines in another order', async () => {
    const { found, lines, log } = await withThreeLines();
    const [one = '', two = '', three = ''] = await lines();
    await writeFile(await log(), `${one}\n${three}\n${two}\n`);
    expect(await found()).toEqual([['desk.jsonl', 2, 'reordered']]);
  });
  test('shows a history, and a release, that is gone; one in the trash is not', async () => {
    const { found, store, log, place } = await withThreeLines();
    valueOf(await store.moveToTrash(ID, 'Ada'));
    expect(await found()).toEqual([]);
    valueOf(await store.putBack(ID, 'Ada'));
    await rm(await log());
    expect(await found()).toEqual([['desk.jsonl', 1, 'truncated']]);
    await rm(await place(), { recursive: true });
    expect(await found()).toEqual([['desk.jsonl', 1, 'truncated']]);
  });
  test('comes to hold the lines of other computers, and shows when those are changed', async () => {
    const desk = await withThreeLines();
    const laptop = await desk.reopen({ device: 'laptop' });
    valueOf(await laptop.nameDraft(ID, 'Draft 3', 'Bea'));
    expect(await desk.found()).toEqual([]);
    const log = join(await desk.place(), 'history', 'log', 'laptop.jsonl');
    await writeFile(log, (await readFile(log, 'utf8')).replace('Bea', 'Eve'));
    expect(await desk.found()).toEqual([['laptop.jsonl', 1, 'rewritten']]);
  });
  test('can be taken for wrong: then nothing is reported, and what was known is kept', async () => {
    const { found, forge, lines, reopen, data, folder } = await withThreeLines();
    await forge((await lines()).slice(0, 1));
    valueOf(await (await reopen()).acceptHistory());
    expect(await found()).toEqual([]);
    expect((await readdir(await chainFolder(data, folder))).map((name) => name.replace(/before-.*/, 'before'))).toEqual(
      [`${ID}.before`, `${ID}.json`],
    );
  });
  test('is compared by doctor, which writes nothing', async () => {
    const { forge, lines, data, folder, time } = await withThreeLines();
    await forge((await lines()).slice(0, 2));
    const before = await filesBelow(data);
    const chains = await openChains({ data, newsroom: folder, now: time.now, fs: nodeFileSystem });
    const { findings } = await examine(folder, { now: time.now, chains });
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['history-changed', 'Line 3, which was there, is gone.'],
    ]);
    expect(findings[0]?.where).toMatch(/^releases\/2026\/.*\/history\/log\/desk\.jsonl$/);
    expect(await filesBelow(data)).toEqual(before);
  });
  test('is said to be damaged where it is, and is not written over', async () => {
    const { found, data, folder, reopen } = await withThreeLines();
    const record = join(await chainFolder(data, folder), `${ID}.json`);
    await writeFile(record, '{"format":1');
    expect((await found()).map(([, , kind]) => kind)).toEqual(['record-damaged']);
    valueOf(await (await reopen()).nameDraft(ID, 'Draft 3', 'Ada'));
    expect((await found()).map(([, , kind]) => kind)).toEqual(['record-damaged']);
  });
  test('cannot be written: the save succeeds, and the trouble is told', async () => {
    const { data, reopen } = await withThreeLines();
    await rm(data, { recursive: true });
    await writeFile(data, 'in the way');
    const faults: Fault[] = [];
    const store = await reopen({ onFault: (fault) => faults.push(fault) });
    faults.length = 0;
    valueOf(await store.nameDraft(ID, 'Draft 3', 'Ada'));
    expect(faults.map(({ code }) => code)).toEqual(['disk']);
  });
});

describe('two chains', () => {
  test.each([
    [[], ['a'], null],
    [['a'], ['a', 'b'], null],
    [['a', 'b'], ['a'], { kind: 'truncated', line: 2 }],
    [['a', 'b'], ['a', 'c'], { kind: 'rewritten', line: 2 }],
    [['a', 'b', 'c'], ['b', 'a', 'c', 'd'], { kind: 'reordered', line: 1 }],
    [['a', 'b', 'c'], ['a', 'c'], { kind: 'rewritten', line: 2 }],
  ])('%j seen and %j there: %j', (seen, now, expected) => {
    expect(compareChain(seen, now)).toEqual(expected);
  });
});
