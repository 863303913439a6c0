import type { RemovalReport, RemovalState, StillThere } from '../../shared/removal/model';
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
export const reportTitle = ({ searched, found, unread }: RemovalReport): string => {
  const looked = `searched ${counted(searched, 'file')}`;
  if (found.length > 0)
    return `Erased, but words of it still stand in ${counted(new Set(found.map(({ where }) => where)).size, 'file')}: ${looked}`;
  if (unread.length > 0)
    return `Erased: ${looked}, found nothing; ${counted(unread.length, 'file')} could not be searched`;
  return `Erased: ${looked}, found nothing`;
};

/** Where words still stand: the file, and which one in it where it is a zip file. */
export const placeWords = ({ where, entry }: StillThere): string =>
  entry === null ? where : `${where}, in it ${entry}`;
