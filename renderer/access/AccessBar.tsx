import type { Access } from '../../shared/newsroom/model';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { accessWords } from './words';

type Props = { readonly access: Access; readonly zone: string; readonly onTakeOver: () => void };

/** Stands over the newsroom while another program writes in it. */
export const AccessBar = ({ access, zone, onTakeOver }: Props) => {
  const said = accessWords(access, { now: new Date(), zone });
  if (said === null) return null;
  return (
    // A new alert for each new message: one whose words only change may not be read out.
    <Bar
      key={said.title}
      kind={said.kind}
      title={said.title}
      actions={<Button onClick={onTakeOver}>{said.act}</Button>}
    >
      <p>{said.text}</p>
    </Bar>
  );
};
