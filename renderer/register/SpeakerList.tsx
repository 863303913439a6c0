import { type KeyboardEvent, useRef, useState } from 'react';
import { Search } from 'lucide-react';
import type { RegisterSpeaker } from '../../shared/newsroom/register-view';
import { nameKey } from '../../shared/people/match';

type Props = {
  readonly speakers: readonly RegisterSpeaker[];
  readonly chosen: string | null;
  /** Null: everybody. */
  readonly onChoose: (key: string | null) => void;
};

/** Who is quoted, most often first; choosing one narrows the register, choosing them again lets everybody in. */
export const SpeakerList = ({ speakers, chosen, onChoose }: Props) => {
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const wanted = nameKey(typed);
  const shown = speakers.filter(({ name }) => nameKey(name).includes(wanted));
  const stop = shown.find(({ key }) => key === chosen) ?? shown[0];
  const focus = (index: number): void => {
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[index]?.focus();
  };
  const onKeys = (event: KeyboardEvent): void => {
    const options = [...(list.current?.querySelectorAll('[role="option"]') ?? [])];
    const at = options.findIndex((option) => option === document.activeElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: options.length - 1,
    };
    const to = steps[event.key];
    const here = shown[at];
    if (to !== undefined) {
      event.preventDefault();
      focus(to);
    } else if ((event.key === 'Enter' || event.key === ' ') && here !== undefined) {
      event.preventDefault();
      onChoose(here.key === chosen ? null : here.key);
    }
  };
  return (
    <aside className="reg-side" aria-label="Speakers" data-region="speakers">
      <div className="find">
        <span className="f">
          <Search className="i" aria-hidden="true" />
          <input
            type="search"
            aria-label="Find a speaker"
            placeholder="Find a speaker"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              focus(0);
            }}
          />
        </span>
      </div>
      {shown.length === 0 && <p className="empty">Nobody of that name is quoted.</p>}
      <ul role="listbox" aria-label="Speakers" ref={list} onKeyDown={onKeys}>
        {shown.map(({ key, name, role, count }) => (
          <li
            key={key}
            role="option"
            aria-selected={key === chosen}
            tabIndex={key === stop?.key ? 0 : -1}
            onClick={() => onChoose(key === chosen ? null : key)}
          >
            <b dir="auto">{name === '' ? 'No speaker' : name}</b>
            <span className="meta">{count.toLocaleString('en-GB')}</span>
            {role !== '' && name !== '' && <span className="meta role">{role}</span>}
          </li>
        ))}
      </ul>
    </aside>
  );
};
