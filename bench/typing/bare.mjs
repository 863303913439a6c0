/// <reference lib="dom" />
// The floor of `bench:typing`: Lexical by itself, with history, on the same paragraphs and nothing else.
import { registerHistory, createEmptyHistoryState } from '@lexical/history';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

const editor = createEditor({
  namespace: 'bare',
  nodes: [HeadingNode, QuoteNode],
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(document.getElementById('text'));
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
/** @type {typeof globalThis & { fill?: (paragraphs: readonly string[]) => void }} */
const page = globalThis;
page.fill = (paragraphs) => {
  editor.update(() => {
    const root = $getRoot().clear();
    for (const words of paragraphs) root.append($createParagraphNode().append($createTextNode(words)));
  });
};
