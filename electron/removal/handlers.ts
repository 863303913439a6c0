import type { Handlers } from '../../shared/ipc/contract';
import type { Session } from '../session';
import type { SettingsStore } from '../settings/store';
import type { Removals } from './removals';

type Needs = { readonly session: Session; readonly settings: SettingsStore; readonly removals: Removals };

/** The call that erases. */
export const removalHandlers = ({ session, settings, removals }: Needs) =>
  ({
    'removal:remove': async (id, reason) => {
      const store = session.current();
      return store.ok ? removals.remove(store.value, id, { by: settings.get().who, reason }) : store;
    },
  }) satisfies Pick<Handlers, Extract<keyof Handlers, `removal:${string}`>>;
