import { useState } from 'react';
import type { GoingPublic } from '../../shared/archive/going-public';
import type { Instant } from '../../shared/release/model';
import { Dialog } from '../ui/Dialog';
import { InstantField } from '../ui/InstantField';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { SelectField } from '../ui/SelectField';
import { fullInstant } from '../ui/dates';
import { goingWords } from './report';

type Props = {
  /** What goes public by itself, and when. */
  readonly moments: readonly GoingPublic[];
  readonly zone: string;
  readonly onClose: () => void;
  readonly onPreview: (at: Instant) => void;
};

/** Asks for an instant to come: one at which something goes public, or one of the writer's own. */
export const PreviewDialog = ({ moments, zone, onClose, onPreview }: Props) => {
  const [chosen, setChosen] = useState(moments[0]?.at ?? '');
  const [own, setOwn] = useState<Instant | null>(null);
  const [fault, setFault] = useState('');
  const show = () => {
    if (chosen !== '') onPreview(chosen);
    else if (own === null) setFault('Say at which date and time.');
    else if (Date.parse(own) <= Date.now()) setFault('This moment has come. Choose a later one.');
    else onPreview(own);
  };
  const take = (at: Instant | null): void => {
    setOwn(at);
    setFault('');
  };
  return (
    <Dialog
      title="Preview a later moment"
      onClose={onClose}
      onSubmit={show}
      actions={<LeaveOrAct leave="Leave it as it is" act="Show the preview" onLeave={onClose} />}
    >
      <p>What would be public then, if nothing else changes. It is only shown: a preview writes nothing.</p>
      {moments.length > 0 && (
        <SelectField
          label="Moment"
          value={chosen}
          options={[
            ...moments.map((each) => [each.at, `${fullInstant(each.at, zone)}: ${goingWords(each)}`] as const),
            ['', 'Another date and time'],
          ]}
          onChange={setChosen}
        />
      )}
      {chosen === '' && (
        <div className="own">
          <InstantField
            label="Date and time"
            at={null}
            words={({ instant }) => fullInstant(instant, zone)}
            onChange={(at) => take(at?.instant ?? null)}
            onDoubt={() => take(null)}
            {...{ zone, fault }}
          />
        </div>
      )}
    </Dialog>
  );
};
