import type { Quote } from '../quotes/model';
import type { ResolveContext } from '../quotes/resolve';
import { type Release, isGone } from '../release/model';
import { checkRelease } from './checks';
import type { Finding } from './model';
import { atHand } from './select';

/**
 * What would stop the export of a text that is being written, were it published as it is. In: the working text, its quotes
 * as resolved, and what their status depends on. What depends on other releases (addresses, links within the archive,
 * contacts) is seen at the export alone. Out: nothing for a release that is gone.
 */
export const checkWorking = (
  release: Release,
  quotes: readonly Quote[],
  context: ResolveContext,
): readonly Finding[] => {
  if (isGone(release)) return [];
  const change = release.publication?.change ?? null;
  return checkRelease(
    atHand({
      release,
      current: release,
      address: release.publication?.address ?? '',
      formerly: [],
      since: '',
      updated: '',
      corrections: change === null ? [] : [{ at: change.at, note: change.note, earlier: null }],
      chain: null,
    }),
    quotes,
    context,
  );
};
