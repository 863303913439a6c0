import type { VersionLine } from '../newsroom/model';
import { normaliseWords } from '../quotes/approval';
import type { DraftKey, DraftState, DraftStep, Review } from './model';

/** A draft of a release with what became of it. */
export type ReviewedDraft = {
  readonly line: VersionLine;
  /** `named`: not sent to anybody yet. */
  readonly state: DraftState | 'named';
  /** Oldest first. */
  readonly steps: readonly DraftStep[];
};

/** The key of a line of the history. */
export const draftKey = ({ object, time }: VersionLine): DraftKey => ({ object, time });

/** The drafts of a release, newest first, each with its state and how it came to it. In: its history, oldest first. */
export const reviewedDrafts = (versions: readonly VersionLine[], review: Review): readonly ReviewedDraft[] =>
  versions
    .filter(({ kind }) => kind === 'draft')
    .map((line) => {
      const steps = review.steps.filter(({ draft }) => draft.object === line.object && draft.time === line.time);
      return { line, state: steps.at(-1)?.to ?? ('named' as const), steps };
    })
    .toReversed();

/** Why a text may not be agreed yet, each a whole sentence; none where it may. `writers`: who wrote it. */
export const whyNotAgree = (asked: {
  readonly reviewer: string;
  readonly checks: readonly string[];
  readonly reason: string;
  readonly writers: readonly string[];
}): readonly string[] => {
  const { reviewer, checks, reason, writers } = asked;
  const fold = (name: string): string => normaliseWords(name).trim().toLocaleLowerCase('en-GB');
  const isSecond = !writers.some((writer) => fold(writer) === fold(reviewer));
  const open = (['names', 'quotes', 'figures', 'embargo'] as const).filter((check) => !checks.includes(check));
  return [
    ...(reviewer.trim() === '' ? ['It is not said who read it.'] : []),
    ...(reviewer.trim() !== '' && !isSecond && !(checks.includes('alone') && reason.trim() !== '')
      ? [`${reviewer.trim()} wrote in it: somebody else reads it, or it is said why nobody does.`]
      : []),
    ...(open.length > 0 ? [`${open.length} of the 4 points ${open.length === 1 ? 'is' : 'are'} not ticked.`] : []),
  ];
};

/** Who wrote in a release, by the lines of its history that are writing. */
export const writersOf = (versions: readonly VersionLine[]): readonly string[] => [
  ...new Set(
    versions.flatMap(({ kind, who }) =>
      who !== '' && ['created', 'imported', 'autosave', 'manual', 'restored'].includes(kind) ? [who] : [],
    ),
  ),
];
