import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import { isDraft } from '../../shared/release/model';

type Props = {
  readonly row: ReleaseSummary;
  /** Where it is to stand, in the window. */
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
  readonly onOpen: () => void;
  readonly onOpenInWindow: () => void;
  readonly onDuplicate: () => void;
  readonly onMoveToTrash: () => void;
  readonly onRemove: () => void;
};

/** What can be done with a release in the list (WAI-ARIA menu pattern). */
export const RowMenu = ({
  row,
  x,
  y,
  onClose,
  onOpen,
  onOpenInWindow,
  onDuplicate,
  onMoveToTrash,
  onRemove,
}: Props) => {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = menu.current;
    if (element === null) return;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(0, Math.min(x, window.innerWidth - width - 4))}px`;
    element.style.top = `${Math.max(0, Math.min(y, window.innerHeight - height - 4))}px`;
    element.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [x, y]);
  // Not the browser's own light dismissal: letting go of the button that opened the menu would close it.
  useEffect(() => {
    const onPress = (event: Event) => {
      if (event.target instanceof Node && menu.current?.contains(event.target) !== true) onClose();
    };
    document.addEventListener('pointerdown', onPress);
    window.addEventListener('blur', onClose);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      window.removeEventListener('blur', onClose);
    };
  }, [onClose]);

  const onKeys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Tab' || event.key === 'Escape') {
      event.preventDefault();
      onClose();
      return;
    }
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  };
  const isFrozen = !isDraft(row);
  const act = (what: () => void) => () => {
    onClose();
    what();
  };

  return (
    <div
      ref={menu}
      popover="manual"
      role="menu"
      aria-label={row.headline.trim() === '' ? 'No headline yet' : row.headline}
      className="row-menu"
      onKeyDown={onKeys}
    >
      <button type="button" role="menuitem" tabIndex={-1} onClick={act(onOpen)}>
        Open
      </button>
      <button type="button" role="menuitem" tabIndex={-1} onClick={act(onOpenInWindow)}>
        Open in a window of its own
      </button>
      {row.state !== 'removed' && row.later !== true && (
        <button type="button" role="menuitem" tabIndex={-1} onClick={act(onDuplicate)}>
          Duplicate
        </button>
      )}
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        {...(isFrozen ? { 'aria-disabled': true } : { onClick: act(onMoveToTrash) })}
      >
        Move to trash
        {isFrozen && <span className="meta">A published release keeps its place and its address.</span>}
      </button>
      {isFrozen && row.state !== 'removed' && (
        <button type="button" role="menuitem" tabIndex={-1} onClick={act(onRemove)}>
          Remove, and erase the text…
        </button>
      )}
    </div>
  );
};
