import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { type Leak, searcher } from '../../shared/archive/proof';
import { invariant } from '../../shared/assert';
import { textReader } from '../newsroom/contents';
import { nodeFileSystem } from '../newsroom/file-system';
import { findReleaseFolders } from '../newsroom/folders';
import type { KnownText } from '../newsroom/known-texts';
import { readPeople, readSettings } from '../newsroom/read-all';
import { systemCode } from '../newsroom/save-file';
import { turn } from '../newsroom/turns';
import type { ReleaseId } from '../../shared/release/model';
import { mustHold } from './write-bundle';
import type { Batch, FromAide, AheadJob, ToAide } from './aide';
import { contextHash, makeLookAhead, nothingAhead } from './ahead';

/** So many releases are told of at once. */
const TOGETHER = 50;

/** Serves as the second thread of an export (`aide.ts`). */
export const serveAsAide = (): void => {
  const port = parentPort;
  invariant(port !== null, 'an aide is a thread of its own');
  const tell = (message: FromAide): void => {
    port.postMessage(message);
  };
  let isEnough = false;
  let search: ReturnType<typeof searcher>['search'] | null = null;

  /** Looks at a newsroom's releases from the last one on. What cannot be read is left for the other thread, which says so. */
  const lookAhead = async ({ newsroom, asOf }: AheadJob): Promise<void> => {
    const settings = await readSettings(newsroom);
    const people = await readPeople(newsroom);
    if (!settings.ok || !people.ok) return;
    const context = { people: people.value.people, approvals: settings.value.approvals };
    const ahead = nothingAhead(contextHash(context));
    const read = textReader(() => undefined, makeLookAhead(context, asOf, ahead));
    let texts: [ReleaseId, KnownText][] = [];
    const tellAll = (): void => {
      tell({ kind: 'ahead', context: ahead.context, texts, releases: [...ahead.releases], own: [...ahead.own] });
      texts = [];
      ahead.releases.clear();
      ahead.own.clear();
    };
    for (const { path, id } of (await findReleaseFolders(newsroom)).toReversed()) {
      if (isEnough) break;
      const known = id === null ? null : await readIfItCan(() => read(join(newsroom, path), id));
      if (id !== null && known !== null) texts.push([id, known]);
      if (texts.length < TOGETHER) continue;
      tellAll();
      await turn();
    }
    tellAll();
  };

  port.on('message', (message: ToAide) => {
    if (message.kind === 'look-ahead') void lookAhead(message);
    else if (message.kind === 'enough') isEnough = true;
    else if (message.kind === 'prove') ({ search } = searcher(message.sought));
    else if (message.kind === 'write') {
      for (const [place, bytes, hash] of filesIn(message)) {
        nodeFileSystem.writeNew(place, bytes);
        mustHold(place, hash);
      }
      tell({ kind: 'done', leaks: [] });
    } else {
      invariant(search !== null, 'it is said what to search for first');
      const leaks: Leak[] = [];
      for (const [path, bytes] of filesIn(message)) leaks.push(...search({ path, bytes }));
      tell({ kind: 'done', leaks });
    }
  });
};

/** The files of a batch, each with its name, and its hash. */
function* filesIn({ files, bytes }: Batch): Generator<readonly [string, Buffer, string]> {
  let at = bytes.byteOffset;
  for (const { name, length, hash } of files) {
    yield [name, Buffer.from(bytes.buffer, at, length), hash];
    at += length;
  }
}

/** What is known of a text once it is read; null where nothing may be noted, or the disk gives it not. */
const readIfItCan = async (read: () => ReturnType<ReturnType<typeof textReader>>): Promise<KnownText | null> => {
  try {
    const done = await read();
    return done.ok ? done.value.known : null;
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return null;
  }
};
