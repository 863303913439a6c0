import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Change } from './lines';
import { KIND_CLASS, Sign } from './Sign';
import { counted } from '../ui/dates';

type Props = {
  readonly changes: readonly Change[];
  readonly chosen: number | null;
  readonly onChoose: (change: number) => void;
};

/** The changes as a list: of the text, then of the fields. Moving through it moves the sheet. */
export const ChangeList = ({ changes, chosen, onChoose }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  const stop = chosen ?? 0;
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    row?.scrollIntoView({ block: 'nearest' });
    if (list.current?.contains(document.activeElement) === true) row?.focus();
  }, [chosen]);

  const onKeys = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: chosen === null ? 0 : stop + 1,
      ArrowUp: stop - 1,
      Home: 0,
      End: changes.length - 1,
      Enter: stop,
      ' ': stop,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (changes[to] !== undefined) onChoose(to);
  };

  const part = (name: Change['part'], heading: string) => {
    const rows = changes.flatMap((change, index) => (change.part === name ? [{ change, index }] : []));
    if (rows.length === 0) return null;
    return (
      <ul role="group" aria-label={heading}>
        <li role="presentation" className="part-name">
          {heading}
        </li>
        {rows.map(({ change, index }) => (
          <li
            key={index}
            role="option"
            aria-selected={index === chosen}
            tabIndex={index === stop ? 0 : -1}
            onClick={() => onChoose(index)}
          >
            <span className={KIND_CLASS[change.kind]}>
              <Sign kind={change.kind} />
            </span>
            <b>{change.title}</b>
            <span className="meta" dir="auto">
              {change.excerpt}
            </span>
          </li>
        ))}
      </ul>
    );
  };

  return (
    <aside className="chl" aria-label="Changes" data-region="changes" ref={list}>
      <h2>{counted(changes.length, 'change')}</h2>
      {changes.length > 0 && (
        <div role="listbox" aria-label="Changes" onKeyDown={onKeys}>
          {part('text', 'Text')}
          {part('fields', 'Fields')}
        </div>
      )}
    </aside>
  );
};
