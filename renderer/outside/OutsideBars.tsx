import type { Fault } from '../../shared/fault';
import type { Newsroom } from '../../shared/newsroom/model';
import type { ReleaseId, VersionHash } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { counted } from '../ui/dates';
import { CopyBar } from './CopyBar';
import { MissingBar } from './MissingBar';
import { useCopies } from './use-copies';

type Props = {
  readonly newsroom: Newsroom;
  readonly openId: ReleaseId | null;
  readonly mayWrite: boolean;
  /** The version that stands beside the working text now. */
  readonly beside: VersionHash | null;
  readonly onCompare: (id: ReleaseId, object: VersionHash) => void;
  /** A copy that was compared is dealt with. */
  readonly onDecided: () => void;
  /** The newsroom is to be read again. */
  readonly onLook: () => Promise<void>;
  readonly onFault: (fault: Fault) => void;
};

/** What other programs did to the newsroom's folder: releases that are missing, copies that wait, copies that were moved. */
export const OutsideBars = (props: Props) => {
  const { newsroom, openId, mayWrite, beside, onCompare, onDecided, onLook, onFault } = props;
  const { waiting, aside, seen, leave, keep, putAside } = useCopies({ openId, mayWrite, onFault });
  const [copy] = waiting;
  const { missing } = newsroom;
  const isCompared = beside !== null && copy?.text?.object === beside;
  const show = async (): Promise<void> => {
    const shown = await bridge.outside.showFolder();
    if (!shown.ok) onFault(shown.fault);
  };
  const accept = async (): Promise<void> => {
    const done = await bridge.outside.acceptMissing();
    if (done.ok) await onLook();
    else onFault(done.fault);
  };
  return (
    <>
      {missing !== undefined && (
        <MissingBar
          missing={missing}
          onLook={() => void onLook()}
          onShow={() => void show()}
          onAccept={() => void accept()}
        />
      )}
      {copy !== undefined && (
        <CopyBar
          copy={copy}
          more={waiting.length - 1}
          zone={newsroom.settings.zone}
          isCompared={isCompared}
          onCompare={() => {
            if (copy.text !== null) onCompare(copy.text.id, copy.text.object);
          }}
          onKeep={() =>
            void keep(copy).then((isKept) => {
              if (isKept && isCompared) onDecided();
            })
          }
          onPutAside={() => void putAside(copy)}
          onShow={() => void show()}
          onLeave={() => {
            leave(copy);
            if (isCompared) onDecided();
          }}
        />
      )}
      {aside.length > 0 && (
        <Bar
          kind="fine"
          title={`${counted(aside.length, 'file was', 'files were')} moved aside`}
          actions={<Button onClick={seen}>Put away</Button>}
        >
          <ul>
            {aside.slice(0, NAMED).map(({ where, message }) => (
              <li key={where}>
                {where}: {message}
              </li>
            ))}
          </ul>
          {aside.length > NAMED && <p>And {(aside.length - NAMED).toLocaleString('en-GB')} more.</p>}
        </Bar>
      )}
    </>
  );
};

/** So many are named; of more the number is said. */
const NAMED = 3;
