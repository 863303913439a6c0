import { useState } from 'react';
import { alternativeAdvice, alternativeFault } from '../../../shared/release/alternative';
import { Dialog } from '../../ui/Dialog';
import { LeaveOrAct } from '../../ui/LeaveOrAct';
import { TextField } from '../../ui/TextField';
import type { Picture } from './picture';

type Props = {
  readonly picture: Picture;
  /** Where the page finds it; null where that is not known. */
  readonly src: string | null;
  /** It was put in just now. */
  readonly isNew: boolean;
  readonly onClose: () => void;
  readonly onSave: (picture: Picture) => void;
};

const FAULTS = {
  missing: 'Write what it shows, or say that it is decorative: without that it cannot be published.',
  'file-name': 'This is the name of a file. Write what is to be seen.',
} as const;

/** Asks what an image shows, for those who do not see it, and whose it is. */
export const ImageDialog = ({ picture, src, isNew, onClose, onSave }: Props) => {
  const [alternative, setAlternative] = useState(picture.alternative);
  const [isDecorative, setDecorative] = useState(picture.decorative === true);
  const [credit, setCredit] = useState(picture.credit);
  const [fault, setFault] = useState('');

  const submit = (): void => {
    const { decorative: _, ...rest } = picture;
    const next: Picture = {
      ...rest,
      alternative: isDecorative ? '' : alternative.trim(),
      ...(isDecorative ? { decorative: true } : {}),
      credit: credit.trim(),
    };
    const found = alternativeFault(next);
    if (found === null) onSave(next);
    else setFault(FAULTS[found]);
  };

  return (
    <Dialog
      title={isNew ? 'Describe the image' : 'The image’s description'}
      onClose={onClose}
      onSubmit={submit}
      actions={<LeaveOrAct leave={isNew ? 'Describe it later' : 'Leave it'} act="Save" onLeave={onClose} />}
    >
      {src !== null && <img className="picture-preview" src={src} alt="" />}
      <TextField
        label="What it shows"
        rows={3}
        value={alternative}
        onChange={(value) => {
          setAlternative(value);
          setFault('');
        }}
        fault={isDecorative ? '' : fault}
        hint={
          alternativeAdvice({ alternative }) ?? 'Read out to those who do not see it: what matters here, in a sentence.'
        }
        disabled={isDecorative}
        autoFocus
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={isDecorative}
          onChange={(event) => {
            setDecorative(event.target.checked);
            setFault('');
          }}
        />
        <span>Decorative: the text says all that it shows</span>
      </label>
      <TextField label="Credit" value={credit} onChange={setCredit} hint="Who made it, or holds its rights." />
    </Dialog>
  );
};
