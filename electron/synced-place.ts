import path from 'node:path';

/* Folders that a program of the system copies to other machines. They are known by where they lie and what they are
   called; a folder that somebody renamed, or a program that is not named here, is not seen. */

type Place = { readonly program: string; readonly part: RegExp };

/** By the name of a folder on the way: “OneDrive - County Council”, “Dropbox (Press)”. */
const PLACES: readonly Place[] = [
  { program: 'OneDrive', part: /^OneDrive(?: ?- ?.+| ?\(.+\)|-.+)?$/i },
  { program: 'Dropbox', part: /^Dropbox(?: \(.+\)|-.+)?$/i },
  { program: 'iCloud Drive', part: /^(?:iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i },
  { program: 'Google Drive', part: /^(?:Google ?Drive(?:-.+)?|GoogleDrive|My Drive)$/i },
  { program: 'Box', part: /^(?:Box|Box Sync|Box-Box)$/ },
  { program: 'Nextcloud', part: /^Nextcloud$/i },
  { program: 'SharePoint', part: /^SharePoint$/i },
];

/**
 * The program that copies what lies in a folder to other machines, where that can be told; null where it cannot. `env`: the
 * environment, in which OneDrive says where its folders are.
 */
export const syncedPlace = (folder: string, env: Readonly<Record<string, string | undefined>>): string | null => {
  const parts = folder.split(/[\\/]+/).filter((part) => part !== '');
  const named = PLACES.find(({ part }) => parts.some((each) => part.test(each)));
  if (named !== undefined) return named.program;
  const own = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].flatMap((name) => env[name] ?? []);
  if (own.some((top) => top !== '' && isWithin(folder, top))) return 'OneDrive';
  // macOS puts the folder of each such program here.
  const cloud = parts.indexOf('CloudStorage');
  return cloud > 0 && parts[cloud - 1] === 'Library' ? (parts[cloud + 1]?.split('-')[0] ?? 'a cloud program') : null;
};

const isWithin = (folder: string, top: string): boolean => {
  const way = path.relative(top, folder);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
};
