import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import { type CataloguePage, type CatalogueGap, urlBelow } from '../../shared/import/catalogue';
import type { Judging } from '../../shared/import/judge';
import type { Furniture } from '../../shared/import/model';
import { type Result, failed, ok } from '../../shared/result';
import { type CatalogueFiles, type FoundFile, catalogueFiles } from '../catalogue/files';
import { readCataloguePage } from '../catalogue/read';
import { type CatalogueEntry, judgeEntry, takeIn } from '../catalogue/take-in';
import { readingFault } from '../newsroom/disk-fault';
import type { NewsroomStore } from '../newsroom/model';
import { type Arguments, type CliIo, type ExitCode, isSet, report, textOption } from './command';

/** What is told of one page of the back catalogue. */
type Told = {
  readonly file: string;
  /** Empty where it was not taken in. */
  readonly id: string;
  readonly address: string;
  readonly headline: string;
  readonly date: string;
  /** From where the date and the address are known. */
  readonly from: { readonly date: string; readonly address: string };
  readonly paragraphs: number;
  readonly words: number;
  readonly dropped: readonly Furniture[];
  readonly missing: readonly CatalogueGap[];
  readonly says: readonly string[];
};

/**
 * Takes files and folders in as published, each at the address that it has. Nothing is made up: where a date, a headline
 * or an address is missing the page is left out, and said to be.
 */
export const importPublished = async (
  store: NewsroomStore,
  who: string,
  given: Arguments,
  io: CliIo,
): Promise<Result<ExitCode, Fault>> => {
  const read = await store.read();
  if (!read.ok) return read;
  const named = await filesNamed(given.positionals);
  if (!named.ok) return named;
  const { pages, documents } = named.value;
  const { siteAddress, language } = read.value.settings;
  const address = textOption(given, 'address');
  const date = textOption(given, 'date');
  if (pages.length > 1 && address !== null && !address.endsWith('/'))
    return failed(fault('invalid', 'Of several files, --address names the folder in which they lie: end it with /.'));
  if (pages.length > 1 && date !== null)
    return failed(fault('invalid', '--date is that of one file. Several have days of their own.'));
  const inUse = await store.addressesInUse();
  if (!inUse.ok) return inUse;
  const judging = {
    siteAddress,
    today: io.now().toISOString().slice(0, 10),
    taken: new Set(inUse.value.keys()),
  };

  const imported: Told[] = [];
  const faults: (Fault & { readonly file: string })[] = [];
  for (const found of pages) {
    const page = await readCataloguePage(found, language);
    if (!page.ok) {
      faults.push({ ...page.fault, file: found.file });
      continue;
    }
    const entry = entryOf(page.value, { address, date });
    const told = await takeInOne(store, entry, found, judging, { who, given });
    if (told.ok) imported.push(told.value);
    else faults.push({ ...told.fault, file: found.file });
  }
  // What lies among them and is of a kind that is not read, each with why.
  const unread: { readonly file: string; readonly message: string }[] = [];
  for (const found of documents) {
    const page = await readCataloguePage(found, language);
    if (!page.ok) unread.push({ file: found.file, message: page.fault.message });
  }
  for (const each of [...faults, ...unread]) io.stderr.write(`standfirst import: ${each.file}: ${each.message}\n`);
  await report(given, io, { imported, faults, unread }, imported.flatMap(linesOf));
  if (faults.length > 0) return ok(2);
  return ok(unread.length > 0 || imported.some((each) => each.id === '') ? 1 : 0);
};

const entryOf = (
  page: CataloguePage,
  { address, date }: { readonly address: string | null; readonly date: string | null },
): CatalogueEntry => ({
  page,
  fill: {
    headline: page.preview.release.headline,
    date: date ?? page.date?.value ?? '',
    url: address === null ? (page.url?.value ?? '') : address.endsWith('/') ? urlBelow(address, page.path) : address,
  },
});

const takeInOne = async (
  store: NewsroomStore,
  entry: CatalogueEntry,
  { file }: FoundFile,
  judging: Judging & { readonly taken: Set<string> },
  { who, given }: { readonly who: string; readonly given: Arguments },
): Promise<Result<Told, Fault>> => {
  const { page, fill } = entry;
  const { headline, date, url } = fill;
  const { dropped, words, release } = page.preview;
  const { gaps, says, place } = judgeEntry(entry, judging);
  const keep = isSet(given, 'keep-furniture') ? [...dropped.keys()] : [];
  const taken = gaps.length > 0 ? null : await takeIn(store, entry, judging, { who, keep });
  if (taken !== null && !taken.ok) return taken;
  return ok({
    file,
    id: taken === null ? '' : taken.value.id,
    address: place ?? url,
    headline,
    date,
    from: {
      date: textOption(given, 'date') === null ? (page.date?.from ?? '') : '--date',
      address: textOption(given, 'address') === null ? (page.url?.from ?? '') : '--address',
    },
    paragraphs: release.body.length,
    words,
    dropped: keep.length > 0 ? [] : dropped,
    missing: gaps,
    says,
  });
};

/** The files named, and those below the folders named, with the documents of other kinds that lie there. */
const filesNamed = async (names: readonly string[]): Promise<Result<CatalogueFiles, Fault>> => {
  const pages: FoundFile[] = [];
  const documents: FoundFile[] = [];
  for (const name of names) {
    const file = resolve(name);
    try {
      if (!(await stat(file)).isDirectory()) {
        pages.push({ file, path: basename(file) });
        continue;
      }
    } catch (error) {
      return failed(readingFault(error, file));
    }
    const below = await catalogueFiles(file);
    if (!below.ok) return below;
    pages.push(...below.value.pages);
    documents.push(...below.value.documents);
  }
  return ok({ pages, documents });
};

const linesOf = (each: Told): readonly string[] => [
  each.id === ''
    ? `${each.file}: not taken in`
    : `${each.file}: ${each.id}, published ${each.date} (${each.from.date}) at ${each.address} (${each.from.address}), ${each.words} words`,
  ...each.dropped.map(({ text, why }) => `  left out: ${text} (${why})`),
  ...each.missing.map((field) => `  missing: ${field}`),
  ...each.says.map((sentence) => `  ${sentence}`),
];
