import { checkWorking } from '../../shared/archive/check-working';
import { stops } from '../../shared/archive/checks';
import { checkSpeakers } from '../../shared/quotes/check-speakers';
import type { Quote } from '../../shared/quotes/model';
import { hasEnded } from '../../shared/release/embargo';
import { whyNotPublish } from '../../shared/release/states';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import type { Session } from './session';
import { countWords } from './words';

type Props = {
  readonly session: Session;
  /** Those of the text, as they are found. */
  readonly quotes: readonly Quote[];
  readonly onClose: () => void;
  readonly onPublish: () => void;
};

/** Asks before a text is frozen, and says what readers would not get to see, or see as somebody else's. */
export const PublishDialog = ({ session, quotes, onClose, onPublish }: Props) => {
  const release = session.release();
  const missing = whyNotPublish(release);
  const context = session.context();
  const refused = checkWorking(release, quotes, context).filter(stops).map(messageOf);
  const given = checkSpeakers(quotes, context.people).map(messageOf);
  const isScheduled = release.embargo !== null && !hasEnded(release.embargo, Date.now());
  const hasFindings = refused.length + given.length > 0;
  return (
    <Dialog
      title="Publish this release"
      onClose={onClose}
      actions={
        <>
          <Button kind={hasFindings ? 'primary' : 'plain'} onClick={onClose}>
            Not yet
          </Button>
          {missing.length === 0 && (
            <Button kind={hasFindings ? 'plain' : 'primary'} onClick={onPublish}>
              {hasFindings ? 'Publish all the same' : 'Publish'}
            </Button>
          )}
        </>
      }
    >
      <Sentences title="Something is missing" all={missing} />
      {missing.length === 0 && (
        <>
          <p>
            Publishing freezes this text and its address, with your name and the time.{' '}
            {isScheduled
              ? 'Nothing of it is exported before the embargo ends.'
              : 'The next export puts it into the archive.'}
          </p>
          <Sentences title="The export will refuse it as it stands" all={refused} />
          <Sentences title="Readers may take it for somebody else’s words" all={given} />
          {hasFindings && <p>Checks, below the page, leads to each place.</p>}
          <p>Quotes: {countWords(quotes)}.</p>
        </>
      )}
    </Dialog>
  );
};

const messageOf = ({ message }: { readonly message: string }): string => message;

const Sentences = ({ title, all }: { readonly title: string; readonly all: readonly string[] }) =>
  all.length === 0 ? null : (
    <Bar kind="warn" title={title}>
      <ul>
        {all.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Bar>
  );
