import { readFileSync, renameSync } from 'node:fs';
import type { Log } from '../log';
import { type Settings, settingsSchema } from './model';

/**
 * Reads the settings file before electron-store does. A file that is missing gives null; one that is damaged or of an
 * unknown form is moved aside under a new name, never overwritten, and gives null too.
 */
export function readSettings(file: string, log: Log): Settings | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const problem = (error: unknown) => {
    const aside = `${file}.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    renameSync(file, aside);
    log.fault('settings moved aside', error, { aside });
    return null;
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return problem(error);
  }
  const parsed = settingsSchema.safeParse(value);
  return parsed.success ? parsed.data : problem(parsed.error);
}
