import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { png } from '../../shared/testing/pictures';
import { mediaFolder, mediaIn } from '../media/media-folder';
import { examine } from './doctor';
import { nodeFileSystem } from './file-system';
import { MAX_PATH } from './folders';
import { objectFile, objectsIn } from './history';
import { mend } from './mend';
import { copyAside, putAside } from './quarantine';
import { ID, edited, newDesk, saveText } from './testing-desk';
import { atEveryCall, filesBelow, temporaryFolders, valueOf } from './testing';
import { mendUnreadable } from './tidy';

const temporary = temporaryFolders();

describe('a damaged release that is mended', () => {
  const DAMAGED = '{"format":1,';
  test.each(['killed', 'ENOSPC', 'short write'] as const)(
    'stands there damaged or whole, and its damaged file is kept, whichever call goes wrong (%s)',
    async (trouble) => {
      const made = await newDesk(await temporary());
      await writeFile(join(await made.place(), 'release.json'), DAMAGED);
      await atEveryCall(trouble, async (fs, at) => {
        const desk = await made.copy(await temporary());
        const options = { now: desk.time.now, device: 'desk', who: 'Ada' };
        const list = valueOf(await (await desk.reopen()).read());
        await mendUnreadable(list, { ...options, fs }).catch(() => []);
        const said = `${trouble} at call ${at}`;
        const file = join(await desk.place(), 'release.json');
        const text = await readFile(file, 'utf8');
        if (text !== DAMAGED) expect(valueOf(await (await desk.reopen()).openRelease(ID)).release, said).toBeTruthy();
        await mendUnreadable(valueOf(await (await desk.reopen()).read()), options);
        expect(valueOf(await (await desk.reopen()).openRelease(ID)).release.body, said).toEqual(edited('One.').body);
        expect(Object.values(await filesBelow(desk.folder)), said).toContain(DAMAGED);
      });
    },
  );

  test('is never without its file while doctor lays it out anew', async () => {
    const made = await newDesk(await temporary());
    const file = join(await made.place(), 'release.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, JSON.stringify(JSON.parse(text)));
    await atEveryCall('killed', async (fs) => {
      const desk = await made.copy(await temporary());
      await mend(desk.folder, { now: desk.time.now, device: 'desk', who: 'Ada', fs }).catch(() => []);
      const after = await readFile(join(await desk.place(), 'release.json'), 'utf8');
      expect([text, JSON.stringify(JSON.parse(text))]).toContain(after);
    });
  });
});

describe('what is put aside', () => {
  test('keeps every path short enough for Windows, in the deepest folder too', async () => {
    const desk = await newDesk(await temporary());
    const { version } = valueOf(
      await desk.store.addRelease(
        {
          ...edited('Long.'),
          id: `r-${'x'.repeat(32)}` as typeof ID,
          headline: 'A headline of many long words indeed',
        },
        'created',
        'Ada',
      ),
    );
    const paths = Object.keys(await filesBelow(desk.folder));
    const object = join(desk.folder, paths.find((path) => path.endsWith(`objects/${version}.json`)) ?? '');
    await writeFile(object, 'damaged');
    await copyAside(object, nodeFileSystem);
    await putAside(object, nodeFileSystem);
    for (const path of Object.keys(await filesBelow(desk.folder))) expect(path.length).toBeLessThanOrEqual(MAX_PATH);
  });

  test('is also a damaged text of the history, and a damaged picture, in whose place the whole one is put', async () => {
    const desk = await newDesk(await temporary());
    const place = await desk.place();
    const [object = ''] = await objectsIn(place);
    await writeFile(objectFile(place, object), 'damaged text');
    await saveText(desk.store, edited('Two.'));
    await saveText(desk.store, edited('One.'));
    valueOf(await desk.store.nameDraft(ID, 'Draft 1', 'Ada'));
    valueOf(await desk.store.addMedia(ID, png(4, 3)));
    const [picture = ''] = await mediaIn(place);
    await writeFile(join(mediaFolder(place), picture), 'damaged picture');
    valueOf(await desk.store.addMedia(ID, png(4, 3)));
    const files = await filesBelow(desk.folder);
    const aside = Object.entries(files).filter(([path]) => path.includes('/quarantine/'));
    expect(aside.map(([, text]) => text).sort()).toEqual(['damaged picture', 'damaged text']);
    expect(aside.every(([path]) => basename(path).length < 64)).toBe(true);
    expect((await examine(desk.folder, { now: desk.time.now })).findings.map(({ code }) => code)).toEqual([]);
  });
});
