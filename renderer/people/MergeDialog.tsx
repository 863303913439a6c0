import { useState } from 'react';
import { mergedPerson } from '../../shared/people/merge';
import type { Person } from '../../shared/people/model';
import { roleOn } from '../../shared/people/role';
import type { PersonId } from '../../shared/release/model';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

type Props = {
  readonly person: Person;
  readonly people: readonly Person[];
  /** The entry that is proposed; null: the writer chooses. */
  readonly other: PersonId | null;
  readonly onClose: () => void;
  readonly onMerge: (keep: PersonId, gone: PersonId) => void;
};

/** Makes two entries about one person into one, and shows first what that would be. */
export const MergeDialog = ({ person, people, other: proposed, onClose, onMerge }: Props) => {
  const [wanted, setWanted] = useState(proposed);
  const [keepOther, setKeepOther] = useState(false);
  const choices = people.filter(({ id, kind }) => id !== person.id && kind === person.kind);
  const other = choices.find(({ id }) => id === wanted) ?? null;
  const [kept, gone] = keepOther && other !== null ? [other, person] : [person, other];
  const merged = gone === null ? null : mergedPerson(kept, gone);
  return (
    <Dialog
      title={`Merge ${person.name} with somebody else`}
      onClose={onClose}
      onSubmit={() => {
        if (gone !== null) onMerge(kept.id, gone.id);
      }}
      actions={
        <>
          <Button onClick={onClose}>Leave them as two</Button>
          <button type="submit" className="b p" aria-disabled={gone === null || undefined}>
            Make them one
          </button>
        </>
      }
    >
      <label className="field">
        <span>The same as</span>
        <select
          className="f"
          value={other?.id ?? ''}
          autoFocus
          onChange={(event) => setWanted(event.target.value as PersonId)}
        >
          <option value="">Choose one</option>
          {choices.map((each) => (
            <option key={each.id} value={each.id}>
              {[each.name, roleOn(each, '')].filter(Boolean).join(', ')}
            </option>
          ))}
        </select>
      </label>
      {other !== null && merged !== null && (
        <>
          <fieldset className="keep-name">
            <legend>The name that stays</legend>
            {[person, other].map((each) => (
              <label className="tick" key={each.id}>
                <input
                  type="radio"
                  name="the name that stays"
                  checked={each === kept}
                  onChange={() => setKeepOther(each === other)}
                />
                {each.name}
              </label>
            ))}
          </fieldset>
          <dl className="merged">
            <dt>Also known as</dt>
            <dd>{merged.alsoKnownAs.join(', ') || 'no other name'}</dd>
            <dt>Roles</dt>
            <dd>{merged.roles.map(({ title }) => title).join('; ') || 'none'}</dd>
            {merged.approvalsContact !== '' && (
              <>
                <dt>For approval ask</dt>
                <dd>{merged.approvalsContact}</dd>
              </>
            )}
          </dl>
          <p className="meta">
            Every quote of either is then this person’s; what was published keeps the name it was published with. There
            is no way back but to enter somebody anew.
          </p>
        </>
      )}
    </Dialog>
  );
};
