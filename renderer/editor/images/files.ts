import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import { COMMAND_PRIORITY_HIGH, type LexicalEditor, PASTE_COMMAND } from 'lexical';
import { hasOwnNodes } from '../own-nodes';

/** How many pictures HTML shows. Read by its signs alone: nothing is made of it. */
const picturesIn = (html: string): number => html.match(/<img[\s/>]/gi)?.length ?? 0;

/** Whether HTML shows one picture and no words: a picture copied in a browser comes with such a fallback. */
const isPictureAlone = (html: string): boolean =>
  picturesIn(html) === 1 &&
  html.replace(/<!--[\s\S]*?-->|<(style|title|script)\b[\s\S]*?<\/\1>|<[^>]*>|&nbsp;/gi, '').trim() === '';

const filesOf = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])];

/**
 * Hears of files that are pasted or dropped into a text. Where words come with a file, as from a word processor that adds a
 * picture of them, the words are what was meant.
 */
export const registerFiles = (
  editor: LexicalEditor,
  onFiles: (files: readonly File[]) => void,
  onLeftOut: (pictures: number) => void,
): (() => void) => {
  const stops = [
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        onFiles(files);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = event instanceof ClipboardEvent ? event.clipboardData : null;
        if (data === null || hasOwnNodes(data)) return false;
        const files = filesOf(data);
        const html = data.getData('text/html');
        const hasWords = data.getData('text/plain').trim() !== '' || (html !== '' && !isPictureAlone(html));
        if (files.length === 0 || hasWords) {
          // Where a picture of a web page lies is not here: nothing is ever fetched.
          if (picturesIn(html) > 0) onLeftOut(picturesIn(html));
          return false;
        }
        event.preventDefault();
        onFiles(files);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};
