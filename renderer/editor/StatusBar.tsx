import { Check, CircleAlert, Eye, Pencil } from 'lucide-react';
import { useMemo } from 'react';
import { readingMinutes } from '../../shared/writing/reading';
import { bodyWords } from '../../shared/release/text';
import type { Release } from '../../shared/release/model';
import { type Checks, checkWords } from './checks/use-checks';
import type { AutosaveState } from './autosave';
import { EmbargoLine } from './EmbargoLine';
import type { Session } from './session';
import { useSession } from './use-session';
import { languageName } from '../ui/language-name';
import { clockTime } from './words';

type Props = {
  readonly session: Session;
  readonly release: Release;
  readonly zone: string;
  /** Nothing is saved from here where another program writes in the newsroom. */
  readonly mayWrite: boolean;
  readonly checks: Checks | null;
  readonly onChecks: () => void;
};

const number = new Intl.NumberFormat('en-GB');

/** Six grey words at the foot: what is saved, how long it is, in which language, until when it is held. */
export const StatusBar = ({ session, release, zone, mayWrite, checks, onChecks }: Props) => {
  const state = useSession(session);
  const { blocks } = state.body;
  const words = useMemo(() => bodyWords({ body: blocks }), [blocks]);
  const minutes = readingMinutes(blocks);
  const age = checks?.age ?? null;
  const { embargo } = state.fields;
  return (
    <footer className="sb" aria-label="Status" data-region="status" tabIndex={-1}>
      <Saved save={state.save} mayWrite={mayWrite} />
      <span>
        {number.format(words)} {words === 1 ? 'word' : 'words'}
      </span>
      {minutes > 0 && <span>{minutes} min to read</span>}
      {age !== null && (
        <span title="The age at which it is read with ease, by the Flesch–Kincaid grade">Reading age {age}</span>
      )}
      <span>{languageName(state.fields.language)}</span>
      <span className="release-state">{`${release.state.slice(0, 1).toUpperCase()}${release.state.slice(1)}`}</span>
      <span className="sp" />
      {checks && (
        <button type="button" className="checks-button" aria-label={`Checks: ${checkWords(checks)}`} onClick={onChecks}>
          {checkWords(checks)}
        </button>
      )}
      {embargo && <EmbargoLine embargo={embargo} zone={zone} />}
    </footer>
  );
};

const Saved = ({ save, mayWrite }: { readonly save: AutosaveState; readonly mayWrite: boolean }) => {
  const [Icon, words] =
    save.kind === 'failed'
      ? [CircleAlert, `Not saved since ${clockTime(save.since)}`]
      : save.kind === 'saved' && !mayWrite
        ? [Eye, 'Reading only']
        : save.kind === 'saved'
          ? [Check, save.at === null ? 'Saved' : `Saved ${clockTime(save.at)}`]
          : [Pencil, 'Saving…'];
  return (
    <span className={`saved ${save.kind}`} data-save={save.kind}>
      <Icon className="i" aria-hidden="true" /> {words}
    </span>
  );
};
