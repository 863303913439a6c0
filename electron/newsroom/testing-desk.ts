import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../../shared/fault';
import type { Release, VersionHash } from '../../shared/release/model';
import { newsroomSettings, p, release, releaseId } from '../../shared/testing/builders';
import type { FileSystem } from './file-system';
import type { NewsroomStore } from './model';
import { createNewsroom, openNewsroom } from './store';
import { valueOf } from './testing';

const SETTINGS = newsroomSettings();
export const ID = releaseId('r-test0001');
export const FIRST = release({ headline: 'New paths', dateline: { place: '', date: '2026-11-24' }, body: [p('One.')] });
/** The release with another body. */
export const edited = (text: string): Release => ({ ...FIRST, body: [p(text)] });

const START = Date.parse('2026-11-22T09:00:00.000Z');

/** A clock and its timers, moved on by hand. */
export const handClock = () => {
  let ms = START;
  let waiting: { readonly at: number; readonly call: () => void }[] = [];
  return {
    now: () => new Date(ms),
    after: (milliseconds: number, call: () => void) => {
      const one = { at: ms + milliseconds, call };
      waiting.push(one);
      return () => void (waiting = waiting.filter((each) => each !== one));
    },
    /** How many calls back are waited for. */
    waits: () => waiting.length,
    /** Time passes; timers whose moment has come go off. */
    pass: (seconds: number) => {
      ms += seconds * 1000;
      const due = waiting.filter((each) => each.at <= ms);
      waiting = waiting.filter((each) => each.at > ms);
      for (const { call } of due) call();
    },
  };
};

type More = { readonly fs?: FileSystem; readonly device?: string; readonly onFault?: (fault: Fault) => void };

type HandClock = ReturnType<typeof handClock>;

/** The newsroom that lies below `top`, with the app's data folder beside it. */
const deskAt = (top: string, time: HandClock) => {
  const folder = join(top, 'newsroom');
  const options = { device: 'desk', now: time.now, after: time.after, data: join(top, 'data') };
  const place = async (of: 'releases/2026' | 'trash' = 'releases/2026'): Promise<string> => {
    const names = await readdir(join(folder, of));
    return join(folder, of, names.find((name) => name.endsWith(`--${ID}`)) ?? '');
  };
  return {
    time,
    folder,
    data: options.data,
    options,
    place,
    log: async () => join(await place(), 'history', 'log', 'desk.jsonl'),
    reopen: async (more: More = {}): Promise<NewsroomStore> =>
      valueOf(await openNewsroom(folder, { ...options, ...more })),
    /** The same newsroom below another folder, as it stands on the disk now. */
    copy: async (to: string) => {
      await cp(top, to, { recursive: true });
      return deskAt(to, time);
    },
  };
};

/** A newsroom on the real disk, below `top`, with one release in it and the app's data folder beside it. */
export const newDesk = async (top: string) => {
  const desk = deskAt(top, handClock());
  const store = valueOf(await createNewsroom(desk.folder, SETTINGS, desk.options));
  const { version } = valueOf(await store.addRelease(FIRST, 'created', 'Ada'));
  return { ...desk, store, version };
};

/** Saves a text on top of what is there. */
export const saveText = async (store: NewsroomStore, next: Release): Promise<VersionHash> => {
  const { version } = valueOf(await store.openRelease(next.id));
  return valueOf(await store.saveRelease(next, version, 'Ada'));
};

/** The kinds of the versions of a release, oldest first. */
export const kindsOf = async (store: NewsroomStore) => valueOf(await store.versions(ID)).map((line) => line.kind);
