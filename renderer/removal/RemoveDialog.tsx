import { useEffect, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { ReleaseId } from '../../shared/release/model';
import type { RemovalState, RemovedRelease } from '../../shared/removal/model';
import { bridge } from '../bridge';
import { announce } from '../ui/announce';
import { Bar } from '../ui/Bar';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/TextField';
import { progressWords } from './words';
import './removal.css';

type Props = {
  readonly id: ReleaseId;
  readonly headline: string;
  readonly onClose: () => void;
  readonly onRemoved: (removed: RemovedRelease) => void;
};

/** Asks for a reason and a tick before a release is erased, says what goes and what stays, and stays until it is done. */
export const RemoveDialog = ({ id, headline, onClose, onRemoved }: Props) => {
  const [reason, setReason] = useState('');
  const [isSure, setIsSure] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [state, setState] = useState<RemovalState>({ kind: 'idle' });
  useEffect(() => bridge.on('removal:state', setState), []);
  const close = (): void => {
    if (!isBusy) onClose();
  };
  const remove = async (): Promise<void> => {
    setWasAsked(true);
    if (isBusy || reason.trim() === '' || !isSure) return;
    setIsBusy(true);
    setFault(null);
    announce('Erasing');
    const removed = await bridge.removal.remove(id, reason.trim());
    setIsBusy(false);
    if (removed.ok) onRemoved(removed.value);
    else setFault(removed.fault);
  };
  const missing = wasAsked && !isSure;
  return (
    <Dialog
      title="Remove this release, and erase its text"
      onClose={close}
      onSubmit={() => void remove()}
      actions={
        <>
          <button type="button" className="b" aria-disabled={isBusy} onClick={close}>
            Keep the release
          </button>
          <button type="submit" className="b p" aria-disabled={isBusy}>
            Erase for good
          </button>
        </>
      }
    >
      {fault !== null && (
        <Bar kind="stop" title={fault.message}>
          {fault.where !== undefined && <p>{fault.where}</p>}
        </Bar>
      )}
      <p className="which" dir="auto">
        {headline}
      </p>
      <div>
        <p>Erased for good, with no way back:</p>
        <ul className="erased">
          <li>the text, the notes, the quotes and their approvals, the contacts and the images</li>
          <li>every version and draft of its history, with their names and notes</li>
          <li>what is kept of it on this computer, also in every backup</li>
        </ul>
      </div>
      <p>
        Its address stays, and says that the release was removed. So does who published, who removed it, and why. Copies
        that others made are not within reach: bundles exported before, backups of the system such as Time Machine, sync
        services, emails.
      </p>
      <TextField
        label="Reason"
        hint="It is kept, and readers may see it. Do not repeat what is to be erased."
        fault={wasAsked && reason.trim() === '' ? 'A removal needs a reason.' : ''}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={2000}
        autoFocus
      />
      <label className="sure">
        <input
          type="checkbox"
          checked={isSure}
          aria-invalid={missing}
          aria-describedby={missing ? 'sure-fault' : undefined}
          onChange={(event) => setIsSure(event.target.checked)}
        />
        <span>Erase this release. I know that it cannot be undone.</span>
      </label>
      {missing && (
        <p id="sure-fault" className="wrong" role="alert">
          Tick this to go on.
        </p>
      )}
      {isBusy && <p role="status">{progressWords(state)}</p>}
    </Dialog>
  );
};
