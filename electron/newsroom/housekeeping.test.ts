import { expect, test } from 'vitest';
import { failed, ok } from '../../shared/result';
import { fault } from '../../shared/fault';
import { makeHousekeeping } from './housekeeping';
import type { NewsroomStore } from './model';
import { edited, handClock, newDesk, saveText } from './testing-desk';
import { temporaryFolders } from './testing';

const temporary = temporaryFolders();
const DAY = 24 * 60 * 60;

/** A store that counts how often it is thinned, by a name. */
const counted = (name: string, done: string[]): NewsroomStore =>
  ({
    thin: async () => {
      done.push(name);
      return ok({ objects: 0 });
    },
  }) as unknown as NewsroomStore;

test('a newsroom is thinned soon after it was opened, and then daily, until another is opened', async () => {
  const time = handClock();
  const done: string[] = [];
  const { tend } = makeHousekeeping({ info: () => {} }, time.after);
  tend(ok(counted('one', done)));
  expect(done).toEqual([]);
  time.pass(10);
  time.pass(DAY);
  expect(done).toEqual(['one', 'one']);
  tend(failed(fault('no-newsroom', 'None.')));
  time.pass(DAY);
  expect(done).toEqual(['one', 'one', 'one']);
  tend(ok(counted('two', done)));
  time.pass(DAY);
  expect(done).toEqual(['one', 'one', 'one', 'two']);
});

test('what was let go, and what could not be, is logged', async () => {
  const desk = await newDesk(await temporary());
  desk.time.pass(60);
  await saveText(desk.store, edited('Two.'));
  await saveText(desk.store, edited('Three.'));
  desk.time.pass(DAY * 40);
  await desk.store.settled();
  const said: string[] = [];
  const heard = new Promise<void>((resolve) => {
    const log = {
      info: (what: string) => {
        said.push(what);
        resolve();
      },
    };
    makeHousekeeping(log, desk.time.after).tend(ok(desk.store));
  });
  desk.time.pass(10);
  await heard;
  expect(said).toEqual(['histories thinned']);
});
