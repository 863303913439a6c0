import { Redo2, Undo2 } from 'lucide-react';
import { across } from '../../shared/compare/merge';
import { Button } from '../ui/Button';
import { type Course, type Decision, stepAt } from './decisions';
import type { Offers } from './offers';
import { decidedText } from './words';

type Props = {
  readonly counts: { readonly taken: number; readonly left: number; readonly open: number };
  /** What the last step did to approvals and could not take, in sentences. */
  readonly news: readonly string[];
  readonly offers: Offers;
  readonly course: Course;
  /** The changes shown that are still to be decided and can be taken over. */
  readonly rest: readonly number[];
  readonly onDecide: (changes: readonly number[], decision: Decision) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** Under the list: how far the review is, the rest at one stroke, and the way back. */
export const DecisionFoot = ({ counts, news, offers, course, rest, onDecide, onUndo, onRedo }: Props) => {
  const [undo, redo] = [stepAt(course, 'undo'), stepAt(course, 'redo')];
  const [only] = offers.sides;
  return (
    <div className="decisions" role="group" aria-label="Decisions">
      <p>{offers.why ?? decidedText(counts)}</p>
      {news.length > 0 && <p className="news">{news.join(' ')}</p>}
      {offers.why === null && only !== undefined && (
        <div className="acts">
          {offers.sides.map((side) => (
            <Button
              key={side}
              unavailable={rest.length === 0 ? 'Nothing that is shown is left to decide' : undefined}
              title={`Takes what is not decided yet from ${offers.names[side]}; ${offers.names[across(side)]} stays as it is`}
              onClick={() => onDecide(rest, side)}
            >
              {offers.sides.length === 1
                ? `Take over the rest (${rest.length})`
                : `The rest (${rest.length}) from ${offers.names[side]}`}
            </Button>
          ))}
          <Button
            aria-keyshortcuts="Control+Z"
            unavailable={undo === null ? 'Nothing was decided yet' : undefined}
            title={undo === null ? '' : `Ctrl Z: ${undo.says}`}
            onClick={onUndo}
          >
            <Undo2 className="i" aria-hidden="true" />
            Undo
          </Button>
          {redo !== null && (
            <Button aria-keyshortcuts="Control+Shift+Z" title={`Ctrl Shift Z: ${redo.says}`} onClick={onRedo}>
              <Redo2 className="i" aria-hidden="true" />
              Redo
            </Button>
          )}
        </div>
      )}
    </div>
  );
};
