import { fault } from '../../shared/fault';
import type { Handlers } from '../../shared/ipc/contract';
import { failed, ok } from '../../shared/result';
import type { Session } from '../session';
import type { SettingsStore } from '../settings/store';
import type { Examinations } from './examinations';

type Needs = {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly examinations: Examinations;
};

/** Calls about whether everything in the newsroom is whole. */
export const examinationHandlers = ({ session, settings, examinations }: Needs) =>
  ({
    'examination:read': async () => examinations.state(),
    'examination:begin': async () => {
      const store = session.current();
      if (!store.ok) return store;
      await examinations.begin(store.value, 'asked');
      return ok(null);
    },
    'examination:mend': async () => {
      const store = session.current();
      if (!store.ok) return store;
      const { who } = settings.get();
      if (who === '') return failed(fault('refused', 'Say who you are first: what is mended is kept with a name.'));
      await examinations.mend(store.value, who);
      return ok(null);
    },
    'examination:put-away': async () => {
      examinations.putAway();
      return null;
    },
  }) satisfies Pick<Handlers, Extract<keyof Handlers, `examination:${string}`>>;
