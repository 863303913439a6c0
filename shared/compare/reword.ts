import { anchorQuotes } from '../quotes/resolve';
import type { Release, Run } from '../release/model';
import { joinRuns, runsText } from '../release/text';
import { compareTexts } from './compare';
import { allPlaces, takeOver } from './take-over';
import { diffWords } from './words';

/** New words for a block of the body or the notes, or for a field (whose block is 0). Words of '' take a block away. */
export type Rewording = {
  readonly part: 'headline' | 'standfirst' | 'body' | 'notes';
  readonly block: number;
  readonly words: string;
};

/** Runs with other words: words that stay keep their look, and new ones have that of what they replace or follow. */
export const rewordRuns = (runs: readonly Run[], words: string): readonly Run[] => {
  const looks = runs.flatMap((run) => [...run.text.split('').map(() => run)]);
  const next: Run[] = [];
  let at = 0;
  let replaced: Run | undefined;
  for (const { op, text } of diffWords(runsText(runs), words)) {
    if (op === 'removed') {
      replaced = looks[at];
      at += text.length;
    } else if (op === 'added') {
      next.push({ ...(replaced ?? looks[at - 1] ?? looks[at]), text });
      replaced = undefined;
    } else {
      for (let index = 0; index < text.length; index += 1)
        next.push({ ...looks[at + index], text: text.charAt(index) });
      at += text.length;
      replaced = undefined;
    }
  }
  return joinRuns(next);
};

/**
 * A release with other words in some of its blocks and fields. Everything else is as it was; stored quotes go with their
 * words, so that approvals stand or fall by what the words now are. A rewording of what is not there is passed over.
 */
export const reword = (release: Release, rewordings: readonly Rewording[]): Release => {
  const of = (part: Rewording['part']): ReadonlyMap<number, string> =>
    new Map(rewordings.filter((each) => each.part === part).map(({ block, words }) => [block, words]));
  const blocks = (part: 'body' | 'notes') =>
    release[part].flatMap((block, index) => {
      const words = of(part).get(index);
      if (words === undefined) return [block];
      return words.trim() === '' ? [] : [{ ...block, runs: rewordRuns(block.runs, words) }];
    });
  const wanted: Release = {
    ...release,
    headline: of('headline').get(0) ?? release.headline,
    standfirst: of('standfirst').get(0) ?? release.standfirst,
    body: blocks('body'),
    notes: blocks('notes'),
    quotes: [],
  };
  const comparison = compareTexts(release, wanted);
  const taken = allPlaces(comparison);
  const reworded = takeOver({ comparison, before: release, after: wanted, into: 'before', taken });
  return reworded.body === release.body ? reworded : { ...reworded, quotes: anchorQuotes(reworded) };
};
