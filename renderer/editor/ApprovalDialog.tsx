import { useState } from 'react';
import type { Quote } from '../../shared/quotes/model';
import { HOW_WORDS } from '../../shared/quotes/status-words';
import type { Approval } from '../../shared/release/model';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { ProblemNote } from '../ui/ProblemNote';
import { TextField } from '../ui/TextField';
import { instantAt, wallClock } from '../ui/instants';
import type { QuoteActions } from './quote-actions';
import { WhenField } from './WhenField';

type Props = { readonly quote: Quote; readonly actions: QuoteActions; readonly onClose: () => void };

/** Records who approved exactly these words, how and when. */
export const ApprovalDialog = ({ quote, actions, onClose }: Props) => {
  const { name = '', role = '' } = quote.stored?.speaker ?? {};
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [approvedBy, setApprovedBy] = useState(name);
  const [how, setHow] = useState<Approval['how']>('phone');
  const [when, setWhen] = useState(() => wallClock(Date.now(), zone));
  const [problem, setProblem] = useState('');
  const submit = (): void => {
    const at = instantAt(when, zone);
    if (!at.ok) setProblem(at.fault);
    else if (approvedBy.trim() === '') setProblem('Say who approved the words.');
    else {
      actions.approve(quote, { approvedBy: approvedBy.trim(), how, at: at.value.instant });
      onClose();
    }
  };
  return (
    <Dialog
      title="Record approval"
      onClose={onClose}
      onSubmit={submit}
      actions={<LeaveOrAct leave="Not approved yet" act="Record approval" onLeave={onClose} />}
    >
      <p>The approval binds exactly these words, said by {[name, role].filter(Boolean).join(', ')}:</p>
      <blockquote className="bound-words" dir="auto">
        {quote.words}
      </blockquote>
      <TextField label="Approved by" value={approvedBy} onChange={setApprovedBy} autoFocus required />
      <label className="field">
        <span>How</span>
        <select
          className="f"
          value={how}
          onChange={(event) => {
            setHow(event.target.value as Approval['how']);
          }}
        >
          {Object.entries(HOW_WORDS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <WhenField value={when} onChange={setWhen} />
      {problem !== '' && <ProblemNote>{problem}</ProblemNote>}
    </Dialog>
  );
};
