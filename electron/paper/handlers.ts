import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Answers, Handlers } from '../../shared/ipc/contract';
import { type HistoryPaper, historyPage, historyText } from '../../shared/paper/history';
import { mediaCopyHtml, mediaCopyPage, mediaCopyText } from '../../shared/paper/media-copy';
import { slug } from '../../shared/release/slug';
import { fault } from '../../shared/fault';
import type { MediaName, ReleaseId } from '../../shared/release/model';
import { failed, ok } from '../../shared/result';
import type { Log } from '../log';
import type { Session } from '../session';
import { onDisk } from '../newsroom/disk-fault';
import { readMedia } from '../media/media-folder';
import { LOOK_FOLDER, readLook } from '../newsroom/look';
import { heldUntil } from '../newsroom/standing-embargo';
import { mediaCopyOf } from './media-copy';
import type { WebCopies } from './web-copies';
import { asPdf, askWhere, print, writeOut } from './paper-window';

type Needs = {
  readonly session: Session;
  readonly log: Log;
  readonly webCopies: WebCopies;
  readonly window: () => BrowserWindow;
};

/** Calls that put a version and the history it stands in, or the media copy, on paper or into a file. */
export const paperHandlers = ({ session, log, webCopies, window }: Needs) => {
  const copyOf = async (id: ReleaseId): ReturnType<typeof mediaCopyOf> => {
    const store = session.current();
    return store.ok ? mediaCopyOf(store.value, id, new Date()) : store;
  };
  return {
    'paper:history': async (id, object, form) => {
      const store = session.current();
      if (!store.ok) return store;
      const newsroom = await store.value.read();
      if (!newsroom.ok) return newsroom;
      const lines = await store.value.versions(id);
      if (!lines.ok) return lines;
      const version = lines.value.findLast((line) => line.object === object);
      if (version === undefined) return failed(fault('not-found', 'This version is not in the history.'));
      const text = await store.value.version(id, object);
      if (!text.ok) return text;
      const embargo = await heldUntil(store.value, text.value);
      if (!embargo.ok) return embargo;
      const { zone } = newsroom.value.settings;
      const paper: HistoryPaper = { text: text.value, version, embargo: embargo.value, lines: lines.value, zone };
      if (form === 'print') return print(historyPage(paper), log);
      const called = `history-${slug(text.value.headline, 40)}`;
      const file = await askWhere(window(), { title: 'Save the version and its history', called, form });
      if (!file.ok) return file;
      return writeOut(file.value, form === 'pdf' ? await asPdf(historyPage(paper), log) : historyText(paper));
    },
    'paper:media-copy': async (id): Promise<Answers['paper:media-copy']> => {
      const copy = await copyOf(id);
      if (!copy.ok) return copy;
      return ok({ text: mediaCopyText(copy.value), html: mediaCopyHtml(copy.value) });
    },
    'paper:web-copy': async (id): Promise<Answers['paper:web-copy']> => {
      const store = session.current();
      if (!store.ok) return store;
      const newsroom = await store.value.read();
      if (!newsroom.ok) return newsroom;
      const copy = await copyOf(id);
      if (!copy.ok) return copy;
      const look = await onDisk(store.value.folder, async () => ok(await readLook(store.value.folder)));
      if (!look.ok) return look;
      const { release, settings, at } = copy.value;
      // Read when first used: no start waits for what makes the archive.
      const { webCopy } = await import('../../shared/archive/web-copy');
      const page = webCopy({
        text: release,
        current: release,
        settings: look.value === null ? settings : { ...settings, lookFiles: look.value },
        context: { people: newsroom.value.people.people, approvals: settings.approvals },
        at,
      });
      const logo = settings.look?.logo?.file;
      const picture = (file: MediaName) =>
        file === logo ? readMedia(path.join(store.value.folder, LOOK_FOLDER), file) : store.value.media(id, file);
      return ok(webCopies.show({ ...page, picture }));
    },
    'paper:issue-media-copy': async (id, form): Promise<Answers['paper:issue-media-copy']> => {
      const made = await copyOf(id);
      if (!made.ok) return made;
      const copy = made.value;
      if (form === 'print') return print(mediaCopyPage(copy), log);
      const called = `media-copy-${slug(copy.release.headline, 40)}`;
      const file = await askWhere(window(), { title: 'Save the media copy', called, form });
      if (!file.ok) return file;
      return writeOut(file.value, form === 'pdf' ? await asPdf(mediaCopyPage(copy), log) : mediaCopyText(copy));
    },
  } satisfies Pick<Handlers, Extract<keyof Handlers, `paper:${string}`>>;
};
