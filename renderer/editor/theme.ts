/** The classes Lexical gives to bold, italic and lists within lists. */
export const THEME = { text: { bold: 'bold', italic: 'italic' }, list: { nested: { listitem: 'nested' } } };
