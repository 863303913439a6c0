import type { ResolveContext } from '../quotes/resolve';
import { checkRelease, stops } from './checks';
import { asItRead } from './earlier';
import type { PublicRelease } from './select';
import { type EarlierSummary, allQuotes, summaryOf } from './site';

/**
 * The wordings from before a release's corrections that would pass the export if they stood there now, each with the
 * numbers and addresses in it. What would not pass is not shown: the correction alone is.
 */
export const earlierSummaries = (each: PublicRelease, context: ResolveContext): readonly EarlierSummary[] =>
  each.corrections.flatMap((_, correction) => {
    const read = asItRead(each, correction);
    const quotes = read === null ? [] : allQuotes(read, context);
    if (read === null || checkRelease(read, quotes, context).some(stops)) return [];
    const { said, ways } = summaryOf(read, quotes);
    return [{ correction, said, ways }];
  });
