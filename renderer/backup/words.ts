import type { Backup, BackupReason } from '../../shared/backup/model';
import { counted } from '../ui/dates';

const REASONS: Readonly<Record<BackupReason, string>> = {
  daily: 'daily',
  asked: 'made by hand',
  'before-change': 'made before a change of form',
};

/** What a backup holds: "9 releases · 1.2 MB · daily". */
export const backupWords = ({ facts, size }: Backup): string =>
  facts === null
    ? 'Not whole: nothing can be restored from it'
    : [counted(facts.releases, 'release'), sizeWords(size), REASONS[facts.why], ...leftOutWords(facts.leftOut)].join(
        ' · ',
      );

const leftOutWords = (count: number): readonly string[] =>
  count === 0 ? [] : [`without ${counted(count, 'file')} whose names a zip file cannot hold`];

/** A number of bytes, rounded up: "34 KB", "1.2 MB". */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1_000_000) return `${Math.max(1, Math.ceil(bytes / 1000)).toLocaleString('en-GB')} KB`;
  const tenths = Math.ceil(bytes / 100_000);
  return `${(tenths / 10).toLocaleString('en-GB')} MB`;
};
