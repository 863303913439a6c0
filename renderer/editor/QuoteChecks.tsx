import type { TextEdit } from '../../shared/quotes/check-model';
import { excerptOf } from './checks/excerpt';
import type { Checks } from './checks/use-checks';

type Props = {
  readonly checks: Checks | null;
  readonly readOnly: boolean;
  readonly onFix: (says: string, edit: TextEdit) => void;
};

/** What may misquote somebody, below the quotes: each with where it stands and, where one thing puts it right, a key for it. */
export const QuoteChecks = ({ checks, readOnly, onFix }: Props) =>
  checks === null || checks.misquoting.length === 0 ? null : (
    <section className="checks" aria-label="Checks">
      <h3>Checks</h3>
      <ul>
        {checks.misquoting.map((finding, index) => (
          <li key={index}>
            <span className="says">{finding.message}</span>
            <q className="ex" dir="auto">
              {excerptOf(finding, checks)}
            </q>
            {!readOnly && finding.fix && <Fix fix={finding.fix} onFix={onFix} />}
          </li>
        ))}
      </ul>
    </section>
  );

type FixProps = { readonly fix: { readonly says: string; readonly edit: TextEdit }; readonly onFix: Props['onFix'] };

const Fix = ({ fix: { says, edit }, onFix }: FixProps) => (
  <button type="button" className="lk" onClick={() => onFix(says, edit)}>
    {says}
  </button>
);
