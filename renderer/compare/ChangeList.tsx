import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Check, CornerUpLeft } from 'lucide-react';
import { counted } from '../ui/dates';
import type { Decisions } from './decisions';
import { FilterBar } from './FilterBar';
import type { Change, Trait } from '../../shared/compare/line';
import { type Offers, decisionText } from './offers';
import { KIND_CLASS, Sign } from './Sign';
import './change-list.css';

type Props = {
  readonly changes: readonly Change[];
  /** Those that the filter lets through, as indices. */
  readonly shown: readonly number[];
  readonly filter: ReadonlySet<Trait>;
  readonly onFilter: (trait: Trait) => void;
  readonly chosen: number | null;
  readonly onChoose: (change: number) => void;
  readonly decisions: Decisions;
  readonly offers: Offers;
  readonly children: ReactNode;
};

/** The changes as a list: of the text, then of the fields. Moving through it moves the sheet. */
export const ChangeList = (props: Props) => {
  const { changes, shown, filter, onFilter, chosen, onChoose, decisions, offers, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const at = chosen === null ? -1 : shown.indexOf(chosen);
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    row?.scrollIntoView({ block: 'nearest' });
    if (list.current?.contains(document.activeElement) === true) row?.focus();
  }, [chosen]);

  const onKeys = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: shown.length - 1,
      Enter: Math.max(at, 0),
      ' ': Math.max(at, 0),
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = shown[to];
    if (next !== undefined) onChoose(next);
  };

  const part = (name: Change['part'], heading: string) => {
    const rows = shown.flatMap((index, nth) => {
      const change = changes[index];
      return change?.part === name ? [{ change, index, nth }] : [];
    });
    if (rows.length === 0) return null;
    return (
      <ul role="group" aria-label={heading}>
        <li role="presentation" className="part-name">
          {heading}
        </li>
        {rows.map(({ change, index, nth }) => {
          const decision = decisions.get(index);
          return (
            <li
              key={index}
              role="option"
              aria-selected={index === chosen}
              tabIndex={nth === Math.max(at, 0) ? 0 : -1}
              onClick={() => onChoose(index)}
            >
              <span className={KIND_CLASS[change.kind]}>
                <Sign kind={change.kind} />
              </span>
              <b>{change.title}</b>
              <span className="meta" dir="auto">
                {change.excerpt}
              </span>
              {decision !== undefined && (
                <span className="lot">
                  {decision === 'left' ? (
                    <CornerUpLeft className="i" aria-hidden="true" />
                  ) : (
                    <Check className="i" aria-hidden="true" />
                  )}
                  {decisionText(decision, offers)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    );
  };

  return (
    <aside className="chl" aria-label="Changes" data-region="changes">
      <h2>
        {shown.length === changes.length
          ? counted(changes.length, 'change')
          : `${shown.length.toLocaleString('en-GB')} of ${counted(changes.length, 'change')}`}
      </h2>
      {changes.length > 0 && (
        <>
          <FilterBar changes={changes} chosen={filter} onToggle={onFilter} />
          <div className="rows" role="listbox" aria-label="Changes" ref={list} onKeyDown={onKeys}>
            {part('text', 'Text')}
            {part('fields', 'Fields')}
          </div>
          {children}
        </>
      )}
    </aside>
  );
};
