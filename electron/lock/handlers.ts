import type { Handlers } from '../../shared/ipc/contract';
import type { Access } from '../../shared/newsroom/model';
import { ok } from '../../shared/result';
import type { AccessKeeper } from './access';

/** Calls about who writes in the newsroom. `bringUp` brings it to today's format where it is of an older one. */
export const accessHandlers = (access: AccessKeeper, bringUp: (withoutBackup: boolean) => Promise<Access>) =>
  ({
    'access:read': async () => access.current(),
    'access:take-over': async () => {
      const taken = await access.takeOver();
      return taken.ok ? ok(await bringUp(false)) : taken;
    },
    'access:bring-up': async (withoutBackup) => ok(await bringUp(withoutBackup)),
  }) satisfies Pick<Handlers, Extract<keyof Handlers, `access:${string}`>>;
