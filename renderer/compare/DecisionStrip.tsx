import { memo, type MouseEvent } from 'react';
import { Check, CornerUpLeft } from 'lucide-react';
import { Button } from '../ui/Button';
import type { Decision } from './decisions';
import type { Change } from '../../shared/compare/line';
import { type Offers, decisionText, offersFor } from './offers';

type Props = {
  readonly change: Change;
  readonly index: number;
  readonly decision: Decision | undefined;
  readonly isChosen: boolean;
  readonly offers: Offers;
  readonly onDecide: (index: number, decision: Decision) => void;
};

const KEYS = ['T', 'Shift+T'] as const;

/** Under a change: what was decided of it, and, while it is the chosen one, what can be. */
export const DecisionStrip = memo(({ change, index, decision, isChosen, offers, onDecide }: Props) => {
  const { sides, names, why } = offersFor(offers, change);
  const act = (next: Decision) => (event: MouseEvent) => {
    event.stopPropagation();
    onDecide(index, next);
  };
  return (
    <div role="cell" className={`decide ${decision === undefined ? '' : 'decided'}`}>
      <span className="verdict">
        {decision !== undefined && decision !== 'left' && <Check className="i" aria-hidden="true" />}
        {decision === 'left' && <CornerUpLeft className="i" aria-hidden="true" />}
        {decision === undefined ? (why ?? '') : decisionText(decision, offers)}
      </span>
      {isChosen && (
        <span className="acts">
          {sides.map((side, nth) => (
            <Button key={side} aria-pressed={decision === side} aria-keyshortcuts={KEYS[nth] ?? ''} onClick={act(side)}>
              {sides.length === 1 ? 'Take over' : `Take from ${names[side]}`}
              {sides.length === 1 && <span className="vh">{` from ${names[side]}`}</span>}
              <kbd aria-hidden="true">{nth === 0 ? 'T' : 'Shift T'}</kbd>
            </Button>
          ))}
          {why === null && (
            <Button aria-pressed={decision === 'left'} aria-keyshortcuts="L" onClick={act('left')}>
              Leave it
              <kbd aria-hidden="true">L</kbd>
            </Button>
          )}
        </span>
      )}
    </div>
  );
});
DecisionStrip.displayName = 'DecisionStrip';
