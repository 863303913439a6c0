import { useState } from 'react';
import type { OpenChange } from '../../shared/release/model';
import { ReasonDialog } from './ReasonDialog';

type Props = {
  /** A minor change is open, whose text it takes over. */
  readonly fromMinor: boolean;
  readonly onClose: () => void;
  readonly onCorrect: (note: string, without: Pick<OpenChange, 'withoutEarlier'>) => void;
};

/** Asks what readers are told of a correction, and whether they may read on what the release said before. */
export const CorrectDialog = ({ fromMinor, onClose, onCorrect }: Props) => {
  const [isKept, setIsKept] = useState(true);
  return (
    <ReasonDialog
      title="Correct this release"
      label="Note to readers"
      hint="For example “The bridge opens in May, not in March.” It stands above the text with the day, and in the log of corrections."
      missing="Write the note: readers are told what was wrong."
      leave="Leave it as it is"
      act={fromMinor ? 'Make it a correction' : 'Begin the correction'}
      onClose={onClose}
      onAct={(note) => onCorrect(note, isKept ? {} : { withoutEarlier: true })}
    >
      <p>
        {fromMinor
          ? 'What you wrote stays, and is no longer a minor change: readers are told.'
          : 'The text can then be changed.'}{' '}
        What is public stays as it is until you publish the change.
      </p>
      <label className="tick">
        <input type="checkbox" checked={isKept} onChange={(event) => setIsKept(event.target.checked)} />
        <span>Readers may read what it said before, from the log of corrections</span>
      </label>
      {!isKept && (
        <p className="meta">
          Then no earlier wording of this release is on the web. Choose this where it named somebody wrongly or could do
          harm.
        </p>
      )}
    </ReasonDialog>
  );
};
