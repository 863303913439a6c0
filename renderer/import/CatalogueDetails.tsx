import { useEffect, useState } from 'react';
import { isoDayOf } from '../../shared/import/catalogue';
import type { ImportPreview } from '../../shared/import/model';
import { bridge } from '../bridge';
import { TextField } from '../ui/TextField';
import { counted } from '../ui/dates';
import { PreviewPage } from './PreviewPage';
import type { Reviewed } from './use-catalogue';
import type { Fill } from '../../shared/import/judge';

type Props = {
  readonly reviewed: Reviewed;
  readonly language: string;
  readonly onChange: (change: Partial<Fill>) => void;
  readonly onWant: (isWanted: boolean) => void;
};

/** One page of the folder: its headline, date and address, from where they are known, and the release it would become. */
export const CatalogueDetails = ({ reviewed, language, onChange, onWant }: Props) => {
  const { row, fill, judged, isWanted } = reviewed;
  const [shown, setShown] = useState<{ readonly index: number; readonly preview: ImportPreview } | null>(null);
  useEffect(() => {
    let isLatest = true;
    void bridge.catalogue.page(row.index).then((answer) => {
      if (isLatest && answer.ok) setShown({ index: row.index, preview: answer.value });
    });
    return () => {
      isLatest = false;
    };
  }, [row.index]);
  const from = (found: string): string => (found === '' ? 'The page does not say it.' : `From ${found}.`);
  return (
    <section className="cat-side" aria-labelledby="page-title" data-region="details">
      <h2 id="page-title">{row.path}</h2>
      <p className="meta">
        {counted(row.words, 'word')}
        {row.dropped > 0 && `, ${counted(row.dropped, 'line')} beside it left out`}
      </p>
      <label className="cat-want">
        <input type="checkbox" checked={isWanted} onChange={(event) => onWant(event.target.checked)} />
        <span>
          Take it in
          {row.isList && <span className="meta">Most of its words are links: perhaps a list of other pages.</span>}
        </span>
      </label>
      {judged.says.length > 0 && (
        <ul className="cat-says">
          {judged.says.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <TextField
        label="Headline"
        value={fill.headline}
        maxLength={2_000}
        onChange={(headline) => onChange({ headline })}
      />
      <TextField
        label="Date of publication"
        hint={
          <>
            {from(row.dateFrom)} {row.otherDates.map((other) => `Also ${other}.`).join(' ')}
          </>
        }
        placeholder="2014-06-27"
        value={fill.date}
        maxLength={40}
        onChange={(date) => onChange({ date: date.trim() })}
      />
      <TextField
        label="Address on the web"
        hint={from(row.urlFrom)}
        value={fill.url}
        maxLength={2_000}
        inputMode="url"
        spellCheck={false}
        onChange={(url) => onChange({ url: url.trim() })}
      />
      {shown?.index === row.index && (
        <div className="cat-page">
          <PreviewPage
            preview={{
              ...shown.preview,
              missing: [],
              release: {
                ...shown.preview.release,
                headline: fill.headline,
                dateline: {
                  ...shown.preview.release.dateline,
                  date: isoDayOf(fill.date) ?? '',
                },
              },
            }}
            language={language}
          />
        </div>
      )}
    </section>
  );
};
