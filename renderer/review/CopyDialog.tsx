import { useState } from 'react';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';

type Props = {
  readonly name: string;
  /** What it can be compared with: how each is called. */
  readonly others: readonly string[];
  readonly onClose: () => void;
  /** With the index of what it is compared with; null: the draft alone. */
  readonly onSave: (beside: number | null) => void;
};

/** Asks what a review copy is to hold. */
export const CopyDialog = ({ name, others, onClose, onSave }: Props) => {
  const [beside, setBeside] = useState(-1);
  return (
    <Dialog
      title="Review copy"
      onClose={onClose}
      onSubmit={() => onSave(beside === -1 ? null : beside)}
      actions={<LeaveOrAct leave="Not now" act="Save review copy…" onLeave={onClose} />}
    >
      <p>
        {`One file with ${name}, marked as a draft, that any browser opens. The reviewer writes remarks and other wording in it and sends back a text file, which “Bring remarks in…” reads.`}
      </p>
      <div className="field">
        <label htmlFor="copy-beside">Show it</label>
        <select
          id="copy-beside"
          className="f"
          autoFocus
          value={beside}
          onChange={(event) => setBeside(Number(event.target.value))}
        >
          <option value={-1}>As it is</option>
          {others.map((other, index) => (
            <option key={index} value={index}>{`With what changed since ${other}`}</option>
          ))}
        </select>
      </div>
    </Dialog>
  );
};
