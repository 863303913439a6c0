import type { BlockKind } from '../../shared/compare/model';
import { Button } from '../ui/Button';
import type { Change } from '../../shared/compare/line';
import { KIND_CLASS, Sign } from './Sign';

const SHOWN = [
  ['changed', ['changed'], 'changed'],
  ['moved', ['moved', 'moved-changed'], 'moved'],
  ['added', ['added'], 'added'],
  ['removed', ['removed'], 'removed'],
  ['split', ['split'], 'split'],
  ['joined', ['joined'], 'joined'],
  ['formatting', ['formatting'], 'formatting'],
] as const satisfies readonly (readonly [BlockKind, readonly BlockKind[], string])[];

type Props = {
  readonly changes: readonly Change[];
  /** How far the review is, in words; empty where nothing was decided. */
  readonly decided: string;
  readonly isApart: boolean;
  /** Lets the columns scroll each by itself, or together again; null where there is one column. */
  readonly onApart: (() => void) | null;
};

/** How many changes there are of each kind, and how many were decided. */
export const CompareSummary = ({ changes, decided, isApart, onApart }: Props) => (
  <footer className="sb" data-region="counts">
    {changes.length === 0 && <span>No changes</span>}
    {SHOWN.map(([sign, kinds, words]) => {
      const count = changes.filter(({ kind }) => kinds.some((one) => one === kind)).length;
      return count === 0 ? null : (
        <span key={sign} className={KIND_CLASS[sign]}>
          <Sign kind={sign} />
          {`${count} ${words}`}
        </span>
      );
    })}
    <span className="sp" />
    {decided !== '' && <span className="not-small">{decided}</span>}
    {onApart !== null && (
      <Button kind="ghost" className="not-small together" aria-pressed={!isApart} onClick={onApart}>
        Columns scroll together
      </Button>
    )}
  </footer>
);
