import path from 'node:path';
import { type BrowserWindow, app, clipboard, dialog } from 'electron';
import { type Fault, fault } from '../../shared/fault';
import type { Arguments, Handlers } from '../../shared/ipc/contract';
import { slug } from '../../shared/release/slug';
import { type Result, failed, ok } from '../../shared/result';
import type { Issuing, Sheet } from '../../shared/sheets/model';
import { sheetPage } from '../../shared/sheets/page';
import { sheetText } from '../../shared/sheets/text';
import type { Log } from '../log';
import { onDisk } from '../newsroom/disk-fault';
import type { NewsroomStore } from '../newsroom/model';
import { saveFile } from '../newsroom/save-file';
import type { Session } from '../session';
import type { SettingsStore } from '../settings/store';
import { composeSheet, noteSheet } from './compose';
import { withSheetPage } from './sheet-window';

type Needs = {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly log: Log;
  readonly window: () => BrowserWindow;
};
type Asked = Arguments<'sheets:issue'>[0];

/** Calls about sheets for approval. Nothing leaves before its line is in the history; only the printer answers first. */
export const sheetHandlers = ({ session, settings, log, window }: Needs) => {
  const issue = async (store: NewsroomStore, asked: Asked): Promise<Result<string | null, Fault>> => {
    const { who: by } = settings.get();
    const composed = await composeSheet(store, asked);
    if (!composed.ok) return composed;
    const { sheet } = composed.value;
    const { to, form } = asked;
    const issuing: Issuing = { at: new Date().toISOString(), by, to };
    const note = () => noteSheet(store, composed.value, { to, form, who: by });

    if (form === 'print') {
      const printed = await print(sheetPage(sheet, issuing), log);
      if (!printed.ok) return printed;
      const noted = await note();
      return noted.ok ? ok(null) : noted;
    }
    if (form === 'e-mail') {
      const noted = await note();
      if (noted.ok) clipboard.writeText(sheetText(sheet, issuing));
      return noted.ok ? ok(null) : noted;
    }
    const file = await askWhere(window(), sheet, form);
    if (!file.ok) return file;
    const contents = form === 'pdf' ? await pdf(sheetPage(sheet, issuing), log) : sheetText(sheet, issuing);
    const noted = await note();
    if (!noted.ok) return noted;
    return onDisk(file.value, async () => {
      await saveFile(file.value, contents);
      return ok(file.value);
    });
  };

  return {
    'sheets:issue': async (asked) => {
      const store = session.current();
      if (!store.ok) return store;
      // What was typed last is on its way to the disk, and the sheet is made from there.
      await store.value.settled();
      return issue(store.value, asked);
    },
  } satisfies Pick<Handlers, 'sheets:issue'>;
};

const KINDS = {
  pdf: { extension: 'pdf', name: 'PDF' },
  text: { extension: 'txt', name: 'Plain text' },
} as const;

const askWhere = async (
  window: BrowserWindow,
  { speaker, headline }: Sheet,
  form: keyof typeof KINDS,
): Promise<Result<string, Fault>> => {
  const { extension, name } = KINDS[form];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the approval sheet',
    buttonLabel: 'Save the sheet',
    defaultPath: path.join(
      app.getPath('documents'),
      `approval-${slug(speaker, 24)}-${slug(headline, 32)}.${extension}`,
    ),
    filters: [{ name, extensions: [extension] }],
  });
  if (canceled || filePath === '') return failed(fault('cancelled', 'No sheet was saved.'));
  return ok(path.extname(filePath) === '' ? `${filePath}.${extension}` : filePath);
};

const pdf = (page: string, log: Log): Promise<Uint8Array> =>
  withSheetPage(page, log, (contents) =>
    contents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true }),
  );

const print = (page: string, log: Log): Promise<Result<null, Fault>> =>
  withSheetPage(
    page,
    log,
    (contents) =>
      new Promise((resolve) => {
        contents.print({ silent: false }, (done, why) => {
          if (done) resolve(ok(null));
          else if (/cancel/i.test(why)) resolve(failed(fault('cancelled', 'Nothing was printed.')));
          else
            resolve(
              failed(
                fault('refused', 'The sheet was not printed. Save it as PDF instead, or choose another printer.', {
                  detail: why,
                }),
              ),
            );
        });
      }),
  );
