import { direction } from '../../shared/release/language';
import type { Release } from '../../shared/release/model';
import { ReadBlocks } from '../ReadText';
import { fullDay } from '../ui/dates';

/** The text of a version as it stood. To be read: nothing in it can be changed. */
export const VersionPage = ({ release, name }: { readonly release: Release; readonly name: string }) => {
  const { headline, standfirst, dateline, body, notes } = release;
  return (
    <div className="his-page" data-region="page" tabIndex={0} role="region" aria-label={`Text of ${name}`}>
      <article className="reading" lang={release.language} dir={direction(release.language)}>
        {(dateline.place !== '' || dateline.date !== '') && (
          <p className="fields" lang="en-GB">
            {dateline.place}
            {dateline.place !== '' && dateline.date !== '' && ', '}
            {dateline.date !== '' && <bdi>{fullDay(dateline.date)}</bdi>}
          </p>
        )}
        <h2 className="headline">{headline === '' ? <span className="ghost">No headline yet</span> : headline}</h2>
        {standfirst !== '' && <p className="sf">{standfirst}</p>}
        {body.length === 0 && <p className="ghost">No text yet.</p>}
        <ReadBlocks blocks={body} part="body" release={release.id} />
        {notes.length > 0 && (
          <>
            <h3 lang="en-GB">Notes to editors</h3>
            <ReadBlocks blocks={notes} part="notes" release={release.id} />
          </>
        )}
      </article>
    </div>
  );
};
