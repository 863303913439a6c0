import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { diskFault } from '../newsroom/disk-fault';

/** A file of the back catalogue: where it lies, and its path below what was chosen, `/` between parts. */
export type FoundFile = { readonly file: string; readonly path: string };

/** More than any press office ever wrote: a folder with so many was chosen by mistake. */
const MOST = 50_000;
const READ = /\.(?:docx|txt|html?)$/i;
/** What may hold a release, and is not read. */
const DOCUMENT = /\.(?:md|doc|odt|rtf|pdf)$/i;
/** What Word keeps beside a document while it is open. */
const OF_WORD = /^~\$/;

export type CatalogueFiles = { readonly pages: readonly FoundFile[]; readonly documents: readonly FoundFile[] };

/**
 * The texts, web pages and Word documents below a folder, and documents of other kinds, each sorted by path. Links are not followed,
 * and what begins with a dot is the system's. Faults: `disk`, and `refused` where there are no pages, or too many.
 */
export const catalogueFiles = async (folder: string): Promise<Result<CatalogueFiles, Fault>> => {
  const found: FoundFile[] = [];
  const documents: FoundFile[] = [];
  const open = [''];
  try {
    for (let below = open.pop(); below !== undefined; below = open.pop()) {
      for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
        if (entry.name.startsWith('.') || OF_WORD.test(entry.name)) continue;
        const own = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory()) open.push(own);
        else if (entry.isFile() && READ.test(entry.name)) found.push({ file: path.join(folder, own), path: own });
        else if (entry.isFile() && DOCUMENT.test(entry.name))
          documents.push({ file: path.join(folder, own), path: own });
      }
      if (found.length > MOST)
        return failed(
          fault('refused', 'This folder holds more than 50,000 pages. Choose one below it.', { where: folder }),
        );
    }
  } catch (error) {
    return failed(diskFault(error, folder));
  }
  if (found.length === 0)
    return failed(
      fault('refused', 'There is no web page (.html, .htm), text (.txt) or Word document (.docx) in this folder.', {
        where: folder,
      }),
    );
  const byPath = (a: FoundFile, b: FoundFile): number => (a.path < b.path ? -1 : 1);
  return ok({ pages: found.sort(byPath), documents: documents.sort(byPath) });
};
