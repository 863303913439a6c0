import { ok } from '../../shared/result';
import { onDisk } from './disk-fault';
import { examine } from './doctor';
import type { Ground } from './ground';
import { mend } from './mend';
import type { NewsroomStore } from './model';

/** Examining and mending while the newsroom is open: each release in its turn, so that no half-done save is found. */
export const examActs = (ground: Ground): Pick<NewsroomStore, 'examine' | 'mend'> => {
  const { folder, device, now, fs, queue, chains, presence, rows, register } = ground;
  const open = { now, indexes: { rows, register }, inTurn: queue.run };
  return {
    examine: () => onDisk(folder, async () => ok(await examine(folder, { ...open, chains, presence }))),
    mend: (who) => onDisk(folder, async () => ok(await mend(folder, { ...open, device, who, fs }))),
  };
};
