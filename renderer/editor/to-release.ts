import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableRowNode,
} from '@lexical/table';
import {
  $getRoot,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import { isAllowedLink } from '../../shared/release/link';
import { DEEPEST_ITEM, type Block, type Range, type Run } from '../../shared/release/model';
import { CELL_END } from '../../shared/release/tables';
import { joinRuns } from '../../shared/release/text';
import { $isImageNode } from './images/ImageNode';
import { $isTableCaptionNode } from './tables/TableCaptionNode';
import { BETWEEN, BOLD, ITALIC, breakFormatState, languageState, quoteState } from './nodes';

/** The body as it stands in the editor. */
export type Body = {
  readonly blocks: readonly Block[];
  /** The Lexical key of each block's element, in the order of `blocks`. */
  readonly keys: readonly string[];
  /** Where the words of each stored quote lie now, by its id. */
  readonly marks: ReadonlyMap<string, readonly Range[]>;
};

type Leaf = { readonly node: LexicalNode; readonly link: string };

/** The leaves of a block in order with the link around each; lists within are left to their own blocks. */
const $leaves = (element: ElementNode, link = ''): Leaf[] =>
  element.getChildren().flatMap((node) => {
    if ($isListNode(node)) return [];
    if ($isLinkNode(node)) return $leaves(node, isAllowedLink(node.getURL()) ? node.getURL() : '');
    return $isElementNode(node) ? $leaves(node, link) : [{ node, link }];
  });

/** The text on either side of a line break, past other line breaks. */
const $wordsBeside = (
  leaves: readonly Leaf[],
  index: number,
): readonly [TextNode | undefined, TextNode | undefined] => {
  const texts = leaves.map(({ node }) => ($isTextNode(node) ? node : undefined));
  return [texts.slice(0, index).findLast($isTextNode), texts.slice(index + 1).find($isTextNode)];
};

/**
 * The look of a leaf in Lexical's bits. A line break takes what the words on its two sides agree on (words on one side
 * alone decide); where they differ it keeps the look it came with.
 */
const $formatOf = (leaves: readonly Leaf[], index: number): number => {
  const node = leaves[index]?.node;
  if ($isTextNode(node)) return node.getFormat();
  const [before, after] = $wordsBeside(leaves, index);
  const came = node ? $getState(node, breakFormatState) : 0;
  const left = (before ?? after)?.getFormat() ?? came;
  const right = (after ?? before)?.getFormat() ?? came;
  return (left & right) | (came & (left ^ right));
};

/**
 * The quote to which a leaf belongs. What was typed over words within a quote, or a line break there, carries no mark: it
 * is the quote's that stands on both sides of it. Between the parts of a split quote, “Yes,” she said, “now”, it is not.
 */
const $quoteOf = (leaves: readonly Leaf[], index: number): string => {
  const mark = $markAt(leaves, index);
  return mark === BETWEEN ? '' : mark;
};

const $markAt = (leaves: readonly Leaf[], index: number): string => {
  const own = $markOf(leaves[index]);
  if (own !== '') return own;
  const before = leaves.slice(0, index).findLast((leaf) => $markOf(leaf) !== '');
  const after = leaves.slice(index + 1).find((leaf) => $markOf(leaf) !== '');
  if (!before || !after || $markOf(before) !== $markOf(after)) return '';
  const isSplit = /[”"’'»]$/u.test(before.node.getTextContent()) && /^[“"‘'«]/u.test(after.node.getTextContent());
  return isSplit ? '' : $markOf(before);
};

const $markOf = (leaf: Leaf | undefined): string => (leaf ? $getState(leaf.node, quoteState) : '');

const $runOf = ({ node, link }: Leaf, format: number): Run | null => {
  const text = $isLineBreakNode(node) ? '\n' : node.getTextContent();
  if (text === '') return null;
  const language = $getState(node, languageState);
  return {
    text,
    ...((format & BOLD) === 0 ? {} : { bold: true }),
    ...((format & ITALIC) === 0 ? {} : { italic: true }),
    ...(link === '' ? {} : { link }),
    ...(language === '' ? {} : { language }),
  };
};

type Shape = Block extends infer Each ? (Each extends Block ? Omit<Each, 'runs'> : never) : never;
type Found = { readonly element: ElementNode; readonly shape: Shape };

const $listItems = (list: ListNode, depth: number): Found[] =>
  list.getChildren().flatMap((item): Found[] => {
    if (!$isListItemNode(item)) return [];
    const inner = item.getChildren().filter($isListNode);
    const kind = list.getListType() === 'number' ? 'numbered' : 'bulleted';
    const own: Found = {
      element: item,
      shape: { type: 'list-item', list: kind, depth: Math.min(depth, DEEPEST_ITEM) },
    };
    const hasWords = inner.length === 0 || $leaves(item).length > 0;
    return [...(hasWords ? [own] : []), ...inner.flatMap((each) => $listItems(each, depth + 1))];
  });

/** What a row is, by what its cells head. */
const $rowShape = (row: TableRowNode): Extract<Shape, { readonly type: 'table-row' }> => {
  const cells = row.getChildren().filter($isTableCellNode);
  return {
    type: 'table-row',
    ...(cells.length > 0 && cells.every((cell) => cell.hasHeaderState(TableCellHeaderStates.ROW))
      ? { header: true }
      : {}),
    ...(cells[0]?.hasHeaderState(TableCellHeaderStates.COLUMN) ? { rowHeader: true } : {}),
  };
};

const LEVELS = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 } as const;

const $blockElements = (): Found[] =>
  $getRoot()
    .getChildren()
    .flatMap((node): Found[] => {
      if ($isListNode(node)) return $listItems(node, 0);
      if (!$isElementNode(node)) return [];
      if ($isTableNode(node))
        return node
          .getChildren()
          .filter($isTableRowNode)
          .map((row) => ({ element: row, shape: $rowShape(row) }));
      if ($isTableCaptionNode(node)) return [{ element: node, shape: { type: 'table-caption' } }];
      if ($isImageNode(node)) return [{ element: node, shape: { type: 'image', ...node.getPicture() } }];
      if ($isHeadingNode(node)) return [{ element: node, shape: { type: 'heading', level: LEVELS[node.getTag()] } }];
      return [{ element: node, shape: { type: $isQuoteNode(node) ? 'block-quote' : 'paragraph' } }];
    });

/** The words of one block's element: its runs, and where in its text the words of stored quotes lie. */
type Words = { readonly runs: readonly Run[]; readonly marks: ReadonlyMap<string, readonly Range[]> };

/** What was read of one element last, and the nodes it was read from. Its marks' ranges are in block 0. */
type ReadBlock = { readonly block: Block; readonly marks: Words['marks']; readonly from: readonly LexicalNode[] };

/** What was read before, by the element's key. */
export type ReadBlocks = Map<string, ReadBlock>;

/** Every node of a block, its lists left out. A node that changes becomes another value. */
const $nodesIn = (element: ElementNode): LexicalNode[] =>
  element
    .getChildren()
    .flatMap((node) => ($isListNode(node) ? [] : $isElementNode(node) ? [node, ...$nodesIn(node)] : [node]));

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

const $wordsOf = (element: ElementNode): Words => {
  const marks = new Map<string, Range[]>();
  let offset = 0;
  const runs: Run[] = [];
  const cells = $isTableRowNode(element) ? element.getChildren().filter($isElementNode) : [element];
  for (const [column, cell] of cells.entries()) {
    if (column > 0) {
      runs.push({ text: CELL_END });
      offset += CELL_END.length;
    }
    const leaves = $leaves(cell);
    for (const [index, leaf] of leaves.entries()) {
      const run = $runOf(leaf, $formatOf(leaves, index));
      if (!run) continue;
      const end = offset + run.text.length;
      const quote = $quoteOf(leaves, index);
      if (quote !== '') addRange(marks, quote, { block: 0, start: offset, end });
      runs.push(run);
      offset = end;
    }
  }
  return { runs: joinRuns(runs), marks };
};

const isSameShape = (one: Shape, other: Shape): boolean => {
  const [a, b] = [Object.entries(one), other as Readonly<Record<string, unknown>>];
  return a.every(([key, value]) => b[key] === value) && Object.keys(other).every((key) => key in one || key === 'runs');
};

/** What an element says now: the same value as before where nothing of it changed. */
const $readBlock = ({ element, shape }: Found, known: ReadBlock | undefined): ReadBlock => {
  const from = $nodesIn(element);
  const isRead = known !== undefined && isSameList(known.from, from);
  if (isRead && isSameShape(shape, known.block)) return known;
  const { runs, marks } = isRead ? { runs: known.block.runs, marks: known.marks } : $wordsOf(element);
  return { block: { ...shape, runs }, marks, from };
};

/**
 * Reads the body out of the editor; pure within Lexical's read but for `known`, where it puts what it read: of a state
 * that is committed, a block that has not changed since is the same value. A single empty paragraph is an empty body.
 */
export const $toBody = (known: ReadBlocks = new Map<string, ReadBlock>()): Body => {
  const found = $blockElements();
  const marks = new Map<string, Range[]>();
  const read = found.map((each, index): ReadBlock => {
    const key = each.element.getKey();
    const now = $readBlock(each, known.get(key));
    known.set(key, now);
    for (const [id, ranges] of now.marks) for (const range of ranges) addRange(marks, id, { ...range, block: index });
    return now;
  });
  const blocks = read.map(({ block }) => block);
  const [first] = blocks;
  const isEmpty = blocks.length === 1 && first?.type === 'paragraph' && first.runs.length === 0;
  return { blocks: isEmpty ? [] : blocks, keys: found.map(({ element }) => element.getKey()), marks };
};

const addRange = (marks: Map<string, Range[]>, id: string, range: Range): void => {
  const ranges = marks.get(id) ?? [];
  const last = ranges.at(-1);
  if (last && last.block === range.block && last.end === range.start)
    ranges[ranges.length - 1] = { ...last, end: range.end };
  else ranges.push(range);
  marks.set(id, ranges);
};
