import type { Comparison } from '../../shared/compare/model';
import type { Asked } from './compare-worker';
import address from './compare-worker?worker&url';

/** Compares in a worker, one at a time. */
export type Comparer = {
  /** Compares what was asked for last, once what is under way is done; what was asked for in between is passed over. */
  readonly ask: (asked: Asked) => void;
  readonly end: () => void;
};

type Policy = { readonly createScriptURL: (address: string) => string };
type Factory = { readonly createPolicy: (name: string, rules: Policy) => Policy };

/** The page's policy lets no address become a script but by a named rule: this one, for the one worker there is. */
const trusted = (): string => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Factory };
  const rules: Policy = { createScriptURL: () => address };
  return (trustedTypes?.createPolicy('standfirst-worker', rules) ?? rules).createScriptURL(address);
};

/** Starts a worker. `onDone` hears each comparison with what it is of; `onBug` that the worker failed. */
export const startComparer = (
  onDone: (asked: Asked, comparison: Comparison) => void,
  onBug: (message: string) => void,
): Comparer => {
  const worker = new Worker(trusted(), { type: 'module' });
  let underWay: Asked | null = null;
  let next: Asked | null = null;
  const begin = (asked: Asked): void => {
    underWay = asked;
    worker.postMessage(asked);
  };
  worker.onmessage = ({ data }: MessageEvent<Comparison>) => {
    const done = underWay;
    const wanted = next;
    underWay = null;
    next = null;
    if (wanted !== null) begin(wanted);
    if (done !== null) onDone(done, data);
  };
  worker.onerror = (event) => onBug(event.message);
  return {
    ask: (asked) => {
      if (underWay === null) begin(asked);
      else next = asked;
    },
    end: () => worker.terminate(),
  };
};
