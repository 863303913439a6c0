import { open } from 'node:fs/promises';
import path from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { diskFault } from './disk-fault';

/** No release comes near this: a file this large was chosen by mistake. */
const LARGEST = 20_000_000;

/** A file's text, and which of the two kinds of import it is for. */
export type ImportSource = { readonly fileName: string; readonly kind: 'text' | 'html'; readonly text: string };

/**
 * Reads a file chosen for import: UTF-8, with or without a byte order mark. Faults: `refused` (kind or size),
 * `invalid` (not UTF-8), `disk`.
 */
export async function readImportFile(file: string): Promise<Result<ImportSource, Fault>> {
  const fileName = path.basename(file);
  const kind = kindOf(fileName);
  if (kind === null) {
    return failed(fault('refused', `${fileName} is neither a text file (.txt) nor a web page (.html, .htm).`));
  }
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
    return failed(diskFault(error, file));
  }
  try {
    // Fatal: a letter that cannot be read would otherwise be replaced, and a word changed, without anybody noticing.
    return ok({ fileName, kind, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
  } catch (error) {
    return failed(
      fault('invalid', `${fileName} is not written in UTF-8. Save it as UTF-8 in the program it comes from.`, {
        detail: String(error),
      }),
    );
  }
}

function kindOf(fileName: string): ImportSource['kind'] | null {
  switch (path.extname(fileName).toLowerCase()) {
    case '.txt':
      return 'text';
    case '.html':
    case '.htm':
      return 'html';
    default:
      return null;
  }
}
