import { compare } from '../../shared/compare/compare';
import type { Comparison } from '../../shared/compare/model';
import type { ResolveContext } from '../../shared/quotes/resolve';
import type { Release } from '../../shared/release/model';

/* Compares beside the page, so that typing never waits for it. It is given values and gives a value. */

export type Asked = {
  readonly before: Release;
  readonly after: Release;
  readonly context: ResolveContext;
};

onmessage = ({ data }: MessageEvent<Asked>): void => {
  const comparison: Comparison = compare(data.before, data.after, data.context);
  postMessage(comparison);
};
