import type { ConflictCopy } from '../../shared/newsroom/model';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { copyWords } from './words';

type Props = {
  readonly copy: ConflictCopy;
  /** What its release is called here: the copy may say otherwise. */
  readonly headline: string;
  /** How many wait behind it. */
  readonly more: number;
  readonly zone: string;
  /** It stands beside the working text already. */
  readonly isCompared: boolean;
  readonly onCompare: () => void;
  readonly onKeep: () => void;
  readonly onPutAside: () => void;
  readonly onShow: () => void;
  readonly onLeave: () => void;
};

/** Offers what a sync program kept beside a file: nothing is taken over and nothing thrown away by itself. */
export const CopyBar = (props: Props) => {
  const { copy, headline, more, zone, isCompared, onCompare, onKeep, onPutAside, onShow, onLeave } = props;
  const { title, text } = copyWords(copy, headline.trim(), more, { now: new Date(), zone });
  return (
    <Bar
      key={copy.key}
      kind="warn"
      title={title}
      actions={
        <>
          {copy.text !== null && !isCompared && (
            <Button kind="primary" onClick={onCompare}>
              Compare the two
            </Button>
          )}
          {copy.text === null && <Button onClick={onShow}>Show the folder</Button>}{' '}
          {copy.text !== null && (
            <Button kind={isCompared ? 'primary' : 'plain'} onClick={onKeep}>
              Keep as a draft
            </Button>
          )}
          {copy.text === null && copy.unreadable === '' && <Button onClick={onPutAside}>Put it aside</Button>}{' '}
          <Button onClick={onLeave}>Leave it</Button>
        </>
      }
    >
      <p>{text}</p>
    </Bar>
  );
};
