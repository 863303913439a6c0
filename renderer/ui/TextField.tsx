import { useId, type ComponentProps, type ReactNode } from 'react';
import { DateInput } from './DateInput';
import './text-field.css';

type Common = {
  readonly label: string;
  /** Words under the field that help. */
  readonly hint?: ReactNode;
  /** What is wrong with it, or empty. */
  readonly fault?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};
type Props = Common & { readonly rows?: number } & Omit<
    ComponentProps<'input'> & ComponentProps<'textarea'>,
    keyof Common | 'id' | 'className' | 'rows' | 'ref'
  >;

/** A field of text with its name above it, and its fault, which is spoken, or its help below. With `rows` it takes several lines. */
export const TextField = ({ label, hint, fault = '', value, onChange, rows, ...rest }: Props) => {
  const id = useId();
  const shared = {
    ...rest,
    id,
    value,
    className: 'f',
    'aria-describedby': `${id}-more`,
    ...(fault === '' ? {} : { 'aria-invalid': true }),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined && rest.type === 'date' ? (
        <DateInput {...shared} type="date" onChange={onChange} />
      ) : rows === undefined ? (
        <input type="text" {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      )}
      {fault === '' ? (
        <p key="hint" id={`${id}-more`} className="meta">
          {hint}
        </p>
      ) : (
        <p key="fault" id={`${id}-more`} className="wrong" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
};
