import { useEffect } from 'react';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import type { Person } from '../../shared/people/model';
import { bridge } from '../bridge';
import { CodeDialog } from './CodeDialog';
import type { QuoteActions } from './quote-actions';
import type { Session, SessionState } from './session';
import { MediaCopyDialog } from './MediaCopyDialog';
import { SheetDialog } from './SheetDialog';

/** What is open: a sheet, of one speaker where that is known, the field for a code that came back, or the media copy. */
export type Paper =
  { readonly kind: 'sheet'; readonly speaker: string | null } | { readonly kind: 'code' } | { readonly kind: 'media' };

type Props = {
  readonly paper: Paper | null;
  readonly state: SessionState;
  readonly session: Session;
  readonly settings: NewsroomSettings;
  readonly people: readonly Person[];
  readonly readOnly: boolean;
  readonly actions: QuoteActions;
  readonly onPaper: (paper: Paper | null) => void;
  readonly onChoose: (key: string) => void;
};

/** What leaves on paper: the approval sheet, the code that comes back, the media copy. Also reached from the menu. */
export const PaperDialogs = (props: Props) => {
  const { paper, state, session, settings, people, readOnly, actions, onPaper, onChoose } = props;
  useEffect(
    () =>
      bridge.on('menu:command', (command) => {
        if (command === 'media-copy') onPaper({ kind: 'media' });
        if (readOnly) return;
        if (command === 'approval-sheet') onPaper({ kind: 'sheet', speaker: null });
        else if (command === 'enter-code') onPaper({ kind: 'code' });
      }),
    [readOnly, onPaper],
  );
  const close = (): void => {
    onPaper(null);
  };
  if (paper === null) return null;
  if (paper.kind === 'sheet')
    return (
      <SheetDialog
        {...{ settings, people }}
        release={session.release()}
        quotes={state.quotes}
        speaker={paper.speaker}
        flush={session.flush}
        onClose={close}
      />
    );
  if (paper.kind === 'media')
    return <MediaCopyDialog release={session.release()} quotes={state.quotes} flush={session.flush} onClose={close} />;
  return (
    <CodeDialog
      release={session.release()}
      quotes={state.quotes}
      context={session.context()}
      actions={actions}
      onClose={close}
      onRecorded={(key) => {
        close();
        onChoose(key);
      }}
    />
  );
};
