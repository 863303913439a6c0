import type { LexicalEditor } from 'lexical';
import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../shared/ipc/contract';
import { bridge } from '../bridge';
import { refuse } from '../ui/announce';
import { BLOCKS, type BlockName, isWrittenIn, setBlock, toggleBold, toggleItalic } from './commands';
import { INSERT_NEW_TABLE_COMMAND } from './tables/rules';
import type { Session } from './session';
import { type LookCommand, isLook } from './use-page-look';
import type { Side } from './use-side';
import type { TextDialog } from './TextDialogs';
import { isToSettle } from './words';

type Parts = {
  /** The body. */
  readonly editor: LexicalEditor;
  /** The text that had the caret last: the body or the notes. */
  readonly active: LexicalEditor;
  readonly session: Session;
  /** Why nothing is written in it now; null where one may. */
  readonly frozen: string | null;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly onDialog: (which: TextDialog) => void;
  readonly onImage: () => void;
  readonly onToggleSide: (side: Side) => void;
  readonly onFind: (command: FindCommand) => void;
  readonly onLook: (command: LookCommand) => void;
};

const FIND = ['find', 'find-next', 'find-previous', 'replace'] as const;
/** What is asked of the find bar. */
export type FindCommand = (typeof FIND)[number];
const isFind = (command: MenuCommand): command is FindCommand => FIND.some((each) => each === command);
const isBlock = (command: string): command is BlockName => command in BLOCKS;
/** What writes in the release; some of it is answered elsewhere. */
const WRITES: readonly MenuCommand[] = [
  ...(['insert-image', 'insert-table', 'use-selection', 'merge-quotes', 'split-quote'] as const),
  ...(['accept-in-view', 'approval-sheet', 'enter-code', 'save-draft'] as const),
];
/** What is done with the words at the caret, or with those that are chosen. */
const isOnWords = (command: MenuCommand): boolean =>
  isBlock(command) || ['bold', 'italic', 'link', 'language'].includes(command);

/** What keys and menu items do in the editor, and when the window is turned away from. */
export const useEditorKeys = (parts: Parts): void => {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  const { editor, session } = parts;
  useEffect(() => {
    const step = (by: 1 | -1): void => {
      const { chosen, onChoose } = latest.current;
      const all = session.state().quotes;
      const open = all.filter(isToSettle);
      if (open.length === 0) {
        refuse('No quote is left to settle');
        return;
      }
      const at = all.findIndex((quote) => quote.key === chosen);
      const next =
        by === 1
          ? (open.find((quote) => all.indexOf(quote) > at) ?? open[0])
          : (open.findLast((quote) => all.indexOf(quote) < at || at < 0) ?? open.at(-1));
      onChoose(next?.key ?? null);
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>('.qi.sel .row-button')?.focus();
      });
    };
    const onMenu = (command: MenuCommand): void => {
      const { active, frozen, onDialog, onImage, onToggleSide, onFind, onLook } = latest.current;
      if (command === 'next-quote') step(1);
      else if (command === 'previous-quote') step(-1);
      else if (command === 'toggle-quotes') onToggleSide('quotes');
      else if (command === 'toggle-checks') onToggleSide('checks');
      else if (isFind(command)) onFind(command);
      else if (isLook(command)) onLook(command);
      else if (frozen !== null) {
        if (isOnWords(command) || WRITES.includes(command)) refuse(frozen);
      } else if (isOnWords(command) && !isWrittenIn(active)) refuse('Put the caret into the text first');
      else if (command === 'bold') toggleBold(active);
      else if (command === 'italic') toggleItalic(active);
      else if (command === 'link' || command === 'language') onDialog(command);
      else if (command === 'insert-image') onImage();
      else if (command === 'insert-table') active.dispatchCommand(INSERT_NEW_TABLE_COMMAND, undefined);
      else if (isBlock(command)) setBlock(active, command);
    };
    const onKey = (event: KeyboardEvent): void => {
      const { chosen, onChoose } = latest.current;
      if (event.altKey && event.key === 'F10') document.querySelector<HTMLElement>('.tb [tabindex="0"]')?.focus();
      else if (event.altKey && event.key === 'Enter' && chosen !== null) {
        onChoose(chosen);
        requestAnimationFrame(() => {
          document.querySelector<HTMLElement>('.qi.sel .row-button')?.focus();
        });
      } else if (event.key === 'Escape' && document.activeElement?.closest('.quotes')) editor.focus();
      else return;
      event.preventDefault();
    };
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') void session.flush();
    };
    const onBlur = (): void => void session.flush();
    const stops = [
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size > 0 || dirtyLeaves.size > 0) session.bodyChanged();
      }),
      bridge.on('menu:command', onMenu),
    ];
    window.addEventListener('keydown', onKey);
    window.addEventListener('blur', onBlur);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('blur', onBlur);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [editor, session]);
};
