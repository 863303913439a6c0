import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { TextPlace } from '../../shared/archive/places';
import type { Settled } from '../../shared/ipc/contract';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import type { People, Person } from '../../shared/people/model';
import type { TextEdit } from '../../shared/quotes/check-model';
import { offeredLanguages } from '../../shared/release/language';
import type { ReleaseId } from '../../shared/release/model';
import { whyFrozen } from '../../shared/release/states';
import { bridge } from '../bridge';
import { ChecksPanel } from './checks/ChecksPanel';
import { useChecks } from './checks/use-checks';
import { usePlaceholders } from './checks/use-placeholders';
import './editor.css';
import { EditorTools } from './EditorTools';
import { selectPlace } from './find/show-place';
import { useFindBar } from './find/use-find-bar';
import { PICK_IMAGE_COMMAND } from './images/Images';
import { PageEnd } from './PageEnd';
import { PageFields } from './PageFields';
import { type Paper, PaperDialogs } from './PaperDialogs';
import { PublicationNote } from './PublicationNote';
import { QuoteMargin } from './QuoteMargin';
import { QuotePanel } from './QuotePanel';
import { focusNext, focusRow, goToPlace } from './go-to-place';
import { hasLinkWords } from './commands';
import { quoteActions } from './quote-actions';
import { RichText } from './RichText';
import { SaveBar } from './SaveBar';
import { saveCopy } from './save-copy';
import { type SessionParts, createSession } from './session';
import { spanActions } from './span-actions';
import { StatusBar } from './StatusBar';
import { type TextDialog, TextDialogs } from './TextDialogs';
import { useAnnouncements } from './use-announcements';
import { useAcceptInView } from './use-accept-in-view';
import { useEditorKeys } from './use-editor-keys';
import { usePageLook } from './use-page-look';
import { useSide } from './use-side';
import { useSpanCommands } from './use-span-commands';
import { useHighlights } from './use-highlights';
import { useSaidBefore } from './use-said-before';
import { useDeskState } from './use-session';
import { useCurrentQuote, usePlace } from './use-place';
import { NARROW, keyNow } from './words';
import { writtenText } from './written-text';
import { refuse } from '../ui/announce';
import type { WrittenText } from '../written-text';

export type DeskProps = {
  readonly open: OpenRelease;
  /** Unset while another program writes in the newsroom: the release can be read. */
  readonly mayWrite: boolean;
  /** Set where these are recovered words that are not saved yet. */
  readonly isUnsaved: boolean;
  readonly settings: NewsroomSettings;
  readonly people: readonly Person[];
  readonly who: string;
  /** Stands between the toolbar and the page, so that focus goes toolbar, list, page, quotes, status. */
  readonly list: ReactNode;
  readonly listShown: boolean;
  /** Makes what stands beside the page in the list's place, from the text as it is being written; null for the list. */
  readonly beside: ((text: WrittenText) => ReactNode) | null;
  readonly onToggleList: () => void;
  /** A quote, a place in the text, or what follows for this release, to show at once. */
  readonly goTo: { readonly quote: string } | { readonly at: TextPlace } | { readonly next: true } | null;
  readonly onPeople: (people: People) => void;
  /** Another release is to be shown, at one of its quotes. */
  readonly onShow: (id: ReleaseId, quote: string) => void;
  /** The main process gave the release anew: its state changed, or it was published. */
  readonly onOpen: (open: OpenRelease) => void;
  readonly onSaved: SessionParts['onSaved'];
  readonly onCompare: () => void;
  readonly onHistory: () => void;
  readonly onReview: (toAgree: boolean) => void;
  readonly onRemove: () => void;
  /** The text in the newsroom is another one: the writer wants to see both. */
  readonly onChoose: () => void;
  /** Filled in with a call that saves what is typed and says what became of it: nothing leaves before it is safe. */
  readonly saveBefore: { current: (() => Promise<Settled>) | null };
};

/** The desk itself, around its editor: tools, page, quotes, status. */
export const Desk = (props: DeskProps) => {
  const { open, mayWrite, settings, people, who, list, goTo, onPeople, onOpen, onSaved } = props;
  const { release } = open;
  const frozen = whyFrozen(release) ?? (mayWrite ? null : 'This release can only be read now');
  const readOnly = frozen !== null;
  const [editor] = useLexicalComposerContext();
  const [session] = useState(() =>
    createSession({
      open,
      editor,
      context: { people, approvals: settings.approvals },
      isUnsaved: props.isUnsaved,
      save: bridge.releases.save,
      keep: bridge.recovery.keep,
      onSaved,
    }),
  );
  const state = useDeskState(session);
  const languages = offeredLanguages(settings, state.fields.language);
  const [wanted, setChosen] = useState<string | null>(goTo !== null && 'quote' in goTo ? goTo.quote : null);
  const chosen = keyNow(state.quotes, wanted);
  const {
    side,
    isShown: quotesShown,
    show,
    open: openSide,
    hide,
    toggle,
  } = useSide(editor, goTo !== null && 'quote' in goTo);
  const look = usePageLook();
  const [dialog, setDialog] = useState<TextDialog | null>(null);
  const [paper, setPaper] = useState<Paper | null>(null);
  const [active, setActive] = useState(editor);
  const place = usePlace(active);
  const current = useCurrentQuote(editor, session);

  useEffect(() => {
    session.setContext({ people, approvals: settings.approvals });
  }, [session, people, settings.approvals]);
  const { saveBefore } = props;
  useEffect(() => {
    saveBefore.current = session.bringHome;
    return () => {
      saveBefore.current = null;
    };
  }, [session, saveBefore]);
  useEffect(() => {
    editor.setEditable(!readOnly);
  }, [editor, readOnly]);
  useEffect(() => {
    return () => {
      void session.flush().finally(session.stop);
    };
  }, [session]);
  const noHeadline = release.state === 'removed' ? 'Removed release' : 'No headline yet';
  const headlineWords = state.fields.headline.trim() === '' ? noHeadline : state.fields.headline;
  const written = useMemo(() => writtenText(session, editor), [session, editor]);
  // Only the page while one writes alone; what is beside it is there again afterwards.
  const layout = look.isFocus ? ' focus' : props.beside === null ? '' : ' with-beside';
  useHighlights(editor, state.body, state.quotes, chosen ?? current);
  useAnnouncements({ editor, session, quotes: state.quotes, current });
  const said = useSaidBefore({ release: release.id, quotes: state.quotes, people, asked: current ?? chosen });

  const actions = useMemo(
    () =>
      quoteActions({
        session,
        editor,
        people,
        who,
        savePerson: async (person) => {
          const saved = await bridge.people.save(person, null);
          if (saved.ok) onPeople(saved.value);
          else refuse(saved.fault.message);
          return saved.ok;
        },
      }),
    [session, editor, people, who, onPeople],
  );

  const checks = useChecks(session);
  usePlaceholders(editor, session, checks);
  const fix = (says: string, edit: TextEdit): void => {
    const isAsChecked = checks?.of.body.blocks[edit.block] === session.state().body.blocks[edit.block];
    if (isAsChecked) actions.fix(says, edit);
    else refuse('The text has changed since; look at the checks again');
  };

  const spans = useMemo(() => spanActions({ session, editor }), [session, editor]);

  const { leaveFocus } = look;
  const choose = useCallback(
    (key: string | null): void => {
      setChosen(key);
      if (key === null) return;
      leaveFocus();
      show('quotes');
    },
    [show, leaveFocus],
  );
  const showDialog = (which: TextDialog): void => {
    if (which === 'link' && !hasLinkWords(active)) refuse('Select the words that lead there first');
    else setDialog(which);
  };
  const pickImage = (): void => void active.dispatchCommand(PICK_IMAGE_COMMAND, undefined);
  const { bar: findBar, onFind } = useFindBar({ session, body: editor, readOnly });
  useEditorKeys({
    editor,
    active,
    session,
    frozen,
    chosen: chosen ?? current,
    onChoose: choose,
    onDialog: showDialog,
    onImage: pickImage,
    onToggleSide: toggle,
    onFind,
    onLook: look.onLook,
  });
  const acceptInView = useAcceptInView({ editor, session, readOnly, actions });
  useSpanCommands({ spans, session, readOnly, chosen: chosen ?? current, onChoose: choose });
  useEffect(() => {
    if (goTo === null) return;
    if ('quote' in goTo) focusRow(goTo.quote);
    else if ('at' in goTo) goToPlace(goTo.at);
    else focusNext();
  }, [goTo]);

  const openRow = (key: string): void => {
    choose(key);
    requestAnimationFrame(() => {
      focusRow(key);
    });
  };

  return (
    <>
      <EditorTools
        {...{ release, session, mayWrite, onOpen, place, frozen, quotesShown }}
        editor={active}
        quotes={state.quotes}
        listShown={props.listShown}
        onToggleList={props.onToggleList}
        onDialog={showDialog}
        onImage={pickImage}
        onCompare={props.onCompare}
        onMediaCopy={() => setPaper({ kind: 'media' })}
        onHistory={props.onHistory}
        onReview={props.onReview}
        onRemove={props.onRemove}
        onShowQuotes={() => {
          openSide('quotes');
        }}
        onToggleQuotes={() => {
          toggle(side);
        }}
      />
      <SaveBar session={session} onCopy={() => void saveCopy(session.release())} onChoose={props.onChoose} />
      {findBar}
      <div className={`work ${quotesShown ? 'quotes-shown' : 'quotes-hidden'}${layout}`}>
        {props.beside === null ? list : props.beside(written)}
        <main className="desk" aria-label="Release" data-region="page" tabIndex={-1}>
          <h1 className="vh">{headlineWords}</h1>
          <div className="scroll">
            <PublicationNote publication={release.publication} />
            <article className="page" style={look.style} hidden={release.state === 'removed'}>
              <PageFields
                fields={state.fields}
                publication={release.publication}
                zone={settings.zone}
                languages={languages}
                readOnly={readOnly}
                isNew={!readOnly && release.headline === '' && release.body.length === 0}
                onChange={session.setFields}
              />
              <div className="body">
                <RichText
                  label="Body"
                  placeholder="Write here. Quotes are found as you type."
                  language={state.fields.language}
                  readOnly={readOnly}
                  onFocus={setActive}
                />
                <QuoteMargin
                  editor={editor}
                  body={state.body}
                  quotes={state.quotes}
                  current={chosen ?? current}
                  onOpen={openRow}
                />
              </div>
              <PageEnd
                fields={state.fields}
                release={release.id}
                notes={release.notes}
                about={settings}
                offered={settings.topics ?? []}
                readOnly={readOnly}
                onFocus={setActive}
                onChange={session.setFields}
              />
            </article>
          </div>
        </main>
        {side === 'checks' ? (
          <ChecksPanel
            {...{ checks, readOnly }}
            onFix={fix}
            onPlace={(place) => {
              if (isNarrow()) hide();
              selectPlace({ body: editor, notes: null }, place);
            }}
            onQuote={openRow}
            onBack={() => {
              openSide('quotes');
            }}
          />
        ) : (
          <QuotePanel
            {...{ state, people, chosen, readOnly, actions, spans, said, checks }}
            onFix={fix}
            onShow={props.onShow}
            onUndo={(again) => {
              editor.dispatchCommand(again ? REDO_COMMAND : UNDO_COMMAND, undefined);
            }}
            onAcceptInView={acceptInView}
            onChoose={choose}
            onPaper={setPaper}
            onBack={hide}
          />
        )}
      </div>
      <StatusBar
        mayWrite={mayWrite}
        {...{ session, release, checks }}
        zone={settings.zone}
        onChecks={() => {
          leaveFocus();
          openSide('checks');
        }}
      />
      <PaperDialogs
        {...{ paper, state, session, settings, people, readOnly, actions }}
        onPaper={setPaper}
        onChoose={openRow}
      />
      <TextDialogs
        shown={dialog}
        editor={active}
        place={place}
        language={state.fields.language}
        languages={languages}
        onClose={() => {
          setDialog(null);
        }}
      />
    </>
  );
};

const isNarrow = (): boolean => matchMedia(NARROW).matches;
