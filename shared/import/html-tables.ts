import type { DefaultTreeAdapterTypes } from 'parse5';
import { BLOCKS, childrenOf, isElement } from './html-tree';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/* Old pages are laid out with tables: only one that is a grid of words is a table of the release. */

const PARTS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

const elementsIn = (node: Node): readonly Element[] => childrenOf(node).filter(isElement);

/** The rows of a table, in its parts or without. */
const rowsOf = (table: Element): readonly Element[] =>
  elementsIn(table).flatMap((child) =>
    child.tagName === 'tr' ? [child] : PARTS.has(child.tagName) ? elementsIn(child).filter(isRow) : [],
  );
const isRow = ({ tagName }: Element): boolean => tagName === 'tr';
const cellsIn = (row: Element): readonly Element[] =>
  elementsIn(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');

/** Whether an element holds others that begin blocks, at any depth. */
const hasBlocks = (element: Element): boolean => {
  const open: Node[] = [...childrenOf(element)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isElement(next) && BLOCKS.has(next.tagName)) return true;
    for (const child of childrenOf(next)) open.push(child);
  }
  return false;
};

/** Whether a table is a grid of words: two rows and two columns at least, and no blocks within its cells. */
const isData = (table: Element): boolean => {
  const rows = rowsOf(table).map(cellsIn);
  return rows.length >= 2 && rows.every((cells) => cells.length >= 2 && !cells.some(hasBlocks));
};

/** The tables below a root that are tables of data. */
export const dataTables = (root: Node): ReadonlySet<Node> => {
  const found = new Set<Node>();
  const open: Node[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isElement(next) && next.tagName === 'table' && isData(next)) found.add(next);
    for (const child of childrenOf(next)) open.push(child);
  }
  return found;
};

/** What the cells of a row head. */
export const rowOf = (row: Element) => {
  const tags = cellsIn(row).map(({ tagName }) => tagName);
  return {
    kind: 'row',
    header: tags.every((tag) => tag === 'th'),
    rowHeader: tags[0] === 'th' && tags.some((tag) => tag === 'td'),
  } as const;
};
