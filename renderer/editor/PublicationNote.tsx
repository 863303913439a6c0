import type { AfterPublication, Release } from '../../shared/release/model';
import { dayAndTime } from './words';

const DONE: Readonly<Record<AfterPublication['kind'], string>> = {
  corrected: 'Corrected',
  minor: 'Changed in small things',
  withdrawn: 'Withdrawn',
  replaced: 'Replaced',
  removed: 'Removed',
};

/**
 * Above a published text: when and by whom it was published, what was done since, and whether it may be edited. Where it is
 * frozen the focus comes here once that is done: it is what there is to be read.
 */
export const PublicationNote = ({ publication }: Pick<Release, 'publication'>) => {
  if (publication === null) return null;
  const { by, at, after, change } = publication;
  const last = after.at(-1);
  const what = change?.kind === 'corrected' ? 'A correction' : 'A minor change';
  return (
    <p className="frozen" {...(change === null ? { tabIndex: -1 } : {})}>
      Published {dayAndTime(at)} by {by}.{' '}
      {last !== undefined && `${DONE[last.kind]} ${dayAndTime(last.at)} by ${last.by}. `}
      {last?.kind === 'removed'
        ? `Its text was erased. ${last.reason}`
        : change === null
          ? 'The text is frozen.'
          : `${what} is open since ${dayAndTime(change.at)}: what you write is public once you publish the change.`}
    </p>
  );
};
