import type { Access } from '../../shared/newsroom/model';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { accessWords } from './words';

type Props = {
  readonly access: Access;
  readonly zone: string;
  readonly onTakeOver: () => void;
  /** Tries again to bring an older newsroom to today's form. */
  readonly onBringUp: (withoutBackup: boolean) => void;
};

/** Stands over the newsroom while another program writes in it. */
export const AccessBar = ({ access, zone, onTakeOver, onBringUp }: Props) => {
  const said = accessWords(access, { now: new Date(), zone });
  if (said === null) return null;
  const isHindered = access.kind === 'read' && access.hindrance !== undefined;
  return (
    // A new alert for each new message: one whose words only change may not be read out.
    <Bar
      key={said.title}
      kind={said.kind}
      title={said.title}
      actions={
        said.act === null ? undefined : (
          <>
            <Button onClick={isHindered ? () => onBringUp(false) : onTakeOver}>{said.act}</Button>
            {said.otherwise !== undefined && (
              <>
                {' '}
                <Button onClick={() => onBringUp(true)}>{said.otherwise}</Button>
              </>
            )}
          </>
        )
      }
    >
      <p>{said.text}</p>
    </Bar>
  );
};
