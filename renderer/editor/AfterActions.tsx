import { type ReactNode, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/newsroom/model';
import { hasEnded } from '../../shared/release/embargo';
import type { Release } from '../../shared/release/model';
import { mayRemove } from '../../shared/removal/tombstone';
import type { Result } from '../../shared/result';
import { bridge } from '../bridge';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { ActsMenu } from './ActsMenu';
import { AddressDialog } from './AddressDialog';
import { CorrectDialog } from './CorrectDialog';
import { ReasonDialog } from './ReasonDialog';
import { ReplaceDialog } from './ReplaceDialog';

type Asked = 'correct' | 'address' | 'withdraw' | 'replace' | 'publish-change' | 'cancel-change';

export type AfterParts = {
  readonly release: Release;
  /** Asks before it is erased. */
  readonly onRemove: () => void;
  /** Saves, asks, shows what went wrong; what comes of it opens anew. Answers whether it was done. */
  readonly ask: (call: () => Promise<Result<OpenRelease, Fault>>, said: string) => Promise<boolean>;
};

/** What is done with a release after it was published: its acts for the toolbar, and the dialog that one of them asks in. */
export const useAfterActions = ({ release, onRemove, ask }: AfterParts, isTight: boolean) => {
  const [asked, setAsked] = useState<Asked | null>(null);
  /** Why a minor change was refused: it can be made a correction. */
  const [refusal, setRefusal] = useState<Fault | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  const run = (call: () => Promise<Result<OpenRelease, Fault>>, said: string): void => {
    void ask(call, said).finally(close);
  };
  /** The same from a dialog that something is typed in: it stays until that is done. */
  const runTyped = (...asked: Parameters<typeof ask>): void => {
    void ask(...asked).then((isDone) => {
      if (isDone) close();
    });
  };
  const { id, state, publication } = release;
  const isPublic = publication !== null && (state === 'published' || state === 'corrected');
  const change = publication?.change ?? null;
  const button = (words: string, onClick: () => void, primary = false) => (
    <button type="button" className={primary ? 'b p' : 'b'} onClick={onClick}>
      {words}
    </button>
  );
  const asks = (words: string, what: Asked, primary = false) => button(words, () => setAsked(what), primary);
  const remove = mayRemove(release) && button('Remove…', onRemove);
  const ends = (
    <>
      {asks('Change the address…', 'address')}
      {asks('Withdraw…', 'withdraw')}
      {asks('Replace…', 'replace')}
      {remove}
    </>
  );
  const publish = async (): Promise<Result<OpenRelease, Fault>> => {
    const answer = await bridge.releases.publishChange(id);
    setRefusal(answer.ok || answer.fault.code !== 'refused' || change?.kind !== 'minor' ? null : answer.fault);
    return answer;
  };
  const minor = () => run(() => bridge.releases.beginChange(id, { kind: 'minor', note: '' }), 'A minor change is open');
  const begins = (
    <>
      {asks('Correct…', 'correct')}
      {button('Minor change', minor)}
      {ends}
    </>
  );
  const open = (
    <>
      {change?.kind === 'minor' && asks('Make it a correction…', 'correct')}
      {asks('Give the change up…', 'cancel-change')}
      {ends}
    </>
  );
  const acts = !isPublic ? (
    remove
  ) : (
    <>
      {isTight ? (
        change === null ? (
          begins
        ) : (
          open
        )
      ) : (
        <ActsMenu label="Change">{change === null ? begins : open}</ActsMenu>
      )}
      {change !== null && asks('Publish the change…', 'publish-change', true)}
    </>
  );

  const dialog = (
    <>
      {asked === 'correct' && (
        <CorrectDialog
          fromMinor={change?.kind === 'minor'}
          onClose={close}
          onCorrect={(note, without) => {
            const change = { kind: 'corrected' as const, note, ...without };
            runTyped(() => bridge.releases.beginChange(id, change), 'A correction is open');
          }}
        />
      )}
      {asked === 'withdraw' && (
        <ReasonDialog
          title="Withdraw this release"
          label="Reason"
          hint="Readers are told it, with the day."
          missing="Write the reason: readers are told it."
          leave="Leave it as it is"
          act="Withdraw"
          onClose={close}
          onAct={(reason) => {
            runTyped(() => bridge.releases.withdraw(id, reason), 'Withdrawn');
          }}
        >
          <p>
            From the next export on its address says that it was withdrawn, and nothing of its text is public. It cannot
            be published again.
          </p>
        </ReasonDialog>
      )}
      {asked === 'replace' && (
        <ReplaceDialog
          release={id}
          onClose={close}
          onReplace={(by, reason) => {
            runTyped(() => bridge.releases.replace(id, by, reason), 'Replaced');
          }}
        />
      )}
      {asked === 'address' && publication !== null && (
        <AddressDialog
          publication={publication}
          isWaiting={
            publication.since === undefined && release.embargo !== null && !hasEnded(release.embargo, Date.now())
          }
          onClose={close}
          onChange={(words) => {
            runTyped(() => bridge.releases.changeAddress(id, words), 'The address is changed');
          }}
        />
      )}
      {asked === 'publish-change' && (
        <ChangeDialog
          title="Publish the change"
          leave="Not yet"
          act="Publish the change"
          onClose={close}
          onAct={() => {
            run(publish, 'The change is published');
          }}
        >
          {change?.kind === 'corrected' ? (
            <>
              <p>This text takes the place of the public one, with your note: “{change.note}”</p>
              <p>
                {change.withoutEarlier
                  ? 'Readers cannot read what it said before.'
                  : 'The log of corrections leads to what it said before.'}
              </p>
            </>
          ) : (
            <p>
              This text takes the place of the public one, and readers are not told. It is refused if a figure, a word
              with a capital letter or a quote is not what it was.
            </p>
          )}
        </ChangeDialog>
      )}
      {asked === 'cancel-change' && (
        <ChangeDialog
          title="Give the change up"
          leave="Go on with it"
          act="Give it up"
          onClose={close}
          onAct={() => {
            run(() => bridge.releases.cancelChange(id), 'The public text is back');
          }}
        >
          <p>The public text comes back. What you wrote stays in the history.</p>
        </ChangeDialog>
      )}
    </>
  );
  const correct = (): void => {
    setAsked('correct');
  };
  return { acts, dialog, refusal, correct };
};

type ChangeProps = {
  readonly title: string;
  readonly leave: string;
  readonly act: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onAct: () => void;
};

const ChangeDialog = ({ title, leave, act, children, onClose, onAct }: ChangeProps) => (
  <Dialog
    title={title}
    onClose={onClose}
    onSubmit={onAct}
    actions={<LeaveOrAct leave={leave} act={act} onLeave={onClose} />}
  >
    {children}
  </Dialog>
);
