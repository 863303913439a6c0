import { useState } from 'react';
import type { MissingReleases } from '../../shared/newsroom/model';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { counted } from '../ui/dates';
import { missingWords } from './words';

type Props = {
  readonly missing: MissingReleases;
  readonly onLook: () => void;
  readonly onShow: () => void;
  readonly onAccept: () => void;
};

/** Stays over the newsroom while many of its releases are not there. */
export const MissingBar = ({ missing, onLook, onShow, onAccept }: Props) => {
  const [asks, setAsks] = useState(false);
  const { title, text } = missingWords(missing);
  return (
    <>
      <Bar
        key={title}
        kind="stop"
        title={title}
        actions={
          <>
            <Button kind="primary" onClick={onLook}>
              Look again
            </Button>{' '}
            <Button onClick={onShow}>Show the folder</Button>{' '}
            <Button onClick={() => setAsks(true)}>They were moved away on purpose…</Button>
          </>
        }
      >
        <p>{text}</p>
      </Bar>
      {asks && (
        <Dialog
          title="They were moved away on purpose"
          onClose={() => setAsks(false)}
          onSubmit={() => {
            setAsks(false);
            onAccept();
          }}
          actions={
            <LeaveOrAct leave="Keep asking" act="Yes, on purpose" first="leave" onLeave={() => setAsks(false)} />
          }
        >
          <p>
            {`${counted(missing.missing, 'release')} will no longer be missed here. Your name and the time are kept with that on this computer. Should they come back, they are shown again.`}
          </p>
        </Dialog>
      )}
    </>
  );
};
