import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { type Klass, type LexicalEditor, type LexicalNode, TextNode, createState } from 'lexical';

/** What a body is made of; paragraphs, text, line breaks and tabs come with Lexical. */
export const NODES: readonly Klass<LexicalNode>[] = [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode];

const text = { parse: (value: unknown): string => (typeof value === 'string' ? value : '') };
/** The id of the stored quote whose words these are; it travels with them through typing, splitting, cutting and undo. */
export const quoteState = createState('quote', text);
/** The language of a part, where it is not the release's. */
export const languageState = createState('language', text);
/** The look a line break had in the release, in Lexical's bits: a line break itself has none in the editor. */
export const breakFormatState = createState('breakFormat', {
  parse: (value: unknown): number => (typeof value === 'number' ? value : 0),
});

/** Lexical's bits for the only looks that a release knows. */
export const BOLD = 1;
export const ITALIC = 2;
const LINK = /^(https?:\/\/|mailto:|tel:)\S+$/i;

/** Whether an address may stand in a release. */
export const isAllowedLink = (address: string): boolean => LINK.test(address);

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
