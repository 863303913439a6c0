import { DateInput } from '../ui/DateInput';

type Props = {
  /** As the field has it: `2026-11-29T10:30`, by the writer’s own clock. */
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** When something was approved. */
export const WhenField = ({ value, onChange }: Props) => (
  <label className="field">
    <span>When</span>
    <DateInput type="datetime-local" value={value} required onChange={onChange} />
  </label>
);
