import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import type { Instant } from '../../shared/release/model';

/** The folder in the app's own data for the backups of a newsroom, named by where that really lies. */
export const backupFolder = async (data: string, newsroom: string): Promise<string> =>
  join(data, 'backups', sha256Hex(await realpath(newsroom)).slice(0, 16));

const NAME = /^backup-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.zip$/;

/** The name of a backup made at an instant: it sorts by time and is safe on every system. */
export const backupName = (at: Instant): string => `backup-${at.replace(/[-:.]/g, '')}.zip`;

/** When a backup of this name was made; null where it is not the name of one. */
export const instantOf = (name: string): Instant | null => {
  const [, year, month, day, hour, minute, second, thousandth] = NAME.exec(name) ?? [];
  if (thousandth === undefined) return null;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandth}Z`;
  return Number.isNaN(Date.parse(at)) ? null : at;
};
