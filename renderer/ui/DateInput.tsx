import type { ComponentProps } from 'react';

type Props = Omit<ComponentProps<'input'>, 'type' | 'className' | 'onChange'> & {
  readonly type: 'date' | 'datetime-local';
  readonly onChange: (value: string) => void;
};

/** The last day and time that a field takes: a year has four figures wherever it is saved. */
const LAST = { date: '9999-12-31', 'datetime-local': '9999-12-31T23:59' };

/** A field for a day, with or without the time. What a file could not hold, such as one digit too many in the year, is not taken. */
export const DateInput = ({ type, max = '', onChange, ...rest }: Props) => (
  <input
    {...rest}
    className="f"
    type={type}
    max={max === '' ? LAST[type] : max}
    onChange={({ target: { value } }) => {
      if (!/^\d{5}/.test(value)) onChange(value);
    }}
  />
);
