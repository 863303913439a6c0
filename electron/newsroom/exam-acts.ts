import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { isDamage } from './damaged';
import { onDisk } from './disk-fault';
import { examine } from './doctor';
import type { Ground } from './ground';
import { mend, restore } from './mend';
import type { NewsroomStore } from './model';

/** Examining and mending while the newsroom is open: each release in its turn, so that no half-done save is found. */
export const examActs = (ground: Ground): Pick<NewsroomStore, 'examine' | 'mend' | 'mendRelease'> => {
  const { folder, device, now, fs, queue, chains, presence, rows, register, damaged } = ground;
  const open = { now, indexes: { rows, register }, inTurn: queue.run };
  return {
    examine: () => onDisk(folder, async () => ok(await examine(folder, { ...open, chains, presence }))),
    mendRelease: (id, who) =>
      queue.run(id, () =>
        onDisk(folder, async (): Promise<Result<null, Fault>> => {
          const read = await ground.read(id);
          const place = read.ok || !isDamage(read.fault) ? null : await ground.findFolder(id);
          if (read.ok) return ok(null);
          if (place === null) return read;
          if (!(await damaged.isSettled(place)))
            return failed(
              fault('unreadable', 'Another program writes the release’s file just now. Try again in a moment.', {
                where: place,
              }),
            );
          if (await damaged.mend(place, id)) return ok(null);
          const message = await restore(place, { now, device, who, fs });
          if (message === null) return read;
          damaged.told(place, message);
          return ok(null);
        }),
      ),
    mend: (who, only) => onDisk(folder, async () => ok(await mend(folder, { ...open, device, who, fs }, only))),
  };
};
