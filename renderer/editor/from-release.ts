import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableNode,
  type TableRowNode,
} from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTabNode,
  $createTextNode,
  $getEditor,
  $getRoot,
  $setState,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { unreachable } from '../../shared/assert';
import type { Block, ListItem, Range, Run, StoredQuote, TableRow } from '../../shared/release/model';
import { CELL_END, cellsOf } from '../../shared/release/tables';
import { runsText } from '../../shared/release/text';
import { $captionOf, $createImageNode } from './images/ImageNode';
import { sourceOf } from './images/source';
import { $createTableCaptionNode } from './tables/TableCaptionNode';
import { headsOf } from './tables/heads';
import { BETWEEN, BOLD, ITALIC, breakFormatState, languageState, quoteState } from './nodes';

/** A stretch of one run that belongs to one quote, lies between two parts of one (`BETWEEN`), or neither. */
type Piece = { readonly run: Run; readonly text: string; readonly quote: string };
type Mark = Range & { readonly id: string };

/** Cuts runs at the edges of the quotes' ranges in their block. */
const cut = (runs: readonly Run[], marks: readonly Mark[]): Piece[] => {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const run of runs) {
    const end = offset + run.text.length;
    const edges = marks.flatMap((mark) => [mark.start, mark.end]).filter((edge) => edge > offset && edge < end);
    const stops = [offset, ...edges.sort((a, b) => a - b), end];
    for (let index = 1; index < stops.length; index += 1) {
      const [from, to] = [stops[index - 1] ?? 0, stops[index] ?? 0];
      if (from === to) continue;
      const mark = marks.find((each) => each.start <= from && to <= each.end);
      const isBetween = marks.some(
        ({ id, end: one }) => one <= from && marks.some((each) => each.id === id && to <= each.start),
      );
      const quote = mark?.id ?? (isBetween ? BETWEEN : '');
      pieces.push({ run, text: run.text.slice(from - offset, to - offset), quote });
    }
    offset = end;
  }
  return pieces;
};

const $nodesOf = ({ run, text, quote }: Piece): LexicalNode[] =>
  text.split(/([\n\t])/).flatMap((part): LexicalNode[] => {
    if (part === '') return [];
    const format = (run.bold ? BOLD : 0) | (run.italic ? ITALIC : 0);
    if (part === '\n') {
      const lineBreak = $createLineBreakNode();
      if (format !== 0) $setState(lineBreak, breakFormatState, format);
      return [$withState(lineBreak, run, quote)];
    }
    const node = part === '\t' ? $createTabNode() : $createTextNode(part);
    return [$withState(node.setFormat(format), run, quote)];
  });

const $withState = <Node extends LexicalNode>(node: Node, run: Run, quote: string): Node => {
  if (quote !== '') $setState(node, quoteState, quote);
  if (run.language !== undefined) $setState(node, languageState, run.language);
  return node;
};

const $fill = <Element extends ElementNode>(element: Element, block: Block, marks: readonly Mark[]): Element => {
  let address = '';
  let target: ElementNode = element;
  for (const piece of cut(block.runs, marks)) {
    const next = piece.run.link ?? '';
    if (next !== address) {
      address = next;
      target = element;
      if (next !== '') {
        target = $createLinkNode(next);
        element.append(target);
      }
    }
    target.append(...$nodesOf(piece));
  }
  return element;
};

/** A row of a table with its cells. */
const $rowOf = (block: TableRow, marks: readonly Mark[]): TableRowNode => {
  const row = $createTableRowNode();
  let start = 0;
  for (const [column, runs] of cellsOf(block).entries()) {
    const end = start + runsText(runs).length;
    const within = marks.flatMap((mark) => {
      const [from, to] = [Math.max(mark.start, start) - start, Math.min(mark.end, end) - start];
      return from < to ? [{ ...mark, start: from, end: to }] : [];
    });
    const paragraph = $fill($createParagraphNode(), { type: 'paragraph', runs }, within);
    row.append($createTableCellNode(headsOf(block, column)).append(paragraph));
    start = end + CELL_END.length;
  }
  return row;
};

/** The list to which an item of this kind and depth is added, made where it is not there. */
const $listFor = (item: ListItem, top: ListNode | null): { readonly top: ListNode; readonly list: ListNode } => {
  const kind = item.list === 'numbered' ? 'number' : 'bullet';
  const outer = top ?? $createListNode(kind);
  let list = outer;
  for (let depth = 0; depth < item.depth; depth += 1) {
    const last = list.getLastChild();
    const inner = last && 'getFirstChild' in last ? (last as ElementNode).getFirstChild() : null;
    if (inner?.getType() === 'list' && (inner as ListNode).getListType() === kind) list = inner as ListNode;
    else {
      const nested = $createListNode(kind);
      list.append($createListItemNode().append(nested));
      list = nested;
    }
  }
  return { top: outer, list };
};

/** Fills the editor's root with a body. The stored quotes' ranges become state on their words. */
export const $fromRelease = (body: readonly Block[], quotes: readonly StoredQuote[]): void => {
  const nodes = $nodesOfBlocks(body, quotes);
  $getRoot()
    .clear()
    .append(...(nodes.length === 0 ? [$createParagraphNode()] : nodes));
};

/** The words of some runs as nodes, to stand within a block. */
export const $nodesOfRuns = (runs: readonly Run[]): LexicalNode[] =>
  $fill($createParagraphNode(), { type: 'paragraph', runs }, []).getChildren();

/** The nodes of a body that stand below the root: of a list or a table one, whatever its items and rows. */
export const $nodesOfBlocks = (body: readonly Block[], quotes: readonly StoredQuote[] = []): ElementNode[] => {
  const nodes: ElementNode[] = [];
  const marks: readonly Mark[] = quotes.flatMap((quote) => quote.ranges.map((range) => ({ ...range, id: quote.id })));
  let top: ListNode | null = null;
  for (const [index, block] of body.entries()) {
    const own = marks.filter((mark) => mark.block === index);
    if (block.type !== 'list-item') top = null;
    switch (block.type) {
      case 'paragraph':
        nodes.push($fill($createParagraphNode(), block, own));
        break;
      case 'heading':
        nodes.push($fill($createHeadingNode(`h${block.level}`), block, own));
        break;
      case 'block-quote':
        nodes.push($fill($createQuoteNode(), block, own));
        break;
      case 'list-item': {
        const kind = block.list === 'numbered' ? 'number' : 'bullet';
        const fits: ListNode | null = block.depth > 0 || top?.getListType() === kind ? top : null;
        const found = $listFor(block, fits);
        if (found.top !== top) nodes.push(found.top);
        top = found.top;
        found.list.append($fill($createListItemNode(), block, own));
        break;
      }
      case 'image': {
        const { type: _, runs: __, ...picture } = block;
        const image = $createImageNode(picture, sourceOf($getEditor()));
        $fill($captionOf(image), block, own);
        nodes.push(image);
        break;
      }
      case 'table-caption':
        nodes.push($fill($createTableCaptionNode(), block, own));
        break;
      case 'table-row': {
        const above = body[index - 1];
        const table = nodes.at(-1);
        const goesOn = above?.type === 'table-row' && !(block.header && !above.header) && $isTableNode(table);
        const target = goesOn ? table : $createTableNode();
        if (!goesOn) nodes.push(target);
        target.append($rowOf(block, own));
        break;
      }
      default:
        unreachable(block);
    }
  }
  return nodes;
};
