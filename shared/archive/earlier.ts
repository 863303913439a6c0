import type { Release } from '../release/model';
import { type PublicRelease, atHand } from './select';

/*
 * What a release said before it was corrected. Readers may look at it: a page for each correction holds the headline, the
 * standfirst, the text and the background as they stood until then. It must be what would pass the export today: a quote
 * that nobody approved, or a number for the media only, does not come out by having been corrected.
 */

/**
 * A release as it read until one of its corrections, by the correction's index: what its page shows and nothing more. Whom
 * to ask, and what it is about, is said on the page as it is now. Null where readers have no wording from before.
 */
export const asItRead = (each: PublicRelease, index: number): PublicRelease | null => {
  const text = each.corrections[index]?.earlier?.text;
  if (text === undefined) return null;
  const { address, formerly, since, current, chain } = each;
  return atHand({
    release: shownOf(text),
    current,
    address,
    formerly,
    since,
    updated: since,
    corrections: [],
    chain,
  });
};

/** The parts are put in one by one: those that are read when they are asked for stay so. */
const shownOf = (text: Release): Release => {
  const shown = Object.defineProperties({}, Object.getOwnPropertyDescriptors(text)) as Release;
  return Object.defineProperties(shown, {
    contacts: { value: [], enumerable: true },
    topics: { value: [], enumerable: true },
    reference: { value: '', enumerable: true },
  });
};
