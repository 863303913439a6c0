import type { ConflictCopy, MissingReleases } from '../../shared/newsroom/model';
import { hasEnded } from '../../shared/release/embargo';
import { counted, fullInstant, shortInstant } from '../ui/dates';

/** What is said of something that another program did to the folder: a title without a full stop, and sentences below it. */
export type Said = { readonly title: string; readonly text: string };

type At = { readonly now: Date; readonly zone: string };

/** In: a copy, what its release is called in the newsroom, how many wait behind it, the present instant and the newsroom's zone. */
export const copyWords = (copy: ConflictCopy, headline: string, more: number, { now, zone }: At): Said => {
  const by = [copy.program, copy.from === '' ? '' : `from ${copy.from}`].filter((each) => each !== '').join(', ');
  const file = `Conflict copy${by === '' ? '' : ` (${by})`}, written ${shortInstant(copy.at, now, zone)}: ${copy.where}`;
  const rest = more === 0 ? '' : ` ${counted(more, 'other copy waits', 'other copies wait')}.`;
  const name = copy.original.slice(copy.original.lastIndexOf('/') + 1);
  if (copy.unreadable !== '')
    return {
      title: `A conflict copy of ${name} could not be read`,
      text: `${file}. ${copy.unreadable} It was left where it is.${rest}`,
    };
  if (copy.text === null)
    return {
      title: `Another copy of ${name} was found, and it holds something else`,
      text: `${file}. ${name} is used. Compare the two as files and take over what is wanted.${rest}`,
    };
  const { embargo } = copy.text;
  const held =
    embargo === null || hasEnded(embargo, now.getTime())
      ? ''
      : ` It sets an embargo until ${fullInstant(embargo.instant, zone)}: where that is right, set it in the release before you keep the copy as a draft.`;
  return {
    title: headline === '' ? 'Another copy of a release was found' : `Another copy of “${headline}” was found`,
    text: `${file}. Its text is in the release’s history, whatever you choose.${held}${rest}`,
  };
};

/** In: how many files were put right beside the work. */
export const mendedTitle = (files: number): string =>
  `${counted(files, 'file was', 'files were')} put right, and what stood in ${files === 1 ? 'it' : 'them'} is kept`;

/** In: how many conflict copies were moved aside without asking. */
export const asideTitle = (files: number): string =>
  `${counted(files, 'conflict copy', 'conflict copies')} of a sync program needed nobody’s choice`;

/** In: how many releases are missing, and of how many. */
export const missingWords = ({ missing, of, folders }: MissingReleases): Said => ({
  title: `${missing.toLocaleString('en-GB')} of ${counted(of, 'release')} ${missing === 1 ? 'is' : 'are'} not there`,
  text: `Is the folder still syncing, or the disk not connected? Nothing that this computer knows of them is forgotten, and nothing is published or exported meanwhile. ${missing > folders.length ? 'Among them' : 'Missing'}: ${folders.join(', ')}`,
});
