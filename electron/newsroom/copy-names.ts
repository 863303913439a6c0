/** What the name of a conflict copy says: which program made it, whose words or machine it came from, and the day. */
export type CopyName = {
  /** Empty where the name does not tell. */
  readonly program: string;
  readonly from: string;
  /** `YYYY-MM-DD`, in whatever zone the program wrote it; null where the name does not tell. */
  readonly day: string | null;
};

/** Sync programs name what they keep beside a file, `<stem><this><extension>`. The first that fits says which it was. */
const TAILS: readonly (readonly [RegExp, string])[] = [
  [/^\.sync-conflict-(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)-\d{6}-(?<from>[A-Z0-9]{7})$/u, 'Syncthing'],
  [/^ ?\(conflicted copy (?:(?<from>.+) )?(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d) \d{4,6}\)$/u, 'Nextcloud'],
  [/^_conflict-(?:(?<from>.+)-)?(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)-\d{6}$/u, 'ownCloud'],
  [/^ \((?<from>.+?)(?:['’]s?)? conflicted copy(?: (?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d))?.*\)$/u, 'Dropbox'],
  // The same in other languages: words, and a day.
  [/^ \((?=.*\p{L}).*?(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d).*\)$/u, 'Dropbox'],
  [/^ ?\(\d{1,3}\)$/u, 'Google Drive'],
  [/^ \d{1,3}$/u, 'iCloud'],
  [/^-(?<from>[\p{L}\p{N}][\p{L}\p{N} _.'’-]*)$/u, 'OneDrive'],
  [/^ \(.+\)$/u, ''],
  [/^[ ._-].*conflict/iu, ''],
];

/** Reads a file's name as that of a conflict copy of another, in the same folder; null where it is none. */
export const copyOf = (original: string, name: string): CopyName | null => {
  const dot = original.lastIndexOf('.');
  const [stem, extension] = [original.slice(0, dot), original.slice(dot)];
  if (name === original || !name.startsWith(stem) || !name.endsWith(extension)) return null;
  return copyTail(name.slice(stem.length, -extension.length));
};

/** The same of a folder, whose name has no extension. */
export const copyOfFolder = (original: string, name: string): CopyName | null =>
  name !== original && name.startsWith(original) ? copyTail(name.slice(original.length)) : null;

const copyTail = (tail: string): CopyName | null => {
  for (const [pattern, program] of TAILS) {
    const found = pattern.exec(tail);
    if (found === null) continue;
    const { y, m, d, from = '' } = found.groups ?? {};
    return { program, from, day: y === undefined ? null : `${y}-${m ?? ''}-${d ?? ''}` };
  }
  return null;
};
