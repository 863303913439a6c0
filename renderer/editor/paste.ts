import { $isTableRowNode, $isTableSelection } from '@lexical/table';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  PASTE_TAG,
  type RangeSelection,
} from 'lexical';
import { type NotPasted, blocksOfText, readPaste } from '../../shared/import/paste';
import type { Block, LanguageTag, Run } from '../../shared/release/model';
import { blockText, runsText } from '../../shared/release/text';
import { CELL_END } from '../../shared/release/tables';
import { refuse } from '../ui/announce';
import { $blockOf } from './caret';
import { $nodesOfBlocks, $nodesOfRuns } from './from-release';
import { $isImageNode } from './images/ImageNode';
import { hasOwnNodes } from './own-nodes';
import { $isTableCaptionNode } from './tables/TableCaptionNode';

/** What a clipboard says, as blocks, and what is left out of them. */
type Pasted = { readonly blocks: readonly Block[]; readonly leftOut: readonly NotPasted[] };

/** What a clipboard says: its page if that has words, else its plain text. No blocks where it says nothing. */
export const pasted = (data: Pick<DataTransfer, 'getData'>, language: LanguageTag): Pasted => {
  const plain = data.getData('text/plain');
  const html = data.getData('text/html');
  const ofPage = html === '' ? null : readPaste(html, language);
  if (ofPage === null || ofPage.blocks.length === 0)
    return { blocks: withEnds(blocksOfText(plain), plain), leftOut: [] };
  return { ...ofPage, blocks: withEnds(ofPage.blocks, plain) };
};

const withEnds = (blocks: readonly Block[], plain: string): readonly Block[] => {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph' || others.length > 0) return blocks;
  // Words from the middle of a line come with the spaces at their ends.
  const [before, behind] = [/^[ \u00a0]/u, /[ \u00a0]$/u].map((edge): Run[] =>
    edge.test(plain) ? [{ text: ' ' }] : [],
  );
  return [{ ...first, runs: [...(before ?? []), ...first.runs, ...(behind ?? [])] }];
};

/** Of what is left out the first is told, with what it is, and how many there are. */
const notPasted = ([first, ...others]: readonly NotPasted[]): string =>
  first === undefined
    ? ''
    : `Not pasted: “${first.text.length > 60 ? `${first.text.slice(0, 60)}…` : first.text}” (${first.why.charAt(0).toLowerCase()}${first.why.slice(1)})${others.length === 0 ? '' : `, and ${others.length} more`}`;

/** Where one block alone can stand, a cell or a caption, the pasted blocks are its lines. */
const $isOneBlock = (selection: RangeSelection): boolean => {
  const block = $blockOf(selection);
  return $isTableRowNode(block) || $isImageNode(block) || $isTableCaptionNode(block);
};

const inLines = (blocks: readonly Block[]): readonly Run[] =>
  blocks.flatMap(({ runs }, index) => [
    ...(index > 0 ? [{ text: '\n' }] : []),
    ...runs.map((run) => ({ ...run, text: run.text.replaceAll(CELL_END, ' ') })),
  ]);

/** Where several cells are chosen each line goes into a row of them, and what a tab parts into its cells. */
const inRows = (blocks: readonly Block[]): string =>
  blocks.map((block) => blockText(block).replaceAll('\n', ' ')).join('\n');

/** Puts blocks in the place of the selection. */
export const $insertBlocks = (selection: RangeSelection, blocks: readonly Block[]): void => {
  const [first, ...others] = blocks;
  if (first === undefined) return;
  if ((first.type === 'paragraph' && others.length === 0) || $isOneBlock(selection)) {
    const runs = inLines(blocks);
    if (runsText(runs) !== '') selection.insertNodes($nodesOfRuns(runs));
  } else selection.insertNodes($nodesOfBlocks(blocks));
};

/**
 * What is pasted or dragged in from elsewhere becomes blocks of a release before it comes near the page: no HTML is ever put
 * in. As one step of undo. Our own nodes, and files, are taken in by others.
 */
export const registerPaste = (editor: LexicalEditor, language: () => LanguageTag): (() => void) => {
  const take = (data: DataTransfer | null): boolean => {
    if (data === null || hasOwnNodes(data)) return false;
    const { blocks, leftOut } = pasted(data, language());
    if (blocks.length === 0) return false;
    editor.update(
      () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) $insertBlocks(selection, blocks);
        else if ($isTableSelection(selection)) selection.insertRawText(inRows(blocks));
      },
      { tag: PASTE_TAG },
    );
    if (leftOut.length > 0) refuse(notPasted(leftOut));
    return true;
  };
  const stops = [
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const isTaken = take('clipboardData' in event ? event.clipboardData : null);
        if (isTaken) event.preventDefault();
        return isTaken;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (given) => typeof given !== 'string' && given.inputType === 'insertFromDrop' && take(given.dataTransfer),
      COMMAND_PRIORITY_NORMAL,
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};
