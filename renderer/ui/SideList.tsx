import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import './find.css';
import './side-list.css';

type Props<Item> = {
  readonly label: string;
  readonly region: string;
  /** What the field above it is called, and what is typed in it. */
  readonly find: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** What stands beside the field. */
  readonly more?: ReactNode;
  /** Said where nothing is shown. */
  readonly empty: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly chosen: string | null;
  readonly onChoose: (item: Item) => void;
  readonly children: (item: Item) => ReactNode;
};

/** A list beside what it leads to, with a field that narrows it. One stop of the Tab key; the arrows go through it. */
export const SideList = <Item,>({
  label,
  region,
  find,
  typed,
  onType,
  more,
  empty,
  items,
  keyOf,
  chosen,
  onChoose,
  children,
}: Props<Item>) => {
  const list = useRef<HTMLUListElement>(null);
  const stop = Math.max(
    0,
    items.findIndex((item) => keyOf(item) === chosen),
  );
  const options = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
  const onKeys = (event: KeyboardEvent): void => {
    const all = options();
    const at = all.findIndex((option) => option === document.activeElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, all.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: all.length - 1,
    };
    const to = steps[event.key];
    const here = items[at];
    if (to !== undefined) all[to]?.focus();
    else if ((event.key === 'Enter' || event.key === ' ') && here !== undefined) onChoose(here);
    else return;
    event.preventDefault();
  };
  return (
    <aside className="side-list" aria-label={label} data-region={region}>
      <div className="find" role="search">
        <span className="f">
          <Search className="i" aria-hidden="true" />
          <input
            type="search"
            aria-label={find}
            placeholder={find}
            value={typed}
            onChange={(event) => onType(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              options()[0]?.focus();
            }}
          />
        </span>
        {more}
      </div>
      {items.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <ul role="listbox" aria-label={label} ref={list} onKeyDown={onKeys}>
          {items.map((item, index) => (
            <li
              key={keyOf(item)}
              role="option"
              aria-selected={keyOf(item) === chosen}
              tabIndex={index === stop ? 0 : -1}
              onClick={() => onChoose(item)}
            >
              {children(item)}
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
};
