import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { saveFile, systemCode } from './save-file';

/**
 * Writes a file of the app's own data that only saves work and may be lost, and makes its folder. A disk's failure is given
 * back and not thrown.
 */
export const writeSaving = async (file: string, contents: string | Uint8Array): Promise<Error | null> => {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await saveFile(file, contents);
    return null;
  } catch (error) {
    if (systemCode(error) === '' || !(error instanceof Error)) throw error;
    return error;
  }
};
