/**
 * Set on a dialog, and on a form beside others, while what was typed or chosen in it is nowhere else: nothing leaves the page, and
 * no window closes unasked, until it is saved there or thrown away by hand. Its value says how, where the place has words of its own.
 */
export const TYPED_WORDS = 'data-typed-words';

const place = (): Element | null => document.querySelector(`[${TYPED_WORDS}]`);

/** Whether somebody typed words that are nowhere else yet. */
export const areWordsTyped = (): boolean => place() !== null;

/** What becomes of such words, said by the place they are in; empty where it says nothing of its own. */
export const saidOfTypedWords = (): string => place()?.getAttribute(TYPED_WORDS) ?? '';

/** Puts the caret where such words are. */
export const goToTypedWords = (): void => place()?.querySelector<HTMLElement>('textarea')?.focus();
