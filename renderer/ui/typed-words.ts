/**
 * Set on a dialog, and on a form beside others, while words typed into it are nowhere else: nothing leaves the page, and no
 * window closes unasked, until they are saved there or thrown away by hand.
 */
export const TYPED_WORDS = 'data-typed-words';

const place = (): Element | null => document.querySelector(`[${TYPED_WORDS}]`);

/** Whether somebody typed words that are nowhere else yet. */
export const areWordsTyped = (): boolean => place() !== null;

/** Puts the caret where such words are. */
export const goToTypedWords = (): void => place()?.querySelector<HTMLElement>('textarea')?.focus();
