import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { WEEK_STORIES } from '../../shared/sample/stories';
import { writtenForm } from '../../shared/unknown';
import { readContents } from './contents';
import { RELEASE_FILE } from './folders';
import { type KnownTexts, readKnownTexts, writeKnownTexts } from './known-texts';
import { makeTextReader } from './light-release';
import { sha256 } from './sha256';
import { makeSample } from './sample';
import { openNewsroom } from './store';
import { temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();
const PROGRAM = 'one';

const begin = async () => {
  const place = await temporary();
  const { folder } = valueOf(await makeSample(path.join(place, 'newsroom'), { stories: WEEK_STORIES }));
  const file = path.join(place, 'texts.json');
  const read = async (known: KnownTexts | null) => valueOf(await readContents(folder, null, known));
  return { folder, file, read, store: valueOf(await openNewsroom(folder, { device: 'desk', now: () => new Date() })) };
};
const NONE: KnownTexts = new Map();
/** All that contents say of a newsroom, each text copied out of whatever holds it. */
const whole = ({
  published,
  unpublished,
  media,
  unreadable,
}: Awaited<ReturnType<Awaited<ReturnType<typeof begin>>['read']>>) =>
  JSON.parse(
    JSON.stringify({
      published: published.map(({ current, frozen, chain, earlier }) => [current, frozen, chain, earlier]),
      unpublished,
      media: [...media],
      unreadable,
    }),
  ) as unknown;

describe('a newsroom that is read lightly', () => {
  test('says what it says when it is read whole, also where what was known is taken for it', async () => {
    const { file, read } = await begin();
    const all = whole(await read(null));
    const light = await read(NONE);
    expect(whole(light)).toEqual(all);
    await writeKnownTexts(file, PROGRAM, light.texts ?? NONE, () => true);
    const known = await readKnownTexts(file, PROGRAM);
    expect(known.size).toBeGreaterThan(2);
    const again = await read(known);
    expect(whole(again)).toEqual(all);
    // It was taken, and not read once more.
    const [[id, text] = []] = known;
    expect(again.texts?.get(id ?? ('' as never))).toBe(text);
    // A copy of a text has all of its parts.
    const [{ frozen } = {}] = again.published;
    expect({ ...frozen }).toEqual(JSON.parse(JSON.stringify(frozen)));
  });

  test('reads what was changed since, to the last byte', async () => {
    const { folder, read } = await begin();
    const { texts: known = NONE, published } = await read(NONE);
    const [one] = published.filter(({ current }) => known.has(current.id));
    const where = valueOf(await openNewsroom(folder, { device: 'desk', now: () => new Date() }));
    const place = path.join(folder, (await where.pathOf(one?.current.id ?? ('' as never))) ?? '', RELEASE_FILE);
    const text = await readFile(place, 'utf8');
    await writeFile(place, text.replace('"reference": "', '"reference": "X'));
    const { published: now } = await read(known);
    const before = new Map(published.map(({ current }) => [current.id, current.reference]));
    const changed = now.filter(({ current }) => before.get(current.id) !== current.reference);
    expect(changed.map(({ current }) => current.id)).toEqual([one?.current.id]);
  });

  test('holds nothing of a text whose words are not all public', async () => {
    const { store, file, read } = await begin();
    const { published, texts = NONE } = await read(NONE);
    const one = published.find(({ current }) => texts.has(current.id) && current.state === 'published');
    const id = one?.current.id ?? ('' as never);
    valueOf(await store.beginChange(id, { kind: 'corrected', note: 'Zephyr vessels were meant.' }, 'Ada'));
    await store.settled();
    const after = await read(texts);
    expect(after.texts?.has(id)).toBe(false);
    await writeKnownTexts(file, PROGRAM, after.texts ?? NONE, (each) => each !== published[0]?.current.id);
    const kept = await readFile(file, 'utf8');
    expect(kept).not.toContain('Zephyr');
    expect(kept).not.toContain(published[0]?.current.id);
  });

  test('believes nothing that is damaged, or another program’s', async () => {
    const { file, read } = await begin();
    const { texts = NONE } = await read(NONE);
    await writeKnownTexts(file, PROGRAM, texts, () => true);
    expect((await readKnownTexts(file, 'another')).size).toBe(0);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"headline":"', '"headline":"X'));
    expect((await readKnownTexts(file, PROGRAM)).size).toBe(0);
    expect((await readKnownTexts(`${file}.none`, PROGRAM)).size).toBe(0);
  });

  test('never gives other words than those that were read first', async () => {
    const { folder, store, read } = await begin();
    const [one] = (await read(NONE)).published;
    const file = path.join(folder, (await store.pathOf(one?.current.id ?? ('' as never))) ?? '', RELEASE_FILE);
    const text = await readFile(file, 'utf8');
    const [{ read: readText }, place] = [makeTextReader(0), { file, hash: sha256(text), isPlain: true }];
    expect(readText(place)).toEqual(JSON.parse(JSON.stringify(one?.current)));
    await writeFile(file, `${text} `);
    // It is held for a while, as it was read; who holds nothing any more is told.
    expect(readText(place).body).toEqual(one?.current.body);
    expect(() => makeTextReader(0).read(place)).toThrow('was changed while it was read');
  });

  test('carries what it does not know when a text is read again', async () => {
    const { folder, store, read } = await begin();
    const [one] = (await read(NONE)).published;
    const file = path.join(folder, (await store.pathOf(one?.current.id ?? ('' as never))) ?? '', RELEASE_FILE);
    const text = (await readFile(file, 'utf8')).replace('{', '{ "later": "Zephyr",');
    await writeFile(file, text);
    const again = (isPlain: boolean) => makeTextReader(0).read({ file, hash: sha256(text), isPlain });
    expect(writtenForm(again(false))).toContain('Zephyr');
    // It is not held to be plain, so that it never comes back as its bare JSON value.
    const { published, texts } = await read(NONE);
    expect(published.some(({ current }) => current.id === one?.current.id)).toBe(true);
    expect(texts?.has(one?.current.id ?? ('' as never))).toBe(false);
  });
});
