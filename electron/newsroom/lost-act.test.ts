import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import type { Release } from '../../shared/release/model';
import { p } from '../../shared/testing/builders';
import { readContents } from './contents';
import { examine } from './doctor';
import { mend } from './mend';
import type { NewsroomStore } from './model';
import { temporaryFolders, valueOf } from './testing';
import { ID, newDesk } from './testing-desk';
import { mendUnreadable } from './tidy';

const temporary = temporaryFolders();

/** A published release; its file can be put back to how it was, as a sync program does that takes the other side's. */
const begin = async () => {
  const desk = await newDesk(await temporary());
  valueOf(await desk.store.publish(ID, 'Ada'));
  const file = join(await desk.place(), 'release.json');
  const options = { now: desk.time.now, device: 'desk', who: 'Ada' };
  return {
    ...desk,
    file,
    bytes: () => readFile(file),
    /** Another computer, which has the file as it was. */
    other: async (bytes: Buffer): Promise<NewsroomStore> => {
      await writeFile(file, bytes);
      return desk.reopen({ device: 'laptop' });
    },
    codes: async () => (await examine(desk.folder, options)).findings.map(({ code }) => code),
    mend: () => mend(desk.folder, options),
    mendUnreadable: async () => mendUnreadable(valueOf(await (await desk.reopen()).read()), options),
    open: async (): Promise<Release> => valueOf(await (await desk.reopen()).openRelease(ID)).release,
    /** What may go out, and why what may not does not. */
    contents: async () => {
      const { published, unreadable } = valueOf(await readContents(desk.folder));
      return { states: published.map(({ current }) => current.state), why: unreadable.map(({ message }) => message) };
    },
  };
};
const change = async (store: NewsroomStore, text: string, who: string): Promise<void> => {
  const begun = valueOf(await store.beginChange(ID, { kind: 'corrected', note: 'A figure was wrong.' }, who));
  valueOf(await store.saveRelease({ ...begun.release, body: [p(text)] }, begun.version, who));
  valueOf(await store.publishChange(ID, who));
};

describe('what another computer did with a published release, and the file does not know of', () => {
  test('a withdrawal holds, and is put back', async () => {
    const { store, bytes, file, codes, mend, open, contents } = await begin();
    const before = await bytes();
    valueOf(await store.withdraw(ID, 'It named a witness.', 'Ada'));
    await writeFile(file, before);
    expect(await contents()).toEqual({
      states: [],
      why: [expect.stringContaining('that it was withdrawn by Ada, and it does not') as string],
    });
    expect(await codes()).toContain('publication-lost');
    await mend();
    expect(await open()).toMatchObject({ state: 'withdrawn' });
    expect(await codes()).toEqual([]);
    expect(await contents()).toEqual({ states: ['withdrawn'], why: [] });
  });

  test('a withdrawal holds against a correction that was published apart, and is settled by no draft', async () => {
    const { store, bytes, other, codes, mend, open, contents } = await begin();
    const before = await bytes();
    valueOf(await store.withdraw(ID, 'It named a witness.', 'Ada'));
    const theirs = await other(before);
    await change(theirs, 'His.', 'Ben');
    const his = await bytes();
    const withdrawn = valueOf(await theirs.versions(ID)).find(({ kind }) => kind === 'withdrawn');
    if (withdrawn === undefined) throw new Error('the withdrawal is not in the history');
    valueOf(await theirs.nameVersion(ID, withdrawn.object, 'Hers', 'Ben'));
    expect(await codes()).toEqual(['publication-lost']);
    expect(await contents()).toMatchObject({ states: [] });
    await mend();
    expect(await open()).toMatchObject({ state: 'withdrawn' });
    expect(valueOf(await theirs.versions(ID)).map(({ object }) => object)).toContain(sha256Hex(his));
    expect(await codes()).toEqual([]);
    expect(await contents()).toEqual({ states: ['withdrawn'], why: [] });
  });

  test('of two corrections published apart nothing goes out until somebody made a draft of the other', async () => {
    const { store, bytes, other, codes, mend, open, contents } = await begin();
    const before = await bytes();
    await change(store, 'Hers.', 'Ada');
    const theirs = await other(before);
    await change(theirs, 'His.', 'Ben');
    await mend();
    expect(await open()).toMatchObject({ body: [p('His.')] });
    expect(await codes()).toEqual(['publication-lost']);
    expect(await contents()).toMatchObject({
      states: [],
      why: [expect.stringContaining('corrected by Ada') as string],
    });
    const hers = valueOf(await theirs.versions(ID)).find(({ kind, who }) => kind === 'corrected' && who === 'Ada');
    if (hers === undefined) throw new Error('her correction is not in the history');
    valueOf(await theirs.nameVersion(ID, hers.object, 'Hers', 'Ben'));
    expect(await codes()).toEqual([]);
    expect(await contents()).toEqual({ states: ['corrected'], why: [] });
  });

  test('a correction is settled with the conflict copy that holds it, whatever the clocks say', async () => {
    const { store, bytes, file, other, codes, time, contents } = await begin();
    const before = await bytes();
    time.pass(3_600);
    await change(store, 'Hers.', 'Ada');
    const hers = await bytes();
    time.pass(-3_600);
    const theirs = await other(before);
    await change(theirs, 'His.', 'Ben');
    await writeFile(file.replace('.json', '-DESK.json'), hers);
    const [copy] = valueOf(await theirs.tidyCopies(null, 'Ben')).copies;
    expect(await contents()).toMatchObject({ states: [] });
    valueOf(await theirs.keepCopy(ID, copy?.key ?? '', 'Ben'));
    expect(await contents()).toEqual({ states: ['corrected'], why: [] });
    expect(await codes()).toEqual([]);
  });

  test('a correction that the file lost alone is put back', async () => {
    const { store, bytes, file, mend, open, codes } = await begin();
    const before = await bytes();
    await change(store, 'Hers.', 'Ada');
    await writeFile(file, before);
    await mend();
    expect(await open()).toMatchObject({ state: 'corrected', body: [p('Hers.')] });
    expect(await codes()).toEqual([]);
  });

  test('a release that was corrected by a clock behind the one that published it is mended with its later text', async () => {
    const { file, bytes, other, time, mendUnreadable, open } = await begin();
    time.pass(-3_600);
    await change(await other(await bytes()), 'His.', 'Ben');
    await writeFile(file, 'damaged');
    await mendUnreadable();
    expect(await open()).toMatchObject({ body: [p('His.')], publication: { after: [{ by: 'Ben' }] } });
  });
});

describe('an embargo that another computer set', () => {
  const HELD = { instant: '2026-12-24T00:00:00.000Z', zone: 'Europe/London' };

  test('holds while a conflict copy has it, until somebody made a draft of that', async () => {
    const { bytes, file, other, store, contents, folder } = await begin();
    const known = valueOf(await readContents(folder, null, new Map())).texts;
    const held = JSON.parse((await bytes()).toString('utf8')) as Release;
    await writeFile(
      file.replace('.json', '-DESK.json'),
      canonicalJson({ ...held, state: 'working', publication: null, embargo: HELD }),
    );
    const why = [expect.stringContaining(`is held until ${HELD.instant}`) as string];
    expect(await contents()).toEqual({ states: [], why });
    // What was known from before does not hide it.
    const again = valueOf(await readContents(folder, null, known));
    expect(again.unreadable).toMatchObject([{ message: why[0] }]);
    const [copy] = valueOf(await (await other(await bytes())).tidyCopies(null, 'Ben')).copies;
    valueOf(await store.keepCopy(ID, copy?.key ?? '', 'Ada'));
    expect(await contents()).toEqual({ states: ['published'], why: [] });
  });

  test.each([
    ['that had ended as it was published', { ...HELD, instant: '2026-11-01T00:00:00.000Z' }],
    ['that is none', null],
  ])('%s holds nothing', async (_what, embargo) => {
    const { bytes, file, contents } = await begin();
    const copy = JSON.parse((await bytes()).toString('utf8')) as Release;
    await writeFile(file.replace('.json', '-DESK.json'), canonicalJson({ ...copy, embargo }));
    expect(await contents()).toEqual({ states: ['published'], why: [] });
  });
});
