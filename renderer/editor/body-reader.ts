import type { EditorState, LexicalEditor } from 'lexical';
import { $toBody, type Body, type ReadBlocks } from './to-release';

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

/**
 * Reads the body again and again: blocks that did not change are the same values, so that what is worked out of a block
 * can be kept by it, and the list of keys is the same while no block came, went or moved. Read twice, a state of the
 * editor gives the same body.
 */
export const createBodyReader = (editor: LexicalEditor): (() => Body) => {
  const known: ReadBlocks = new Map();
  let last: { readonly state: EditorState; readonly body: Body } | null = null;
  return () => {
    const state = editor.getEditorState();
    if (last?.state === state) return last.body;
    const body = state.read(() => $toBody(known));
    const there = new Set(body.keys);
    for (const key of known.keys()) if (!there.has(key)) known.delete(key);
    const keys = last && isSameList(last.body.keys, body.keys) ? last.body.keys : body.keys;
    last = { state, body: { ...body, keys } };
    return last.body;
  };
};

const readers = new WeakMap<LexicalEditor, () => Body>();

/** The body of an editor as it is now, read by the one reader that all who ask share. */
export const readBodyOf = (editor: LexicalEditor): Body => {
  const reader = readers.get(editor) ?? createBodyReader(editor);
  readers.set(editor, reader);
  return reader();
};
