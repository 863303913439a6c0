import type { DefaultTreeAdapterTypes } from 'parse5';

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

/** Elements whose words nobody reads. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'iframe', 'object', 'svg', 'math']);
export const isSilent = (node: Node): boolean =>
  node.nodeName === '#comment' || (isElement(node) && SILENT.has(node.tagName));

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

/** All words below a node, as they stand, a space where one block ends and the next begins. */
export const textOf = (node: Node): string => {
  const parts: string[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isText(next)) parts.push(next.value);
    else if (!isSilent(next)) {
      if (isElement(next) && BLOCKS.has(next.tagName)) parts.push(' ');
      pushChildren(open, next);
    }
  }
  return parts.join('');
};

/** Elements that begin a new block. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section select summary ' +
    'table tbody tfoot thead tr ul'
  ).split(' '),
);
