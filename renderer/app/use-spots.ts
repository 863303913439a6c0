import { useEffect, useRef } from 'react';
import { soon } from './focus-soon';
import type { Place, Screen } from './navigation';
import { type Spot, atSpot, goToSpot, spotNow } from './spot';

type Left = Spot & { readonly release: string | null };

/** Remembers where the writer was on each screen as it was left, and brings the focus there again where they come back to it. */
export const useSpots = ({ screen, open, count }: Place) => {
  const release = open?.release.id ?? null;
  const left = useRef<Partial<Record<Screen, Left>>>({});
  const isBack = useRef(false);
  useEffect(() => {
    const spot = left.current[screen];
    if (!isBack.current) return;
    isBack.current = false;
    // A place in the text of another release is none in this one.
    if (spot !== undefined && (spot.caret === null || spot.release === release))
      soon(
        () => atSpot(spot),
        (found) => goToSpot(found, spot),
      );
  }, [screen, count, release]);
  return {
    /** The screen is being left. */
    leaving: (): void => {
      const spot = spotNow();
      if (spot !== null) left.current[screen] = { ...spot, release };
    },
    /** The next screen is one that the writer comes back to. */
    comingBack: (): void => void (isBack.current = true),
  };
};
