import { X } from 'lucide-react';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/SelectField';
import { TextField } from '../ui/TextField';
import { fullDay } from '../ui/dates';
import { languageName } from '../ui/language-name';
import { type ListView, SORTS, STATES, valuesIn } from './filters';

type Props = {
  readonly rows: readonly ReleaseSummary[];
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
};

const choices = (all: string, values: readonly string[], wordsOf = (value: string) => value) =>
  [['', all] as const, ...values.map((value) => [value, wordsOf(value)] as const)] as const;

/** What the list can be narrowed by, and how it is sorted. */
export const ListFilters = ({ rows, view, onView }: Props) => (
  <div className="find-by" id="list-filters" role="group" aria-label="Narrow and sort the list">
    <SelectField
      label="State"
      value={view.state}
      options={STATES}
      onChange={(state) => onView({ ...view, state: state as ListView['state'] })}
    />
    <SelectField
      label="Topic"
      value={view.topic}
      options={choices(
        'Any topic',
        valuesIn(rows, ({ topics = [] }) => topics),
      )}
      onChange={(topic) => onView({ ...view, topic })}
    />
    <SelectField
      label="Person quoted"
      value={view.person}
      options={choices(
        'Anybody',
        valuesIn(rows, ({ speakers = [] }) => speakers),
      )}
      onChange={(person) => onView({ ...view, person })}
    />
    <TextField
      label="Dated from"
      type="date"
      value={view.from}
      max={view.until}
      onChange={(from) => onView({ ...view, from })}
    />
    <TextField
      label="Dated until"
      type="date"
      value={view.until}
      min={view.from}
      onChange={(until) => onView({ ...view, until })}
    />
    <SelectField
      label="Language"
      value={view.language}
      options={choices(
        'Any language',
        valuesIn(rows, ({ language }) => [language]),
        languageName,
      )}
      onChange={(language) => onView({ ...view, language })}
    />
    <SelectField
      label="Quotes"
      value={view.quotes}
      options={[
        ['', 'All'],
        ['to settle', 'With quotes to settle'],
      ]}
      onChange={(quotes) => onView({ ...view, quotes: quotes as ListView['quotes'] })}
    />
    <SelectField
      label="Sort"
      value={view.sort}
      options={SORTS}
      onChange={(sort) => onView({ ...view, sort: sort as ListView['sort'] })}
    />
  </div>
);

/** The filters that are on, as words that can be taken away. */
export const FilterWords = ({ view, onView }: Omit<Props, 'rows'>) => {
  const on: readonly (readonly [keyof ListView, string])[] = [
    ['state', STATES.find(([value]) => value === view.state && value !== '')?.[1] ?? ''],
    ['topic', view.topic],
    ['person', view.person],
    ['from', view.from === '' ? '' : `From ${fullDay(view.from)}`],
    ['until', view.until === '' ? '' : `Until ${fullDay(view.until)}`],
    ['language', view.language === '' ? '' : languageName(view.language)],
    ['quotes', view.quotes === '' ? '' : 'To settle'],
  ];
  const words = on.filter(([, word]) => word !== '');
  return words.length === 0 ? null : (
    <div className="find-words" role="group" aria-label="The list is narrowed to">
      {words.map(([key, word]) => (
        <Button key={key} aria-label={`Show without ${word}`} onClick={() => onView({ ...view, [key]: '' })}>
          <span dir="auto">{word}</span>
          <X className="i" aria-hidden="true" />
        </Button>
      ))}
    </div>
  );
};
