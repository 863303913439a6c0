import { Worker } from 'node:worker_threads';
import type { Leak, Sought } from '../../shared/archive/proof';
import type { Withheld } from '../../shared/archive/remembered';
import type { Instant, ReleaseId } from '../../shared/release/model';
import type { KnownText } from '../newsroom/known-texts';
import { type Ahead, nothingAhead } from './ahead';
import type { LookedAt } from './read-releases';

/*
 * A second thread that helps with a large export, on the machine's second core. While the releases are read it looks at
 * them too, from the last one on, and tells what it found out; while files are made it searches and writes them. Nothing
 * depends on how far it comes with the first: what it has not told is found out here.
 */

export type AheadJob = { readonly newsroom: string; readonly asOf: Instant };

export type ToAide =
  | ({ readonly kind: 'look-ahead' } & AheadJob)
  /** It has come far enough. */
  | { readonly kind: 'enough' }
  | { readonly kind: 'prove'; readonly sought: Sought }
  /** Files to be searched, by their paths in the website, or to be written, by their places: one behind the other in `bytes`. */
  | ({ readonly kind: Work } & Batch);
type Work = 'search' | 'write';
export type Batch = {
  readonly files: readonly {
    readonly name: string;
    readonly length: number;
    /** What a file that is written must have once it is read again; empty for one that is searched. */
    readonly hash: string;
  }[];
  readonly bytes: Uint8Array;
};

export type FromAide =
  | {
      readonly kind: 'ahead';
      readonly context: string;
      readonly texts: readonly (readonly [ReleaseId, KnownText])[];
      readonly releases: readonly (readonly [string, LookedAt])[];
      readonly own: readonly (readonly [string, Withheld])[];
    }
  /** A batch was searched, or written. */
  | { readonly kind: 'done'; readonly leaks: readonly Leak[] };

/** So many bytes are handed over at once, and so many batches may wait there. */
const [BATCH, MOST] = [1 << 18, 128];

export type Aide = {
  /** Lets it begin at a newsroom's last release. */
  readonly lookAhead: (job: AheadJob) => void;
  /** What it found out of a text; from the first that is asked for and known on, it has come far enough. Throws what went wrong there. */
  readonly textOf: (id: ReleaseId) => KnownText | undefined;
  /** Of how many texts it told until now. */
  readonly told: () => number;
  /** What it found out of releases. */
  readonly ahead: () => Ahead;
  /** Says what to search for. */
  readonly prove: (sought: Sought) => void;
  /** Hands over a file of the website, by its path there. Bytes that were handed over stay as they are. */
  readonly search: (path: string, bytes: Uint8Array) => void;
  /** Hands over a file that is to be written at a new place, and read again there. */
  readonly write: (place: string, bytes: Uint8Array, hash: string) => void;
  /** Waits where much is still to be done. Throws what went wrong there. */
  readonly room: () => Promise<void>;
  /** Waits until all is done, and gives what was found. Throws what went wrong there. */
  readonly done: () => Promise<readonly Leak[]>;
  readonly end: () => Promise<void>;
};

/** Files that are handed over together. */
class Handful {
  private files: { readonly name: string; readonly bytes: Uint8Array; readonly hash: string }[] = [];
  size = 0;
  add(name: string, bytes: Uint8Array, hash: string): void {
    this.files.push({ name, bytes, hash });
    this.size += bytes.length;
  }
  /** All of them, copied into one stretch that can be moved to another thread. */
  take(): Batch & { readonly bytes: { readonly buffer: ArrayBuffer } } {
    const bytes = new Uint8Array(this.size);
    let at = 0;
    for (const each of this.files) {
      bytes.set(each.bytes, at);
      at += each.bytes.length;
    }
    const files = this.files.map(({ name, bytes: { length }, hash }) => ({ name, length, hash }));
    [this.files, this.size] = [[], 0];
    return { files, bytes };
  }
}

/** The thread begins with the first thing that is asked of it. `script`: the program's own, which serves there as an aide. */
export const makeAide = (script: string): Aide => {
  let thread: Worker | null = null;
  let broken: Error | null = null;
  let heard = (): void => undefined;
  const texts = new Map<ReleaseId, KnownText>();
  let ahead = nothingAhead('');
  let isEnough = false;
  const leaks: Leak[] = [];
  const gathered = { search: new Handful(), write: new Handful() };
  /** Batches that are there and not done with. */
  let waiting = 0;

  const hear = (message: FromAide): void => {
    if (message.kind === 'done') {
      waiting -= 1;
      leaks.push(...message.leaks);
    } else {
      if (ahead.context !== message.context) ahead = nothingAhead(message.context);
      for (const [id, text] of message.texts) texts.set(id, text);
      for (const [address, release] of message.releases) ahead.releases.set(address, release);
      for (const [id, own] of message.own) ahead.own.set(id, own);
    }
    heard();
  };
  const post = (message: ToAide, moved: readonly ArrayBuffer[] = []): void => {
    if (thread === null) {
      thread = new Worker(script);
      thread.on('message', hear);
      const breaks = (error: Error): void => {
        broken ??= error;
        heard();
      };
      thread.on('error', breaks);
      thread.on('exit', () => {
        breaks(new Error('The second thread ended before its work was done.'));
      });
    }
    thread.postMessage(message, moved);
  };
  const flush = (kind: Work): void => {
    const batch = gathered[kind].take();
    if (batch.files.length === 0) return;
    waiting += 1;
    post({ kind, ...batch }, [batch.bytes.buffer]);
  };
  const give = (kind: Work, name: string, bytes: Uint8Array, hash = ''): void => {
    gathered[kind].add(name, bytes, hash);
    if (gathered[kind].size >= BATCH) flush(kind);
  };
  const mustStand = (): void => {
    if (broken !== null) throw broken;
  };
  /** Waits until no more than so many batches are still to be done with. */
  const until = async (most: number): Promise<void> => {
    while (waiting > most && broken === null)
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    mustStand();
  };

  return {
    lookAhead: (job) => {
      post({ kind: 'look-ahead', ...job });
    },
    textOf: (id) => {
      mustStand();
      const text = texts.get(id);
      if (text !== undefined && !isEnough) {
        isEnough = true;
        post({ kind: 'enough' });
      }
      return text;
    },
    told: () => texts.size,
    ahead: () => ahead,
    prove: (sought) => {
      post({ kind: 'prove', sought });
    },
    search: (path, bytes) => {
      give('search', path, bytes);
    },
    write: (place, bytes, hash) => {
      give('write', place, bytes, hash);
    },
    room: () => until(MOST),
    done: async () => {
      flush('write');
      flush('search');
      await until(0);
      return leaks;
    },
    end: async () => {
      await thread?.terminate();
    },
  };
};
