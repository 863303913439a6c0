import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';

type RestoreProps = { readonly version: string; readonly onClose: () => void; readonly onRestore: () => void };

/** Says what restoring does before it is done. */
export const RestoreDialog = ({ version, onClose, onRestore }: RestoreProps) => (
  <Dialog
    title="Restore this version"
    onClose={onClose}
    onSubmit={onRestore}
    actions={<LeaveOrAct leave="Keep the page as it is" act="Restore version" first="act" onLeave={onClose} />}
  >
    <p>{version}</p>
    <p>
      Its text takes the place of the text on the page, as a new version. The text that stands there now is kept in the
      history, and every approval ever recorded stays. So does an embargo, unless the version’s own ends later.
    </p>
  </Dialog>
);
