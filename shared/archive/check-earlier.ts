import type { ResolveContext } from '../quotes/resolve';
import { checkRelease, stops } from './checks';
import { asItRead } from './earlier';
import { waysIn } from './media-only';
import { placedTexts } from './places';
import type { PublicRelease } from './select';
import { type EarlierSummary, allQuotes } from './site';

/**
 * The wordings from before a release's corrections that would pass the export if they stood there now, each with the
 * numbers and addresses in it. What would not pass is not shown: the correction alone is.
 */
export const earlierSummaries = (each: PublicRelease, context: ResolveContext): readonly EarlierSummary[] =>
  each.corrections.flatMap((_, correction) => {
    const read = asItRead(each, correction);
    if (read === null || checkRelease(read, allQuotes(read, context), context).some(stops)) return [];
    const ways = placedTexts(read.release).flatMap(({ text }) => waysIn(text).map(({ key }) => key));
    return [{ correction, ways: [...new Set(ways)] }];
  });
