import { useState } from 'react';
import type { Finding } from '../../shared/archive/model';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { TextField } from '../ui/TextField';

type Props = {
  readonly finding: Finding;
  readonly onClose: () => void;
  readonly onOverride: (reason: string) => void;
};

/** Lets words pass the export, all of which are shown, with a reason that is kept under the writer's name. */
export const OverrideDialog = ({ finding, onClose, onOverride }: Props) => {
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const pass = () => {
    if (reason.trim() === '') setFault('Write the reason: it is kept with the release.');
    else onOverride(reason.trim());
  };
  return (
    <Dialog
      title="Let these words pass"
      onClose={onClose}
      onSubmit={pass}
      actions={<LeaveOrAct leave="Leave it to be settled" act="Let it pass" onLeave={onClose} />}
    >
      <p>{finding.message}</p>
      {finding.words !== null && (
        <blockquote className="pass" dir="auto">
          {finding.words.all}
        </blockquote>
      )}
      <TextField
        label="Reason"
        hint="Kept with your name and the time. It holds for these exact words only."
        rows={3}
        autoFocus
        maxLength={2000}
        value={reason}
        fault={fault}
        onChange={(value) => {
          setReason(value);
          setFault('');
        }}
      />
    </Dialog>
  );
};
