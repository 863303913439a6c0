import type { CSSProperties } from 'react';

/** How a block of a kind stands on a sheet that is read (`reading.css`); `number`: its own in a numbered list, else null. */
export const blockLook = (
  kind: string,
  number: number | null,
): { readonly className: string; readonly style?: CSSProperties } =>
  number === null
    ? { className: `is-${kind}` }
    : { className: `is-${kind} is-numbered`, style: { counterSet: `list-item ${String(number)}` } };
