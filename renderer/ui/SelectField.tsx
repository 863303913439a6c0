import { useId } from 'react';

type Props = {
  readonly label: string;
  readonly value: string;
  /** Each value with the words it is shown by. */
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly hint?: string;
  readonly onChange: (value: string) => void;
};

/** A choice of one, with its name above it and its help below. */
export const SelectField = ({ label, value, options, hint, onChange }: Props) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        className="f"
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-more`}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <p id={`${id}-more`} className="meta">
          {hint}
        </p>
      )}
    </div>
  );
};
