import { useState } from 'react';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { TextField } from '../ui/TextField';

type Props = {
  /** What was typed before, where the folder was refused. */
  readonly first: string;
  readonly onClose: () => void;
  readonly onMake: (organisation: string) => void;
};

/** Asks whose newsroom it is; the folder is asked by the system after it. */
export const MakeNewsroom = ({ first, onClose, onMake }: Props) => {
  const [organisation, setOrganisation] = useState(first);
  const [fault, setFault] = useState('');
  const make = () => {
    if (organisation.trim() === '') setFault('Write the organisation’s name: it stands on every page of the archive.');
    else onMake(organisation.trim());
  };
  return (
    <Dialog
      title="Make a newsroom"
      onClose={onClose}
      onSubmit={make}
      actions={<LeaveOrAct leave="Back" act="Choose its folder…" onLeave={onClose} />}
    >
      <TextField
        label="Organisation"
        hint="As it is to stand on the archive’s pages."
        autoFocus
        autoComplete="off"
        maxLength={200}
        value={organisation}
        fault={fault}
        onChange={(value) => {
          setOrganisation(value);
          setFault('');
        }}
      />
    </Dialog>
  );
};
