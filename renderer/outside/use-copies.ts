import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { ConflictCopy, Mended } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { afterDrawing } from '../ui/after-drawing';
import { announce } from '../ui/announce';
import { mendedTitle } from './words';

type Parts = {
  readonly openId: ReleaseId | null;
  /** Who reads only is offered nothing. */
  readonly mayWrite: boolean;
  readonly onFault: (fault: Fault) => void;
};

/**
 * The conflict copies that wait for the writer. All are looked for when the newsroom is entered; those of the open release
 * when it is opened, when the window is turned to again, and when something was put aside beside the work.
 */
export const useCopies = ({ openId, mayWrite, onFault }: Parts) => {
  const [copies, setCopies] = useState<readonly ConflictCopy[]>([]);
  const [aside, setAside] = useState<readonly Mended[]>([]);
  const [mended, setMended] = useState<readonly Mended[]>([]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const look = useCallback(async (id: ReleaseId | null): Promise<void> => {
    const found = await bridge.outside.copies(id);
    // Nobody asked for it: what cannot be looked at now is looked at again.
    if (!found.ok) return;
    setCopies((known) => {
      const seen = new Set(found.value.copies.map(({ key }) => key));
      const others = known.filter((copy) => !seen.has(copy.key) && id !== null && !isOf(copy, id));
      return [...found.value.copies, ...others];
    });
    setAside((known) => [...known, ...found.value.aside]);
    setMended((known) => [...known, ...found.value.mended]);
    if (found.value.mended.length > 0) announce(mendedTitle(found.value.mended.length));
  }, []);
  useEffect(() => (mayWrite ? afterDrawing(() => void look(null)) : undefined), [look, mayWrite]);
  useEffect(() => {
    if (openId === null || !mayWrite) return;
    void look(openId);
    const again = (): void => void look(openId);
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [look, openId, mayWrite]);
  useEffect(() => bridge.on('newsroom:aside', () => void look(openId)), [look, openId]);

  const without = (key: string): void => setCopies((known) => known.filter((copy) => copy.key !== key));
  return {
    waiting: mayWrite ? copies.filter(({ key }) => !left.has(key)) : [],
    aside,
    asideSeen: (): void => setAside([]),
    mended,
    mendedSeen: (): void => setMended([]),
    leave: ({ key }: ConflictCopy): void => setLeft(new Set([...left, key])),
    keep: async ({ key, text }: ConflictCopy): Promise<boolean> => {
      if (text === null) return false;
      const kept = await bridge.outside.keepCopy(text.id, key);
      if (!kept.ok) {
        onFault(kept.fault);
        return false;
      }
      without(key);
      announce(`Kept as a draft: ${kept.value.name}`);
      return true;
    },
    putAside: async ({ key }: ConflictCopy): Promise<void> => {
      const moved = await bridge.outside.putAside(key);
      if (!moved.ok) {
        onFault(moved.fault);
        return;
      }
      without(key);
      announce(`Put aside: ${moved.value.message}`);
    },
  };
};

/** Whether a look at one release, and at the newsroom's own folder, would have found this copy again. */
const isOf = ({ text, where }: ConflictCopy, id: ReleaseId): boolean =>
  text?.id === id || where.includes(`--${id}/`) || !where.includes('/');
