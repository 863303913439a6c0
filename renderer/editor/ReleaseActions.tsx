import { useEffect, useRef, useState } from 'react';
import { type Fault, fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { Quote } from '../../shared/quotes/model';
import { type Release, isEditable } from '../../shared/release/model';
import { type Result, failed } from '../../shared/result';
import { bridge } from '../bridge';
import { announce } from '../ui/announce';
import { Dialog } from '../ui/Dialog';
import { NameDialog } from '../ui/NameDialog';
import { useMedia } from '../ui/use-media';
import { ActsMenu } from './ActsMenu';
import { useAfterActions } from './AfterActions';
import { PublishDialog } from './PublishDialog';
import type { Session } from './session';

/** Nothing is done with a text that is not on the disk. */
const NOT_SAVED = fault('refused', 'The text is not saved yet');

/** Too narrow for all the acts to stand beside the tools. */
const TIGHT = '(max-width: 60rem)';

type Props = {
  readonly release: Release;
  readonly session: Session;
  /** Unset while another program writes in the newsroom. */
  readonly mayWrite: boolean;
  readonly quotes: readonly Quote[];
  readonly onOpen: (open: OpenRelease) => void;
  readonly onCompare: () => void;
  readonly onMediaCopy: () => void;
  readonly onHistory: () => void;
  /** Shows the drafts and what was said of them; with `toAgree`, what an agreement asks for. */
  readonly onReview: (toAgree: boolean) => void;
  /** Asks before it is erased. */
  readonly onRemove: () => void;
};

/** What is done with the release as a whole: name a draft, compare, send it on its way, publish. */
export const ReleaseActions = ({
  release,
  session,
  mayWrite,
  quotes,
  onOpen,
  onCompare,
  onMediaCopy,
  onHistory,
  onReview,
  onRemove,
}: Props) => {
  const [dialog, setDialog] = useState<'draft' | 'publish' | null>(null);
  const [problem, setProblem] = useState<Fault | null>(null);
  const close = (): void => {
    setDialog(null);
  };
  const isAsking = useRef(false);
  /**
   * Saves, asks, and shows what came of it; the answer is whether it was done. What is not saved is never sent on. A
   * dialog stays until then: what is typed afterwards is not in the draft that was named, or in the text that was published.
   */
  const ask = async <Value,>(
    call: () => Promise<Result<Value, Fault>>,
    then: (value: Value) => void,
  ): Promise<boolean> => {
    if (isAsking.current) return false;
    isAsking.current = true;
    try {
      const answer = (await session.flush()) ? await call() : failed(NOT_SAVED);
      setProblem(answer.ok ? null : answer.fault);
      if (answer.ok) then(answer.value);
      return answer.ok;
    } finally {
      isAsking.current = false;
    }
  };
  const move = (to: 'working' | 'in review'): void => {
    void ask(
      () => bridge.releases.setState(release.id, to),
      (open) => {
        announce(`Now ${to}`);
        onOpen(open);
      },
    );
  };
  const button = (words: string, onClick: () => void, primary = false) => (
    <button type="button" className={primary ? 'b p' : 'b'} onClick={onClick}>
      {words}
    </button>
  );
  /** The act that moves the release on: the focus waits there once it stands. */
  const next = (words: string, onClick: () => void, primary = false) => (
    <button type="button" className={primary ? 'b p' : 'b'} data-next="" onClick={onClick}>
      {words}
    </button>
  );
  const { state } = release;
  const isTight = useMedia(TIGHT);
  const after = useAfterActions(
    {
      release,
      onRemove,
      ask: (call, said) =>
        ask(call, (open) => {
          announce(said);
          onOpen(open);
        }),
    },
    isTight,
  );
  useEffect(
    () =>
      bridge.on('menu:command', (command) => {
        if (command === 'save-draft' && mayWrite && isEditable(release)) setDialog('draft');
      }),
    [release, mayWrite],
  );
  const acts = (
    <>
      {mayWrite &&
        isEditable(release) &&
        button('Name this draft…', () => {
          setDialog('draft');
        })}
      {state !== 'removed' && (
        <>
          {button('Compare…', () => void session.flush().then(onCompare))}
          {button('Remarks…', () => void session.flush().then(() => onReview(false)))}
          {button('Media copy…', onMediaCopy)}
        </>
      )}
      {button('History…', onHistory)}
      {mayWrite &&
        state === 'working' &&
        next('Send for review', () => {
          move('in review');
        })}
      {mayWrite &&
        (state === 'in review' || state === 'agreed') &&
        button('Send back', () => {
          move('working');
        })}
      {mayWrite && state === 'in review' && next('Agree…', () => void session.flush().then(() => onReview(true)))}
      {mayWrite &&
        state === 'agreed' &&
        next(
          'Publish…',
          () => {
            setDialog('publish');
          },
          true,
        )}
      {mayWrite && after.acts}
    </>
  );
  return (
    <>
      {isTight ? <ActsMenu label="Release">{acts}</ActsMenu> : acts}
      {after.dialog}
      {problem && (
        <Dialog
          title={problem.message}
          onClose={() => {
            setProblem(null);
          }}
          actions={
            <>
              {button('Back to the release', () => {
                setProblem(null);
              })}
              {problem === after.refusal &&
                button(
                  'Make it a correction…',
                  () => {
                    setProblem(null);
                    after.correct();
                  },
                  true,
                )}
            </>
          }
        >
          <p>
            {problem === NOT_SAVED
              ? 'Why is said over the page. Nothing else was changed; try again once it is saved.'
              : 'Nothing was changed. Your words are as they were.'}
          </p>
          {problem.where !== undefined && <p className="meta">{problem.where}</p>}
        </Dialog>
      )}
      {dialog === 'draft' && (
        <NameDialog
          what="draft"
          hint="For example “Draft 2, legal”. The text as it is now is kept under this name."
          onClose={close}
          onName={(name) => {
            void ask(
              () => bridge.releases.nameDraft(release.id, name),
              () => {
                announce(`Draft named: ${name}`);
              },
            ).then((isDone) => {
              if (isDone) close();
            });
          }}
        />
      )}
      {dialog === 'publish' && (
        <PublishDialog
          {...{ session, quotes }}
          onClose={close}
          onPublish={() => {
            void ask(
              () => bridge.releases.publish(release.id),
              (open) => {
                announce('Published');
                onOpen(open);
              },
            ).finally(close);
          }}
        />
      )}
    </>
  );
};
