import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import { acceptImport } from '../../shared/import/accept';
import type { ImportPreview } from '../../shared/import/model';
import { releaseId } from '../../shared/release/id';
import { type Result, failed, ok } from '../../shared/result';
import { importFile } from '../newsroom/import-file';
import type { NewsroomStore } from '../newsroom/model';
import { type Arguments, type CliIo, type Command, type ExitCode, isSet, report, textOption } from './command';
import { importHandover } from './import-handover';
import { importPublished } from './import-published';
import { openNamed } from './open';
import { withWriting } from './write-lock';

/** What is told of one imported file. */
type Imported = Pick<ImportPreview, 'dropped' | 'missing' | 'words'> & {
  readonly file: string;
  readonly id: string;
  readonly headline: string;
  readonly paragraphs: number;
};

export const importFiles: Command = {
  name: 'import',
  usage:
    'FILE… --newsroom DIR [--published [--address URL] [--date DATE] | --handover] [--keep-furniture] [--who NAME]',
  summary: 'Brings Word documents, text and HTML files into a newsroom as releases',
  help: [
    '--newsroom DIR     the newsroom',
    '--keep-furniture   keep lines that look like page furniture ("Back to News Archive")',
    '--who NAME         who imports, for the history; else the name you are logged in with',
    '--published        back catalogue: as published, each at the address that it has; FILE may be a folder',
    '--address URL      where the page stands on the web, where it does not say so; of several files, their folder, ending in /',
    '--date DATE        when it was published, YYYY-MM-DD, where it does not say so',
    '--handover         FILE is a bundle that was made with --handover: its releases, with their ids, addresses and dates,',
    '                   and the notices of those that were taken back',
    'Exit code 1: something is missing that must be filled in. Back catalogue that lacks something is not taken in, nor are',
    'files of a folder that are of another kind (PDF, .doc and their like): they are named.',
  ],
  options: {
    newsroom: { type: 'string' },
    'keep-furniture': { type: 'boolean' },
    who: { type: 'string' },
    published: { type: 'boolean' },
    address: { type: 'string' },
    date: { type: 'string' },
    handover: { type: 'boolean' },
  },
  run: async (given, io) => {
    if (given.positionals.length === 0) return failed(fault('invalid', 'Say which file to import.'));
    const isPublished = isSet(given, 'published');
    const isHandover = isSet(given, 'handover');
    if (isPublished && isHandover) return failed(fault('invalid', 'Say either --published or --handover.'));
    for (const name of ['address', 'date'])
      if (!isPublished && textOption(given, name) !== null)
        return failed(fault('invalid', `--${name} is of the back catalogue: say --published too.`));
    const store = await openNamed(given, io);
    if (!store.ok) return store;
    const who = textOption(given, 'who') ?? io.who;
    return withWriting(store.value.folder, who, io, () =>
      (isHandover ? importHandover : isPublished ? importPublished : importAll)(store.value, who, given, io),
    );
  },
};

const importAll = async (
  store: NewsroomStore,
  who: string,
  given: Arguments,
  io: CliIo,
): Promise<Result<ExitCode, Fault>> => {
  const read = await store.read();
  if (!read.ok) return read;
  const language = read.value.settings.language;
  const imported: Imported[] = [];
  const faults: (Fault & { readonly file: string })[] = [];
  for (const file of given.positionals) {
    const preview = await importFile(resolve(file), { id: releaseId(randomBytes(12)), language });
    if (!preview.ok) {
      faults.push({ ...preview.fault, file });
      continue;
    }
    const { dropped, missing, words } = preview.value;
    const release = acceptImport(preview.value, isSet(given, 'keep-furniture') ? [...dropped.keys()] : []);
    const added = await store.addRelease(release, 'imported', who);
    if (!added.ok) {
      faults.push({ ...added.fault, file });
      continue;
    }
    const gone = isSet(given, 'keep-furniture') ? [] : dropped;
    const { id, headline, body } = release;
    imported.push({ file, id, headline, paragraphs: body.length, words, dropped: gone, missing });
  }
  for (const each of faults) io.stderr.write(`standfirst import: ${each.file}: ${each.message}\n`);
  await report(given, io, { imported, faults }, imported.flatMap(linesOf));
  if (faults.length > 0) return ok(2);
  return ok(imported.some((each) => each.missing.length > 0) ? 1 : 0);
};

const linesOf = (each: Imported): readonly string[] => [
  `${each.file}: ${each.id}, ${each.paragraphs} paragraphs, ${each.words} words`,
  ...each.dropped.map(({ text, why }) => `  left out: ${text} (${why})`),
  ...each.missing.map((field) => `  missing: ${field}`),
];
