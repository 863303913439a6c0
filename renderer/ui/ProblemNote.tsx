import type { ReactNode } from 'react';
import './problem-note.css';

/** What stands in the way, in a dialog or under a field: said at once. */
export const ProblemNote = ({ children }: { readonly children: ReactNode }) => (
  <p className="problem" role="alert">
    {children}
  </p>
);
