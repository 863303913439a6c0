import { Plus, X } from 'lucide-react';
import type { Person } from '../../shared/people/model';
import { ProblemNote } from '../ui/ProblemNote';
import { Button } from '../ui/Button';
import { DateInput } from '../ui/DateInput';
import { TextField } from '../ui/TextField';
import type { Draft, Problem } from './draft';

type Props = {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly organisations: readonly Person[];
  /** Whose quotes need approval where nothing else is said, in words. */
  readonly rule: string;
  readonly readOnly: boolean;
  readonly isNew: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
};

/** Everything known of a person or organisation, to be read and changed. */
export const PersonForm = ({ draft, problems, organisations, rule, readOnly, isNew, onChange }: Props) => {
  const { roles } = draft;
  const setRole = (index: number, change: Partial<Draft['roles'][number]>): void =>
    onChange({ roles: roles.map((role, at) => (at === index ? { ...role, ...change } : role)) });
  const faultOf = (field: Problem['field']): string =>
    problems
      .filter((problem) => problem.field === field)
      .map(({ message }) => message)
      .join(' ');
  return (
    <fieldset className="person-form" disabled={readOnly}>
      <legend className="vh">{isNew ? 'New person' : draft.name}</legend>
      <TextField
        label="Name"
        value={draft.name}
        fault={faultOf('name')}
        autoFocus={isNew}
        required
        maxLength={200}
        onChange={(name) => onChange({ name })}
      />
      <label className="field">
        <span>This is</span>
        <select
          className="f"
          value={draft.kind}
          onChange={(event) => onChange({ kind: event.target.value === 'organisation' ? 'organisation' : 'person' })}
        >
          <option value="person">A person</option>
          <option value="organisation">An organisation</option>
        </select>
      </label>
      <TextField
        label="Also known as"
        value={draft.alsoKnownAs}
        rows={3}
        hint="One name a line: forms of the name by which releases call them."
        onChange={(alsoKnownAs) => onChange({ alsoKnownAs })}
      />
      <fieldset className="roles">
        <legend>Roles</legend>
        {roles.map((role, index) => {
          const problem = faultOf(`role ${index}`);
          const name = role.title === '' ? `role ${index + 1}` : role.title;
          return (
            <div key={index} className="role-row">
              <input
                className="f title"
                aria-label={`Title of role ${index + 1}`}
                value={role.title}
                aria-invalid={problem === '' ? undefined : true}
                onChange={(event) => setRole(index, { title: event.target.value })}
              />
              <label>
                <span className="meta">from</span>
                <DateInput
                  type="date"
                  aria-label={`${name}, from`}
                  value={role.from}
                  onChange={(from) => setRole(index, { from })}
                />
              </label>
              <label>
                <span className="meta">to</span>
                <DateInput
                  type="date"
                  aria-label={`${name}, to`}
                  value={role.to}
                  onChange={(to) => setRole(index, { to })}
                />
              </label>
              <Button
                kind="ghost"
                aria-label={`Remove ${name}`}
                title="Remove"
                onClick={() => onChange({ roles: roles.filter((_, at) => at !== index) })}
              >
                <X className="i" aria-hidden="true" />
              </Button>
              {problem !== '' && <ProblemNote>{problem}</ProblemNote>}
            </div>
          );
        })}
        <p className="meta">
          {roles.length === 0 ? 'None yet. ' : ''}A release shows the role that was held on its date. No last day: still
          held.
        </p>
        <Button onClick={() => onChange({ roles: [...roles, { title: '', from: '', to: '' }] })}>
          <Plus className="i" aria-hidden="true" />
          Add a role
        </Button>
      </fieldset>
      {draft.kind === 'person' && organisations.length > 0 && (
        <fieldset className="belongs">
          <legend>Belongs to</legend>
          {organisations.map(({ id, name }) => (
            <label key={id} className="tick">
              <input
                type="checkbox"
                checked={draft.organisations.includes(id)}
                onChange={(event) =>
                  onChange({
                    organisations: event.target.checked
                      ? [...draft.organisations, id]
                      : draft.organisations.filter((each) => each !== id),
                  })
                }
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <TextField
        label="For approval ask"
        value={draft.approvalsContact}
        hint="Who approves these words, and how they are reached."
        maxLength={300}
        onChange={(approvalsContact) => onChange({ approvalsContact })}
      />
      <label className="field">
        <span>Their quotes</span>
        <select
          className="f"
          value={draft.approval}
          onChange={(event) => onChange({ approval: event.target.value as Draft['approval'] })}
        >
          <option value="as the newsroom">As the newsroom’s rule says: {rule}</option>
          <option value="needed">Always need approval</option>
          <option value="not needed">Need no approval</option>
        </select>
      </label>
    </fieldset>
  );
};
