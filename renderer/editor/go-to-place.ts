import type { TextPlace } from '../../shared/archive/places';

/** What holds each part of a release on the page. */
const PARTS: Readonly<Record<TextPlace['part'], string>> = {
  headline: '.page .headline textarea',
  standfirst: '.page .standfirst textarea',
  body: '.page .body:not(.notes) [role="textbox"]',
  notes: '.page .body.notes [role="textbox"]',
  topics: '.page [aria-label="Topics"]',
  contacts: '.page .contacts input',
};

/** Blocks as they stand on the page, in order: items of lists and rows of tables each for themselves, as in a release. */
const BLOCKS = 'li:not(:has(> ul, > ol)), tr, caption, :scope > :not(ul, ol, table, :has(table))';

/**
 * Shows a place in the text of the release that is open: a field gets the focus, a block of the body or of the notes the
 * caret at its beginning. A part that is not on the page is passed over.
 */
export const goToPlace = ({ part, block }: TextPlace): void => {
  const root = document.querySelector<HTMLElement>(PARTS[part]);
  if (root === null) return;
  root.focus({ preventScroll: true });
  const isText = part === 'body' || part === 'notes';
  const element = isText ? (root.querySelectorAll(BLOCKS)[block] ?? root) : root;
  if (element !== root) getSelection()?.collapse(element, 0);
  element.scrollIntoView({ block: 'center' });
};

/** Brings the focus to a quote's row, where it is shown. */
export const focusRow = (key: string): void => {
  const row = document.querySelector<HTMLElement>(`[data-quote="${CSS.escape(key)}"] .row-button`);
  row?.focus();
};

/** What follows: the release's next act, what is said of its publication, or the text. */
const NEXT = ['[data-next]', '.frozen[tabindex]', '.desk [contenteditable="true"]'] as const;

/** Brings the focus to what follows, once the release has moved on. */
export const focusNext = (): void => {
  const all = NEXT.flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)]);
  all.find((each) => each.checkVisibility())?.focus();
};
