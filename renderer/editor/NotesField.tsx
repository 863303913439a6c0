import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import type { Block, LanguageTag, ReleaseId } from '../../shared/release/model';
import { $fromRelease } from './from-release';
import { setSource } from './images/source';
import { NAMESPACE, NODES } from './nodes';
import { RichText } from './RichText';
import { THEME } from './theme';
import { $toBody } from './to-release';

type Props = {
  /** The notes as they were opened; from then on the text is the editor's. */
  readonly first: readonly Block[];
  /** The release whose notes they are. */
  readonly release: ReleaseId;
  readonly language: LanguageTag;
  readonly readOnly: boolean;
  readonly onFocus: (editor: LexicalEditor) => void;
  readonly onChange: (notes: readonly Block[]) => void;
};

/** Notes to editors: a text of its own below the body, written with the same tools. */
export const NotesField = ({ release, first, readOnly, onChange, ...rest }: Props) => (
  <LexicalComposer
    initialConfig={{
      namespace: NAMESPACE,
      nodes: NODES,
      theme: THEME,
      editable: !readOnly,
      editorState: (editor) => {
        setSource(editor, release);
        $fromRelease(first, []);
      },
      onError: (error) => {
        throw error;
      },
    }}
  >
    <div className="body notes">
      <RichText
        label="Notes to editors"
        placeholder="Background for journalists; on the website, Background."
        {...{ readOnly, ...rest }}
      />
    </div>
    <Changes onChange={onChange} />
  </LexicalComposer>
);

const Changes = ({ onChange }: Pick<Props, 'onChange'>) => {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size > 0 || dirtyLeaves.size > 0) onChange(editorState.read($toBody).blocks);
      }),
    [editor, onChange],
  );
  return null;
};
