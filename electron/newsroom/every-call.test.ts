import { describe, expect, test, vi } from 'vitest';
import { sha256Hex } from '../../shared/digest';
import type { Fault } from '../../shared/fault';
import type { MediaName, Release, VersionHash } from '../../shared/release/model';
import { blockText } from '../../shared/release/text';
import type { Result } from '../../shared/result';
import { p, personId, releaseId } from '../../shared/testing/builders';
import { png } from '../../shared/testing/pictures';
import { examine } from './doctor';
import { type FileSystem, nodeFileSystem } from './file-system';
import type { NewsroomStore } from './model';
import { openNewsroom } from './store';
import { FIRST, ID, edited, newDesk, saveText } from './testing-desk';
import { type Trouble, atEveryCall, faultOf, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();
// Hundreds of newsrooms are made and broken in one test: a loaded machine takes its time.
vi.setConfig({ testTimeout: 180_000 });
/** To what goes wrong at a call, all that a disk can do to it is one of three: it refuses, it writes half, or nothing comes after. */
const REFUSALS = ['ENOSPC', 'EIO', 'EACCES', 'EPERM'] as const;
/** Each act with another refusal; `EVERY_REFUSAL=1` has every act meet all of them. */
const troublesFor = (number: number): readonly Trouble[] => {
  const refusals = process.env['EVERY_REFUSAL'] === '1' ? REFUSALS : [REFUSALS[number % REFUSALS.length] ?? 'EIO'];
  return [...refusals, 'short write', 'killed'];
};

const SECOND = { ...FIRST, id: releaseId('r-test0002') };
const MOVED = { ...FIRST, id: releaseId('r-test0003') };

/** What the releases of a newsroom say, by their ids. */
type Texts = Readonly<Record<string, string>>;
const OLD: Texts = { [ID]: 'Two.' };

type Act = {
  /** Done before the trouble starts. */
  readonly before?: (store: NewsroomStore) => Promise<unknown>;
  readonly run: (store: NewsroomStore, version: VersionHash) => Promise<Result<unknown, Fault>>;
  /** What the newsroom says when the act has landed; nothing between this and `old` may be found. */
  readonly becomes: Texts;
  readonly old?: Texts;
  /** A folder in which nothing but a history may be left, or nothing: the next try uses it, and at the next start it is mended. */
  readonly beginnings?: string;
  /** Whether what the act did is seen, besides the texts. */
  readonly isDone?: (store: NewsroomStore) => Promise<boolean>;
};

const kindsOf = async (store: NewsroomStore): Promise<readonly string[]> =>
  valueOf(await store.versions(ID)).map(({ kind }) => kind);
const has = (kind: string) => async (store: NewsroomStore) => (await kindsOf(store)).includes(kind);
const open = async (store: NewsroomStore): Promise<Release> => valueOf(await store.openRelease(ID)).release;

const BOILERPLATE = 'We serve the dale.';
const PICTURE = png(4, 3);
/** What is taken in has nothing in it that would be left out: its bytes are its name. */
const PICTURE_NAME = `${sha256Hex(PICTURE)}.png` as MediaName;
const CORRECTED: Texts = { [ID]: 'Two, or three.' };
/** Published, and a correction of it written. */
const corrected = async (store: NewsroomStore): Promise<void> => {
  valueOf(await store.publish(ID, 'Ada'));
  const { release, version } = valueOf(
    await store.beginChange(ID, { kind: 'corrected', note: 'Two, or three.' }, 'Ada'),
  );
  valueOf(await store.saveRelease({ ...release, body: edited('Two, or three.').body }, version, 'Ada'));
};

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
  'a draft’s name': { run: (store) => store.nameDraft(ID, 'Draft 1', 'Ada'), becomes: OLD, isDone: has('draft') },
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
  'an agreement': {
    before: async (store) => {
      valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada'));
      valueOf(await store.setState(ID, 'in review', 'Ada'));
    },
    run: (store) => store.agree(ID, { by: 'Tom', text: '', checks: ['names', 'quotes', 'figures', 'embargo'] }, 'Ada'),
    becomes: OLD,
    isDone: async (store) => (await open(store)).state === 'agreed',
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
  'an override': {
    run: (store) =>
      store.addOverride(ID, {
        check: 'missing-date',
        digest: '',
        by: 'Ada',
        reason: 'So',
        at: '2026-11-22T09:00:00.000Z',
      }),
    becomes: OLD,
    isDone: async (store) => (await open(store)).overrides.length === 1,
  },
  'going back to a version': {
    run: async (store) => {
      const [oldest] = valueOf(await store.versions(ID));
      return store.restore(ID, oldest?.object ?? ('' as VersionHash), 'Ada');
    },
    becomes: { [ID]: 'One.' },
  },
  publishing: {
    run: (store) => store.publish(ID, 'Ada'),
    becomes: OLD,
    isDone: async (store) => (await open(store)).state === 'published',
  },
  'a correction begun': {
    before: (store) => store.publish(ID, 'Ada'),
    run: (store) => store.beginChange(ID, { kind: 'corrected', note: 'Two, not three.' }, 'Ada'),
    becomes: OLD,
    isDone: async (store) => (await open(store)).publication?.change?.kind === 'corrected',
  },
  'a correction published': {
    before: corrected,
    run: (store) => store.publishChange(ID, 'Ada'),
    old: CORRECTED,
    becomes: CORRECTED,
    isDone: async (store) => (await open(store)).state === 'corrected',
  },
  'a correction given up': {
    before: corrected,
    run: (store) => store.cancelChange(ID, 'Ada'),
    old: CORRECTED,
    becomes: OLD,
  },
  'a withdrawal': {
    before: corrected,
    run: (store) => store.withdraw(ID, 'It named a witness.', 'Ada'),
    old: CORRECTED,
    becomes: OLD,
    isDone: async (store) => (await open(store)).state === 'withdrawn',
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
      store.savePerson({
        id: personId('p-ada-lovell'),
        kind: 'person',
        name: 'Ada Lovell',
        alsoKnownAs: [],
        roles: [],
        approvalsContact: '',
      }),
    becomes: OLD,
    isDone: async (store) => valueOf(await store.read()).people.people.length === 1,
  },
};

/** What may be left by an act cut short: derived, or in two places, or a picture that no text shows yet; `doctor --fix` tidies it. */
const LEFT_OVER = new Set(['text-stale', 'object-orphan', 'media-orphan', 'stale-temporary', 'trash-note']);

describe('whichever call to the disk goes wrong', () => {
  const textsOf = async (store: NewsroomStore, beginnings = 'none'): Promise<Texts> => {
    const { published, unpublished, unreadable } = valueOf(await store.contents());
    expect(unreadable.filter((each) => !each.folder.endsWith(beginnings))).toEqual([]);
    // Whatever is published has the text that was frozen, and no other.
    for (const { frozen, current } of published)
      if (current.publication?.change === null) expect(frozen.body).toEqual(current.body);
    const all = [...published.map(({ current }) => current), ...unpublished];
    return Object.fromEntries(all.map(({ id, body }) => [id, body.map(blockText).join('\n')]));
  };

  test.each(Object.entries(ACTS).map(([name, act], at) => [name, act, troublesFor(at)] as const))(
    '%s is done or not done, never half',
    async (_, act, troubles) => {
      const made = await newDesk(await temporary());
      made.time.pass(60);
      const version = await saveText(made.store, edited('Two.'));
      await act.before?.(made.store);
      await made.store.settled();
      made.time.pass(60);
      let refused = 0;
      for (const trouble of troubles) {
        await atEveryCall(trouble, async (fs, at) => {
          const desk = await made.copy(await temporary());
          const store = await desk.reopen({ fs });
          const done = await act.run(store, version);
          if (!done.ok) refused += 1;

          const said = `${trouble} at call ${at}`;
          if (!done.ok) expect(faultOf(done).code, said).toBe('disk');
          const after = valueOf(await openNewsroom(desk.folder, { device: 'check' }));
          const texts = await textsOf(after, done.ok ? undefined : act.beginnings);
          if (done.ok) {
            expect(texts, said).toEqual(act.becomes);
            expect((await act.isDone?.(after)) ?? true, said).toBe(true);
          } else expect([act.old ?? OLD, act.becomes], said).toContainEqual(texts);
          const { findings } = await examine(desk.folder, { now: desk.time.now });
          expect(
            findings.filter(({ code, where }) => !LEFT_OVER.has(code) && !where.includes(act.beginnings ?? 'none')),
            said,
          ).toEqual([]);

          // The trouble has passed: the writer's next try, from the text as it stands, succeeds or was done already.
          const again = await desk.reopen();
          const now = await again.openRelease(ID);
          const retried = await act.run(again, valueOf(now).version);
          if (!retried.ok) expect(['not-found', 'refused'], said).toContain(retried.fault.code);
          expect(await textsOf(again), said).toEqual(act.becomes);
        });
      }
      expect(refused).toBeGreaterThan(troubles.length);
    },
  );

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
