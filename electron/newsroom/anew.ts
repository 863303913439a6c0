import { type Fault, fault } from '../../shared/fault';
import { type Result, failed } from '../../shared/result';
import { readIfThere } from './history';
import { ChangedMeanwhile } from './save-file';

/** So often work is begun anew because something else keeps writing the same file. */
export const LOOKS = 5;

/**
 * Reads a file and writes it by what was read; `instead` are its bytes, null where there is none. Begun anew where another
 * program wrote it in between. Fault: `conflict` where it keeps doing so.
 */
export const readAndWrite = async <Value>(
  file: string,
  work: (instead: Uint8Array | null) => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault>> => {
  for (let looks = 1; ; looks += 1)
    try {
      return await work(await readIfThere(file));
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      if (looks === LOOKS)
        return failed(
          fault('conflict', 'Another program keeps writing this file. Stop it, then try again.', { where: file }),
        );
    }
};
