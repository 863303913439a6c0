import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/* Questions to a parsed page. Its depth is that of the file, so nothing here calls itself without a bound: a page of
   100,000 nested elements must not end the program. */

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';
export const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

/** An attribute's value; empty where it is not there. */
export const attribute = (element: Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? '';

/** Elements whose words are no text of the page, and what those are; of some they stand as text not parsed yet. */
export const ASIDE: Readonly<Record<string, string>> = {
  noscript: 'It is shown only where scripts do not run',
  iframe: 'It is shown only where another page cannot be',
  object: 'It is shown only where something else cannot be',
  svg: 'Words in a drawing',
  math: 'A formula',
};
const isCode = (node: Node): boolean =>
  node.nodeName === '#comment' || (isElement(node) && /^(?:script|style|template|head)$/.test(node.tagName));

/** Elements whose words nobody reads. */
export const isSilent = (node: Node): boolean => isCode(node) || (isElement(node) && node.tagName in ASIDE);

/** Puts a node's children on a stack so that the first comes off first. */
const pushChildren = (stack: Node[], node: Node): void => {
  for (const child of [...childrenOf(node)].reverse()) stack.push(child);
};

/** The first element, in document order, the node itself included, of which something is true. */
export const find = (node: Node, isIt: (element: Element) => boolean): Element | null => {
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isElement(next) && isIt(next)) return next;
    pushChildren(open, next);
  }
  return null;
};

/** The words below a node, as they stand, a space where one block ends and the next begins. */
export const textOf = (node: Node): string => wordsBelow(node, isSilent);

/** As `textOf`, with the words that are no text of the page. */
export const allTextOf = (node: Node): string => wordsBelow(node, isCode);

const wordsBelow = (node: Node, isLeftOut: (node: Node) => boolean): string => {
  const parts: string[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isText(next)) parts.push(next.value);
    else if (!isLeftOut(next)) {
      if (isElement(next) && (BLOCKS.has(next.tagName) || next.tagName in ASIDE)) parts.push(' ');
      pushChildren(
        open,
        isUnparsed(next) ? parseFragment(childrenOf(next).filter(isText).map(valueOf).join('')) : next,
      );
    }
  }
  return parts.join('');
};

const valueOf = ({ value }: DefaultTreeAdapterTypes.TextNode): string => value;
const isUnparsed = (node: Node): boolean => isElement(node) && /^(?:noscript|iframe)$/.test(node.tagName);

/** Elements that begin a new block. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section select summary ' +
    'table tbody tfoot thead tr ul'
  ).split(' '),
);
