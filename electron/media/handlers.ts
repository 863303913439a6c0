import { readFile, stat } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';
import type { Answers, Handlers } from '../../shared/ipc/contract';
import { MAX_MEDIA, MEDIA_TYPES } from '../../shared/release/media';
import { ok } from '../../shared/result';
import { askPath } from '../ask-path';
import { onDisk } from '../newsroom/disk-fault';
import type { Session } from '../session';

type Needs = { readonly session: Session; readonly window: () => BrowserWindow };

/** Reads a file that a person chose; of one that is larger than may be taken no more than shows that it is. */
export const readChosen = (path: string) =>
  onDisk<Uint8Array>(path, async () => {
    const { size } = await stat(path);
    return ok(size > MAX_MEDIA ? new Uint8Array(MAX_MEDIA + 1) : await readFile(path));
  });

/** Calls about pictures: the bytes come from the page, or from a file that a person chose in the system's dialog. */
export const mediaHandlers = ({ session, window }: Needs) =>
  ({
    'media:add': async (id, bytes): Promise<Answers['media:add']> => {
      const store = session.current();
      return store.ok ? store.value.addMedia(id, bytes) : store;
    },
    'media:pick': async (id): Promise<Answers['media:pick']> => {
      const store = session.current();
      if (!store.ok) return store;
      const chosen = await askPath(window(), {
        title: 'Choose a picture',
        buttonLabel: 'Insert',
        properties: ['openFile'],
        filters: [{ name: 'Pictures', extensions: [...Object.keys(MEDIA_TYPES), 'jpeg'] }],
      });
      if (!chosen.ok) return chosen;
      const read = await readChosen(chosen.value);
      return read.ok ? store.value.addMedia(id, read.value) : read;
    },
    'media:adopt': async (id, file, from): Promise<Answers['media:adopt']> => {
      const store = session.current();
      return store.ok ? store.value.adoptMedia(id, file, from) : store;
    },
  }) satisfies Pick<Handlers, Extract<keyof Handlers, `media:${string}`>>;
