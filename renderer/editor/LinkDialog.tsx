import { useState } from 'react';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/TextField';
import { isAllowedLink } from '../../shared/release/link';

type Props = { readonly address: string; readonly onClose: () => void; readonly onLink: (address: string) => void };

/** Asks where the chosen words lead. */
export const LinkDialog = ({ address: before, onClose, onLink }: Props) => {
  const [address, setAddress] = useState(before);
  const [fault, setFault] = useState('');
  const submit = (): void => {
    const wanted = address.trim();
    if (wanted === '' || isAllowedLink(wanted)) onLink(wanted);
    else setFault('A link begins with https://, http://, mailto: or tel:');
  };
  return (
    <Dialog
      title="Link"
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <button type="button" className="b" onClick={onClose}>
            Leave it
          </button>
          {before !== '' && (
            <button
              type="button"
              className="b"
              onClick={() => {
                onLink('');
              }}
            >
              Take the link away
            </button>
          )}
          <button type="submit" className="b p">
            Set link
          </button>
        </>
      }
    >
      <TextField label="Address" value={address} onChange={setAddress} fault={fault} autoFocus inputMode="url" />
    </Dialog>
  );
};
