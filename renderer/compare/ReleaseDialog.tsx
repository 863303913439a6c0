import { useState } from 'react';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import { Combobox } from '../ui/Combobox';
import { Dialog } from '../ui/Dialog';
import { shortInstant } from '../ui/dates';

type Props = {
  /** All but the one that is compared. */
  readonly releases: readonly ReleaseSummary[];
  readonly onClose: () => void;
  readonly onChoose: (release: ReleaseId) => void;
  readonly at: { readonly now: Date; readonly zone: string };
};

/** So many are offered at once: more are found by typing. */
const OFFERED = 30;

/** Asks for another release by its headline, with its state, and when it was saved. */
export const ReleaseDialog = ({ releases, onClose, onChoose, at }: Props) => {
  const [words, setWords] = useState('');
  const wanted = words.trim().toLocaleLowerCase('en-GB');
  const fitting = releases
    .filter(({ headline, reference }) => `${headline} ${reference}`.toLocaleLowerCase('en-GB').includes(wanted))
    .toSorted((one, next) => (one.savedAt < next.savedAt ? 1 : -1))
    .slice(0, OFFERED);
  return (
    <Dialog
      title="Put another release beside it"
      onClose={onClose}
      onSubmit={() => {
        const [first] = fitting;
        if (wanted !== '' && first !== undefined && fitting.length === 1) onChoose(first.id);
      }}
      actions={
        <button type="button" className="b" onClick={onClose}>
          Leave it
        </button>
      }
    >
      <Combobox
        label="Headline or reference"
        value={words}
        options={fitting.map(({ id, headline, state, savedAt }) => ({
          id,
          label: headline === '' ? 'No headline yet' : headline,
          hint: `${state}, saved ${shortInstant(savedAt, at.now, at.zone)}`,
        }))}
        autoFocus
        onChange={setWords}
        onPick={(id) => onChoose(id as ReleaseId)}
      />
    </Dialog>
  );
};
