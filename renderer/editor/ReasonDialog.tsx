import { type ReactNode, useState } from 'react';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { TextField } from '../ui/TextField';

type Props = {
  readonly title: string;
  /** What comes of it, above the field. */
  readonly children: ReactNode;
  readonly label: string;
  readonly hint: string;
  /** What is said where nothing is written. */
  readonly missing: string;
  readonly leave: string;
  readonly act: string;
  /** Whether nothing else is lacking; what is, says so itself. */
  readonly isReady?: () => boolean;
  readonly onClose: () => void;
  /** With words that are more than spaces. */
  readonly onAct: (words: string) => void;
};

/** Asks for words that readers are told, then acts. */
export const ReasonDialog = ({
  title,
  children,
  label,
  hint,
  missing,
  leave,
  act,
  isReady = () => true,
  onClose,
  onAct,
}: Props) => {
  const [words, setWords] = useState('');
  const [fault, setFault] = useState('');
  const submit = (): void => {
    const mayAct = isReady();
    if (words.trim() === '') setFault(missing);
    else if (mayAct) onAct(words.trim());
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={submit}
      actions={<LeaveOrAct leave={leave} act={act} onLeave={onClose} />}
    >
      {children}
      <TextField
        label={label}
        hint={hint}
        rows={3}
        autoFocus
        maxLength={2000}
        value={words}
        fault={fault}
        onChange={(value) => {
          setWords(value);
          setFault('');
        }}
      />
    </Dialog>
  );
};
