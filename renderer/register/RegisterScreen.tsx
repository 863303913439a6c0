import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Download, Search, X } from 'lucide-react';
import type { Fault } from '../../shared/fault';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import type { RegisterRow } from '../../shared/newsroom/register-row';
import {
  NO_FILTER,
  type RegisterFilter,
  type RegisterOrder,
  filterRows,
  sortRows,
  speakersIn,
  yearsIn,
} from '../../shared/newsroom/register-view';
import { personOf } from '../../shared/people/find';
import type { Person } from '../../shared/people/model';
import type { QuoteStatus } from '../../shared/quotes/model';
import { STATUS_WORDS } from '../../shared/quotes/status-words';
import type { PersonId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { ScreenTools } from '../ui/ScreenTools';
import { announce } from '../ui/announce';
import { counted } from '../ui/dates';
import { QuoteGrid, rowKey } from './QuoteGrid';
import { RegisterDetails } from './RegisterDetails';
import { SpeakerList } from './SpeakerList';
import { useRegister } from './use-register';
import type { RegisterPlace } from './place';
import './register.css';

type Props = {
  readonly settings: NewsroomSettings;
  readonly people: readonly Person[];
  readonly place: RegisterPlace;
  readonly onPlace: (place: RegisterPlace) => void;
  readonly onBack: () => void;
  readonly onOpen: (row: RegisterRow) => void;
  readonly onPerson: (id: PersonId) => void;
};

const ORDER_WORDS: Readonly<Record<RegisterOrder['by'], readonly [ascending: string, descending: string]>> = {
  date: ['oldest first', 'newest first'],
  speaker: ['by speaker', 'by speaker, from the end'],
  status: ['by status', 'by status, settled first'],
  words: ['by their words', 'by their words, from the end'],
};

/** The quote register: every quote of the newsroom, narrowed and sorted, with who said it and how it was approved. */
export const RegisterScreen = ({ settings, people, place, onPlace, onBack, onOpen, onPerson }: Props) => {
  const [fault, setFault] = useState<Fault | null>(null);
  const register = useRegister(useCallback((found: Fault) => setFault(found), []));
  const { filter, order, chosen } = place;
  const looked = useDeferredValue(filter);
  const all = register.rows;
  const shown = useMemo(
    () => sortRows(filterRows(all, looked, people, new Date()), order),
    [all, looked, order, people],
  );
  // The speakers of what is shown when nobody is chosen: their numbers say what choosing them would leave.
  const speakers = useMemo(
    () => speakersIn(filterRows(all, { ...looked, speaker: null }, people, new Date()), people),
    [all, looked, people],
  );
  const years = useMemo(() => yearsIn(all), [all]);
  const organisations = people.filter(({ kind }) => kind === 'organisation');
  const releases = useMemo(() => new Set(shown.map(({ release }) => release)).size, [shown]);
  const row = shown.find((each) => rowKey(each) === chosen);
  const person = personOf(people, (filter.speaker ?? row?.person ?? null) as PersonId | null);
  const words = `${counted(shown.length, 'quote')} in ${counted(releases, 'release')}, ${ORDER_WORDS[order.by][Number(order.descending)] ?? ''}`;
  const { isWhole } = register;
  useAnnounced(isWhole ? words : '');

  const narrow = (change: Partial<RegisterFilter>): void => onPlace({ ...place, filter: { ...filter, ...change } });
  const saveCsv = async (): Promise<void> => {
    const saved = await bridge.register.saveCsv(filter, order);
    if (saved.ok) announce(`Saved: ${saved.value}`);
    else if (saved.fault.code !== 'cancelled') setFault(saved.fault);
  };
  const speakerName = speakers.find(({ key }) => key === filter.speaker)?.name ?? person?.name ?? '';
  const taken = [
    filter.speaker === null ? null : ([speakerName === '' ? 'No speaker' : speakerName, { speaker: null }] as const),
    filter.organisation === null
      ? null
      : ([personOf(people, filter.organisation)?.name ?? '', { organisation: null }] as const),
    filter.status === null ? null : ([STATUS_WORDS[filter.status], { status: null }] as const),
    filter.year === null ? null : ([filter.year, { year: null }] as const),
    filter.published ? (['Published', { published: false }] as const) : null,
  ].filter((each) => each !== null);

  return (
    <>
      <ScreenTools name="Quote register" onBack={onBack}>
        <span className="sp" />
        <Button onClick={() => void saveCsv()} unavailable={isWhole ? undefined : 'The quotes are still being read.'}>
          <Download className="i" aria-hidden="true" />
          Save as CSV…
        </Button>
      </ScreenTools>
      {fault !== null && (
        <Bar kind="stop" title={fault.message} actions={<Button onClick={() => setFault(null)}>Put away</Button>}>
          {fault.where !== undefined && <p>{fault.where}</p>}
        </Bar>
      )}
      <div className="reg" aria-busy={!isWhole}>
        <SpeakerList
          speakers={speakers}
          chosen={filter.speaker}
          onChoose={(speaker) => onPlace({ ...place, chosen: null, filter: { ...filter, speaker } })}
        />
        <main aria-label="Quotes" data-region="quotes-table">
          <div className="reg-filters" role="search">
            <span className="f">
              <Search className="i" aria-hidden="true" />
              <input
                type="search"
                aria-label="Find words said"
                placeholder="Words said"
                value={filter.words}
                onChange={(event) => narrow({ words: event.target.value })}
              />
            </span>
            <select
              className="f narrow-speaker"
              aria-label="Speaker"
              value={filter.speaker ?? ALL}
              onChange={(event) => narrow({ speaker: event.target.value === ALL ? null : event.target.value })}
            >
              <option value={ALL}>Any speaker</option>
              {speakers.map(({ key, name, count }) => (
                <option key={key} value={key}>
                  {name === '' ? 'No speaker' : name} ({count})
                </option>
              ))}
            </select>
            {organisations.length > 0 && (
              <select
                className="f"
                aria-label="Organisation"
                value={filter.organisation ?? ALL}
                onChange={(event) =>
                  narrow({ organisation: event.target.value === ALL ? null : (event.target.value as PersonId) })
                }
              >
                <option value={ALL}>Any organisation</option>
                {organisations.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
            <select
              className="f"
              aria-label="Status"
              value={filter.status ?? ALL}
              onChange={(event) =>
                narrow({ status: event.target.value === ALL ? null : (event.target.value as QuoteStatus) })
              }
            >
              <option value={ALL}>Any status</option>
              {Object.entries(STATUS_WORDS).map(([status, name]) => (
                <option key={status} value={status}>
                  {name}
                </option>
              ))}
            </select>
            <select
              className="f"
              aria-label="Year"
              value={filter.year ?? ALL}
              onChange={(event) => narrow({ year: event.target.value === ALL ? null : event.target.value })}
            >
              <option value={ALL}>Any year</option>
              {years.map((year) => (
                <option key={year}>{year}</option>
              ))}
            </select>
            <select
              className="f"
              aria-label="Releases"
              value={filter.published ? 'published' : ALL}
              onChange={(event) => narrow({ published: event.target.value !== ALL })}
            >
              <option value={ALL}>All releases</option>
              <option value="published">Published</option>
            </select>
          </div>
          <div className="reg-taken">
            {taken.map(([name, without]) => (
              <button type="button" className="chip" key={name} onClick={() => narrow(without)}>
                <span className="vh">Show without </span>
                {name}
                <X className="i" aria-hidden="true" />
              </button>
            ))}
            <span className="meta">
              {isWhole
                ? words
                : `Reading: ${counted(register.read, 'release')} of ${register.releases.toLocaleString('en-GB')}`}
            </span>
          </div>
          {shown.length > 0 && (
            <QuoteGrid
              rows={shown}
              {...{ people, order, chosen }}
              zone={settings.zone}
              onOrder={(next) => onPlace({ ...place, order: next })}
              onChoose={(key) => onPlace({ ...place, chosen: key })}
              onOpen={(opened) => {
                onPlace({ ...place, chosen: rowKey(opened) });
                onOpen(opened);
              }}
            />
          )}
          {isWhole && shown.length === 0 && (
            <div className="reg-empty">
              {all.length === 0 ? (
                <p>
                  Every quote of every release will stand here, by speaker, role, day and approval. They are found as
                  releases are written.
                </p>
              ) : (
                <>
                  <p>No quote is like that.</p>
                  <Button onClick={() => narrow(NO_FILTER)}>Show all quotes</Button>
                </>
              )}
            </div>
          )}
        </main>
        <RegisterDetails rows={shown} person={person} year={filter.year} zone={settings.zone} onPerson={onPerson} />
      </div>
      <footer className="sb" data-region="status">
        <span>
          {register.unreadable.length > 0
            ? `${counted(register.unreadable.length, 'release')} could not be read`
            : isWhole
              ? 'All releases read'
              : 'Reading releases'}
        </span>
        <span className="sp" />
        <span>
          {`${counted(all.length, 'quote')}, ${counted(speakersIn(all, people).filter(({ key }) => key !== '').length, 'speaker')}, ${counted(register.releases, 'release')}`}
        </span>
      </footer>
    </>
  );
};

/** The value of a choice that lets everything through; no id, name or year is this. */
const ALL = '\u0000';

/** Says once what is shown, some time after it last changed. */
const useAnnounced = (words: string): void => {
  const said = useRef('');
  useEffect(() => {
    if (words === '' || words === said.current) return;
    const timer = setTimeout(() => {
      said.current = words;
      announce(words);
    }, 700);
    return () => clearTimeout(timer);
  }, [words]);
};
