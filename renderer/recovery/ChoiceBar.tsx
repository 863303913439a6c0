import { useId } from 'react';
import type { Recovery } from '../../shared/ipc/contract';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { recoveryWords } from './words';

type Props = {
  readonly recovery: Recovery;
  readonly zone: string;
  /** Whether the release may be written in: the text of a published one stays. */
  readonly mayWrite: boolean;
  readonly onKeepSaved: () => void;
  readonly onKeepRecovered: () => void;
};

/** Stands over two texts side by side that both went on. Which is written on is the writer's act; neither is lost. */
export const ChoiceBar = ({ recovery, zone, mayWrite, onKeepSaved, onKeepRecovered }: Props) => {
  const about = useId();
  const { title, text } = recoveryWords(recovery, { now: new Date(), zone });
  return (
    <Bar
      kind="warn"
      title={title}
      actions={
        mayWrite ? (
          <>
            <Button onClick={onKeepSaved}>Keep saved</Button>{' '}
            <Button kind="primary" autoFocus aria-describedby={about} onClick={onKeepRecovered}>
              Keep recovered
            </Button>
          </>
        ) : (
          <Button kind="primary" autoFocus aria-describedby={about} onClick={onKeepSaved}>
            Back to the published text
          </Button>
        )
      }
    >
      <p id={about}>{mayWrite ? text : `${text} The release has been published since, so its text stays as it is.`}</p>
    </Bar>
  );
};
