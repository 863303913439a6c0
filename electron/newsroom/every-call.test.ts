import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../shared/digest';
import type { MediaName, VersionHash } from '../../shared/release/model';
import { p, personId, releaseId } from '../../shared/testing/builders';
import { png } from '../../shared/testing/pictures';
import { type FileSystem, nodeFileSystem } from './file-system';
import { FIRST, ID, edited, newDesk } from './testing-desk';
import { type Act, OLD, isDoneOrNotDone, open, troublesFor } from './testing-every-call';
import { atEveryCall, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();

const SECOND = { ...FIRST, id: releaseId('r-test0002') };
const MOVED = { ...FIRST, id: releaseId('r-test0003') };

const BOILERPLATE = 'We serve the dale.';
const PICTURE = png(4, 3);
/** What is taken in has nothing in it that would be left out: its bytes are its name. */
const PICTURE_NAME = `${sha256Hex(PICTURE)}.png` as MediaName;
const ACTS: Readonly<Record<string, Act>> = {
  'a save': {
    run: (store, version) => store.saveRelease(edited('Three.'), version, 'Ada'),
    becomes: { [ID]: 'Three.' },
  },
  'a new release': {
    run: (store) => store.addRelease(SECOND, 'created', 'Ada'),
    becomes: { ...OLD, [SECOND.id]: 'One.' },
    beginnings: SECOND.id,
  },
  'a change of state': {
    run: (store) => store.setState(ID, 'in review', 'Ada'),
    becomes: OLD,
    isDone: async (store) => (await open(store)).state === 'in review',
  },
  'a remark': {
    run: (store) =>
      store.changeReview(
        ID,
        { what: 'remark', object: null, anchor: null, by: 'Tom', text: 'Which?', proposed: null },
        'Ada',
      ),
    becomes: OLD,
    isDone: async (store) => valueOf(await store.review(ID)).remarks.length === 1,
  },
  'changed settings': {
    run: async (store) => {
      const { settings } = valueOf(await store.read());
      return store.saveSettings({ ...settings, boilerplate: BOILERPLATE }, settings, 'Ada');
    },
    becomes: OLD,
    isDone: async (store) => valueOf(await store.read()).settings.boilerplate === BOILERPLATE,
  },
  'a picture taken in': {
    run: (store) => store.addMedia(ID, PICTURE),
    becomes: OLD,
    isDone: async (store) => (await store.media(ID, PICTURE_NAME)).ok,
  },
  'going back to a version': {
    run: async (store) => {
      const [oldest] = valueOf(await store.versions(ID));
      return store.restore(ID, oldest?.object ?? ('' as VersionHash), 'Ada');
    },
    becomes: { [ID]: 'One.' },
  },
  'a move to the trash': {
    before: (store) => store.addRelease(MOVED, 'created', 'Ada'),
    run: (store) => store.moveToTrash(MOVED.id, 'Ada'),
    old: { ...OLD, [MOVED.id]: 'One.' },
    becomes: OLD,
  },
  'taking out of the trash': {
    before: async (store) => {
      valueOf(await store.addRelease(MOVED, 'created', 'Ada'));
      valueOf(await store.moveToTrash(MOVED.id, 'Ada'));
    },
    run: (store) => store.putBack(MOVED.id, 'Ada'),
    becomes: { ...OLD, [MOVED.id]: 'One.' },
  },
  'a person': {
    run: (store) =>
      store.savePerson(
        {
          id: personId('p-ada-lovell'),
          kind: 'person',
          name: 'Ada Lovell',
          alsoKnownAs: [],
          roles: [],
          approvalsContact: '',
        },
        null,
      ),
    becomes: OLD,
    isDone: async (store) => valueOf(await store.read()).people.people.length === 1,
  },
};

describe('whichever call to the disk goes wrong', () => {
  isDoneOrNotDone(ACTS, temporary);

  test('the page’s next try after a failed save stands on the text it knows of', async () => {
    const made = await newDesk(await temporary());
    made.time.pass(60);
    for (const trouble of troublesFor(0)) {
      await atEveryCall(trouble, async (fs) => {
        const desk = await made.copy(await temporary());
        const store = await desk.reopen({ fs });
        const saved = await store.saveRelease(edited('Two.'), made.version, 'Ada');
        const retried = await store.saveRelease(edited('Two and more.'), saved.ok ? saved.value : made.version, 'Ada');
        if (!retried.ok) expect(retried.fault.code).toBe('disk');
        else expect((await open(await desk.reopen())).body).toEqual([p('Two and more.')]);
      });
    }
  });

  test('a disk that answers late holds up one release, and no other', async () => {
    const desk = await newDesk(await temporary());
    const other = valueOf(await desk.store.addRelease(SECOND, 'created', 'Ada'));
    for (let at = 1, calls = 1; at <= calls; at += 1) {
      let count = 0;
      let letGo: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const late =
        <Given extends readonly unknown[], Value>(call: (...given: Given) => Promise<Value>) =>
        async (...given: Given): Promise<Value> => {
          count += 1;
          if (count === at) await held;
          return call(...given);
        };
      const fs: FileSystem = {
        ...nodeFileSystem,
        createExclusive: late(async (path) => {
          const file = await nodeFileSystem.createExclusive(path);
          return { ...file, write: late(file.write), sync: late(file.sync) };
        }),
        rename: late(nodeFileSystem.rename),
        syncFolder: late(nodeFileSystem.syncFolder),
      };
      const store = await desk.reopen({ fs });
      const { version } = valueOf(await store.openRelease(ID));
      const saving = store.saveRelease(edited(`Late ${at}.`), version, 'Ada');
      const elsewhere = valueOf(await store.openRelease(SECOND.id));
      if (count >= at) {
        // The first is held, and this one is there at once.
        valueOf(await store.saveRelease({ ...other.release, body: [p(`Swift ${at}.`)] }, elsewhere.version, 'Ada'));
      }
      letGo();
      valueOf(await saving);
      calls = Math.max(calls, count);
      expect((await open(store)).body).toEqual([p(`Late ${at}.`)]);
    }
  });
});
