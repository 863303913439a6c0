import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { LARGEST_REPLY } from '../../shared/review/reply';
import { onDisk } from '../newsroom/disk-fault';

/** The text of a file that a reviewer sent back. Faults: `invalid` where it is too large or not UTF-8, `disk`. */
export const readReply = (path: string): Promise<Result<string, Fault>> =>
  onDisk(path, async () => {
    const { size } = await stat(path);
    if (size > 4 * LARGEST_REPLY)
      return failed(fault('invalid', 'The file is too large to hold remarks from a review copy.', { where: path }));
    const bytes = await readFile(path);
    // A letter that cannot be read would be replaced, and the reviewer's word changed, without anybody noticing.
    if (!isUtf8(bytes))
      return failed(
        fault('invalid', 'The remarks were saved in other letters on the way. Ask for the file as it was sent.', {
          where: path,
          detail: 'it is not UTF-8',
        }),
      );
    return ok(bytes.toString('utf8'));
  });
