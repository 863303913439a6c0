import { useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { announce } from '../ui/announce';
import { PaperDialog } from './PaperDialog';
import { ReleaseDialog } from './ReleaseDialog';
import type { Compared } from './use-comparison';
import type { Named, Pair } from './versions';

/** What is asked for over the comparison: another release for one side, or how it goes on paper. */
export type Asking = keyof Pair | 'paper';

type Props = {
  readonly asking: Asking | null;
  readonly onClose: () => void;
  readonly releases: readonly ReleaseSummary[];
  readonly onRelease: (side: keyof Pair, id: ReleaseId) => void;
  readonly compared: Compared | null;
  readonly left: Named;
  readonly right: Named;
  readonly oneColumn: boolean;
  readonly onFault: (fault: Fault) => void;
  readonly at: { readonly now: Date; readonly zone: string };
};

/** The dialogs over the comparison, and where it was saved. */
export const CompareDialogs = (props: Props) => {
  const { asking, onClose, releases, onRelease, compared, left, right, oneColumn, onFault, at } = props;
  /** Where the comparison was saved last. */
  const [saved, setSaved] = useState<string | null>(null);
  const toPaper = async (form: 'print' | 'pdf', inline: boolean): Promise<void> => {
    setSaved(null);
    onClose();
    if (compared === null) return;
    const { before, after } = compared;
    const names = { before: left.name, after: right.name };
    const about = { before: left.about, after: right.about };
    const done = await bridge.compare.paper({ before, after, names, about, inline, form });
    if (done.ok) {
      if (done.value === null) announce('Sent to the printer');
      setSaved(done.value);
    } else if (done.fault.code !== 'cancelled') onFault(done.fault);
  };
  return (
    <>
      {saved !== null && (
        <Bar kind="fine" title="Comparison saved" actions={<Button onClick={() => setSaved(null)}>Put away</Button>}>
          <p>{saved}</p>
        </Bar>
      )}
      {asking === 'paper' && (
        <PaperDialog oneColumn={oneColumn} onClose={onClose} onPaper={(form, inline) => void toPaper(form, inline)} />
      )}
      {asking !== null && asking !== 'paper' && (
        <ReleaseDialog releases={releases} onClose={onClose} onChoose={(id) => onRelease(asking, id)} at={at} />
      )}
    </>
  );
};
