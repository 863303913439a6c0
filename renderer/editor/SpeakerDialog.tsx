import { useState } from 'react';
import { searchPeople } from '../../shared/people/match';
import type { Person } from '../../shared/people/model';
import type { Quote } from '../../shared/quotes/model';
import { roleOn } from '../../shared/people/role';
import type { Day, PersonId } from '../../shared/release/model';
import { Combobox } from '../ui/Combobox';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { ProblemNote } from '../ui/ProblemNote';
import { TextField } from '../ui/TextField';
import type { QuoteActions } from './quote-actions';

type Props = {
  readonly quote: Quote;
  readonly people: readonly Person[];
  /** The release's date: the role offered is the one held on it. */
  readonly day: Day | '';
  readonly actions: QuoteActions;
  readonly onClose: () => void;
};

/** Says by hand who said a quote: somebody known, or somebody new. */
export const SpeakerDialog = ({ quote, people, day, actions, onClose }: Props) => {
  const set = quote.stored?.speaker;
  const [person, setPerson] = useState<PersonId | null>(set?.person ?? null);
  const [name, setName] = useState(set?.name ?? '');
  const [role, setRole] = useState(set?.role ?? '');
  const [keep, setKeep] = useState(true);
  const [tried, setTried] = useState(false);
  const [kind, setKind] = useState<Person['kind']>('person');
  const isNew = person === null;
  const fitting = name.trim() === '' ? people : searchPeople(name, people);
  const choose = (known: Person): void => {
    setPerson(known.id);
    setName(known.name);
    setRole(roleOn(known, day));
  };
  const submit = (): void => {
    setTried(true);
    if (name.trim() === '') return;
    const choice = { person, name: name.trim(), role: role.trim() };
    actions.setSpeaker(quote, choice, isNew && keep ? kind : null);
    onClose();
  };
  return (
    <Dialog
      title="Who said this?"
      onClose={onClose}
      onSubmit={submit}
      actions={<LeaveOrAct leave="Leave as it was" act="Set speaker" onLeave={onClose} />}
    >
      <blockquote className="bound-words" dir="auto">
        {quote.words}
      </blockquote>
      <Combobox
        label="Name"
        value={name}
        autoFocus
        required
        options={fitting.map((each) => ({ id: each.id, label: each.name, hint: roleOn(each, day) }))}
        onChange={(value) => {
          // Two people can have one name: only a name that is one person's alone is taken for theirs.
          const [known, other] = people.filter((each) => each.name === value);
          if (known && !other) choose(known);
          else {
            setName(value);
            // A role belongs to who held it.
            if (person !== null) setRole('');
            setPerson(null);
          }
        }}
        onPick={(id) => {
          const known = people.find((each) => each.id === id);
          if (known) choose(known);
        }}
      />
      {tried && name.trim() === '' && <ProblemNote>Say who said it.</ProblemNote>}
      <TextField label="Role" value={role} onChange={setRole} />
      {isNew && keep && (
        <label className="field">
          <span>This is</span>
          <select
            className="f"
            value={kind}
            onChange={(event) => {
              setKind(event.target.value === 'organisation' ? 'organisation' : 'person');
            }}
          >
            <option value="person">A person</option>
            <option value="organisation">An organisation: its quotes need no approval</option>
          </select>
        </label>
      )}
      {isNew && (
        <label className="tick">
          <input
            type="checkbox"
            checked={keep}
            onChange={(event) => {
              setKeep(event.target.checked);
            }}
          />
          Add to the people of this newsroom
        </label>
      )}
    </Dialog>
  );
};
