import { useEffect, useMemo, useState } from 'react';
import { diffWords } from '../../shared/compare/words';
import type { ResolveContext } from '../../shared/quotes/resolve';
import type { Release } from '../../shared/release/model';
import type { Quote } from '../../shared/quotes/model';
import { type OldWording, answerCode, quoteOfWording } from '../../shared/sheets/enter';
import { nameAndRole } from '../../shared/sheets/words';
import { bridge } from '../bridge';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ProblemNote } from '../ui/ProblemNote';
import { TextField } from '../ui/TextField';
import { announce } from '../ui/announce';
import { instantAt, wallClock } from '../ui/instants';
import { BesideNow } from './BesideNow';
import type { QuoteActions } from './quote-actions';
import { WhenField } from './WhenField';
import { useSheets } from './use-sheets';
import { dayAndTime } from './words';

type Props = {
  readonly release: Pick<Release, 'id'>;
  readonly quotes: readonly Quote[];
  readonly context: ResolveContext;
  readonly actions: QuoteActions;
  readonly onClose: () => void;
  /** The quote for which an approval was recorded. */
  readonly onRecorded: (key: string) => void;
};

/** Takes a code that came back from a sheet: finds its quote and records the approval, or says why it does not. */
export const CodeDialog = ({ release, quotes, context, actions, onClose, onRecorded }: Props) => {
  const sheets = useSheets(release.id);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [code, setCode] = useState('');
  const [by, setBy] = useState<string | null>(null);
  const [when, setWhen] = useState(() => wallClock(Date.now(), zone));
  const [problem, setProblem] = useState('');
  const known = useMemo(() => (sheets !== null && 'code' in sheets ? [] : (sheets ?? [])), [sheets]);
  const answer = useMemo(
    () => answerCode(code, { release: release.id, quotes, sheets: known }),
    [code, release.id, quotes, known],
  );
  const found = answer.kind === 'found' ? answer.quotes : [];
  const speaker = found[0]?.stored?.speaker ?? null;
  const approvedBy = by ?? speaker?.name ?? '';
  const isLong = code.replace(/[^\p{L}\p{N}]/gu, '').length >= 6;

  const submit = (): void => {
    if (answer.kind !== 'found') {
      setProblem(isLong || code === '' ? '' : 'A code has six signs or more.');
      announce(REFUSED[answer.kind], true);
      return;
    }
    const at = instantAt(when, zone);
    if (!at.ok) setProblem(at.fault);
    else if (approvedBy.trim() === '') setProblem('Say who approved the words.');
    else {
      for (const quote of found)
        actions.approve(quote, { approvedBy: approvedBy.trim(), how: 'paper code', at: at.value.instant });
      onRecorded(found[0]?.key ?? '');
    }
  };

  return (
    <Dialog
      title="Enter a code"
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Record nothing</Button>
          <button type="submit" className="b p" aria-disabled={answer.kind !== 'found' || undefined}>
            Record approval
          </button>
        </>
      }
    >
      <TextField
        label="Code"
        value={code}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        hint="As it stands on the sheet. Spaces, dashes and small letters do not matter."
        fault={isLong && answer.kind !== 'found' ? REFUSED[answer.kind] : ''}
        onChange={(value) => {
          setCode(value);
          setProblem('');
        }}
      />
      {sheets !== null && 'code' in sheets && <p className="problem">{sheets.message}</p>}
      <div role="status" className="code-answer">
        {answer.kind === 'found' && speaker !== null && (
          <>
            <p>
              The approval binds exactly these words, said by{' '}
              {nameAndRole({ speaker: speaker.name, role: speaker.role })}:
            </p>
            <blockquote className="bound-words" dir="auto">
              {found[0]?.words}
            </blockquote>
          </>
        )}
        {answer.kind === 'outdated' && (
          <Outdated {...{ release, context }} issued={answer.issued} quote={answer.quote} />
        )}
      </div>
      {answer.kind === 'found' && (
        <>
          <TextField label="Approved by" value={approvedBy} onChange={setBy} required hint="A code does not say who." />
          <WhenField value={when} onChange={setWhen} />
        </>
      )}
      {problem !== '' && <ProblemNote>{problem}</ProblemNote>}
    </Dialog>
  );
};

const REFUSED = {
  malformed: 'This is not a code. Codes have six signs or more, letters and digits, and never the letter U.',
  unknown: 'No quote of this release has this code, and none had it. Look at the sheet again.',
  ambiguous: 'Two wordings share these signs, so it cannot be said which was approved. Issue a new sheet.',
  outdated: 'This code is of older words, so it approves nothing.',
} as const;

/** The words on the sheet beside those that stand there now. */
const Outdated = ({
  release,
  context,
  issued,
  quote,
}: Pick<Props, 'release' | 'context'> & { readonly issued: OldWording; readonly quote: Quote | null }) => {
  const [old, setOld] = useState<Quote | 'none' | null>(null);
  const { object, digest } = issued;
  useEffect(() => {
    let isHere = true;
    void bridge.releases.version(release.id, object).then((answer) => {
      if (isHere) setOld((answer.ok ? quoteOfWording(answer.value, digest, context) : null) ?? 'none');
    });
    return () => {
      isHere = false;
    };
  }, [release.id, object, digest, context]);
  if (old === null) return null;
  const on = `On the sheet of ${dayAndTime(issued.at)}`;
  if (old === 'none') return <p>{on} the quote had other words, which the history no longer has.</p>;
  const before = old.stored?.speaker;
  const now = quote?.stored?.speaker;
  const named = (each: typeof before): string =>
    each ? nameAndRole({ speaker: each.name, role: each.role }) : 'Nobody';
  if (!quote)
    return (
      <>
        <p>{on} stood these words. They are no longer in the release.</p>
        <blockquote className="bound-words" dir="auto">
          {old.words}
        </blockquote>
      </>
    );
  return (
    <BesideNow
      before={{ title: on, who: named(before) }}
      now={{ title: 'Now', who: named(now) }}
      words={diffWords(old.words, quote.words)}
    />
  );
};
