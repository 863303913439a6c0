import type { CSSProperties } from 'react';

type Look = {
  readonly className: string;
  readonly style?: CSSProperties;
  readonly role?: 'heading';
  readonly 'aria-level'?: number;
};

/**
 * How a block of a kind stands on a sheet that is read (`reading.css`); `number`: its own in a numbered list, else null; `level`:
 * that of a heading, which stands one lower here, below the sheet's headline.
 */
export const blockLook = (kind: string, number: number | null, level: number | null = null): Look => {
  if (level !== null) return { className: `is-${kind}`, role: 'heading', 'aria-level': level + 1 };
  return number === null
    ? { className: `is-${kind}` }
    : { className: `is-${kind} is-numbered`, style: { counterSet: `list-item ${String(number)}` } };
};
