import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';

/** Acts that wait behind one button. */
export const ActsMenu = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className="b release-menu-button" popoverTarget={id}>
        {label} <ChevronDown className="i" aria-hidden="true" />
      </button>
      <div ref={menu} id={id} popover="auto" className="release-menu" onClick={() => menu.current?.hidePopover()}>
        {children}
      </div>
    </>
  );
};
