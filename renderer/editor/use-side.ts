import type { LexicalEditor } from 'lexical';
import { useCallback, useState } from 'react';
import { announce } from '../ui/announce';
import { useMedia } from '../ui/use-media';
import { NARROW } from './words';

export type Side = 'quotes' | 'checks';

const NAMES: Readonly<Record<Side, string>> = { quotes: 'Quotes', checks: 'Checks' };

/** Whether one is at work beside the page: the focus is there, or a dialog of what stands there is open, which would go with it. */
const isInSide = (): boolean =>
  Boolean(document.activeElement?.closest('.quotes')) || document.querySelector('.quotes dialog[open]') !== null;

/** What stands beside the page: the quotes or the checks, or nothing. Where it is narrow, it stands in the page's place. */
export const useSide = (editor: LexicalEditor, shownAtFirst: boolean) => {
  const isNarrow = useMedia(
    NARROW,
    useCallback((narrow: boolean) => {
      setShown(!narrow || isInSide());
    }, []),
  );
  const [isShown, setShown] = useState(shownAtFirst || !isNarrow);
  const [side, setSide] = useState<Side>('quotes');
  const show = useCallback((which: Side): void => {
    setSide(which);
    setShown(true);
  }, []);
  const hide = useCallback((): void => {
    setShown(false);
    editor.focus();
  }, [editor]);
  /** Shows it because that was asked for, and says so: the focus stays where it is. */
  const open = (which: Side): void => {
    show(which);
    announce(`${NAMES[which]} shown`);
  };
  const toggle = (which: Side): void => {
    if (!isShown || side !== which) {
      open(which);
      return;
    }
    const hadFocus = isInSide();
    setShown(false);
    announce(`${NAMES[which]} hidden`);
    if (hadFocus) editor.focus();
  };
  return { side, isShown, show, open, hide, toggle };
};
