import type { ReactNode } from 'react';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import './bar.css';

type Props = {
  readonly kind: 'stop' | 'warn' | 'fine';
  /** What happened, in a sentence without a full stop. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The ways on. */
  readonly actions?: ReactNode;
};

/** A message over the work. `stop` is read out at once, the others politely. */
export const Bar = ({ kind, title, children, actions }: Props) => {
  const Icon = kind === 'fine' ? CircleCheck : TriangleAlert;
  return (
    <div className={`bar ${kind}`} role={kind === 'stop' ? 'alert' : 'status'}>
      <Icon className="i" aria-hidden="true" />
      <div>
        <b>{title}</b>
        {children}
      </div>
      {actions !== undefined && <div className="acts">{actions}</div>}
    </div>
  );
};
