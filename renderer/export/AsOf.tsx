import type { ExportReport } from '../../shared/archive/model';
import { counted, fullInstant } from '../ui/dates';
import { nextPublic } from './report';

type Props = Pick<ExportReport, 'asOf' | 'withheld'> & { readonly zone: string };

/** The instant that decides what is public, and what goes public next and when. */
export const AsOf = ({ asOf, withheld, zone }: Props) => {
  const next = nextPublic(withheld);
  const [first, ...others] = next?.releases ?? [];
  return (
    <section className="asof" aria-labelledby="as-of">
      <h2 id="as-of">Public as of</h2>
      <p className="instant">{fullInstant(asOf, zone)}</p>
      {next === null || first === undefined ? (
        <p className="meta">Nothing waits for an embargo to end.</p>
      ) : (
        <p className="meta">
          {'Goes public next, at '}
          <b>{fullInstant(next.at, zone)}</b>
          {': '}
          <span dir="auto">{first.headline === '' ? 'a release without a headline' : first.headline}</span>
          {others.length > 0 && ` and ${counted(others.length, 'other')}`}
        </p>
      )}
    </section>
  );
};
