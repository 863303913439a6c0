import { Lock, LockOpen } from 'lucide-react';
import { useEffect, useReducer } from 'react';
import type { Embargo } from '../../shared/release/model';
import { embargoWords } from './embargo';

/** A timer holds no more than 24 days; each day it is looked at again. */
const A_DAY = 86_400_000;

/** Until when the release is held; once that has passed, since when it is not. */
export const EmbargoLine = ({ embargo, zone }: { readonly embargo: Embargo; readonly zone: string }) => {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const left = Date.parse(embargo.instant) - Date.now();
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) return undefined;
    const timer = setTimeout(drawAgain, Math.min(left, A_DAY));
    return () => clearTimeout(timer);
  });
  const Icon = isOver ? LockOpen : Lock;
  return (
    <span className={isOver ? 'emb over' : 'emb'}>
      <Icon className="i" aria-hidden="true" /> {isOver ? 'Embargo over since' : 'Embargoed until'}{' '}
      {embargoWords(embargo, zone)}
    </span>
  );
};
