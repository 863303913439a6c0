import { useState } from 'react';
import type { Fault } from '../../shared/fault';
import { whyNotAgree } from '../../shared/review/draft-state';
import type { Check, DraftState } from '../../shared/review/model';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { TextField } from '../ui/TextField';
import { CHECK_WORDS } from './words';

type Props = {
  /** What it is done with: a draft's name, or the release. */
  readonly what: string;
  readonly to: DraftState;
  readonly who: string;
  /** Who wrote in it: none of them is a second pair of eyes. */
  readonly writers: readonly string[];
  /** What is still open, each a sentence: shown, not held against it. */
  readonly open: readonly string[];
  /** Why it could not be saved. */
  readonly fault: Fault | null;
  readonly onClose: () => void;
  readonly onDone: (step: { readonly by: string; readonly text: string; readonly checks: Check[] }) => void;
};

const TITLES: Readonly<Record<DraftState, (what: string) => string>> = {
  'in review': (what) => `Send ${what} for review`,
  returned: (what) => `Return ${what}`,
  agreed: (what) => `Agree ${what}`,
};
const ACTS: Readonly<Record<DraftState, string>> = {
  'in review': 'Send for review',
  returned: 'Return',
  agreed: 'Agree',
};

/** What becomes of a draft, by whom, and what they say; an agreement has its checklist and its second pair of eyes. */
export const StepDialog = ({ what, to, who, writers, open, fault, onClose, onDone }: Props) => {
  const isAgreement = to === 'agreed';
  const [by, setBy] = useState(isAgreement ? '' : who);
  const [text, setText] = useState('');
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const [tried, setTried] = useState(false);
  const tick = (check: Check, isTicked: boolean): void =>
    setChecks(isTicked ? [...checks, check] : checks.filter((each) => each !== check));
  const reasons = isAgreement
    ? whyNotAgree({ reviewer: by, checks, reason: text, writers })
    : by.trim() === ''
      ? ['It is not said who.']
      : [];
  const isAlone = checks.includes('alone');
  return (
    <Dialog
      title={TITLES[to](what)}
      onClose={onClose}
      fault={fault}
      onSubmit={() => {
        setTried(true);
        if (reasons.length === 0) onDone({ by, text, checks: [...checks] });
      }}
      actions={<LeaveOrAct leave="Not yet" act={ACTS[to]} onLeave={onClose} />}
    >
      {open.length > 0 && (
        <ul className="rv-open">
          {open.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <TextField
        label={isAgreement ? 'Second pair of eyes: who read it' : to === 'returned' ? 'Reviewer' : 'Who sends it'}
        value={by}
        onChange={setBy}
        maxLength={200}
        autoFocus
        hint={isAgreement ? 'Somebody who did not write it. The name and the time are kept.' : undefined}
      />
      {isAgreement && (
        <fieldset className="rv-checks">
          <legend>They have checked that</legend>
          {Object.entries(CHECK_WORDS).map(([check, words]) => (
            <label key={check}>
              <input type="checkbox" onChange={(event) => tick(check as Check, event.target.checked)} />
              {words}
            </label>
          ))}
        </fieldset>
      )}
      {isAgreement && (
        <label className="rv-alone">
          <input type="checkbox" onChange={(event) => tick('alone', event.target.checked)} />
          Nobody else is there to read it
        </label>
      )}
      <TextField
        label={isAlone ? 'Why nobody else reads it' : 'Remark'}
        value={text}
        rows={3}
        dir="auto"
        onChange={setText}
        hint={isAlone ? 'Kept in the history with the agreement.' : 'Optional. Kept with the draft, never published.'}
      />
      {tried && reasons.length > 0 && (
        <p className="rv-why" role="alert">
          {reasons.join(' ')}
        </p>
      )}
    </Dialog>
  );
};
