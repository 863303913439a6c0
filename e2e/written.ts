import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** What is not there is nothing; any other failure is one. */
const orNothing = <Value>(read: Promise<Value>, nothing: Value): Promise<Value> =>
  read.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing;
    throw error;
  });

/**
 * All that stands in the documents below a folder, as one text. The program goes on meanwhile: what it deletes between
 * being listed and being read is not there.
 */
export const written = async (folder: string): Promise<string> => {
  const entries = await orNothing(readdir(folder, { recursive: true, withFileTypes: true }), []);
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json'));
  const texts = files.map((file) => orNothing(readFile(path.join(file.parentPath, file.name), 'utf8'), ''));
  return (await Promise.all(texts)).filter((text) => text !== '').join('\n');
};
