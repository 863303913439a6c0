import type { LanguageTag, Publication } from '../../shared/release/model';
import { EmbargoLine } from './EmbargoLine';
import { EmbargoField } from './EmbargoField';
import type { Fields } from './session';
import { DateInput } from '../ui/DateInput';
import { languageName } from '../ui/language-name';

type Props = {
  readonly fields: Fields;
  /** Null before it is published. */
  readonly publication: Publication | null;
  readonly zone: string;
  /** Those to choose from. */
  readonly languages: readonly LanguageTag[];
  readonly readOnly: boolean;
  /** Nothing is written yet: the caret begins in the headline. */
  readonly isNew: boolean;
  readonly onChange: (change: Partial<Fields>) => void;
};

/** The fields above the body: when, where, the headline and the standfirst. */
export const PageFields = ({ fields, publication, zone, languages, readOnly, isNew, onChange }: Props) => (
  <>
    <Details {...{ fields, publication, zone, languages, readOnly, onChange }} />
    <Growing
      label="Headline"
      className="headline"
      next=".page .standfirst textarea"
      autoFocus={isNew}
      value={fields.headline}
      language={fields.language}
      readOnly={readOnly}
      onChange={(headline) => {
        onChange({ headline });
      }}
    />
    <Growing
      label="Standfirst"
      className="standfirst"
      next='.page .body [role="textbox"]'
      value={fields.standfirst}
      language={fields.language}
      readOnly={readOnly}
      onChange={(standfirst) => {
        onChange({ standfirst });
      }}
    />
  </>
);

const Details = ({ fields, publication, zone, languages, readOnly, onChange }: Omit<Props, 'isNew'>) => {
  const { dateline, reference, embargo, language } = fields;
  return (
    <div className="fields">
      {embargo && <EmbargoLine embargo={embargo} zone={zone} />}
      <div className="detail-fields">
        <label>
          <span>Place</span>
          <input
            className="f"
            value={dateline.place}
            readOnly={readOnly}
            onChange={(event) => {
              onChange({ dateline: { ...dateline, place: event.target.value } });
            }}
          />
        </label>
        <label>
          <span>Date</span>
          <DateInput
            type="date"
            value={dateline.date}
            readOnly={readOnly}
            onChange={(date) => {
              onChange({ dateline: { ...dateline, date } });
            }}
          />
        </label>
        <label>
          <span>Reference</span>
          <input
            className="f"
            value={reference}
            readOnly={readOnly}
            onChange={(event) => {
              onChange({ reference: event.target.value });
            }}
          />
        </label>
        <label>
          <span>Language</span>
          <select
            className="f"
            value={language}
            aria-disabled={readOnly}
            onChange={(event) => {
              if (!readOnly) onChange({ language: event.target.value });
            }}
          >
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag)}
              </option>
            ))}
          </select>
        </label>
        <EmbargoField
          {...{ embargo, publication, zone, readOnly }}
          onChange={(changed) => {
            onChange({ embargo: changed });
          }}
        />
      </div>
    </div>
  );
};

type GrowingProps = {
  readonly label: string;
  readonly className: string;
  /** Where the Enter key goes on to. */
  readonly next: string;
  readonly value: string;
  readonly language: string;
  readonly readOnly: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
};

/**
 * A field that looks like the page and is as tall as its words. Line breaks become spaces: a headline is one line of text, and
 * Enter goes on to what is written next.
 */
const Growing = ({ label, className, next, value, language, readOnly, autoFocus = false, onChange }: GrowingProps) => (
  <div className={`growing ${className}`} data-value={`${value === '' ? label : value} `}>
    <textarea
      aria-label={label}
      placeholder={label}
      rows={1}
      value={value}
      lang={language}
      dir="auto"
      readOnly={readOnly}
      autoFocus={autoFocus}
      spellCheck={false}
      onKeyDown={(event) => {
        // While a word is put together from several keys, Enter only ends it.
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        document.querySelector<HTMLElement>(next)?.focus();
      }}
      onChange={(event) => {
        // A stretch of spaces from its beginning alone, as in shared/import/tidy-runs.
        onChange(event.target.value.replace(/(?<!\s)\s*\n\s*/g, ' '));
      }}
    />
  </div>
);
