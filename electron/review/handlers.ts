import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { type Fault, fault } from '../../shared/fault';
import { acceptImport } from '../../shared/import/accept';
import type { Handlers } from '../../shared/ipc/contract';
import { comparisonPage } from '../../shared/paper/comparison';
import { slug } from '../../shared/release/slug';
import { type Result, failed, ok } from '../../shared/result';
import { reviewCopy } from '../../shared/review/copy';
import { parseReply, takenReply } from '../../shared/review/reply';
import { askPath } from '../ask-path';
import type { Log } from '../log';
import { IMPORT_FILES, importFile } from '../newsroom/import-file';
import type { NewsroomStore } from '../newsroom/model';
import { heldUntil } from '../newsroom/standing-embargo';
import { asPdf, askWhere, print, writeOut } from '../paper/paper-window';
import type { Session } from '../session';
import type { SettingsStore } from '../settings/store';
import { readReply } from './read-reply';
import { reviewCopyOf } from './review-copy';

type Needs = {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly log: Log;
  readonly window: () => BrowserWindow;
};

/** Calls about remarks, agreements, review copies, and comparisons that leave the newsroom or come from outside it. */
export const reviewHandlers = ({ session, settings, log, window }: Needs) => {
  const who = () => settings.get().who;
  const inNewsroom = async <Value>(
    act: (store: NewsroomStore) => Promise<Result<Value, Fault>>,
  ): Promise<Result<Value, Fault>> => {
    const store = session.current();
    return store.ok ? act(store.value) : store;
  };

  return {
    'review:read': (id) => inNewsroom((store) => store.review(id)),
    'review:change': (id, change) => inNewsroom((store) => store.changeReview(id, change, who())),
    'review:agree': (id, agreement) => inNewsroom((store) => store.agree(id, agreement, who())),
    'review:copy': (id, asked) =>
      inNewsroom(async (store) => {
        const copy = await reviewCopyOf(store, id, asked, new Date().toISOString());
        if (!copy.ok) return copy;
        const file = await askWhere(window(), {
          title: 'Save the review copy',
          called: `review-${slug(copy.value.release.headline, 40)}`,
          form: 'html',
        });
        return file.ok ? writeOut(file.value, reviewCopy(copy.value)) : file;
      }),
    'review:take-reply': (id) =>
      inNewsroom(async (store) => {
        const chosen = await askPath(window(), {
          title: 'Choose the remarks that came back',
          properties: ['openFile'],
          filters: [{ name: 'Remarks', extensions: ['txt'] }],
        });
        if (!chosen.ok) return chosen;
        const text = await readReply(chosen.value);
        if (!text.ok) return text;
        const reply = parseReply(text.value);
        if (!reply.ok) return failed({ ...reply.fault, where: chosen.value });
        if (reply.value.release !== id)
          return failed(
            fault('refused', 'These remarks are on another release. Open that one, then bring them in there.', {
              where: chosen.value,
              detail: reply.value.release,
            }),
          );
        const version = await store.version(id, reply.value.text);
        if (!version.ok) return version;
        const taken = await store.takeReply(id, takenReply(version.value, reply.value), who());
        return taken.ok ? ok({ ...taken.value, by: reply.value.by, of: reply.value.text }) : taken;
      }),
    'compare:choose-file': (id) =>
      inNewsroom(async (store) => {
        const read = await store.read();
        if (!read.ok) return read;
        const chosen = await askPath(window(), {
          title: 'Choose a file to put beside the release',
          properties: ['openFile'],
          filters: [IMPORT_FILES],
        });
        if (!chosen.ok) return chosen;
        const preview = await importFile(chosen.value, { id, language: read.value.settings.language });
        if (!preview.ok) return preview;
        return ok({ name: basename(chosen.value), release: acceptImport(preview.value, []) });
      }),
    'compare:read-release': (id) =>
      inNewsroom(async (store) => {
        const opened = await store.openRelease(id);
        return opened.ok ? ok(opened.value.release) : opened;
      }),
    'compare:paper': ({ before, after, names, about, inline, form }) =>
      inNewsroom(async (store) => {
        const read = await store.read();
        if (!read.ok) return read;
        const { settings: newsroom, people } = read.value;
        const embargo = await heldUntil(store, after, before);
        if (!embargo.ok) return embargo;
        const page = comparisonPage({
          before,
          after,
          embargo: embargo.value,
          names,
          about,
          inline,
          context: { people: people.people, approvals: newsroom.approvals },
          at: new Date().toISOString(),
          zone: newsroom.zone,
        });
        if (form === 'print') return print(page, log);
        const called = `comparison-${slug(after.headline, 40)}`;
        const file = await askWhere(window(), { title: 'Save the comparison', called, form });
        return file.ok ? writeOut(file.value, await asPdf(page, log)) : file;
      }),
  } satisfies Pick<Handlers, Extract<keyof Handlers, `${'review' | 'compare'}:${string}`>>;
};
