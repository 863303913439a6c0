import type { LexicalEditor } from 'lexical';
import type { LanguageTag } from '../../shared/release/model';
import { languageName } from '../ui/language-name';
import { announce } from '../ui/announce';
import { type Place, setLink } from './commands';
import { $setLanguage } from './language';
import { LanguageDialog } from './LanguageDialog';
import { LinkDialog } from './LinkDialog';

/** What is asked about the chosen words. */
export type TextDialog = 'link' | 'language';

type Props = {
  readonly shown: TextDialog | null;
  /** The text that had the caret last, and where in it the caret is. */
  readonly editor: LexicalEditor;
  readonly place: Place;
  readonly language: LanguageTag;
  readonly languages: readonly LanguageTag[];
  readonly onClose: () => void;
};

/** The dialogs about the chosen words: where they lead, in which language they are. */
export const TextDialogs = ({ shown, editor, place, language, languages, onClose }: Props) => {
  if (shown === 'link')
    return (
      <LinkDialog
        address={place.link}
        onClose={onClose}
        onLink={(address) => {
          onClose();
          setLink(editor, address);
        }}
      />
    );
  if (shown === 'language')
    return (
      <LanguageDialog
        language={place.language}
        ofRelease={language}
        languages={languages}
        onClose={onClose}
        onSet={(tag) => {
          let isSet = false;
          editor.update(
            () => {
              isSet = $setLanguage(tag === language ? '' : tag);
            },
            { discrete: true },
          );
          if (!isSet) return false;
          onClose();
          announce(`Language: ${languageName(tag === '' ? language : tag)}`);
          return true;
        }}
      />
    );
  return null;
};
