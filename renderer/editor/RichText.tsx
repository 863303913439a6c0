import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { COMMAND_PRIORITY_LOW, FOCUS_COMMAND, KEY_ESCAPE_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { direction } from '../../shared/release/language';
import { isAllowedLink } from '../../shared/release/link';
import type { LanguageTag } from '../../shared/release/model';
import { registerCaretFirst } from './caret-first';
import { Images } from './images/Images';
import { registerBodyRules } from './nodes';
import { registerLanguages } from './language';
import { registerMarkdown } from './markdown';
import { registerPaste } from './paste';
import { registerTables } from './tables/rules';
import { TableTools } from './tables/TableTools';
import { registerRunningMarks } from './running-marks';
import { registerCurlyQuotes } from './typing';

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly language: LanguageTag;
  readonly readOnly: boolean;
  /** The caret came into this text. */
  readonly onFocus: (editor: LexicalEditor) => void;
};

/** A text with headings, lists, links, bold and italic: the release's body, or its notes. The editor is the one around it. */
export const RichText = ({ label, placeholder, language, readOnly, onFocus }: Props) => {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    const stops = [
      registerBodyRules(editor),
      registerCurlyQuotes(editor),
      registerPaste(editor, () => editor.getRootElement()?.lang ?? ''),
      registerMarkdown(editor),
      registerLanguages(editor),
      registerTables(editor),
      registerRunningMarks(editor),
      registerCaretFirst(editor),
      editor.registerCommand(
        FOCUS_COMMAND,
        () => {
          onFocus(editor);
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
      // Lexical would let go of the caret, and what is typed next would go nowhere.
      editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, onFocus]);
  return (
    <>
      <TableTools editor={editor} readOnly={readOnly} />
      <RichTextPlugin
        contentEditable={
          <ContentEditable
            className="text"
            ariaLabel={label}
            ariaMultiline
            aria-readonly={readOnly}
            lang={language}
            dir={direction(language)}
            spellCheck={false}
            aria-placeholder={label}
            placeholder={<div className="placeholder">{placeholder}</div>}
          />
        }
        ErrorBoundary={LexicalErrorBoundary}
      />
      <HistoryPlugin />
      <ListPlugin />
      <Images editor={editor} readOnly={readOnly} />
      <LinkPlugin validateUrl={isAllowedLink} />
    </>
  );
};
