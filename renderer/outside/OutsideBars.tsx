import type { Fault } from '../../shared/fault';
import type { Mended, Newsroom } from '../../shared/newsroom/model';
import type { ReleaseId, VersionHash } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { CopyBar } from './CopyBar';
import { MissingBar } from './MissingBar';
import { useCopies } from './use-copies';
import { asideTitle, mendedTitle } from './words';

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

/** What other programs did to the newsroom's folder: releases that are missing, copies that wait, files put right, copies moved. */
export const OutsideBars = (props: Props) => {
  const { newsroom, openId, mayWrite, beside, onCompare, onDecided, onLook, onFault } = props;
  const { waiting, aside, asideSeen, mended, mendedSeen, leave, keep, putAside } = useCopies({
    openId,
    mayWrite,
    onFault,
  });
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
          headline={newsroom.releases.find(({ id }) => id === copy.text?.id)?.headline ?? ''}
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
      {mended.length > 0 && (
        <Bar
          kind="warn"
          title={mendedTitle(mended.length)}
          actions={
            <>
              <Button onClick={() => void show()}>Show the folder</Button>
              <Button onClick={mendedSeen}>Put away</Button>
            </>
          }
        >
          <Files files={mended} />
          <p>Nothing is deleted: what was replaced lies in the folder “quarantine” beside the file. Go on writing.</p>
        </Bar>
      )}
      {aside.length > 0 && (
        <Bar kind="fine" title={asideTitle(aside.length)} actions={<Button onClick={asideSeen}>Put away</Button>}>
          <Files files={aside} />
        </Bar>
      )}
    </>
  );
};

/** So many are named; of more the number is said. */
const NAMED = 3;

const Files = ({ files }: { readonly files: readonly Mended[] }) => (
  <>
    <ul>
      {files.slice(0, NAMED).map(({ where, message }) => (
        <li key={where}>
          {where}: {message}
        </li>
      ))}
    </ul>
    {files.length > NAMED && <p>And {(files.length - NAMED).toLocaleString('en-GB')} more.</p>}
  </>
);
