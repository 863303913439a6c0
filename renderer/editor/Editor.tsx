import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { isEditable } from '../../shared/release/model';
import { Desk, type DeskProps } from './Desk';
import { $fromRelease } from './from-release';
import { setSource } from './images/source';
import { NAMESPACE, NODES } from './nodes';
import { THEME } from './theme';

/** The desk on which one release is written. Keyed by release: another release is another desk. */
export const Editor = (props: DeskProps) => {
  const { release } = props.open;
  return (
    <LexicalComposer
      initialConfig={{
        namespace: NAMESPACE,
        nodes: NODES,
        theme: THEME,
        editable: isEditable(release) && props.mayWrite,
        editorState: (editor) => {
          setSource(editor, release.id);
          $fromRelease(release.body, release.quotes);
        },
        onError: (error) => {
          throw error;
        },
      }}
    >
      <Desk {...props} />
    </LexicalComposer>
  );
};
