import type { RemovalReport } from '../../shared/removal/model';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { counted } from '../ui/dates';
import { TroubleLines } from './TidiedBar';
import { placeWords, reportTitle } from './words';

type Props = { readonly report: RemovalReport; readonly onPutAway: () => void };

/** So many places are named; of more the number is said. */
const NAMED = 5;

/** What came of removing a release: how many files were searched, and where words of it still stand. */
export const RemovalBar = ({ report, onPutAway }: Props) => {
  const { found, unread, backups, kept } = report;
  const places = [...found.map(placeWords), ...unread.map((path) => `${path}, which could not be read`)];
  return (
    <Bar
      kind={found.length > 0 ? 'stop' : unread.length + kept.length > 0 ? 'warn' : 'fine'}
      title={reportTitle(report)}
      actions={<Button onClick={onPutAway}>Put away</Button>}
    >
      {places.length > 0 && (
        <>
          <ul>
            {places.slice(0, NAMED).map((place) => (
              <li key={place}>{place}</li>
            ))}
            {places.length > NAMED && <li>And {(places.length - NAMED).toLocaleString('en-GB')} more.</li>}
          </ul>
          <p>Standfirst did not make these as they are, and left them. Look at them, and delete what is not to stay.</p>
        </>
      )}
      {backups > 0 && <p>{counted(backups, 'backup')} written anew without it.</p>}
      <TroubleLines trouble={report} />
      <p>
        Not within reach: bundles exported before, backups of the system such as Time Machine, sync services, emails.
      </p>
    </Bar>
  );
};
