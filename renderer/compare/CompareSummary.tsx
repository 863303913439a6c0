import type { BlockKind } from '../../shared/compare/model';
import type { Change } from './lines';
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

/** How many changes there are of each kind. */
export const CompareSummary = ({ changes }: { readonly changes: readonly Change[] }) => (
  <footer className="sb">
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
    <span className="not-small">Columns scroll together</span>
  </footer>
);
