import { type ReactNode, useState } from 'react';
import { Dialog } from './Dialog';
import { LeaveOrAct } from './LeaveOrAct';
import { TextField } from './TextField';

type Props = {
  /** What gets the name, in one word: it stands in the title and on the button. */
  readonly what: string;
  readonly hint: string;
  /** Which one it is, where that is not plain. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
  /** With a name that is more than spaces, without those around it. */
  readonly onName: (name: string) => void;
};

/** Asks for a name. */
export const NameDialog = ({ what, hint, children, onClose, onName }: Props) => {
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Dialog
      title={`Name this ${what}`}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (name.trim() !== '') onName(name.trim());
      }}
      actions={<LeaveOrAct leave="Leave it unnamed" act={`Name ${what}`} onLeave={onClose} />}
    >
      {children}
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        maxLength={120}
        autoFocus
        required
        hint={hint}
        fault={tried && name.trim() === '' ? 'Write a name.' : ''}
      />
    </Dialog>
  );
};
