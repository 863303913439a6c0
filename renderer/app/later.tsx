import { type ComponentType, useEffect, useSyncExternalStore } from 'react';

/**
 * A component whose code is loaded when it is first wanted, or before, by `load`. Once it is there it is drawn at once, without
 * the empty moment that React's own `lazy` has at the first drawing of what was loaded long ago. What cannot be loaded is
 * thrown where it would be drawn, for the boundary that tells of errors.
 */
export const later = <Props extends object>(find: () => Promise<ComponentType<Props>>) => {
  let There: ComponentType<Props> | null = null;
  let problem: Error | null = null;
  let loading: Promise<void> | null = null;
  const waiting = new Set<() => void>();
  const load = (): Promise<void> =>
    (loading ??= find()
      .then(
        (found) => {
          There = found;
        },
        (error: unknown) => {
          problem = error instanceof Error ? error : new Error(String(error));
        },
      )
      .then(() => {
        for (const drawAgain of waiting) drawAgain();
      }));
  const wait = (drawAgain: () => void): (() => void) => {
    waiting.add(drawAgain);
    return () => waiting.delete(drawAgain);
  };
  const Later = (props: Props) => {
    // React asks again once it has begun to wait: the code may have come between a drawing and then.
    const Now = useSyncExternalStore(wait, () => There ?? problem);
    useEffect(() => void load(), []);
    if (Now instanceof Error) throw Now;
    return Now === null ? null : <Now {...props} />;
  };
  return Object.assign(Later, { load });
};
