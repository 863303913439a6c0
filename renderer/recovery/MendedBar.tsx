import type { Mended } from '../../shared/newsroom/model';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { counted } from '../ui/dates';

type Props = { readonly mended: readonly Mended[]; readonly onSeen: () => void };

/** Says which releases were damaged and brought back when the newsroom was opened. */
export const MendedBar = ({ mended, onSeen }: Props) => (
  <Bar
    kind="warn"
    title={`${counted(mended.length, 'release')} could not be read and ${mended.length === 1 ? 'was' : 'were'} brought back from the history`}
    actions={<Button onClick={onSeen}>Put away</Button>}
  >
    <ul>
      {mended.map(({ where, message }) => (
        <li key={where}>
          {where}: {message}
        </li>
      ))}
    </ul>
  </Bar>
);
