import { randomBytes } from 'node:crypto';
import { type CataloguePage, readCatalogueFile } from '../../shared/import/catalogue';
import type { Fault } from '../../shared/fault';
import { releaseId } from '../../shared/release/id';
import { type Result, ok } from '../../shared/result';
import { readImportFile } from '../newsroom/import-file';
import type { FoundFile } from './files';

/** Reads one file of the back catalogue. Faults: those of reading a file for import. */
export const readCataloguePage = async (
  { file, path }: FoundFile,
  language: string,
): Promise<Result<CataloguePage, Fault>> => {
  const source = await readImportFile(file);
  if (!source.ok) return source;
  return ok(readCatalogueFile({ ...source.value, path }, { id: releaseId(randomBytes(12)), language }));
};
