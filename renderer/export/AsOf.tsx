import type { Ref } from 'react';
import { LockOpen } from 'lucide-react';
import { goingPublic, publicBy } from '../../shared/archive/going-public';
import type { ExportReport, Withheld } from '../../shared/archive/model';
import { Button } from '../ui/Button';
import { fullInstant } from '../ui/dates';
import { goingWords, withheldName } from './report';

type Props = Pick<ExportReport, 'asOf' | 'preview' | 'withheld'> & {
  /** What is withheld now, also while a preview is shown. */
  readonly now: readonly Withheld[];
  readonly zone: string;
  readonly later: Ref<HTMLButtonElement>;
  readonly onLater: () => void;
};

/** The instant that decides what is public, and what goes public next and when; of a preview, what does until then. */
export const AsOf = ({ asOf, preview, withheld, now, zone, later, onLater }: Props) => {
  const [next] = goingPublic(withheld);
  return (
    <section className="asof" aria-labelledby="as-of">
      <h2 id="as-of">{preview ? 'Preview: would be public as of' : 'Public as of'}</h2>
      <p className="instant">{fullInstant(asOf, zone)}</p>
      {preview && <PublicByThen released={publicBy(now, withheld)} zone={zone} />}
      {next === undefined ? (
        <p className="meta">{preview ? 'After that nothing waits' : 'Nothing waits'} for an embargo to end.</p>
      ) : (
        <p className="meta">
          {preview ? 'After that, at ' : 'Goes public next, at '}
          <b>{fullInstant(next.at, zone)}</b>
          {': '}
          <span dir="auto">{goingWords(next)}</span>
        </p>
      )}
      <div className="acts">
        <Button ref={later} onClick={onLater}>
          {preview ? 'Preview another moment…' : 'Preview a later moment…'}
        </Button>
      </div>
    </section>
  );
};

type ByThenProps = { readonly released: readonly Withheld[]; readonly zone: string };

const PublicByThen = ({ released, zone }: ByThenProps) => (
  <>
    <h3>Goes public by then</h3>
    {released.length === 0 ? (
      <p className="ghost">Nothing does.</p>
    ) : (
      <ul className="wh">
        {released.map((each) => (
          <li key={each.release}>
            <LockOpen className="i" aria-hidden="true" />
            <span>
              <span dir="auto">{withheldName(each)}</span>
              <span className="meta">{`At ${fullInstant(each.until ?? '', zone)}`}</span>
            </span>
          </li>
        ))}
      </ul>
    )}
  </>
);
