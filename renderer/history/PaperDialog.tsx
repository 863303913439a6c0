import { useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { ReleaseId, VersionHash } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { announce } from '../ui/announce';

type Props = {
  readonly release: ReleaseId;
  readonly version: VersionHash;
  readonly name: string;
  readonly onClose: () => void;
};
type Form = 'print' | 'pdf' | 'text';

/** Puts a version and the list of all versions on paper, or into a file. */
export const PaperDialog = ({ release, version, name, onClose }: Props) => {
  const [fault, setFault] = useState<Fault | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const issue = async (form: Form): Promise<void> => {
    setIsBusy(true);
    setFault(null);
    const done = await bridge.paper.history(release, version, form);
    setIsBusy(false);
    if (done.ok) {
      announce(done.value === null ? 'Sent to the printer' : `Saved: ${done.value}`);
      onClose();
    } else if (done.fault.code !== 'cancelled') setFault(done.fault);
  };
  const wait = isBusy ? 'It is being made.' : undefined;
  return (
    <Dialog
      title="Print or save this version"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <span className="sp" />
          <Button unavailable={wait} onClick={() => void issue('text')}>
            Save as text…
          </Button>
          <Button unavailable={wait} onClick={() => void issue('pdf')}>
            Save as PDF…
          </Button>
          <Button kind="primary" autoFocus unavailable={wait} onClick={() => void issue('print')}>
            Print…
          </Button>
        </>
      }
    >
      <p>{name}</p>
      <p>Its text as it stood, and below it every version of the release: when, what, who and why.</p>
      {fault !== null && (
        <p role="alert" className="problem">
          {fault.message} {fault.detail}
        </p>
      )}
    </Dialog>
  );
};
