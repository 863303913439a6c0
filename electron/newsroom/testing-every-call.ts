import { expect, test, vi } from 'vitest';
import type { Fault } from '../../shared/fault';
import type { Release, VersionHash } from '../../shared/release/model';
import { blockText } from '../../shared/release/text';
import type { Result } from '../../shared/result';
import { examine } from './doctor';
import type { NewsroomStore } from './model';
import { openNewsroom } from './store';
import { ID, edited, newDesk, saveText } from './testing-desk';
import { REFUSALS, TROUBLES, type Trouble, atEveryCall, faultOf, valueOf } from './testing';

// Hundreds of newsrooms are made and broken in one test: a loaded machine takes its time.
vi.setConfig({ testTimeout: 900_000 });

/** To what goes wrong at a call, all that a disk can do to it is one of three: it refuses, it writes half, or nothing comes after. */
const short = (number: number): readonly Trouble[] => [
  REFUSALS[number % REFUSALS.length] ?? 'EIO',
  'short write',
  'killed',
];
/** Each act with another refusal; `EVERY_REFUSAL=1` has every act meet all of them, and a slow answer. */
export const troublesFor = (number: number): readonly Trouble[] =>
  process.env['EVERY_REFUSAL'] === '1' ? TROUBLES : short(number);

/** What the releases of a newsroom say, by their ids. */
export type Texts = Readonly<Record<string, string>>;
/** What they say before each act. */
export const OLD: Texts = { [ID]: 'Two.' };

export type Act = {
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

/** The release as it is saved. */
export const open = async (store: NewsroomStore): Promise<Release> => valueOf(await store.openRelease(ID)).release;
/** Whether its history has a line of a kind. */
export const has = (kind: string) => async (store: NewsroomStore) =>
  valueOf(await store.versions(ID)).some((line) => line.kind === kind);

/** What may be left by an act cut short: derived, or in two places, or a picture that no text shows yet; `doctor --fix` tidies it. */
const LEFT_OVER = new Set(['text-stale', 'object-orphan', 'media-orphan', 'stale-temporary', 'trash-note']);

const textsOf = async (store: NewsroomStore, beginnings = 'none'): Promise<Texts> => {
  const { published, unpublished, unreadable } = valueOf(await store.contents());
  expect(unreadable.filter((each) => !each.folder.endsWith(beginnings))).toEqual([]);
  // Whatever is published has the text that was frozen, and no other.
  for (const { frozen, current } of published)
    if (current.publication?.change === null) expect(frozen.body).toEqual(current.body);
  const all = [...published.map(({ current }) => current), ...unpublished];
  return Object.fromEntries(all.map(({ id, body }) => [id, body.map(blockText).join('\n')]));
};

/** Tests that each act is done or not done whichever of its calls to the disk goes wrong, and that whoever asked is told. */
export const isDoneOrNotDone = (acts: Readonly<Record<string, Act>>, temporary: () => Promise<string>): void => {
  test.each(Object.entries(acts).map(([name, act], at) => [name, act, troublesFor(at)] as const))(
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
          // A call that does not write cannot write half: nothing went wrong, as in the last round, which is looked at.
          if (done.ok && !fs.isStruck() && fs.calls() >= at) return;

          const said = `${trouble} at call ${at}`;
          if (!done.ok) {
            refused += 1;
            const { code, message, where } = faultOf(done);
            expect([code, message.length > 0, where?.startsWith(desk.folder)], said).toEqual(['disk', true, true]);
          }
          const after = valueOf(await openNewsroom(desk.folder, { device: 'check' }));
          const texts = await textsOf(after, done.ok ? undefined : act.beginnings);
          if (done.ok) {
            expect(texts, said).toEqual(act.becomes);
            expect((await act.isDone?.(after)) ?? true, said).toBe(true);
          } else expect([act.old ?? OLD, act.becomes], said).toContainEqual(texts);
          const { findings } = await examine(desk.folder, { now: desk.time.now });
          expect(
            findings.filter(
              ({ code, where: place }) => !LEFT_OVER.has(code) && !place.includes(act.beginnings ?? 'none'),
            ),
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
};
