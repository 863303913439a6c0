import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button';

type Props = {
  /** The screen's heading. */
  readonly name: string;
  readonly onBack: () => void;
  /** Where `Back` leads, in words that a small window leaves out. */
  readonly backTo?: string;
  /** Why there is no going back now. */
  readonly wait?: string | undefined;
  /** Whether `Back` has the focus first: unless something on the screen has. */
  readonly focusBack?: boolean;
  readonly className?: string;
  /** What stands after the heading. */
  readonly children?: ReactNode;
};

/** The row of tools above a screen: the way back, what the screen is, and what it can do. */
export const ScreenTools = ({ name, onBack, backTo, wait, focusBack = true, className = '', children }: Props) => (
  <header className={`tb ${className}`.trim()} aria-label={name} data-region="tools">
    <Button kind="ghost" onClick={onBack} unavailable={wait} autoFocus={focusBack}>
      <ArrowLeft className="i" aria-hidden="true" />
      <span>
        Back
        {backTo !== undefined && <span className="not-small"> {backTo}</span>}
      </span>
    </Button>
    <span className="v" />
    <h1>{name}</h1>
    {children}
  </header>
);
