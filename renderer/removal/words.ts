import type { BackupTrouble, RemovalReport, RemovalState, StillThere } from '../../shared/removal/model';
import { counted } from '../ui/dates';

/** What is being done, in a few words. */
export const progressWords = (state: RemovalState): string => {
  if (state.kind !== 'erasing') return 'Erasing…';
  if (state.what === 'searching') return `Searching for what is left: ${counted(state.done, 'file')} so far`;
  return state.total === null || state.total === 0
    ? 'Erasing it in the backups…'
    : `Erasing it in the backups: ${(state.done + 1).toLocaleString('en-GB')} of ${state.total.toLocaleString('en-GB')}`;
};

/** What came of it, in a sentence without a full stop. */
export const reportTitle = ({ searched, found, unread, kept }: RemovalReport): string => {
  const looked = `searched ${counted(searched, 'file')}`;
  if (found.length > 0)
    return `Erased, but words of it still stand in ${counted(new Set(found.map(({ where }) => where)).size, 'file')}: ${looked}`;
  const unsearched = unread.length + kept.length;
  if (unsearched > 0) return `Erased: ${looked}, found nothing; ${counted(unsearched, 'file')} could not be searched`;
  return `Erased: ${looked}, found nothing`;
};

/** Where words still stand: the file, and which one in it where it is a zip file. */
export const placeWords = ({ where, entry }: StillThere): string =>
  entry === null ? where : `${where}, in it ${entry}`;

/** What a person has to know of the backups, each a sentence. */
export const troubleWords = ({ lost, kept }: BackupTrouble): readonly string[] => [
  ...kept.map(
    ({ name, why }) =>
      `${name} was left as it is: ${why === 'later' ? 'a later Standfirst made it' : 'it is damaged'}, and it could not be searched. Delete it yourself if it holds the removed release.`,
  ),
  ...lost.map(({ backup, path }) => `${path} is no longer in ${backup}: it was damaged there already.`),
];
