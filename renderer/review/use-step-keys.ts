import { useLayoutEffect } from 'react';

/** F8 goes to the next of some things, Shift+F8 to the one before, round the end. */
export const useStepKeys = (ids: readonly string[], chosen: string | null, onChoose: (id: string) => void): void => {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || ids.length === 0) return;
      event.preventDefault();
      const at = chosen === null ? -1 : ids.indexOf(chosen);
      const next = event.shiftKey ? (at <= 0 ? ids.length - 1 : at - 1) : (at + 1) % ids.length;
      const id = ids[next];
      if (id !== undefined) onChoose(id);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
};
