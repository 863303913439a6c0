import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { invariant } from '../../shared/assert';

/** Puts one file into a zip that is being written, after those before it. Throws what its stream throws. */
export type AddToZip = (
  path: string,
  contents: Readable | Buffer,
  more?: { readonly packed?: boolean },
) => Promise<void>;

/** So many bytes given whole may wait to be written; the next file is then waited for, and with it those before. */
const WAITING = 256 * 1024;

/**
 * The bytes of a zip file, as they are asked for. `fill` puts the files in, one after the other, and gives the zip's
 * comment; nothing of it runs before the first bytes are asked for, and all streams end when whoever asks stops early.
 */
export async function* zipped(fill: (add: AddToZip) => Promise<string>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream;
  invariant(output instanceof PassThrough, 'a zip is written through a stream that can be ended');
  zip.on('error', (error: Error) => output.destroy(error));
  let waiting = 0;
  const add: AddToZip = async (path, given, { packed = false } = {}) => {
    // A stream a file takes many times as long as its bytes at once: small files come so, and are not waited for.
    if (Buffer.isBuffer(given) && waiting + given.length < WAITING && !output.destroyed) {
      waiting += given.length;
      zip.addBuffer(given, path, { compress: !packed });
      return;
    }
    waiting = 0;
    const contents = Buffer.isBuffer(given) ? Readable.from([given]) : given;
    const stop = (): void => void contents.destroy();
    output.once('close', stop);
    try {
      if (output.destroyed) stop();
      else zip.addReadStream(contents, path, { compress: !packed });
      await finished(contents);
      // Else whoever reads slowly would have all that is read meanwhile in memory.
      if (output.writableNeedDrain) await Promise.race([once(output, 'drain'), once(output, 'close')]);
    } finally {
      output.removeListener('close', stop);
    }
  };
  const filling = fill(add).then(
    (comment) => zip.end({ comment, forceZip64Format: false }),
    (error: unknown) => void output.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
  } finally {
    output.destroy();
    await filling;
  }
}

/** A text of ASCII alone, as a zip's comment is read the same by every program: all else is escaped as in JSON. */
export const asComment = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
