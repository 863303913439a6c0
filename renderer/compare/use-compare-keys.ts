import { useLayoutEffect } from 'react';

type Acts = {
  readonly onStep: (by: 1 | -1) => void;
  /** Takes the chosen change from the first side that offers it, or (1) from the second. */
  readonly onTake: (nth: 0 | 1) => void;
  readonly onLeave: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onPaper: () => void;
};

/** Where a letter alone is an act: on the list of changes and on the text. Anywhere else it belongs to the control. */
const HERE = '[role="listbox"], [data-region="sheet"]';

/** The keys of the comparison: F8 steps, T takes over, L leaves, Ctrl Z undoes, Ctrl P prints. */
export const useCompareKeys = (acts: Acts): void => {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = actOf(event, acts);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
};

const actOf = (event: KeyboardEvent, acts: Acts): (() => void) | null => {
  const { key, shiftKey, altKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  const letter = key.toLowerCase();
  if (key === 'F8') return () => acts.onStep(shiftKey ? -1 : 1);
  if (altKey) return null;
  if (isCommand && letter === 'z') return shiftKey ? acts.onRedo : acts.onUndo;
  if (isCommand && letter === 'y') return acts.onRedo;
  if (isCommand && letter === 'p' && !shiftKey) return acts.onPaper;
  if (isCommand || !(event.target instanceof Element) || event.target.closest(HERE) === null) return null;
  if (letter === 't') return () => acts.onTake(shiftKey ? 1 : 0);
  return letter === 'l' && !shiftKey ? acts.onLeave : null;
};
