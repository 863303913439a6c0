import { STOPS, isShown } from './regions';

/** A place in a text: the way down to it from the text's element, by numbers of children, and the number of signs before it. */
type Caret = { readonly down: readonly number[]; readonly offset: number };

/** Where the focus stood on a screen: in which region, on which of what is called so there; in a text, where its caret was. */
export type Spot = {
  readonly region: string;
  readonly name: string;
  readonly nth: number;
  readonly caret: Caret | null;
  /** How far the text was scrolled. */
  readonly top: number;
};

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent.trim();
const alike = (region: Element, name: string): HTMLElement[] =>
  [...region.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => isShown(stop) && nameOf(stop) === name);
const scrollerOf = (element: Element): Element | null => element.closest('.scroll');

const caretIn = (text: HTMLElement): Caret | null => {
  const { anchorNode, anchorOffset } = getSelection() ?? { anchorNode: null, anchorOffset: 0 };
  if (!text.isContentEditable || anchorNode === null || !text.contains(anchorNode)) return null;
  const down: number[] = [];
  for (let node: Node = anchorNode; node !== text && node.parentNode !== null; node = node.parentNode)
    down.unshift([...node.parentNode.childNodes].indexOf(node as ChildNode));
  return { down, offset: anchorOffset };
};

/** Where the focus stands now; null where it stands in no region. */
export const spotNow = (): Spot | null => {
  const here = document.activeElement;
  const region = here?.closest<HTMLElement>('[data-region]') ?? null;
  if (!(here instanceof HTMLElement) || region === null) return null;
  // What a text is called changes with its words.
  const name = here.isContentEditable ? (here.getAttribute('aria-label') ?? '') : nameOf(here);
  return {
    region: region.dataset['region'] ?? '',
    name,
    nth: Math.max(0, alike(region, name).indexOf(here)),
    caret: caretIn(here),
    top: scrollerOf(here)?.scrollTop ?? 0,
  };
};

/** What stands on the screen at a spot now. */
export const atSpot = ({ region, name, nth }: Spot): HTMLElement | undefined =>
  [...document.querySelectorAll(`[data-region="${CSS.escape(region)}"]`)].flatMap((each) => alike(each, name))[nth];

/** Brings the focus to what stands at a spot, in a text the caret to where it was. */
export const goToSpot = (element: HTMLElement, { caret, top }: Spot): void => {
  element.focus({ preventScroll: caret !== null });
  if (caret === null) return;
  let node: Node = element;
  for (const step of caret.down) node = node.childNodes[step] ?? node;
  getSelection()?.collapse(
    node,
    Math.min(caret.offset, node.nodeType === Node.TEXT_NODE ? (node.nodeValue?.length ?? 0) : node.childNodes.length),
  );
  scrollerOf(element)?.scrollTo({ top, behavior: 'instant' });
};
