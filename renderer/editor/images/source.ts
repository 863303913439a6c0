import type { LexicalEditor } from 'lexical';
import type { ReleaseId } from '../../../shared/release/model';

const sources = new WeakMap<LexicalEditor, ReleaseId>();

/** Says whose text an editor holds: its pictures are found, and new ones kept, in that release's folder. */
export const setSource = (editor: LexicalEditor, release: ReleaseId): void => {
  sources.set(editor, release);
};

/** The release whose text an editor holds; null where none was said, as in a test without a page. */
export const sourceOf = (editor: LexicalEditor): ReleaseId | null => sources.get(editor) ?? null;
