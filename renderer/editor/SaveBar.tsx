import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import type { Session } from './session';
import { useSession } from './use-session';
import { clockTime } from './words';

type Props = {
  readonly session: Session;
  readonly onCopy: () => void;
  /** Shows what was typed beside the text that stands in the newsroom. */
  readonly onChoose: () => void;
};

/** Stands over the work as long as the last save failed; typing goes on, and what is typed is kept on this computer. */
export const SaveBar = ({ session, onCopy, onChoose }: Props) => {
  const { save } = useSession(session);
  if (save.kind !== 'failed') return null;
  const copy = (
    <Button kind={save.needsChoice ? 'plain' : 'primary'} onClick={onCopy}>
      Save a copy…
    </Button>
  );
  return (
    <Bar
      kind="stop"
      title={`Not saved since ${clockTime(save.since)}`}
      actions={
        save.needsChoice ? (
          <>
            {copy}{' '}
            <Button kind="primary" onClick={onChoose}>
              See both side by side
            </Button>
          </>
        ) : (
          <>
            {copy} <Button onClick={() => void session.flush()}>Try again</Button>
          </>
        )
      }
    >
      <p>
        {save.message}
        {save.where !== '' && (
          <>
            {' '}
            <span className="where">{save.where}</span>
          </>
        )}
      </p>
      <p>
        {save.kept
          ? 'Your words are kept on this computer until they can be saved; go on writing.'
          : 'Your words are in this window alone: save a copy before you close it.'}
        {!save.needsChoice && ' Saving is tried again by itself.'}
      </p>
    </Bar>
  );
};
