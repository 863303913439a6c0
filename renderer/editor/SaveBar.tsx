import { Bar } from '../ui/Bar';
import type { AutosaveState } from './autosave';
import { clockTime } from './words';

type Props = { readonly save: AutosaveState; readonly onRetry: () => void; readonly onCopy: () => void };

/** Stands over the work as long as the last save failed; typing goes on. */
export const SaveBar = ({ save, onRetry, onCopy }: Props) => {
  if (save.kind !== 'failed') return null;
  return (
    <Bar
      kind="stop"
      title={`Not saved since ${clockTime(save.since)}`}
      actions={
        <>
          <button type="button" className="b" onClick={onCopy}>
            Copy the words
          </button>
          <button type="button" className="b p" onClick={onRetry}>
            Try again
          </button>
        </>
      }
    >
      <p>{save.message} Your words are still here, and saving is tried again by itself.</p>
    </Bar>
  );
};
