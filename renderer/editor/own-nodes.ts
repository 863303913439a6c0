import { NAMESPACE } from './nodes';

/** What a text of Lexical's carries on the clipboard: its nodes, with the name of the editor they came from. */
const NODES = 'application/x-lexical-editor';

/** Whether a clipboard carries nodes of ours, which go back as they are. Other programs that write with Lexical put theirs there too. */
export const hasOwnNodes = (data: Pick<DataTransfer, 'getData'>): boolean => {
  const text = data.getData(NODES);
  if (text === '') return false;
  try {
    return (JSON.parse(text) as { readonly namespace?: unknown } | null)?.namespace === NAMESPACE;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};
