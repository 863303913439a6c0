import { useState } from 'react';
import type { Quote } from '../../shared/quotes/model';
import { ProblemNote } from '../ui/ProblemNote';
import type { SpanActions, SpanResult } from './span-actions';

type Props = {
  readonly quote: Quote;
  readonly actions: SpanActions;
  readonly onChoose: (key: string) => void;
};

/** Where the quote begins and ends, by hand: from the selection or the caret in the text, which stays there meanwhile. */
export const SpanTools = ({ quote, actions, onChoose }: Props) => {
  const [problem, setProblem] = useState('');
  const tool = (words: string, act: (quote: Quote) => SpanResult) => (
    <button
      type="button"
      className="lk"
      onMouseDown={(event) => {
        // The selection in the text is what this is about: a press must not take it away.
        event.preventDefault();
      }}
      onClick={() => {
        const done = act(quote);
        setProblem(done.ok ? '' : done.fault);
        if (done.ok) onChoose(done.value);
      }}
    >
      {words}
    </button>
  );
  return (
    <div className="span-tools">
      <div role="group" aria-label="Where it begins and ends" className="acts">
        {tool('Use the selected words', actions.useSelection)}
        {tool('Merge with the next', actions.mergeWithNext)}
        {tool('Split at the caret', actions.splitAtCaret)}
        {quote.stored?.spanByHand === true && tool('Follow its marks again', actions.fitToMarks)}
      </div>
      {problem !== '' && <ProblemNote>{problem}</ProblemNote>}
    </div>
  );
};
