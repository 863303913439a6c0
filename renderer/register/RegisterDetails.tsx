import type { RegisterRow } from '../../shared/newsroom/register-row';
import { countByMonth, yearsIn } from '../../shared/newsroom/register-view';
import type { Person } from '../../shared/people/model';
import { HOW_WORDS } from '../../shared/quotes/status-words';
import type { Approval, PersonId } from '../../shared/release/model';
import { Button } from '../ui/Button';
import { dayOf, fullDay } from '../ui/dates';
import { MonthChart } from './MonthChart';

type Props = {
  /** What is shown of the register. */
  readonly rows: readonly RegisterRow[];
  /** The one whose quotes these are; null: those of several, or of somebody who is not among the people. */
  readonly person: Person | null;
  readonly year: string | null;
  readonly zone: string;
  readonly onPerson: (id: PersonId) => void;
};

/** Beside the quotes: who said them, how many a month, and how they were approved. */
export const RegisterDetails = ({ rows, person, year, zone, onPerson }: Props) => {
  const now = dayOf(new Date(), zone).slice(0, 7);
  const years = yearsIn(rows);
  const shownYear = year ?? years.find((each) => each <= now.slice(0, 4)) ?? years[0] ?? null;
  const byHow = (Object.keys(HOW_WORDS) as Approval['how'][]).map(
    (how) => [HOW_WORDS[how], rows.filter((row) => row.how === how).length] as const,
  );
  const withStatus = (...wanted: readonly RegisterRow['status'][]): number =>
    rows.filter(({ status }) => wanted.includes(status)).length;
  const counts = [
    ...byHow,
    ['Waiting', withStatus('needs approval', 'changed since approval')] as const,
    ['No speaker', withStatus('no speaker')] as const,
    ['Not needed', withStatus('no approval needed')] as const,
  ].filter(([, count]) => count > 0);
  return (
    <aside className="reg-details" aria-label="About these quotes" data-region="details" tabIndex={0}>
      {person !== null && (
        <>
          <h2>{person.name}</h2>
          {person.alsoKnownAs.length > 0 && <p className="meta">Also: {person.alsoKnownAs.join(', ')}</p>}
          {person.roles.length > 0 && (
            <>
              <h3>Roles</h3>
              <ul>
                {person.roles.toReversed().map((role) => (
                  <li key={`${role.title} ${role.from ?? ''}`}>
                    {role.title}
                    <span className="meta">{rolePeriod(role)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {shownYear !== null && <MonthChart year={shownYear} counts={countByMonth(rows, shownYear)} now={now} />}
      {counts.length > 0 && (
        <>
          <h3>Approvals</h3>
          <dl>
            {counts.map(([name, count]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{count.toLocaleString('en-GB')}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {person !== null && (
        <>
          {person.approvalsContact !== '' && (
            <>
              <h3>For approval ask</h3>
              <p>{person.approvalsContact}</p>
            </>
          )}
          <div className="acts">
            <Button onClick={() => onPerson(person.id)}>Edit person…</Button>
          </div>
        </>
      )}
    </aside>
  );
};

const rolePeriod = ({ from, to }: Person['roles'][number]): string => {
  if (from === null && to === null) return 'Dates not known';
  const end = to === null ? 'now' : fullDay(to);
  return from === null ? `to ${end}` : `${fullDay(from)} to ${end}`;
};
