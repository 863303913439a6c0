import type { BackupTrouble } from '../../shared/removal/model';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { troubleWords } from './words';

type Props = { readonly trouble: BackupTrouble; readonly onPutAway: () => void };

/** Says which backups may still hold a release that was removed elsewhere, and what others lost. */
export const TidiedBar = ({ trouble, onPutAway }: Props) => (
  <Bar
    kind="warn"
    title="Removed releases were erased in the backups on this computer"
    actions={<Button onClick={onPutAway}>Put away</Button>}
  >
    <TroubleLines trouble={trouble} />
  </Bar>
);

/** A line for each backup that was kept, and for each file that was lost. */
export const TroubleLines = ({ trouble }: Pick<Props, 'trouble'>) =>
  troubleWords(trouble).map((words) => <p key={words}>{words}</p>);
