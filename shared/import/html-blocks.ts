import type { DefaultTreeAdapterTypes } from 'parse5';
import { DEEPEST_ITEM, type Block, type Run } from '../release/model';
import { isAllowedLink } from '../release/link';
import { CELL_END } from '../release/tables';
import type { Piece } from './assemble';
import { dataTables, rowOf } from './html-tables';
import {
  ASIDE,
  BLOCKS,
  allTextOf,
  attribute,
  childrenOf,
  find,
  isElement,
  isSilent,
  isText,
  textOf,
} from './html-tree';
import { leftOut } from './left-out';
import { trimmed, withinCells } from './tidy-runs';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type Look = Omit<Run, 'text'>;

/** What surrounds a node: which block its words go into, and how they look. */
type Around = {
  readonly shape: Shape;
  readonly look: Look;
  readonly lists: readonly ('bulleted' | 'numbered')[];
  readonly keepSpace: boolean;
  /** Within a table of data, whose rows stay rows. */
  readonly grid?: true;
};
type Shape =
  | { readonly kind: 'paragraph' | 'quote' | 'item' | 'caption' }
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4 }
  | { readonly kind: 'row'; readonly header: boolean; readonly rowHeader: boolean };

const FURNITURE: Readonly<Record<string, string>> = {
  nav: 'Links for finding one’s way in the web page',
  aside: 'It stands beside the text of the web page',
  footer: 'The foot of the web page',
  form: 'A form of the web page',
  button: 'A button of the web page',
};

/** Below this, the words of an element are taken as one paragraph: no page is nested so, and the program's stack is finite. */
const DEEPEST = 200;

type Reading = {
  /** An element that is left out, since its words have a field. */
  readonly headline: Element | null;
  /** A `header` belongs to the release, not to the site. */
  readonly withHeader: boolean;
};

/**
 * Reads the blocks below a root in document order. Colours, fonts and sizes are dropped, every word is kept: as a block, or named as page furniture.
 */
export const readBlocks = (root: Node, { headline, withHeader }: Reading): readonly Piece[] => {
  const pieces: Piece[] = [];
  let runs: Run[] = [];
  let open: Around | null = null;

  const close = (): void => {
    const tidy = open?.shape.kind === 'row' ? withinCells(runs) : trimmed(runs);
    if (tidy.length > 0 && open !== null) pieces.push({ block: blockOf(tidy, open) });
    runs = [];
    open = null;
  };
  const drop = (node: Node, why: string): void => {
    close();
    setAside(allTextOf(node), why);
  };
  /** Names words that are left out, within a block that goes on. */
  const setAside = (words: string, why: string): void => void pieces.push(...leftOut(words, why));
  const visit = (node: Node, around: Around, depth: number): void => {
    if (node === headline) return;
    const aside = isElement(node) ? ASIDE[node.tagName] : undefined;
    if (aside !== undefined) setAside(allTextOf(node), aside);
    if (isSilent(node)) return;
    if (isText(node)) {
      if (around.grid && isBetweenCells(node)) return;
      open ??= around;
      const text = around.keepSpace ? node.value : node.value.replace(/[^\S\u00A0]+/gu, ' ');
      if (text !== '') runs.push({ text, ...around.look });
      return;
    }
    if (!isElement(node)) {
      for (const child of childrenOf(node)) visit(child, around, depth + 1);
      return;
    }
    const tag = node.tagName;
    const isSiteHeader = tag === 'header' && !withHeader && find(node, (element) => element === headline) === null;
    const why = isSiteHeader ? 'The head of the web page' : FURNITURE[tag];
    if (why !== undefined) drop(node, why);
    else if (tag === 'br') runs.push({ text: '\n' });
    else if (tag === 'img') setAside(attribute(node, 'alt'), 'The description of a picture');
    else if (depth > DEEPEST) visit({ nodeName: '#text', value: ` ${textOf(node)}`, parentNode: null }, around, depth);
    else {
      const isBlock = BLOCKS.has(tag);
      if (isBlock) close();
      const isCell = tag === 'td' || tag === 'th';
      if (isCell && around.shape.kind === 'row') {
        if (open === null) open = around;
        else runs.push({ text: CELL_END });
      } else if (isCell && runs.length > 0) runs.push({ text: '\t' });
      const within = grids.has(node) ? { ...around, grid: true as const } : inside(node, around);
      for (const child of childrenOf(node)) visit(child, within, depth + 1);
      if (isBlock) close();
    }
  };
  const grids = dataTables(root);
  visit(root, { shape: { kind: 'paragraph' }, look: {}, lists: [], keepSpace: false }, 0);
  close();
  return pieces;
};

/** Whether a text is the white space that parts the cells of a table in its source. */
const isBetweenCells = ({ value, parentNode }: DefaultTreeAdapterTypes.TextNode): boolean =>
  value.trim() === '' && parentNode !== null && /^(?:table|thead|tbody|tfoot|tr)$/.test(parentNode.nodeName);

/** The value of a `lang`; null where it is none. */
export const languageTag = (value: string): string | null =>
  /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value.trim()) ? value.trim() : null;

const inside = (element: Element, given: Around): Around => {
  const language = languageTag(attribute(element, 'lang'));
  const around = language === null ? given : { ...given, look: { ...given.look, language } };
  switch (element.tagName) {
    case 'h1':
    case 'h2':
      return { ...around, shape: { kind: 'heading', level: 2 } };
    case 'h3':
      return { ...around, shape: { kind: 'heading', level: 3 } };
    case 'h4':
    case 'h5':
    case 'h6':
      return { ...around, shape: { kind: 'heading', level: 4 } };
    case 'blockquote':
      return { ...around, shape: { kind: 'quote' } };
    case 'ul':
    case 'menu':
      return { ...around, lists: [...around.lists, 'bulleted'] };
    case 'ol':
      return { ...around, lists: [...around.lists, 'numbered'] };
    case 'tr':
      return around.grid ? { ...around, shape: rowOf(element) } : around;
    case 'caption':
      return around.grid ? { ...around, shape: { kind: 'caption' } } : around;
    case 'li':
      return { ...around, shape: { kind: 'item' } };
    case 'pre':
      return { ...around, keepSpace: true };
    default:
      return { ...around, look: lookOf(element, around.look) };
  }
};

const lookOf = (element: Element, look: Look): Look => {
  switch (element.tagName) {
    case 'b':
    case 'strong':
      return { ...look, bold: true };
    case 'i':
    case 'em':
    case 'cite':
      return { ...look, italic: true };
    case 'a': {
      const href = attribute(element, 'href').trim();
      return isAllowedLink(href) ? { ...look, link: href } : look;
    }
    default:
      return look;
  }
};

const blockOf = (runs: readonly Run[], { shape, lists }: Around): Block => {
  switch (shape.kind) {
    case 'heading':
      return { type: 'heading', level: shape.level, runs };
    case 'quote':
      return { type: 'block-quote', runs };
    case 'caption':
      return { type: 'table-caption', runs };
    case 'row':
      return {
        type: 'table-row',
        ...(shape.header ? { header: true } : {}),
        ...(shape.rowHeader ? { rowHeader: true } : {}),
        runs,
      };
    case 'item':
      return {
        type: 'list-item',
        list: lists.at(-1) ?? 'bulleted',
        depth: Math.min(DEEPEST_ITEM, Math.max(0, lists.length - 1)),
        runs,
      };
    default:
      return { type: 'paragraph', runs };
  }
};
