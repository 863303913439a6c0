import { useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { Newsroom } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { announce } from '../ui/announce';

type Moved = { readonly id: ReleaseId; readonly name: string; readonly wasOpen: boolean };
type Needs = {
  readonly newsroom: Newsroom;
  readonly openId: ReleaseId | null;
  readonly onFault: (fault: Fault) => void;
  /** The open release was moved. */
  readonly onGone: () => void;
  /** The list is to be read again. */
  readonly refresh: () => Promise<void>;
  /** An open release that was moved is back. */
  readonly reopen: (id: ReleaseId) => Promise<void>;
};

/** Moving releases to the trash, and taking back the last move. */
export const useTrash = ({ newsroom, openId, onFault, onGone, refresh, reopen }: Needs) => {
  const [moved, setMoved] = useState<Moved | null>(null);
  return {
    /** The release that was moved last, until that is taken back or put away. */
    moved,
    putAway: () => setMoved(null),
    move: async (id: ReleaseId): Promise<void> => {
      const headline = newsroom.releases.find((row) => row.id === id)?.headline.trim() ?? '';
      const done = await bridge.releases.moveToTrash(id);
      if (!done.ok) {
        onFault(done.fault);
        return;
      }
      setMoved({ id, name: headline === '' ? 'No headline yet' : headline, wasOpen: id === openId });
      if (id === openId) onGone();
      await refresh();
    },
    undo: async (): Promise<void> => {
      if (moved === null) return;
      const done = await bridge.releases.putBack(moved.id);
      setMoved(null);
      if (!done.ok) {
        onFault(done.fault);
        return;
      }
      announce(`Put back: ${moved.name}`);
      await refresh();
      if (moved.wasOpen) await reopen(moved.id);
    },
  };
};
