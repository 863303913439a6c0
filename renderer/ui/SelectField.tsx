import { useId } from 'react';

type Props = {
  readonly label: string;
  readonly value: string;
  /** Each value with the words it is shown by. */
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly hint?: string;
  /** What is wrong with it, or empty. */
  readonly fault?: string;
  readonly onChange: (value: string) => void;
};

/** A choice of one, with its name above it, and its fault, which is spoken, or its help below. */
export const SelectField = ({ label, value, options, hint = '', fault = '', onChange }: Props) => {
  const id = useId();
  const more = fault || hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        className="f"
        id={id}
        value={value}
        aria-describedby={more === '' ? undefined : `${id}-more`}
        aria-invalid={fault === '' ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      {fault !== '' ? (
        <p key="fault" id={`${id}-more`} className="wrong" role="alert">
          {fault}
        </p>
      ) : (
        hint !== '' && (
          <p key="hint" id={`${id}-more`} className="meta">
            {hint}
          </p>
        )
      )}
    </div>
  );
};
