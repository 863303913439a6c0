import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Command, Newspaper, User } from 'lucide-react';
import type { Shortcut } from '../../shared/ipc/contract';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import type { Person } from '../../shared/people/model';
import { bridge } from '../bridge';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { counted } from '../ui/dates';
import { type Way, allWays, findWays } from './find-places';
import './go-to.css';

type Props = {
  readonly releases: readonly ReleaseSummary[];
  readonly people: readonly Person[];
  readonly onClose: () => void;
  readonly onGo: (way: Way) => void;
};

/** So many ways are offered at once. */
const MOST = 12;

const KINDS = {
  release: { word: 'Release', Icon: Newspaper },
  person: { word: 'Person', Icon: User },
  command: { word: 'Command', Icon: Command },
} as const;

/** A field that leads to any release, person or command (WAI-ARIA combobox with a list that is always shown). */
export const GoTo = ({ releases, people, onClose, onGo }: Props) => {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [commands, setCommands] = useState<readonly Shortcut[]>([]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    let isHere = true;
    void bridge.app.shortcuts().then((found) => {
      if (isHere) setCommands(found);
    });
    return () => {
      isHere = false;
    };
  }, []);
  const ways = useMemo(() => allWays(commands, people, releases), [commands, people, releases]);
  const all = useMemo(() => findWays(ways, typed), [ways, typed]);
  const found = useMemo(() => all.slice(0, MOST), [all]);
  const at = Math.min(active, found.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, found]);

  const go = (way: Way | undefined): void => {
    if (way !== undefined) onGo(way);
  };
  const onKeys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setActive((at + step + found.length) % found.length);
  };
  return (
    <Dialog
      title="Go to"
      wide
      onClose={onClose}
      onSubmit={() => go(found[at])}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <div className="field">
        <label htmlFor={id}>A release, a person or a command</label>
        <input
          id={id}
          type="text"
          className="f"
          role="combobox"
          autoComplete="off"
          autoFocus
          aria-autocomplete="list"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          {...(at >= 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeys}
        />
      </div>
      <ul id={`${id}-list`} className="go-to" role="listbox" aria-label="Where to" ref={list}>
        {found.map((way, index) => {
          const { word, Icon } = KINDS[way.kind];
          return (
            <li
              key={`${way.kind} ${way.id}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              onClick={() => go(way)}
            >
              <Icon className="i" aria-hidden="true" />
              <b dir="auto">{way.name}</b>
              <span className="vh">{word}</span>
              <span className="meta">{way.hint}</span>
            </li>
          );
        })}
      </ul>
      <p role="status" className={found.length > 0 && found.length === all.length ? 'vh' : 'meta'}>
        {found.length === 0
          ? `Nothing is called “${typed.trim()}”.`
          : found.length === all.length
            ? `${found.length} offered`
            : `${found.length} of ${counted(all.length, 'place')} offered. Type more of what it is called.`}
      </p>
    </Dialog>
  );
};
