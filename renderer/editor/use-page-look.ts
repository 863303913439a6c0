import { type CSSProperties, useCallback, useState } from 'react';
import { announce } from '../ui/announce';
import { USUAL_SIZE, nextSize, pageMeasures, rememberSize, rememberedSize } from './text-size';

const LOOK = ['text-larger', 'text-smaller', 'text-usual', 'focus-mode'] as const;
/** What is asked about how the page looks. */
export type LookCommand = (typeof LOOK)[number];
export const isLook = (command: string): command is LookCommand => LOOK.some((each) => each === command);

/** How large the page's words are, and whether the page stands alone. */
export const usePageLook = () => {
  const [size, setSize] = useState(() => rememberedSize(localStorage));
  const [isFocus, setFocus] = useState(false);
  const onLook = (command: LookCommand): void => {
    if (command === 'focus-mode') {
      setFocus(!isFocus);
      announce(isFocus ? 'Everything shown' : 'Only the page is shown');
      return;
    }
    // From what was chosen last, not from what is drawn: two keys right behind each other are two steps.
    const now = rememberedSize(localStorage);
    const next = command === 'text-usual' ? USUAL_SIZE : nextSize(now, command === 'text-larger' ? 1 : -1);
    setSize(next);
    rememberSize(localStorage, next);
    announce(`Text size ${String(next)}`);
  };
  return {
    onLook,
    isFocus,
    leaveFocus: useCallback((): void => {
      setFocus(false);
    }, []),
    style: pageMeasures(size) as CSSProperties,
  };
};
