import { type ComponentType, useEffect, useReducer } from 'react';

/**
 * A component whose code is loaded when it is first wanted, or before, by `load`. Once it is there it is drawn at once, without
 * the empty moment that React's own `lazy` has at the first drawing of what was loaded long ago. What cannot be loaded is
 * thrown where it would be drawn, for the boundary that tells of errors.
 */
export const later = <Props extends object>(find: () => Promise<ComponentType<Props>>) => {
  let There: ComponentType<Props> | null = null;
  let problem: Error | null = null;
  let loading: Promise<void> | null = null;
  const load = (): Promise<void> =>
    (loading ??= find().then(
      (found) => {
        There = found;
      },
      (error: unknown) => {
        problem = error instanceof Error ? error : new Error(String(error));
      },
    ));
  const Later = (props: Props) => {
    const [, drawAgain] = useReducer((count: number) => count + 1, 0);
    useEffect(() => {
      if (There === null) void load().then(drawAgain);
    }, []);
    if (problem !== null) throw problem;
    return There === null ? null : <There {...props} />;
  };
  return Object.assign(Later, { load });
};
