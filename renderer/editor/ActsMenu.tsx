import { ChevronDown } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef } from 'react';

/** Acts that wait behind one button. Opened, it has the focus; arrows, Home and End move in it, Escape and Tab leave it. */
export const ActsMenu = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const acts = (): HTMLElement[] => [...(menu.current?.querySelectorAll('button') ?? [])];
  const close = (): void => menu.current?.hidePopover();

  const onToggle = ({ newState }: ToggleEvent): void => {
    if (newState === 'open') acts()[0]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Not the toolbar's: there Escape leaves for the text, and the arrows go on to its next stop.
    event.stopPropagation();
    // Gives the focus back to the button, and Tab goes on from there.
    if (event.key === 'Tab') close();
    const all = acts();
    const at = all.findIndex((act) => act === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };
  const onBlur = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== null && menu.current?.contains(relatedTarget) === false) close();
  };
  return (
    <>
      <button type="button" className="b release-menu-button" popoverTarget={id}>
        {label} <ChevronDown className="i" aria-hidden="true" />
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className="release-menu"
        onToggle={onToggle}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onClick={close}
      >
        {children}
      </div>
    </>
  );
};
