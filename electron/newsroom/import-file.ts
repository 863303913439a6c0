import { open } from 'node:fs/promises';
import path from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import type { ImportOptions } from '../../shared/import/assemble';
import type { ImportPreview, ImportedText } from '../../shared/import/model';
import { type Result, failed, ok } from '../../shared/result';
import { readingFault } from './disk-fault';

/** No release comes near this: a file this large was chosen by mistake. */
const LARGEST = 20_000_000;

/** The kinds of file that can be imported, for the system's dialogs. */
export const IMPORT_FILES = { name: 'Word documents, texts and web pages', extensions: ['docx', 'txt', 'html', 'htm'] };

/** What a file says, and which kind of import it is for. */
export type ImportSource = ImportedText & { readonly fileName: string };

/**
 * Reads a file chosen for import: a Word document; or a text in UTF-8, with or without a byte order mark, and a page also in
 * what it says it is written in. Faults: `refused` (kind or size), `invalid` (not UTF-8, or no whole Word document), `disk`.
 */
export async function readImportFile(file: string): Promise<Result<ImportSource, Fault>> {
  const fileName = path.basename(file);
  const kind = kindOf(fileName);
  if (kind === null) return failed(fault('refused', notRead(fileName)));
  let bytes: Uint8Array;
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > LARGEST) {
        return failed(fault('refused', `${fileName} is larger than 20 MB, too large for a release.`));
      }
      bytes = await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(readingFault(error, file));
  }
  if (kind === 'word') {
    try {
      const { readWord } = await import('./word-file');
      return ok({ fileName, kind, word: await readWord(bytes) });
    } catch (error) {
      return failed(fault('invalid', noWord(fileName), { detail: String(error) }));
    }
  }
  try {
    // Fatal: a letter that cannot be read would otherwise be replaced, and a word changed, without anybody noticing.
    return ok({ fileName, kind, text: decoded(bytes, kind === 'html' ? declaredCharset(bytes) : 'utf-8') });
  } catch (error) {
    return failed(
      fault('invalid', `${fileName} is not written in UTF-8. Save it as UTF-8 in the program it comes from.`, {
        detail: String(error),
      }),
    );
  }
}

/** Reads a file chosen for import as a release. Faults: those of `readImportFile`. */
export const importFile = async (
  file: string,
  options: Omit<ImportOptions, 'fileName'>,
): Promise<Result<ImportPreview, Fault>> => {
  const source = await readImportFile(file);
  if (!source.ok) return source;
  const own = { ...options, fileName: source.value.fileName };
  // Read when first used: no start waits for what reads files.
  switch (source.value.kind) {
    case 'word':
      return ok((await import('../../shared/import/word')).importWord(source.value.word, own));
    case 'html':
      return ok((await import('../../shared/import/html')).importHtml(source.value.text, own));
    case 'text':
      return ok((await import('../../shared/import/text')).importText(source.value.text, own));
  }
};

/** Why a file of another kind is not read, and what can be done. */
const notRead = (fileName: string): string =>
  /\.(?:doc|rtf|odt|pages)$/i.test(fileName)
    ? `${fileName} is not read. Open it in the program it comes from and save it as a Word document (.docx).`
    : `${fileName} is neither a Word document (.docx), nor a text file (.txt), nor a web page (.html, .htm).`;

const noWord = (fileName: string): string =>
  `${fileName} is not a whole Word document, or a password locks it. Save it again in Word, without a password.`;

/** What windows-1252 has for 0x80 to 0x9F; those it leaves free are the control characters of the same numbers. */
const WINDOWS =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Throws where a byte is no letter. Node 20 reads windows-1252 as latin1, so that its quote marks are read here. */
function decoded(bytes: Uint8Array, charset: string): string {
  if (charset !== 'windows-1252') return new TextDecoder(charset, { fatal: true }).decode(bytes);
  const latin = Buffer.from(bytes).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** What a page says near its beginning that its letters are, where we know it; else UTF-8. A byte order mark goes before. */
function declaredCharset(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  if (start.startsWith('\u00ef\u00bb\u00bf')) return 'utf-8';
  const said = /<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_:-]+)/i.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(said).encoding;
  } catch (error) {
    if (error instanceof RangeError) return 'utf-8';
    throw error;
  }
}

function kindOf(fileName: string): ImportSource['kind'] | null {
  switch (path.extname(fileName).toLowerCase()) {
    case '.docx':
      return 'word';
    case '.txt':
      return 'text';
    case '.html':
    case '.htm':
      return 'html';
    default:
      return null;
  }
}
