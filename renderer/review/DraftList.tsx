import { Check, Circle, CircleDot, CornerUpLeft } from 'lucide-react';
import type { VersionLine } from '../../shared/newsroom/model';
import type { DraftState } from '../../shared/review/model';
import type { ReviewedDraft } from '../../shared/review/draft-state';
import { Button } from '../ui/Button';
import { shortInstant } from '../ui/dates';
import type { Shown } from './use-review';
import { STATE_WORDS, STEP_WORDS, saidBy } from './words';

const SIGNS = { named: Circle, 'in review': CircleDot, returned: CornerUpLeft, agreed: Check } as const;

type Props = {
  readonly drafts: readonly ReviewedDraft[];
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly mayWrite: boolean;
  readonly onStep: (draft: VersionLine, to: DraftState) => void;
  readonly onCompare: (draft: VersionLine) => void;
  readonly at: { readonly now: Date; readonly zone: string };
};

/** The drafts of a release, newest first: each with its state, who read it, and what they said of it. */
export const DraftList = ({ drafts, shown, onShow, mayWrite, onStep, onCompare, at }: Props) => (
  <aside className="rv-drafts" aria-label="Drafts" data-region="drafts">
    <h2>Drafts</h2>
    <Button kind="ghost" className="rv-working" aria-pressed={shown === 'working'} onClick={() => onShow('working')}>
      <b>Working text</b>
      <span className="meta">As last saved</span>
    </Button>
    {drafts.length === 0 && <p className="empty">No draft is named yet. “Name this draft…” on the page makes one.</p>}
    <ul>
      {drafts.map(({ line, state, steps }) => {
        const Sign = SIGNS[state];
        const isShown = shown === line.object;
        return (
          <li key={`${line.object} ${line.time}`} className={isShown ? 'shown' : ''}>
            <Button kind="ghost" aria-pressed={isShown} onClick={() => onShow(line.object)}>
              <b>{line.name}</b>
              <span className="rv-state">
                <Sign className="i" aria-hidden="true" />
                {STATE_WORDS[state]}
              </span>
              <span className="meta">
                {`${shortInstant(line.time, at.now, at.zone)}${line.who === '' ? '' : ` · ${line.who}`}`}
              </span>
            </Button>
            {steps.length > 0 && (
              <ol className="rv-steps" aria-label={`What became of ${line.name}`}>
                {steps.map((step, index) => (
                  <li key={index}>
                    <span className="meta">{`${STEP_WORDS[step.to]} ${saidBy(step, at.zone)}`}</span>
                    {step.text !== '' && <p dir="auto">{step.text}</p>}
                  </li>
                ))}
              </ol>
            )}
            {isShown && (
              <div className="acts">
                {mayWrite && (state === 'named' || state === 'returned') && (
                  <Button onClick={() => onStep(line, 'in review')}>Send for review…</Button>
                )}
                {mayWrite && state !== 'returned' && state !== 'named' && (
                  <Button onClick={() => onStep(line, 'returned')}>Return…</Button>
                )}
                {mayWrite && state === 'in review' && (
                  <Button onClick={() => onStep(line, 'agreed')}>Agree this draft…</Button>
                )}
                <Button onClick={() => onCompare(line)}>Compare with now</Button>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  </aside>
);
