import { isUtf8 } from 'node:buffer';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed } from '../../shared/result';

/**
 * Reads a document from a file's bytes; `where` is said with what fails. Fault: `unreadable` where they are not whole UTF-8, else
 * those of `parse`. Read all the same, letters would have other signs in their place, and the next that is written would make
 * that last.
 */
export const parseWhole = <Value>(
  bytes: Uint8Array,
  where: string,
  parse: (text: string) => Result<Value, Fault>,
): Result<Value, Fault> => {
  if (!isUtf8(bytes))
    return failed(
      fault(
        'unreadable',
        'The file is not whole UTF-8 text: it is damaged, or another program saved it in other letters. Save it there as UTF-8, or put a copy from a backup in its place.',
        { where },
      ),
    );
  const parsed = parse(Buffer.from(bytes).toString('utf8'));
  return parsed.ok ? parsed : failed({ ...parsed.fault, where });
};
