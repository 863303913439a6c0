import { cp, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { VersionHash } from '../../shared/release/model';
import { p } from '../../shared/testing/builders';
import { examine } from './doctor';
import { mend } from './mend';
import { filesBelow, temporaryFolders, valueOf } from './testing';
import { ID, edited, newDesk, saveText } from './testing-desk';

const temporary = temporaryFolders();

/**
 * A release that one computer moved to the trash while another, which has it as it was, does something with it: what that did not
 * write goes, as a sync program brings it.
 */
const parted = async (write: (desk: Awaited<ReturnType<typeof newDesk>>, own: string) => Promise<unknown>) => {
  const desk = await newDesk(await temporary());
  const { folder, store, reopen, time } = desk;
  await saveText(store, edited('Earlier.'));
  await store.settled();
  const own = await desk.place();
  const was = join(await temporary(), 'was');
  await cp(own, was, { recursive: true });
  valueOf(await store.moveToTrash(ID, 'Ada'));
  await cp(was, own, { recursive: true });
  time.pass(60);
  await write(desk, own);
  const before = await filesBelow(was);
  for (const [file, text] of Object.entries(await filesBelow(own)))
    if (before[file] === text) await rm(join(own, file));
  const options = { now: time.now, device: 'desk', who: 'Ada' };
  const codes = async () => [...new Set((await examine(folder, options)).findings.map(({ code }) => code))];
  return { ...desk, own, codes, mend: () => mend(folder, options), next: () => reopen({ device: 'laptop' }) };
};

describe('a release that was moved to the trash while another computer wrote in it', () => {
  test('is brought together where it was written, and the other text waits for a person', async () => {
    const { folder, codes, mend, next, version } = await parted(async ({ reopen }) => {
      const theirs = await reopen({ device: 'laptop' });
      await saveText(theirs, edited('Later.'));
      await theirs.settled();
    });
    expect(await codes()).toEqual(expect.arrayContaining(['duplicate-id']));
    const before = Object.values(await filesBelow(folder));
    await mend();
    expect(Object.values(await filesBelow(folder))).toEqual(expect.arrayContaining(before));
    const store = await next();
    expect(valueOf(await store.openRelease(ID)).release.body).toEqual([p('Later.')]);
    expect(valueOf(await store.version(ID, version)).body).toEqual([p('One.')]);
    expect(valueOf(await store.trash())).toEqual([]);
    const [copy] = valueOf(await store.tidyCopies(null, 'Ben')).copies;
    expect(valueOf(await store.version(ID, copy?.text?.object ?? ('' as VersionHash))).body).toEqual([p('Earlier.')]);
    valueOf(await store.keepCopy(ID, copy?.key ?? '', 'Ben'));
    await mend();
    expect(await codes()).toEqual([]);
  });

  test('is in the trash where nothing was written but in its history', async () => {
    const { own, folder, codes, mend, next } = await parted(async ({ reopen }) => {
      const theirs = await reopen({ device: 'laptop' });
      valueOf(await theirs.nameDraft(ID, 'Legal', 'Ben'));
    });
    expect(await readdir(own)).toEqual(['history']);
    await mend();
    expect(await codes()).toEqual([]);
    const store = await next();
    expect(valueOf(await store.read()).releases).toEqual([]);
    expect(valueOf(await store.trash())).toMatchObject([{ id: ID, who: 'Ada' }]);
    valueOf(await store.putBack(ID, 'Ben'));
    expect(valueOf(await store.versions(ID)).map(({ name }) => name)).toContain('Legal');
    expect((await examine(folder)).findings).toEqual([]);
  });

  test('is in the trash where a sync program brings the very files back', async () => {
    const { own, folder, codes, mend, next } = await parted(async () => {});
    const [name = ''] = (await readdir(join(folder, 'trash'))).filter((each) => !each.endsWith('.json'));
    await cp(join(folder, 'trash', name), own, { recursive: true });
    await mend();
    expect(await codes()).toEqual([]);
    expect(valueOf(await (await next()).trash())).toHaveLength(1);
  });

  test('is left as it is while a file of it is not downloaded', async () => {
    const { own, folder, codes, mend } = await parted(async ({ reopen }) => {
      await saveText(await reopen({ device: 'laptop' }), edited('Later.'));
    });
    const [name = ''] = (await readdir(join(folder, 'trash'))).filter((each) => !each.endsWith('.json'));
    const text = join(folder, 'trash', name, 'release.txt');
    await cp(text, join(folder, 'trash', name, '.release.txt.icloud'));
    await rm(text);
    const before = await readFile(join(own, 'release.json'), 'utf8');
    await mend();
    expect(await codes()).toContain('duplicate-id');
    expect(await readFile(join(own, 'release.json'), 'utf8')).toBe(before);
  });
});
