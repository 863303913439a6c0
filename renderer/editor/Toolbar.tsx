import {
  Bold,
  ChevronLeft,
  ImagePlus,
  Italic,
  Languages,
  Link,
  List,
  ListOrdered,
  PanelLeft,
  Redo2,
  Table,
  Undo2,
} from 'lucide-react';
import {
  COMMAND_PRIORITY_LOW,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { refuse } from '../ui/announce';
import type { TextDialog } from './TextDialogs';
import { INSERT_NEW_TABLE_COMMAND } from './tables/rules';
import { BLOCKS, type BlockName, type Place, setBlock, toggleBold, toggleItalic } from './commands';

type Props = {
  readonly editor: LexicalEditor;
  readonly place: Place;
  /** Why nothing is written in it now; null where one may. */
  readonly frozen: string | null;
  readonly listShown: boolean;
  readonly onToggleList: () => void;
  readonly onDialog: (which: TextDialog) => void;
  readonly onImage: () => void;
  /** What can be done with the release as a whole. */
  readonly children: ReactNode;
};

/** The toolbar's own stops: a dialog that one of them opened has an order of its own. */
const stops = (toolbar: HTMLElement): HTMLElement[] =>
  [...toolbar.querySelectorAll<HTMLElement>('button, select')].filter(
    (stop) => stop.offsetParent !== null && stop.closest('dialog') === null,
  );

/** One stop for Tab, arrows within (WAI-ARIA toolbar pattern): Alt F10 comes here, Escape goes back to the text. */
export const Toolbar = ({ editor, place, frozen, listShown, onToggleList, onDialog, onImage, children }: Props) => {
  const toolbar = useRef<HTMLDivElement>(null);
  const { canUndo, canRedo } = useUndo(editor);
  const readOnly = frozen !== null;

  useEffect(() => {
    const all = toolbar.current ? stops(toolbar.current) : [];
    const current = all.find((stop) => stop.tabIndex === 0) ?? all[0];
    for (const stop of all) stop.tabIndex = stop === current ? 0 : -1;
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') {
      editor.focus();
      return;
    }
    const all = stops(event.currentTarget);
    const at = all.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    for (const stop of all) stop.tabIndex = stop === next ? 0 : -1;
    next?.focus();
  };

  const tool = (name: string, icon: ReactNode, act: () => void, pressed?: boolean, off = readOnly, kind = '') => (
    <button
      type="button"
      className={`b g ${kind}${pressed ? ' on' : ''}`}
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      aria-disabled={off}
      onClick={() => {
        if (frozen !== null) refuse(frozen);
        else if (!off) act();
      }}
    >
      {icon}
    </button>
  );

  return (
    <header>
      {/* The toolbar itself takes keys that move between its stops; each stop is a control of its own. */}
      <div
        className="tb"
        role="toolbar"
        tabIndex={-1}
        aria-label="Release"
        data-region="toolbar"
        ref={toolbar}
        onKeyDown={onKeyDown}
      >
        <button
          type="button"
          className="b g"
          aria-label={listShown ? 'Hide the list' : 'Show the list'}
          onClick={onToggleList}
        >
          <PanelLeft className="i wide-only" aria-hidden="true" />
          <span className="narrow-only">
            <ChevronLeft className="i" aria-hidden="true" /> List
          </span>
        </button>
        <span className="v" />
        <select
          aria-label="Kind of block"
          className="block-kind"
          value={place.block}
          aria-disabled={readOnly}
          onChange={(event) => {
            if (frozen !== null) refuse(frozen);
            else setBlock(editor, event.target.value as BlockName);
          }}
        >
          {Object.entries(BLOCKS).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
        {tool('Bold', <Bold className="i" />, () => toggleBold(editor), place.bold)}
        {tool('Italic', <Italic className="i" />, () => toggleItalic(editor), place.italic)}
        {tool(
          'Bulleted list',
          <List className="i" />,
          () => setBlock(editor, place.block === 'bulleted-list' ? 'paragraph' : 'bulleted-list'),
          place.block === 'bulleted-list',
          readOnly,
          'roomy',
        )}
        {tool(
          'Numbered list',
          <ListOrdered className="i" />,
          () => setBlock(editor, place.block === 'numbered-list' ? 'paragraph' : 'numbered-list'),
          place.block === 'numbered-list',
          readOnly,
          'roomy',
        )}
        {tool('Link', <Link className="i" />, () => onDialog('link'), place.link !== '')}
        {tool(
          'Language of the words…',
          <Languages className="i" />,
          () => onDialog('language'),
          place.language !== '',
          readOnly,
          'roomy',
        )}
        {tool('Insert an image…', <ImagePlus className="i" />, onImage, undefined, readOnly, 'roomy')}
        {tool(
          'Insert a table',
          <Table className="i" />,
          () => editor.dispatchCommand(INSERT_NEW_TABLE_COMMAND, undefined),
          undefined,
          readOnly,
          'roomy',
        )}
        <span className="v roomy" />
        {tool(
          'Undo',
          <Undo2 className="i" />,
          () => editor.dispatchCommand(UNDO_COMMAND, undefined),
          undefined,
          readOnly || !canUndo,
          'roomy',
        )}
        {tool(
          'Redo',
          <Redo2 className="i" />,
          () => editor.dispatchCommand(REDO_COMMAND, undefined),
          undefined,
          readOnly || !canRedo,
          'roomy',
        )}
        <div className="release-acts">{children}</div>
      </div>
    </header>
  );
};

const useUndo = (editor: LexicalEditor): { readonly canUndo: boolean; readonly canRedo: boolean } => {
  const [canUndo, setCanUndo] = useState(false);
  const [canRedo, setCanRedo] = useState(false);
  useEffect(() => {
    const listen = (command: typeof CAN_UNDO_COMMAND, set: (can: boolean) => void): (() => void) =>
      editor.registerCommand(
        command,
        (can) => {
          set(can);
          return false;
        },
        COMMAND_PRIORITY_LOW,
      );
    const stop = [listen(CAN_UNDO_COMMAND, setCanUndo), listen(CAN_REDO_COMMAND, setCanRedo)];
    return () => {
      for (const each of stop) each();
    };
  }, [editor]);
  return { canUndo, canRedo };
};
