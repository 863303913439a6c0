import { Button } from './Button';

type Props = {
  readonly leave: string;
  readonly act: string;
  /** Which of the two has the focus first; a field, where neither. */
  readonly first?: 'leave' | 'act';
  readonly onLeave: () => void;
};

/** The two ways out of a dialog that asks: all stays as it is, or its `onSubmit` does what it asks for. */
export const LeaveOrAct = ({ leave, act, first, onLeave }: Props) => (
  <>
    <Button onClick={onLeave} autoFocus={first === 'leave'}>
      {leave}
    </Button>
    <button type="submit" className="b p" autoFocus={first === 'act'}>
      {act}
    </button>
  </>
);
