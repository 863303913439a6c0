import { type DefaultTreeAdapterTypes, html } from 'parse5';
import { attribute, childrenOf, find, isElement, isText } from './html-tree';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/* What word processors and mail programs put on the clipboard, made into what a page says with its elements. Nothing here
   calls itself: a clipboard may be nested without end. */

const made = (tagName: string, children: readonly Node[] = []): Element => {
  const element: Element = {
    nodeName: tagName,
    tagName,
    attrs: [],
    namespaceURI: html.NS.HTML,
    childNodes: [],
    parentNode: null,
  };
  setChildren(element, children);
  return element;
};

const setChildren = (parent: Parent, children: readonly Node[]): void => {
  parent.childNodes = children as DefaultTreeAdapterTypes.ChildNode[];
  for (const child of parent.childNodes) child.parentNode = parent;
};

const rename = (element: Element, tagName: string): void => {
  element.tagName = tagName;
  element.nodeName = tagName;
};

const styleOf = (element: Element): string => attribute(element, 'style').toLowerCase();

/** Parts of a page that are left out when a page is read; what is copied was meant. */
const PAGE_PARTS: Readonly<Record<string, string>> = {
  nav: 'div',
  aside: 'div',
  footer: 'div',
  header: 'div',
  form: 'div',
  button: 'span',
};

/** Looks told by styles, as Google Docs and Outlook have them, told by elements. Bold that a style takes away is none. */
const tellLook = (element: Element): void => {
  const style = styleOf(element);
  const weight = /font-weight:\s*([a-z]+|\d+)/.exec(style)?.[1] ?? '';
  const isBold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const isItalic = /font-style:\s*(?:italic|oblique)/.test(style);
  const { tagName } = element;
  if (/^(?:b|strong)$/.test(tagName) && weight !== '' && !isBold) rename(element, 'span');
  if (/^(?:i|em)$/.test(tagName) && /font-style:\s*normal/.test(style)) rename(element, 'span');
  if (!/^(?:span|font|a)$/.test(element.tagName)) return;
  let children: readonly Node[] = childrenOf(element);
  if (isBold) children = [made('b', children)];
  if (isItalic) children = [made('i', children)];
  if (isBold || isItalic) setChildren(element, children);
};

/** Languages are kept where they are other ones than the text's own: word processors name it on every word. */
const tellLanguage = (element: Element, own: string): void => {
  const named = attribute(element, 'lang').trim();
  if (named === '') return;
  let tag = '';
  try {
    tag = Intl.getCanonicalLocales(named)[0] ?? '';
  } catch {
    // No language that anybody knows: it is left out.
  }
  const isOwn = tag.split('-')[0] === own.toLowerCase().split('-')[0];
  element.attrs = element.attrs.filter(({ name }) => name !== 'lang');
  if (tag !== '' && !isOwn) element.attrs.push({ name: 'lang', value: tag });
};

const MARKER = /mso-list:\s*ignore/;

/** A paragraph that Word shows as an item of a list, with its bullet or number written out, becomes an item. */
const tellList = (element: Element): void => {
  if (!/^(?:p|h[1-6]|div)$/.test(element.tagName)) return;
  const level = /mso-list:[^;]*\blevel(\d)/.exec(styleOf(element))?.[1];
  if (level === undefined) return;
  const marker = find(element, (each) => MARKER.test(styleOf(each)));
  const sign = marker === null ? '' : wordsOf(marker);
  if (marker?.parentNode)
    setChildren(
      marker.parentNode,
      childrenOf(marker.parentNode).filter((each) => each !== marker),
    );
  const list = /^[(]?(?:\d|[a-z]{1,4}[.)])/i.test(sign) ? 'ol' : 'ul';
  let item = made('li', childrenOf(element));
  for (let depth = 0; depth < Number(level); depth += 1) item = made(list, [item]);
  rename(element, 'div');
  setChildren(element, [item]);
};

const wordsOf = (element: Element): string => {
  const open: Node[] = [element];
  let words = '';
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isText(next)) words += next.value;
    for (const child of childrenOf(next).toReversed()) open.push(child);
  }
  return words.replace(/[\s\u00a0]+/gu, ' ').trim();
};

const isSpace = (node: Node): boolean => node.nodeName === '#comment' || (isText(node) && node.value.trim() === '');
const isBreak = (node: Node): boolean => isElement(node) && node.tagName === 'br';

/** Two line breaks behind each other part two paragraphs; one stays a line break. */
const tellParagraphs = (parent: Parent): void => {
  const children: Node[] = [];
  let breaks: Node[] = [];
  for (const child of [...childrenOf(parent), null]) {
    if (child !== null && (isBreak(child) || (breaks.length > 0 && isSpace(child)))) {
      breaks.push(child);
      continue;
    }
    const isParting = breaks.filter(isBreak).length > 1;
    for (const each of isParting ? [made('hr')] : breaks) children.push(each);
    breaks = [];
    if (child !== null) children.push(child);
  }
  setChildren(parent, children);
};

const CELL = /^t[dh]$/;
const isCell = (node: Node): node is Element => isElement(node) && CELL.test(node.tagName);
const PARAGRAPH = /^(?:p|div|span|font|section|article|center)$/;

/** A table whose cells hold words alone: each cell becomes one line of words, and one that spans columns is followed by empty ones. */
const tellTable = (table: Element): void => {
  const cells: Element[] = [];
  const open: Node[] = [...childrenOf(table)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isElement(next) && /^(?:table|ul|ol|h[1-6]|blockquote)$/.test(next.tagName)) return;
    if (isCell(next)) cells.push(next);
    for (const child of childrenOf(next)) open.push(child);
  }
  for (const cell of cells) {
    joinLines(cell);
    const { parentNode: row } = cell;
    const more = Math.min(20, Number(attribute(cell, 'colspan')) || 1) - 1;
    if (row !== null && more > 0)
      setChildren(
        row,
        childrenOf(row).flatMap((each) =>
          each === cell ? [each, ...Array.from({ length: more }, () => made(cell.tagName))] : [each],
        ),
      );
  }
};

/** The paragraphs of a cell become its lines. */
const joinLines = (cell: Element): void => {
  for (let at = 0; at < 100; at += 1) {
    const inner = childrenOf(cell);
    const first = inner.findIndex(
      (each) => isElement(each) && PARAGRAPH.test(each.tagName) && !/span|font/.test(each.tagName),
    );
    const paragraph = inner[first];
    if (paragraph === undefined) return;
    const before = inner.slice(0, first);
    const line = before.some((each) => !isSpace(each)) ? [made('br')] : [];
    setChildren(cell, [...before, ...line, ...childrenOf(paragraph), ...inner.slice(first + 1)]);
  }
};

/**
 * Makes what is on a clipboard into a plain page, in place. In: the parsed tree, and the language of the text it goes to.
 */
export const makePlain = (root: Parent, own: string): void => {
  const open: Node[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isElement(next)) {
      const plain = PAGE_PARTS[next.tagName];
      if (plain !== undefined) rename(next, plain);
      tellLanguage(next, own);
      tellList(next);
      tellLook(next);
      if (next.tagName === 'table') tellTable(next);
    }
    if ('childNodes' in next && !isCell(next)) tellParagraphs(next);
    for (const child of childrenOf(next)) open.push(child);
  }
};
