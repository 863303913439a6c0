import { fault } from '../shared/fault';
import type { CallName, Handlers } from '../shared/ipc/contract';
import type { ReleaseId } from '../shared/release/model';
import { failed } from '../shared/result';
import { type Windows, showWindow } from './windows';

/** Calls that take hold of a release: while it stands in another window they lead there instead. */
const HOLDING = ['releases:open', 'releases:move-to-trash', 'removal:remove', 'outside:keep-copy'] as const;

/** Calls that change what the lists, the people or the settings of other windows show. */
const CHANGING = [
  'newsroom:save-settings',
  'newsroom:accept-history',
  'releases:create',
  'releases:duplicate',
  'releases:set-state',
  'releases:publish',
  'releases:begin-change',
  'releases:publish-change',
  'releases:cancel-change',
  'releases:withdraw',
  'releases:replace',
  'releases:restore',
  'releases:move-to-trash',
  'releases:put-back',
  'releases:import-accept',
  'catalogue:take-in',
  'access:take-over',
  'access:bring-up',
  'examination:mend',
  'removal:remove',
  'recovery:bring-back',
  'outside:keep-copy',
  'outside:put-aside',
  'outside:accept-missing',
  'review:agree',
  'people:save',
  'people:merge',
] as const satisfies readonly CallName[];

type Handler = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * The handlers for several windows on one newsroom: a release is opened in one window at a time, and what one window
 * changes the others hear of.
 */
export function acrossWindows(handlers: Handlers, windows: Windows): Handlers {
  const all = { ...handlers } as Record<CallName, Handler>;
  const wrap = (name: CallName, around: (inner: Handler) => Handler) => void (all[name] = around(all[name]));

  for (const name of CHANGING)
    wrap(name, (inner) => async (...args) => {
      const answer = await inner(...args);
      if (!isFailed(answer)) windows.tellOthers('newsroom:changed', null);
      return answer;
    });
  wrap('releases:save', (inner) => async (...args) => {
    const answer = await inner(...args);
    const [release] = args as Parameters<Handlers['releases:save']>;
    if (!isFailed(answer)) windows.tellOthers('newsroom:saved', release);
    return answer;
  });
  for (const name of HOLDING)
    wrap(name, (inner) => (...args) => {
      const there = windows.elsewhere(args[0] as ReleaseId);
      if (there === null) return inner(...args);
      showWindow(there.browser);
      const message = 'This release is open in another window, which is in front now.';
      return Promise.resolve(failed(fault('elsewhere', message)));
    });
  wrap('releases:open', (inner) => async (...args) => {
    const window = windows.calling();
    const before = window.shown();
    // Held before it is read: two windows that ask at once do not both have it.
    const [id] = args as Parameters<Handlers['releases:open']>;
    if (windows.elsewhere(id) === null) window.show(id);
    const answer = await inner(...args);
    if (isFailed(answer)) window.show(before);
    return answer;
  });
  return all as unknown as Handlers;
}

const isFailed = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
