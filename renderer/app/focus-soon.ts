import { isShown } from './regions';

/** For so many drawings what is to have the focus is waited for: a list is measured before its rows stand. */
const SOON = 30;

/** Calls back after the next drawing, when what it showed can be told. */
export const afterFrames = (act: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(act));
};

/** Does something with what the next drawings of the screen will show, as soon as it is there. */
export const soon = (find: () => HTMLElement | undefined, act: (found: HTMLElement) => void): void => {
  const look = (left: number): void => {
    const found = find();
    if (found !== undefined) act(found);
    else if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  afterFrames(() => look(SOON));
};

/** Moves the focus to something that the next drawings of the screen will show, as soon as it is there. */
export const focusSoon = (selector: string): void =>
  soon(
    () => [...document.querySelectorAll<HTMLElement>(selector)].find(isShown),
    (found) => found.focus(),
  );

/** The release in the list that the keyboard stands on. */
export const LIST_STOP = '.side [role="option"][tabindex="0"]';
