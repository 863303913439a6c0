import { useState } from 'react';
import { addressBeside, nameInAddress } from '../../shared/release/address';
import type { Publication } from '../../shared/release/model';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { TextField } from '../ui/TextField';

type Props = {
  readonly publication: Publication;
  /** Its embargo has not ended: nobody knows the address yet. */
  readonly isWaiting: boolean;
  readonly onClose: () => void;
  readonly onChange: (words: string) => void;
};

/** Asks for the name at the end of a published release's address, and says what becomes of the old one. */
export const AddressDialog = ({ publication, isWaiting, onClose, onChange }: Props) => {
  const { address, formerly = [] } = publication;
  const [words, setWords] = useState(nameInAddress(address));
  const [fault, setFault] = useState('');
  const next = words.trim() === '' ? null : addressBeside(address, words);
  const submit = (): void => {
    if (next === null) setFault('Nothing can stand at this address. Write a few words, such as those of the headline.');
    else if (next === address) setFault('This is the address that it has.');
    else onChange(words);
  };
  return (
    <Dialog
      title="Change the address"
      onClose={onClose}
      onSubmit={submit}
      actions={<LeaveOrAct leave="Leave it as it is" act="Change the address" onLeave={onClose} />}
    >
      <p>
        {isWaiting
          ? 'The release is not public yet, so nobody has its address. From now on this one is meant for it.'
          : 'From the next export on the release stands at the new address. The old one leads there for ever: links, bookmarks and search engines still find it.'}
      </p>
      {formerly.length > 0 && (
        <p className="meta">{`It stood before at ${formerly.map((each) => each.address).join(', ')}. That still leads to it.`}</p>
      )}
      <TextField
        label="Name in the address"
        hint={next === null ? 'Words, such as those of the headline' : `It will be ${next}`}
        autoFocus
        maxLength={200}
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
