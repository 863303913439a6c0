/** Moves the focus to something that the next drawing of the screen will show. */
export const focusSoon = (selector: string): void => {
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus()));
};

/** The release in the list that the keyboard stands on. */
export const LIST_STOP = '.side [role="option"][tabindex="0"]';
