import { useId, useRef, useState } from 'react';
import { announce } from './announce';
import { type InstantChoice, type ZonedInstant, instantAt, instantChoices, wallClock } from './instants';
import './problem-note.css';

type Props = {
  readonly label: string;
  /** As it stands; null where there is none. */
  readonly at: ZonedInstant | null;
  /** The newsroom's zone. */
  readonly zone: string;
  /** The name of the field for another zone; left out, there is none, and the label says which it is. */
  readonly zoneLabel?: string;
  readonly readOnly?: boolean;
  /** What else is wrong with it, or empty. */
  readonly fault?: string;
  /** An instant in words, for what is told of it. */
  readonly words: (at: ZonedInstant) => string;
  readonly onChange: (at: ZonedInstant | null) => void;
  /** What is typed is no instant, or not one alone; left out, it stays as it was, and that is said. */
  readonly onDoubt?: () => void;
};

/** Every zone there is, the newsroom's first. */
const zonesFrom = (own: readonly string[]): readonly string[] => [
  ...new Set([...own, ...Intl.supportedValuesOf('timeZone')]),
];

/**
 * An instant as the clocks of a zone show it. A time that the clock change leaves out or gives twice is not taken; what
 * may be meant is offered.
 */
export const InstantField = (props: Props) => {
  const { label, at, zone: newsroomZone, zoneLabel, readOnly = false, fault = '', words, onChange, onDoubt } = props;
  const [zone, setZone] = useState(at?.zone ?? newsroomZone);
  const [typed, setTyped] = useState(() => (at ? wallClock(Date.parse(at.instant), at.zone) : ''));
  const [problem, setProblem] = useState('');
  const [choices, setChoices] = useState<readonly InstantChoice[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const wrong = problem === '' ? fault : problem;
  const take = (wall: string, within: string, isComplete = true): void => {
    setTyped(wall);
    setZone(within);
    setChoices([]);
    setProblem('');
    if (wall === '') {
      if (isComplete) onChange(null);
      else onDoubt?.();
      return;
    }
    const meant = instantAt(wall, within);
    if (meant.ok) onChange(meant.value);
    else {
      setProblem(meant.fault);
      setChoices(instantChoices(wall, within));
      onDoubt?.();
    }
  };
  const choose = ({ at: chosen }: InstantChoice): void => {
    setTyped(wallClock(Date.parse(chosen.instant), chosen.zone));
    setChoices([]);
    setProblem('');
    onChange(chosen);
    announce(words(chosen));
    input.current?.focus();
  };
  return (
    <>
      <label>
        <span>{zoneLabel === undefined ? `${label} (${zone})` : label}</span>
        <input
          ref={input}
          className="f"
          type="datetime-local"
          max="9999-12-30T23:59"
          aria-label={`${label} (${zone})`}
          value={typed}
          readOnly={readOnly}
          aria-invalid={wrong !== ''}
          aria-describedby={wrong === '' ? undefined : id}
          onChange={(event) => {
            take(event.target.value, zone, event.target.validity.valid);
          }}
        />
      </label>
      {zoneLabel !== undefined && (
        <label>
          <span>Zone</span>
          <select
            className="f zone"
            aria-label={zoneLabel}
            value={zone}
            aria-disabled={readOnly}
            onChange={(event) => {
              if (!readOnly) take(typed, event.target.value);
            }}
          >
            {zonesFrom([newsroomZone, zone]).map((each) => (
              <option key={each} value={each}>
                {each.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </label>
      )}
      {wrong !== '' && (
        <div className="problem" id={id} role="alert">
          {wrong}
          {problem !== '' && at !== null && onDoubt === undefined && ` It stays as it was: ${words(at)}.`}
          {choices.length > 0 && (
            <div className="acts" role="group" aria-label="Which time is meant">
              {choices.map((each) => (
                <button
                  key={each.at.instant}
                  type="button"
                  className="b"
                  onClick={() => {
                    choose(each);
                  }}
                >
                  {each.words}
                </button>
              ))}
            </div>
          )}
        </div>
      )}
    </>
  );
};
