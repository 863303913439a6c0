import { Lock, LockOpen } from 'lucide-react';
import { useEffect, useReducer } from 'react';
import { hasEnded } from '../../shared/release/embargo';
import type { Embargo } from '../../shared/release/model';
import { embargoStands } from './embargo';

/** A timer holds no more than 24 days; each day it is looked at again. */
const A_DAY = 86_400_000;

/** Until when the release is held; once that has passed, since when it is not. */
export const EmbargoLine = ({ embargo, zone }: { readonly embargo: Embargo; readonly zone: string }) => {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const now = Date.now();
  const left = Date.parse(embargo.instant) - now;
  const isPast = hasEnded(embargo, now);
  useEffect(() => {
    if (isPast) return undefined;
    const timer = setTimeout(drawAgain, Math.min(left, A_DAY));
    return () => clearTimeout(timer);
  });
  const Icon = isPast ? LockOpen : Lock;
  return (
    <span className={isPast ? 'emb over' : 'emb'}>
      <Icon className="i" aria-hidden="true" /> {embargoStands(embargo, zone, now)}
    </span>
  );
};
