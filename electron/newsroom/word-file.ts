import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl';
import { type WordPackage, openWord } from '../../shared/import/word-package';

/** No release comes near this: what is longer was made to fill the memory. */
const LONGEST = 20_000_000;

/** Opens a Word document by its bytes. Throws where they are none, or not a whole one. */
export const readWord = async (bytes: Uint8Array): Promise<WordPackage> => {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true });
  const parts = new Map<string, string>();
  let length = 0;
  for await (const entry of zip.eachEntry()) {
    // What a release has of it is all in these; pictures and fonts are not even unpacked.
    if (!/\.(?:xml|rels)$/i.test(entry.fileName)) continue;
    length += entry.uncompressedSize;
    if (length > LONGEST) throw new Error(`More than ${LONGEST} bytes are packed in it.`);
    parts.set(entry.fileName, await textOf(zip, entry));
  }
  const word = openWord(parts);
  if (word === null) throw new Error('It holds no text of a Word document.');
  return word;
};

const textOf = async (zip: ZipFile, entry: Entry): Promise<string> => {
  const read: Uint8Array[] = [];
  // No more than the entry says: the stream ends with an error where there is.
  for await (const part of await zip.openReadStreamPromise(entry)) read.push(part as Uint8Array);
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(read));
};
