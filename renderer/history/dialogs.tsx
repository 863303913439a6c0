import { useState } from 'react';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/TextField';

type NameProps = {
  readonly version: string;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
};

/** Asks for the name of a version. */
export const NameDialog = ({ version, onClose, onName }: NameProps) => {
  const [name, setName] = useState('');
  return (
    <Dialog
      title="Name this version"
      onClose={onClose}
      onSubmit={() => {
        if (name.trim() !== '') onName(name.trim());
      }}
      actions={
        <>
          <button type="button" className="b" onClick={onClose}>
            Leave it unnamed
          </button>
          <button type="submit" className="b p">
            Name version
          </button>
        </>
      }
    >
      <p>{version}</p>
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        maxLength={120}
        autoFocus
        required
        hint="A draft with this text is added to the history. The page stays as it is."
      />
    </Dialog>
  );
};

type RestoreProps = { readonly version: string; readonly onClose: () => void; readonly onRestore: () => void };

/** Says what restoring does before it is done. */
export const RestoreDialog = ({ version, onClose, onRestore }: RestoreProps) => (
  <Dialog
    title="Restore this version"
    onClose={onClose}
    onSubmit={onRestore}
    actions={
      <>
        <button type="button" className="b" onClick={onClose}>
          Keep the page as it is
        </button>
        <button type="submit" className="b p" autoFocus>
          Restore version
        </button>
      </>
    }
  >
    <p>{version}</p>
    <p>
      Its text takes the place of the text on the page, as a new version. The text that stands there now is kept in the
      history, and every approval ever recorded stays.
    </p>
  </Dialog>
);
