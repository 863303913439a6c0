import type { Fault } from '../../shared/fault';
import type { Result } from '../../shared/result';
import type { Log } from '../log';
import type { NewsroomStore } from './model';
import type { After } from './pauses';

/** So long after opening, so that the first screen does not wait for it. */
const FIRST = 10_000;
const DAILY = 24 * 60 * 60 * 1000;

/**
 * Looks after the newsroom that was opened last: thins its histories soon after opening and then daily. `tend` hands on
 * what it is given.
 */
export const makeHousekeeping = (log: Pick<Log, 'info'>, after: After) => {
  let stop = (): void => {};
  const plan = (store: NewsroomStore, milliseconds: number): void => {
    stop = after(milliseconds, () => {
      plan(store, DAILY);
      void store.thin().then((thinned) => {
        if (!thinned.ok) log.info('histories not thinned', { code: thinned.fault.code });
        else if (thinned.value.objects > 0) log.info('histories thinned', { objects: thinned.value.objects });
      });
    });
  };
  return {
    tend: (opened: Result<NewsroomStore, Fault>): Result<NewsroomStore, Fault> => {
      if (opened.ok) {
        stop();
        plan(opened.value, FIRST);
      }
      return opened;
    },
  };
};
