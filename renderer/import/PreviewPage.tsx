import type { ImportPreview } from '../../shared/import/model';
import { direction } from '../../shared/release/language';
import { ReadBlocks } from '../ReadText';
import { fullDay } from '../ui/dates';

type Props = { readonly preview: ImportPreview; readonly language: string };

/** What the file would become. Nothing is invented: what it does not say is named as missing. */
export const PreviewPage = ({ preview, language }: Props) => {
  const { release, missing } = preview;
  const { headline, standfirst, dateline, body, notes } = release;
  const spoken = release.language === '' ? language : release.language;
  return (
    <div className="imp-page" data-region="page" tabIndex={0} aria-label="What will be brought in">
      <article className="reading" lang={spoken} dir={direction(spoken)}>
        <p className="fields" lang="en-GB">
          {missing.includes('date') || dateline.date === '' ? (
            <Missing what="Date" />
          ) : (
            <bdi>{fullDay(dateline.date)}</bdi>
          )}
          {dateline.place !== '' && ` · ${dateline.place}`}
        </p>
        <h2 className="headline">{headline === '' ? <Missing what="Headline" /> : headline}</h2>
        {standfirst !== '' && <p className="sf">{standfirst}</p>}
        {missing.includes('body') && (
          <p>
            <Missing what="Body" />
          </p>
        )}
        <ReadBlocks blocks={body} part="body" release={null} />
        {notes.length > 0 && (
          <>
            <h3 lang="en-GB">Notes to editors</h3>
            <ReadBlocks blocks={notes} part="notes" release={null} />
          </>
        )}
      </article>
    </div>
  );
};

const Missing = ({ what }: { readonly what: string }) => (
  <span className="missing" lang="en-GB">{`${what} missing: to be filled in`}</span>
);
