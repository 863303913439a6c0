import { isUtf8 } from 'node:buffer';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';

/**
 * The text of a file's bytes. Fault: `unreadable` where they are not whole UTF-8. Read all the same, letters would have other
 * signs in their place, and the next that is written would make that last.
 */
export const wholeText = (bytes: Uint8Array, where: string): Result<string, Fault> =>
  isUtf8(bytes)
    ? ok(Buffer.from(bytes).toString('utf8'))
    : failed(fault('unreadable', 'The file is damaged: it is not whole UTF-8 text.', { where }));
