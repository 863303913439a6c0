import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { personId } from '../../shared/testing/builders';
import { lockPath, lockText } from '../lock/lock-file';
import { examine } from './doctor';
import { ID, newDesk } from './testing-desk';
import { atEveryCall, faultOf, filesBelow, temporaryFolders, valueOf } from './testing';
import { openNewsroom } from './store';

const temporary = temporaryFolders();
const ADA = {
  id: personId('p-ada-lovell'),
  kind: 'person',
  name: 'Ada Lovell',
  alsoKnownAs: [],
  roles: [],
  approvalsContact: '',
} as const;

/** A newsroom with somebody in it, whose settings were changed. */
const begin = async () => {
  const desk = await newDesk(await temporary());
  const { settings } = valueOf(await desk.store.read());
  valueOf(await desk.store.savePerson(ADA, null));
  valueOf(await desk.store.saveSettings({ ...settings, boilerplate: 'We serve the dale.' }, settings, 'Ada'));
  await desk.store.settled();
  return desk;
};

describe.each(['people.json', 'newsroom.json'])('a damaged %s', (name) => {
  test.each(['{"format":', '\0\0\0\0', '[]'])(
    'that holds %j goes to quarantine, and the newsroom opens with the last whole one, which is said',
    async (bad) => {
      const desk = await begin();
      const before = await readFile(join(desk.folder, name), 'utf8');
      await writeFile(join(desk.folder, name), bad);
      const store = await desk.reopen();
      const read = valueOf(await store.read());
      expect(read.settings.boilerplate).toBe('We serve the dale.');
      expect(read.people.people).toEqual([ADA]);
      expect(await readFile(join(desk.folder, name), 'utf8')).toBe(before);
      const aside = Object.entries(await filesBelow(join(desk.folder, 'quarantine')));
      expect(aside.map(([, text]) => text)).toEqual([bad]);
      expect(valueOf(await store.tidyCopies(null, 'Ada')).mended).toMatchObject([{ where: name }]);
      expect((await examine(desk.folder, { now: desk.time.now })).findings).toEqual([]);
    },
  );

  test('that another program wrote in other letters goes there too: no name is read with signs in the place of its letters', async () => {
    const desk = await begin();
    const file = join(desk.folder, name);
    const before = await readFile(file, 'utf8');
    const theirs = Buffer.from(before.replace(/Ada Lovell|dale/u, 'Andr\u00e9'), 'latin1');
    await writeFile(file, theirs);
    const { settings } = valueOf(await (await desk.reopen()).read());
    expect(settings.boilerplate).toBe('We serve the dale.');
    expect(await readFile(file, 'utf8')).toBe(before);
    const quarantine = join(desk.folder, 'quarantine');
    const [aside = ''] = await readdir(quarantine);
    expect((await readFile(join(quarantine, aside))).equals(theirs)).toBe(true);
  });

  test('while the newsroom is open is put right by the next save', async () => {
    const desk = await begin();
    const { settings } = valueOf(await desk.store.read());
    await writeFile(join(desk.folder, name), 'damaged');
    valueOf(await desk.store.savePerson({ ...ADA, approvalsContact: 'ada@dale.example' }, ADA));
    valueOf(await desk.store.saveSettings({ ...settings, language: 'cy' }, settings, 'Ada'));
    expect(valueOf(await desk.store.tidyCopies(null, 'Ada')).mended).toMatchObject([{ where: name }]);
  });

  test('is left to whoever writes there', async () => {
    const desk = await begin();
    const instant = new Date().toISOString();
    const theirs = {
      who: 'Ben',
      machine: 'laptop',
      device: '',
      boot: '',
      pid: 1,
      since: instant,
      heartbeat: instant,
      token: 'theirs',
    };
    await writeFile(lockPath(desk.folder), lockText(theirs));
    await writeFile(join(desk.folder, name), 'damaged');
    expect(faultOf(await openNewsroom(desk.folder, desk.options)).code).toBe('unreadable');
    expect(await readFile(join(desk.folder, name), 'utf8')).toBe('damaged');
  });

  test('stands there damaged or whole, whichever call goes wrong', async () => {
    const made = await begin();
    const before = await readFile(join(made.folder, name), 'utf8');
    await writeFile(join(made.folder, name), 'damaged');
    // A copy lies elsewhere: what is kept is known by where the newsroom lies.
    await atEveryCall('killed', async (fs, at) => {
      const desk = await made.copy(await temporary());
      await rm(made.folder, { recursive: true });
      await rename(desk.folder, made.folder);
      await openNewsroom(made.folder, { ...made.options, fs });
      const after = await readFile(join(made.folder, name), 'utf8');
      expect(['damaged', before], `call ${at}`).toContain(after);
      await made.reopen();
      expect(await readFile(join(made.folder, name), 'utf8')).toBe(before);
      await writeFile(join(made.folder, name), 'damaged');
      await rm(join(made.folder, 'quarantine'), { recursive: true });
    });
  });
});

describe('people that are missing', () => {
  test('stand there again as they were seen last', async () => {
    const desk = await begin();
    await rm(join(desk.folder, 'people.json'));
    expect(valueOf(await (await desk.reopen()).read()).people.people).toEqual([ADA]);
  });

  test('while the newsroom is open are not left out of what is saved next', async () => {
    const desk = await begin();
    const ben = { ...ADA, id: personId('p-ben-arkle'), name: 'Ben Arkle' };
    await rm(join(desk.folder, 'people.json'));
    expect(valueOf(await desk.store.savePerson(ben, null)).people).toEqual([ADA, ben]);
    expect(valueOf(await (await desk.reopen()).read()).people.people).toEqual([ADA, ben]);
    expect(valueOf(await desk.store.tidyCopies(null, 'Ada')).mended).toMatchObject([{ where: 'people.json' }]);
  });
});

describe('a folder without settings', () => {
  test('is no newsroom, and nothing is put there: its disk may be away', async () => {
    const desk = await begin();
    await rename(desk.folder, `${desk.folder} away`);
    await mkdir(desk.folder);
    expect(faultOf(await openNewsroom(desk.folder, desk.options)).code).toBe('no-newsroom');
    expect(await filesBelow(desk.folder)).toEqual({});
  });
  test('damaged settings that this computer never saw whole are a fault, and are not touched', async () => {
    const desk = await newDesk(await temporary());
    await rm(desk.data, { recursive: true });
    await writeFile(join(desk.folder, 'newsroom.json'), 'damaged');
    expect(faultOf(await openNewsroom(desk.folder, desk.options)).code).toBe('unreadable');
    expect(valueOf(await desk.store.versions(ID))).toHaveLength(1);
  });
});
