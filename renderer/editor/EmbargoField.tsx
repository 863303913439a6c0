import { useId, useState } from 'react';
import type { Embargo } from '../../shared/release/model';
import { announce } from '../ui/announce';
import { type EmbargoChoice, embargoAt, embargoChoices, embargoStands, wallClock } from './embargo';

type Props = {
  readonly embargo: Embargo | null;
  /** The newsroom's zone. */
  readonly zone: string;
  readonly readOnly: boolean;
  readonly onChange: (embargo: Embargo | null) => void;
};

/** Every zone there is, the newsroom's first. */
const zonesFrom = (own: readonly string[]): readonly string[] => [
  ...new Set([...own, ...Intl.supportedValuesOf('timeZone')]),
];

/**
 * The instant before which nothing may be public: date, time and zone. A time that the clock change leaves out or gives
 * twice is not taken; what may be meant is offered. Until it is settled the embargo stays as it was.
 */
export const EmbargoField = ({ embargo, zone: newsroomZone, readOnly, onChange }: Props) => {
  const [zone, setZone] = useState(embargo?.zone ?? newsroomZone);
  const [typed, setTyped] = useState(() => (embargo ? wallClock(Date.parse(embargo.instant), embargo.zone) : ''));
  const [problem, setProblem] = useState('');
  const [choices, setChoices] = useState<readonly EmbargoChoice[]>([]);
  const id = useId();
  const take = (wall: string, within: string, isComplete = true): void => {
    setTyped(wall);
    setZone(within);
    setChoices([]);
    setProblem('');
    if (wall === '') {
      if (isComplete) onChange(null);
      return;
    }
    const at = embargoAt(wall, within);
    if (at.ok) onChange(at.value);
    else {
      setProblem(at.fault);
      setChoices(embargoChoices(wall, within));
    }
  };
  const choose = ({ embargo: chosen }: EmbargoChoice): void => {
    setTyped(wallClock(Date.parse(chosen.instant), chosen.zone));
    setChoices([]);
    setProblem('');
    onChange(chosen);
    announce(embargoStands(chosen, newsroomZone, Date.now()));
  };
  return (
    <>
      <label>
        <span>Embargo</span>
        <input
          className="f"
          type="datetime-local"
          max="9999-12-30T23:59"
          aria-label={`Embargo (${zone})`}
          value={typed}
          readOnly={readOnly}
          aria-invalid={problem !== ''}
          aria-describedby={problem === '' ? undefined : id}
          onChange={(event) => {
            take(event.target.value, zone, event.target.validity.valid);
          }}
        />
      </label>
      <label>
        <span>Zone</span>
        <select
          className="f zone"
          aria-label="Zone of the embargo"
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
      {problem !== '' && (
        <div className="problem" id={id} role="alert">
          {problem}
          {embargo !== null && ` It stays as it was: ${embargoStands(embargo, newsroomZone, Date.now())}.`}
          {choices.length > 0 && (
            <div className="acts" role="group" aria-label="Which time is meant">
              {choices.map((each) => (
                <button
                  key={each.embargo.instant}
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
