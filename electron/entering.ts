import type { AccessKeeper } from './lock/access';
import type { Log } from './log';
import type { FileSystem } from './newsroom/file-system';
import { mendUnreadable, sweepTemporary } from './newsroom/tidy';
import type { Entering } from './session';
import type { SettingsStore } from './settings/store';

type Needs = {
  readonly access: AccessKeeper;
  readonly settings: SettingsStore;
  readonly log: Log;
  readonly fs: FileSystem;
};

/** What happens to a newsroom as it is entered: its lock, and, by who may write, mending and sweeping. */
export const makeEntering = ({ access, settings, log, fs }: Needs): Entering => {
  const now = () => new Date();
  const mayWrite = () => access.current().kind === 'write';
  let entered = 0;
  return {
    enter: access.enter,
    mend: async (newsroom) => {
      entered += 1;
      if (!mayWrite()) return [];
      const mine = entered;
      // Nobody waits for the sweep, and it ends with the newsroom.
      sweepTemporary(newsroom.folder, { now, fs, mayGoOn: () => mayWrite() && mine === entered }).then(
        (swept) => {
          if (swept > 0) log.info('temporary files moved aside', { files: swept });
        },
        (error: unknown) => log.fault('temporary files not swept', error),
      );
      try {
        const { device, who } = settings.get();
        return await mendUnreadable(newsroom, { now, device, who, fs });
      } catch (error) {
        log.fault('releases not mended', error);
        return [];
      }
    },
  };
};
