import type { Handlers } from '../../shared/ipc/contract';
import type { AccessKeeper } from './access';

/** Calls about who may write in the open newsroom. */
export const accessHandlers = (access: AccessKeeper) =>
  ({
    'access:read': async () => access.current(),
    'access:take-over': () => access.takeOver(),
  }) satisfies Pick<Handlers, Extract<keyof Handlers, `access:${string}`>>;
