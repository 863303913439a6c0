import { writeFile } from 'node:fs/promises';
import { ZipFile } from 'yazl';

/** Writes a zip file of texts by their names in it. */
export const writeZip = async (file: string, texts: ReadonlyMap<string, string>): Promise<void> => {
  const zip = new ZipFile();
  for (const [name, text] of texts) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await writeFile(file, zip.outputStream);
};
