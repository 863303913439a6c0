import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { VersionHash } from '../../shared/release/model';
import type { VersionLine } from '../../shared/newsroom/model';
import { Button } from '../ui/Button';
import { type Choice, type Pair, commonPairs, nameOf } from './versions';

type Props = {
  readonly versions: readonly VersionLine[];
  readonly working: VersionHash;
  readonly value: Pair;
  readonly onChoose: (pair: Pair) => void;
  readonly at: { readonly now: Date; readonly zone: string };
};

/** The pairs that are often wanted, each with its key, its two names, and who made them when. */
export const PairMenu = ({ versions, working, value, onChoose, at }: Props) => {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const pairs = commonPairs(versions, working);
  const choose = (pair: Pair | null): void => {
    if (pair === null) return;
    menu.current?.hidePopover();
    onChoose(pair);
  };
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const chosen = pairs.find(({ digit }) => event.code === `Digit${digit}` || event.code === `Numpad${digit}`);
      if (chosen === undefined) return;
      event.preventDefault();
      choose(chosen.pair);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  useEffect(() => {
    const shown = menu.current;
    const onToggle = (event: Event) => {
      if (event instanceof ToggleEvent && event.newState === 'open') shown?.querySelector('button')?.focus();
    };
    shown?.addEventListener('toggle', onToggle);
    return () => shown?.removeEventListener('toggle', onToggle);
  }, []);

  const about = (choice: Choice): string => {
    const named = nameOf(choice, versions, at);
    return choice === 'working' ? named.name : `${named.name} (${named.about})`;
  };
  return (
    <>
      <Button popoverTarget={id} aria-haspopup="dialog" title="The pairs that are often wanted">
        Pairs…
      </Button>
      <div id={id} ref={menu} popover="auto" className="pairs" role="dialog" aria-label="What to put side by side">
        {pairs.map(({ digit, name, pair, why }) => (
          <Button
            key={digit}
            kind="ghost"
            aria-pressed={pair !== null && pair.before === value.before && pair.after === value.after}
            aria-keyshortcuts={`Alt+${digit}`}
            unavailable={pair === null ? why : undefined}
            onClick={() => choose(pair)}
          >
            <b>{name}</b>
            <kbd>{`Alt ${digit}`}</kbd>
            <span className="meta">{pair === null ? why : `${about(pair.before)} beside ${about(pair.after)}`}</span>
          </Button>
        ))}
      </div>
    </>
  );
};
