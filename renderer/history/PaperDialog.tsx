import type { ReleaseId, VersionHash } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ProblemNote } from '../ui/ProblemNote';
import { useIssue } from '../ui/use-issue';

type Props = {
  readonly release: ReleaseId;
  readonly version: VersionHash;
  readonly name: string;
  readonly onClose: () => void;
};
type Form = 'print' | 'pdf' | 'text';

/** Puts a version and the list of all versions on paper, or into a file. */
export const PaperDialog = ({ release, version, name, onClose }: Props) => {
  const { fault, isBusy, issue } = useIssue<Form>({
    make: (form) => bridge.paper.history(release, version, form),
    onDone: onClose,
  });
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
        <ProblemNote>
          {fault.message} {fault.where}
        </ProblemNote>
      )}
    </Dialog>
  );
};
