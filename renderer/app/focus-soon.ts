import { isShown } from './regions';

/** For so many drawings what is to have the focus is waited for: a list is measured before its rows stand. */
const SOON = 30;

/** Moves the focus to something that the next drawings of the screen will show, as soon as it is there. */
export const focusSoon = (selector: string): void => {
  const look = (left: number): void => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].find(isShown);
    if (found !== undefined) found.focus();
    else if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  requestAnimationFrame(() => requestAnimationFrame(() => look(SOON)));
};

/** The release in the list that the keyboard stands on. */
export const LIST_STOP = '.side [role="option"][tabindex="0"]';
