import { useEffect, useRef, useState } from 'react';
import type { Comparison } from '../../shared/compare/model';
import type { ResolveContext } from '../../shared/quotes/resolve';
import type { Release } from '../../shared/release/model';
import type { Asked } from './compare-worker';
import { type Comparer, startComparer } from './comparer';

/** A comparison with what it was made of. */
export type Done = Asked & { readonly comparison: Comparison };

/**
 * The comparison of two releases, made beside the page. Null until the first is there; while another is being made, the one
 * before stays, so that what is read does not flicker under somebody's eyes.
 */
export const useCompared = (before: Release | null, after: Release | null, context: ResolveContext): Done | null => {
  const [done, setDone] = useState<Done | null>(null);
  const comparer = useRef<Comparer | null>(null);
  useEffect(() => {
    const started = startComparer(
      (asked, comparison) => setDone({ ...asked, comparison }),
      (message) =>
        setDone(() => {
          throw new Error(`Comparing failed: ${message}`);
        }),
    );
    comparer.current = started;
    return () => {
      comparer.current = null;
      started.end();
    };
  }, []);
  useEffect(() => {
    if (before !== null && after !== null) comparer.current?.ask({ before, after, context });
  }, [before, after, context]);
  return before === null || after === null ? null : done;
};
