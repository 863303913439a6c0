import { type KeyboardEvent, useRef, useState } from 'react';
import { Plus, Search } from 'lucide-react';
import { searchPeople } from '../../shared/people/match';
import type { Person } from '../../shared/people/model';
import { roleOn } from '../../shared/people/role';
import type { PersonId } from '../../shared/release/model';
import { Button } from '../ui/Button';

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
  const list = useRef<HTMLUListElement>(null);
  const shown =
    typed.trim() === ''
      ? people.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
      : searchPeople(typed, people);
  const stop = shown.find(({ id }) => id === chosen) ?? shown[0];
  const focus = (index: number): void => {
    const options = list.current?.querySelectorAll<HTMLElement>('[role="option"]');
    options?.[Math.max(0, Math.min(index, options.length - 1))]?.focus();
  };
  const onKeys = (event: KeyboardEvent): void => {
    const at = shown.findIndex(({ id }) => id === (event.target as HTMLElement).dataset['person']);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: shown.length - 1,
    };
    const to = steps[event.key];
    const here = shown[at];
    if (to !== undefined) {
      event.preventDefault();
      focus(to);
    } else if ((event.key === 'Enter' || event.key === ' ') && here !== undefined) {
      event.preventDefault();
      onChoose(here.id);
    }
  };
  return (
    <aside className="people-side" aria-label="People" data-region="people">
      <div className="find" role="search">
        <span className="f">
          <Search className="i" aria-hidden="true" />
          <input
            type="search"
            aria-label="Find a person"
            placeholder="Find a person"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              focus(0);
            }}
          />
        </span>
        <Button
          kind="ghost"
          aria-label="New person"
          title="New person"
          onClick={onNew}
          unavailable={readOnly ? 'Another program writes in this newsroom.' : undefined}
        >
          <Plus className="i" aria-hidden="true" />
        </Button>
      </div>
      {shown.length === 0 && typed.trim() !== '' && (
        <p className="empty">Nobody has “{typed.trim()}” in name or role.</p>
      )}
      {shown.length > 0 && (
        <ul role="listbox" aria-label="People" ref={list} onKeyDown={onKeys}>
          {shown.map((person) => (
            <li
              key={person.id}
              role="option"
              data-person={person.id}
              aria-selected={person.id === chosen}
              tabIndex={person === stop ? 0 : -1}
              onClick={() => onChoose(person.id)}
            >
              <b dir="auto">{person.name}</b>
              <span className="meta">
                {person.kind === 'organisation' ? 'Organisation' : roleOn(person, today) || lastRole(person)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
};

const lastRole = ({ roles }: Person): string => {
  const last = roles.findLast(({ to }) => to !== null);
  return last === undefined ? 'No role known' : `Formerly ${last.title}`;
};
