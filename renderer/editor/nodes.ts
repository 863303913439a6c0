import { LinkNode } from '@lexical/link';
import { $isListNode, ListItemNode, ListNode } from '@lexical/list';
import { $createQuoteNode, $isQuoteNode, HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $isElementNode,
  $isParagraphNode,
  type ElementNode,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  ParagraphNode,
  TextNode,
  createState,
} from 'lexical';
import { isAllowedLink } from '../../shared/release/link';
import { ImageNode } from './images/ImageNode';
import { $topOf } from './images/insert';
import { TableCaptionNode } from './tables/TableCaptionNode';

/** What body and notes are called on the clipboard: one name, so that what is cut out of one goes whole into the other. */
export const NAMESPACE = 'standfirst';

/** What a body is made of; paragraphs, text, line breaks and tabs come with Lexical. */
export const NODES: readonly Klass<LexicalNode>[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  ImageNode,
  TableCaptionNode,
  TableNode,
  TableRowNode,
  TableCellNode,
];

const text = { parse: (value: unknown): string => (typeof value === 'string' ? value : '') };
/** The id of the stored quote whose words these are; it travels with them through typing, splitting, cutting and undo. */
export const quoteState = createState('quote', text);
/** In the place of such an id: the words stand between two parts of a quote and are nobody's, whoever's stand on both sides. */
export const BETWEEN = '-';
/** The language of a part, where it is not the release's. */
export const languageState = createState('language', text);
/** The look a line break had in the release, in Lexical's bits: a line break itself has none in the editor. */
export const breakFormatState = createState('breakFormat', {
  parse: (value: unknown): number => (typeof value === 'number' ? value : 0),
});

/** Lexical's bits for the only looks that a release knows. */
export const BOLD = 1;
export const ITALIC = 2;
const $isBlock = (node: LexicalNode): node is ElementNode => $isElementNode(node) && !node.isInline();

/** A release has no blocks within blocks: those in a pasted block quote, heading or paragraph come out behind one another. */
const $unnest = (node: ElementNode): void => {
  const children = node.getChildren();
  if (!children.some($isBlock)) return;
  const $another = (): ElementNode => ($isQuoteNode(node) ? $createQuoteNode() : $createParagraphNode());
  let last: LexicalNode = node;
  let words: ElementNode | null = null;
  const put = (block: ElementNode): void => {
    last.insertAfter(block);
    last = block;
  };
  for (const child of children) {
    if ($isBlock(child)) {
      words = null;
      if ($isParagraphNode(child)) {
        put($another().append(...child.getChildren()));
        child.remove();
      } else put(child);
    } else {
      if (!words) put((words = $another()));
      words.append(child);
    }
  }
  node.remove();
};

/** Headings and block quotes within an item of a list become its lines; lists within it stay. A table goes behind the list. */
const $joinLines = (item: ListItemNode): void => {
  for (const child of item.getChildren()) {
    if (!$isBlock(child) || $isListNode(child)) continue;
    if (child.isShadowRoot()) {
      $topOf(item)?.insertAfter(child);
      continue;
    }
    const next = child.getNextSibling();
    if (child.getPreviousSibling()) child.insertBefore($createLineBreakNode());
    if (next && !$isBlock(next)) next.insertBefore($createLineBreakNode());
    for (const words of child.getChildren()) child.insertBefore(words);
    child.remove();
  }
};

/** Keeps the body to what a release can hold, whatever was pasted: no colours, fonts or other looks. */
export const registerBodyRules = (editor: LexicalEditor): (() => void) => {
  const undo = [
    editor.registerNodeTransform(TextNode, (node) => {
      if (node.getStyle() !== '') node.setStyle('');
      const format = node.getFormat();
      if ((format & ~(BOLD | ITALIC)) !== 0) node.setFormat(format & (BOLD | ITALIC));
    }),
    editor.registerNodeTransform(HeadingNode, (node) => {
      const tag = node.getTag();
      if (tag === 'h1') node.setTag('h2');
      else if (tag === 'h5' || tag === 'h6') node.setTag('h4');
    }),
    editor.registerNodeTransform(QuoteNode, $unnest),
    editor.registerNodeTransform(HeadingNode, $unnest),
    editor.registerNodeTransform(ParagraphNode, $unnest),
    editor.registerNodeTransform(ListItemNode, $joinLines),
    editor.registerNodeTransform(LinkNode, (node) => {
      if (isAllowedLink(node.getURL())) return;
      for (const child of node.getChildren()) node.insertBefore(child);
      node.remove();
    }),
  ];
  return () => {
    for (const each of undo) each();
  };
};
