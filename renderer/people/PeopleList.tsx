import { useState } from 'react';
import { Plus } from 'lucide-react';
import { searchPeople } from '../../shared/people/match';
import type { Person } from '../../shared/people/model';
import { roleOn } from '../../shared/people/role';
import type { PersonId } from '../../shared/release/model';
import { Button } from '../ui/Button';
import { SideList } from '../ui/SideList';

type Props = {
  readonly people: readonly Person[];
  readonly chosen: PersonId | null;
  readonly today: string;
  readonly readOnly: boolean;
  readonly onChoose: (id: PersonId) => void;
  readonly onNew: () => void;
};

/** Everybody who is quoted, found by name, other name or role. */
export const PeopleList = ({ people, chosen, today, readOnly, onChoose, onNew }: Props) => {
  const [typed, setTyped] = useState('');
  const isAll = typed.trim() === '';
  return (
    <SideList
      label="People"
      region="people"
      find="Find a person"
      typed={typed}
      onType={setTyped}
      more={
        <Button
          kind="ghost"
          aria-label="New person"
          title="New person"
          onClick={onNew}
          unavailable={readOnly ? 'Another program writes in this newsroom.' : undefined}
        >
          <Plus className="i" aria-hidden="true" />
        </Button>
      }
      empty={isAll ? 'Nobody is known yet.' : `Nobody has “${typed.trim()}” in name or role.`}
      items={isAll ? people.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')) : searchPeople(typed, people)}
      keyOf={({ id }) => id}
      chosen={chosen}
      onChoose={({ id }) => onChoose(id)}
    >
      {(person) => (
        <>
          <b dir="auto">{person.name}</b>
          <span className="meta role">
            {person.kind === 'organisation' ? 'Organisation' : roleOn(person, today) || lastRole(person)}
          </span>
        </>
      )}
    </SideList>
  );
};

const lastRole = ({ roles }: Person): string => {
  const last = roles.findLast(({ to }) => to !== null);
  return last === undefined ? 'No role known' : `Formerly ${last.title}`;
};
